/// The words that a verdict is told in; each language has its own.
public protocol VerdictPhrases: Sendable {
    /// A number with its sign and `places` decimals, as `SignedFigure` has it, by the customs of the language.
    func signed(_ value: Double, places: Int) -> String
    /// `text` in the quotation marks of the language.
    func quoted(_ text: String) -> String
    /// Between a clause and what explains it, with its blanks: `: ` unless told.
    var colon: String { get }
    /// Between two clauses, with its blanks: `; ` unless told.
    var semicolon: String { get }
    /// A part of the sentence.
    func verdict(_ phrase: VerdictPhrase) -> String
    /// What a rule of the scorer did, as a clause behind the figure that it changed; empty where the
    /// language has no words for it.
    func rule(_ clause: ScoringClause) -> String
}

extension VerdictPhrases {
    /// A colon and a blank.
    public var colon: String { ": " }
    /// A semicolon and a blank.
    public var semicolon: String { "; " }
}

/// The parts that a `VerdictSentence` is made of.
public enum VerdictPhrase: Sendable, Hashable {
    // whole sentences on what has no verdict
    case noText
    case unknownLanguage
    case unreadLanguage(String)
    case tooLittleText
    /// What a person judged, in front of what the engine says of it.
    case judged(Sentiment.Label)
    /// `Negative (−0.82, sure)`; the label begins with a capital letter.
    case verdict(Sentiment.Label, score: String, Sureness)
    /// `rated 2 of 5`.
    case rated(String, of: String)
    /// `the text alone is negative (−0.86)`.
    case textAlone(Sentiment.Label, score: String)
    case textAloneSaysNothing
    case nothingCounts
    // clauses on what is neutral, with the terms at their end
    case balance(String)
    case statement(String)
    case tooLittle(String)
    case weakerWords(Int)
    case fromOwnList
    /// Between two clauses on rules, with its blanks.
    case and
    /// The whole sentence on a rating and a text that say opposite things.
    case disagreement
}

/// How sure a verdict is.
public enum Sureness: Sendable, Hashable, CaseIterable {
    case sure
    case fairlySure
    case guess

    /// By the confidence, 0 to 1.
    public init(_ confidence: Double) {
        self = confidence >= 0.75 ? .sure : confidence >= 0.5 ? .fairlySure : .guess
    }
}

/// A rule of the scorer, with the words that called for it in quotation marks.
public enum ScoringClause: Sendable, Hashable {
    case negated(by: String)
    case stronger(by: String)
    case weaker(by: String)
    case excessive(by: String)
    case before(String)
    case after(String)
    case conceded(by: String)
    case about(String)
    case capitals
    case exclamation
    case longLetters
    /// One that is not known here, in its own words.
    case other(String)

    /// Reads a rule as `Contribution.rules` names it, such as `negated by "not"`.
    public init(_ rule: String, in phrases: any VerdictPhrases) {
        switch rule {
        case "emphasis: capitals": self = .capitals
        case "emphasis: \"!\"": self = .exclamation
        case "emphasis: long letters": self = .longLetters
        default:
            for (beginning, clause) in Self.beginnings where rule.hasPrefix(beginning) {
                self = clause(Self.curled(rule.dropFirst(beginning.count), phrases))
                return
            }
            self = .other(Self.curled(rule[...], phrases))
        }
    }

    private static let beginnings: KeyValuePairs<String, @Sendable (String) -> ScoringClause> = [
        "negated by ": { .negated(by: $0) }, "stronger: ": { .stronger(by: $0) },
        "weaker: ": { .weaker(by: $0) }, "too much: ": { .excessive(by: $0) },
        "before ": { .before($0) }, "after ": { .after($0) },
        "conceded by ": { .conceded(by: $0) }, "about ": { .about($0) },
    ]

    /// With the language's marks in place of the straight quotes around the calling words.
    private static func curled(_ text: Substring, _ phrases: any VerdictPhrases) -> String {
        guard let first = text.firstIndex(of: "\""), let last = text.lastIndex(of: "\""),
            first < last
        else { return String(text) }
        let inner = text[text.index(after: first)..<last].prefix(VerdictSentence.quoteLimit)
        return text[..<first] + phrases.quoted(String(inner)) + text[text.index(after: last)...]
    }
}
