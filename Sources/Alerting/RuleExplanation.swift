public import Model

/// Why a rule matches a mention or not, condition by condition.
public struct RuleExplanation: Sendable, Hashable {
    /// One condition and how the mention stands to it.
    public struct Condition: Sendable, Hashable {
        /// What a condition can be about.
        public enum Subject: String, Sendable, Hashable, CaseIterable {
            case label
            case score
            case confidence
            case rating
            case brand
            case source
            case kind
            case language
            case aspect
            case author
            case reach
            case words
        }

        /// What is asked about.
        public let subject: Subject
        /// Whether the mention meets it.
        public let isMet: Bool
        /// What the rule asks for, such as `at most 2 stars`.
        public let wanted: String
        /// What the mention is, such as `4 of 5 stars`.
        public let found: String

        /// Both in one sentence, such as `4 of 5 stars; the rule asks for at most 2 stars`.
        public var sentence: String { "\(found); the rule asks for \(wanted)" }
    }

    /// The rule that was asked.
    public let rule: RuleID
    /// Whether every condition is met; the rule may be disabled all the same.
    public let isMatch: Bool
    /// The brand for which the mention counts under this rule; nil where it names none.
    public let brand: BrandID?
    /// The terms that met the condition on words, as they stand in the text.
    public let terms: [String]
    /// The conditions that the rule sets, and always the one on brands.
    public let conditions: [Condition]
}
