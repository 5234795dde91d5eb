public import FoundationEssentials
public import Model

/// Speaks when nobody has answered a mention in time, and again, more and more seldom.
public struct ReminderRule: Sendable {
    /// Who else is told when reminders have not helped.
    public struct Escalation: Sendable, Hashable {
        /// After how many reminders without an answer: 1 or more.
        public var after: Int
        /// Who is told then, besides the channels of the rule.
        public var channels: [ChannelID]

        /// An escalation.
        public init(after: Int, channels: [ChannelID]) {
            self.after = after
            self.channels = channels
        }
    }

    /// The name in the configuration.
    public var id: RuleID
    /// What the owner calls it.
    public var title: String?
    /// False for a rule that stays configured but never speaks.
    public var isEnabled: Bool
    /// What has to be answered.
    public var conditions: MentionConditions
    /// How much time there is for an answer, in seconds of business hours since the mention was first
    /// seen.
    public var within: TimeInterval
    /// The pauses between reminders, in seconds, one after the other; the last one repeats.
    public var pauses: [TimeInterval]
    /// For how long there are reminders, in seconds since the first.
    public var patience: TimeInterval
    /// Who else is told; nil for nobody.
    public var escalation: Escalation?
    /// How urgent its alerts are.
    public var severity: Alert.Severity
    /// Where the alerts go, each channel once.
    public var channels: [ChannelID]

    /// A rule on negative reviews: 8 business hours, then after 1 day, 3 days and every week for 90 days.
    public init(
        id: RuleID, title: String? = nil, isEnabled: Bool = true,
        conditions: MentionConditions = .negativeReviews, within: TimeInterval = 8 * 3600,
        pauses: [TimeInterval] = [86_400, 3 * 86_400, 7 * 86_400],
        patience: TimeInterval = 90 * 86_400, escalation: Escalation? = nil,
        severity: Alert.Severity = .warning, channels: [ChannelID] = []
    ) {
        self.id = id
        self.title = title
        self.isEnabled = isEnabled
        self.conditions = conditions
        self.within = within
        self.pauses = pauses
        self.patience = patience
        self.escalation = escalation
        self.severity = severity
        self.channels = channels
    }

    /// What reasons call the rule: its title, else its id.
    public var name: String { title ?? id.rawValue }
}

extension MentionConditions {
    /// Negative reviews of own brands.
    public static var negativeReviews: MentionConditions {
        var conditions = MentionConditions()
        conditions.labels = [.negative]
        conditions.kinds = [.review]
        return conditions
    }
}
