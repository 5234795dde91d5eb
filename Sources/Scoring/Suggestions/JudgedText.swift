public import Model

/// A text with the verdict of a person on it.
public struct JudgedText: Sendable, Hashable {
    /// The mention that says it.
    public var mention: MentionID
    /// What is said; spans count in it.
    public var text: String
    /// The language that the source declares, as a BCP 47 tag; nil if it declares none.
    public var language: String?
    /// How the source's texts are read; nil reads them as text of any kind.
    public var genre: Genre?
    /// The person's verdict; never `unscored`.
    public var label: Sentiment.Label

    /// A judged text.
    public init(
        mention: MentionID, text: String, language: String? = nil, genre: Genre? = nil,
        label: Sentiment.Label
    ) {
        self.mention = mention
        self.text = text
        self.language = language
        self.genre = genre
        self.label = label
    }
}

/// A line that an owner may add to a lexicon overlay, and what it would do to the judged texts.
public struct LexiconProposal: Sendable, Hashable {
    /// A word or a phrase of two words, in small letters.
    public var term: String
    /// −4 to 4; nil silences the term.
    public var valence: Double?
    /// The language in which it holds, as a two-letter code.
    public var language: String
    /// What the lexicon gives for the term now; nil where it does not know it.
    public var former: Double?
    /// The mentions that are judged as the person judged them once the line is there, in the order of
    /// their numbers; those before it in the list of proposals are there already.
    public var mended: [MentionID]
    /// The mentions that are judged otherwise than the person did once it is there.
    public var broken: [MentionID]

    /// The line of an overlay.
    public var line: String {
        let value = valence.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" }
        return "\(term)\t\(value ?? "-")\t\(language)"
    }
}
