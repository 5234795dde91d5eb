public import Model

/// What a watch over counts or averages wants to be done: tell something, or only remember it.
public struct WatchDecision: Sendable, Hashable {
    /// An alert that a watch makes.
    public struct Telling: Sendable, Hashable {
        /// The rule that speaks.
        public var rule: RuleID
        /// The brand that it speaks of; nil for all.
        public var brand: BrandID?
        /// `surge` or `drop`.
        public var kind: Alert.Kind
        /// How urgent the rule calls it.
        public var severity: Alert.Severity
        /// Why it speaks, as one sentence for the owner.
        public var reason: String
        /// The time that was looked at.
        public var period: Alert.Period
        /// Where it goes.
        public var channels: [ChannelID]
    }

    /// What is told; nil for nothing.
    public var telling: Telling?
    /// What the rule remembers of the brand from now on; it replaces the mark that was given.
    public var mark: RuleMark
}
