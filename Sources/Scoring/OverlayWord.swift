/// A word of an owner's own, as it stands in an overlay.
public struct OverlayWord: Sendable, Hashable {
    /// The word, phrase or emoji as written.
    public var term: String
    /// −4 to 4; nil: it is silenced.
    public var valence: Double?
    /// A two-letter code; nil: it holds in every language.
    public var language: String?
}

extension LexiconOverlay {
    /// Its words in the order of the file.
    public var words: [OverlayWord] {
        entries.map { entry in
            OverlayWord(
                term: entry.term, valence: entry.valenceSteps.map { Double($0) / 20 },
                language: entry.language)
        }
    }
}
