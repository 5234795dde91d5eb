import TextProcessing

/// Room for the reading of one text after the other, so that none of them allocates.
///
/// Used by one thread at a time.
final class ReadingScratch {
    var tokens: [Token] = []
    var hits = HitList()
    var rules: [AppliedRule] = []
    var reasons = ReasonList()
    private(set) lazy var aspects = AspectRoom()
    /// The edition last asked for.
    private var edition: (language: String?, name: String)?

    deinit {
        hits.deallocate()
        reasons.deallocate()
    }

    /// The edition of `lexicon`, always the same, for texts in `language`.
    func edition(of lexicon: Lexicon, for language: String?) -> String {
        if let edition, edition.language == language { return edition.name }
        let name = lexicon.edition(for: language)
        edition = (language, name)
        return name
    }
}
