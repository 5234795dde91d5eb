public import FoundationEssentials

/// What a rule remembers between two walks: when it last spoke of something, and a figure.
///
/// A digest remembers the slot that it told last, a surge what it had counted, the watch over
/// channels whose trouble the owner knows.
public struct RuleMark: Sendable, Hashable {
    /// The rule, or digest, that remembers.
    public var rule: RuleID
    /// What it remembers this of, such as a brand or a channel; empty where there is only one thing.
    public var key: String
    /// The time that is remembered.
    public var at: Date
    /// The figure that is remembered; nil where the time is enough.
    public var value: Double?

    /// A mark, unique by rule and key.
    public init(rule: RuleID, key: String = "", at: Date, value: Double? = nil) {
        self.rule = rule
        self.key = key
        self.at = at
        self.value = value
    }
}
