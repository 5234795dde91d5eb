public import FoundationEssentials
public import Model

/// One alert on a channel that is to be made and delivered, with what is remembered of it; its kind is
/// `channel`, its rule `delivery-health`.
public struct ChannelHealthDecision: Sendable, Hashable {
    /// The channel that it is about.
    public var channel: ChannelID
    /// Whether it can't deliver; false where it can again.
    public var isTrouble: Bool
    /// How urgent it is.
    public var severity: Alert.Severity
    /// What happened, as one sentence for the owner.
    public var reason: String
    /// Where it is told: channels that work, at least one.
    public var channels: [ChannelID]
    /// What is to be remembered in the same transaction, so that it is told once.
    public var mark: RuleMark
}

/// What was decided on channels; stored in one transaction.
public struct ChannelHealthBatch: Sendable, Hashable {
    /// To be made now.
    public var alerts: [ChannelHealthDecision] = []
    /// When there may be something to tell though no attempt is made; nil for never.
    public var nextDecision: Date?

    mutating func expect(_ date: Date?) {
        guard let date else { return }
        nextDecision = nextDecision.map { min($0, date) } ?? date
    }
}

/// What the owner may know of a channel; marks hold these numbers.
enum ChannelNews: Double {
    case works = 0
    case fails = 1
    /// Its receiver wants no more letters (410).
    case wantsNone = 2
}
