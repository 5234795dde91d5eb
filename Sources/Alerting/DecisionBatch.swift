public import FoundationEssentials
public import Model

/// One alert that is to be made and delivered.
public struct AlertDecision: Sendable, Hashable {
    /// The rule that speaks, and the brand.
    public var group: AlertGroup
    /// That of the most urgent mention.
    public var severity: Alert.Severity
    /// Oldest first, none twice, at least one.
    public var mentions: [MentionID]
    /// Where it goes; the channels of the rule.
    public var channels: [ChannelID]
    /// Why the rule speaks, as one sentence for the owner.
    public var reason: String
    /// How the severity came about, as one sentence with its parts; nil where the rule does not weigh.
    public var weighing: String?

    /// The rule that speaks.
    public var rule: RuleID { group.rule }

    /// The alert as it is stored.
    public func alert(id: AlertID, createdAt: Date) -> Alert {
        Alert(
            id: id, rule: group.rule, severity: severity, brand: group.brand, mentions: mentions,
            reason: reason, createdAt: createdAt, weighing: weighing)
    }
}

/// A match, or a held row, that makes no alert, and why.
public struct DecisionNote: Sendable, Hashable {
    /// The closed list of outcomes without an alert; stored by these names.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// It came with the first poll of its source.
        case baseline
        /// It is an edit, and the version before met the rule as well.
        case metBefore = "met-before"
        /// It tells the story of an earlier mention that the rule has told of.
        case copy
        /// It was held for a rule that is no longer configured, or disabled.
        case ruleGone = "rule-gone"
        /// A person asked not to be told of it now.
        case silenced
        /// It is less urgent than what the rule tells at once, and waits for the digest.
        case digest
    }

    /// The rule that was met, or that held the mention.
    public var rule: RuleID
    /// The mention that makes no alert.
    public var mention: MentionID
    /// What became of it.
    public var outcome: Outcome
    /// One sentence for the owner.
    public var reason: String
}

/// Everything that was decided at once; stored in one transaction.
public struct DecisionBatch: Sendable, Hashable {
    /// To be made now, in the order of the rules.
    public var alerts: [AlertDecision] = []
    /// To be written, or written anew where group and mention are in the store already.
    public var held: [HeldMention] = []
    /// Held rows that are settled, by an alert or a note, and are to be deleted.
    public var released: [HeldMention] = []
    /// Why other matches make no alert.
    public var notes: [DecisionNote] = []
    /// The candidates, in the order given: none of them is undecided any more.
    public var decided: [MentionID] = []
}
