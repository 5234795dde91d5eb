/// The English words of a verdict.
public struct EnglishVerdict: VerdictPhrases {
    /// The words, which are the same everywhere.
    public init() {}

    /// As `SignedFigure` has it.
    public func signed(_ value: Double, places: Int) -> String {
        SignedFigure.text(value, places: places)
    }

    /// `text` in “ and ”.
    public func quoted(_ text: String) -> String { "“\(text)”" }

    /// The phrase, such as `rated 2 of 5`.
    public func verdict(_ phrase: VerdictPhrase) -> String {
        switch phrase {
        case .noText: "Unscored: there is no text."
        case .unknownLanguage:
            "Unscored: the language is not known, or there is too little text to judge by."
        case .unreadLanguage(let code):
            "Unscored: the language (\(code)) is not one that Repute reads."
        case .tooLittleText: "Unscored: there is too little in the text to judge by."
        case .judged(let label): "Judged \(label.rawValue) by a person. The engine says:"
        case .verdict(let label, let score, let sureness):
            "\(label.rawValue.prefix(1).uppercased())\(label.rawValue.dropFirst()) "
                + "(\(score), \(Self.word(sureness)))"
        case .rated(let value, let scale): "rated \(value) of \(scale)"
        case .textAlone(let label, let score): "the text alone is \(label.rawValue) (\(score))"
        case .textAloneSaysNothing: "the text alone gives no verdict"
        case .nothingCounts: "no word of it counts"
        case .balance(let terms): "praise and complaint balance: \(terms)"
        case .statement(let terms):
            "more a plain statement than an opinion, though there is \(terms)"
        case .tooLittle(let terms): "too little speaks for either side: \(terms)"
        case .weakerWords(let count): count == 1 ? "1 weaker word" : "\(count) weaker words"
        case .fromOwnList: "(from your own list)"
        case .and: " and "
        case .disagreement: "Rating and text say opposite things: a person should look."
        }
    }

    /// The clause, such as `turned by “not”`.
    public func rule(_ clause: ScoringClause) -> String {
        switch clause {
        case .negated(let words): "turned by \(words)"
        case .stronger(let words): "stronger by \(words)"
        case .weaker(let words): "weaker by \(words)"
        case .excessive(let words): "made worse by \(words)"
        case .before(let words): "halved before \(words)"
        case .after(let words): "more after \(words)"
        case .conceded(let words): "less after \(words)"
        case .about(let words): "about \(words)"
        case .capitals: "louder in capitals"
        case .exclamation: "louder by “!”"
        case .longLetters: "louder by long letters"
        case .other(let words): words
        }
    }

    static func word(_ sureness: Sureness) -> String {
        switch sureness {
        case .sure: "sure"
        case .fairlySure: "fairly sure"
        case .guess: "a guess"
        }
    }
}
