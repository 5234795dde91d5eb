public import FoundationEssentials

/// Something that the owner is told, decided by a rule.
public struct Alert: Sendable, Hashable {
    /// How urgent it is, least first.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        case info
        case warning
        case critical
    }

    /// Its number in the store.
    public var id: AlertID
    /// The rule that spoke.
    public var rule: RuleID
    /// How urgent the rule calls it.
    public var severity: Severity
    /// The brand that it is about; nil for alerts on no single brand.
    public var brand: BrandID?
    /// The mentions that it tells of, oldest first; at least one, unless it tells of sources.
    public var mentions: [MentionID]
    /// What it tells of sources, oldest first; empty where it tells of mentions only.
    public var notices: [SourceNotice]
    /// Why the rule spoke, as one sentence for the owner.
    public var reason: String
    /// When it was stored; deliveries are timed from here.
    public var createdAt: Date

    /// An alert.
    public init(
        id: AlertID, rule: RuleID, severity: Severity, brand: BrandID?, mentions: [MentionID],
        notices: [SourceNotice] = [], reason: String, createdAt: Date
    ) {
        self.id = id
        self.rule = rule
        self.severity = severity
        self.brand = brand
        self.mentions = mentions
        self.notices = notices
        self.reason = reason
        self.createdAt = createdAt
    }
}
