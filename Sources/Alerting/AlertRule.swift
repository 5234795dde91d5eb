public import FoundationEssentials
public import Model

/// What the owner wants to be told of, how urgently, how often and where.
///
/// `docs/alerts.md` tells the same to the owner.
public struct AlertRule: Sendable {
    /// How urgent the alerts of a rule are.
    public enum Urgency: Sendable, Hashable {
        case fixed(Alert.Severity)
        /// By the rating: up to 1.5 stars critical, up to 2.5 a warning, above that info. Without a
        /// rating a negative mention is a warning, any other info. Of several mentions the worst counts.
        case byStars
        /// By points for rating, strength, reach and repetition, which `docs/alerts.md` lists.
        case weighed
    }

    /// The name in the configuration.
    public var id: RuleID
    /// What the owner calls it.
    public var title: String?
    /// False for a rule that stays configured but never speaks.
    public var isEnabled: Bool

    /// What a mention has to be.
    public var conditions: MentionConditions

    /// How urgent the alerts are.
    public var urgency: Urgency
    /// How long the rule is quiet about a brand after an alert, in seconds.
    ///
    /// Mentions that match meanwhile are held and go out together. 0: one alert for each mention, at
    /// once.
    public var coolDown: TimeInterval
    /// The least urgent severity that is told at once; nil where all of it waits for the digest.
    ///
    /// What is less urgent is noted as `digest` and makes no alert. The severity of the single mention
    /// decides.
    public var instantFrom: Alert.Severity?
    /// Where the alerts go, each channel once.
    public var channels: [ChannelID]

    /// A rule that is enabled, asks only for a negative verdict and tells all of it at once, unless told
    /// otherwise.
    public init(
        id: RuleID, title: String? = nil, isEnabled: Bool = true,
        conditions: MentionConditions = .negative, urgency: Urgency = .fixed(.warning),
        coolDown: TimeInterval = 0, instantFrom: Alert.Severity? = .info,
        channels: [ChannelID] = []
    ) {
        self.id = id
        self.title = title
        self.isEnabled = isEnabled
        self.conditions = conditions
        self.urgency = urgency
        self.coolDown = coolDown
        self.instantFrom = instantFrom
        self.channels = channels
    }

    /// What reasons call the rule: its title, else its id.
    public var name: String { title ?? id.rawValue }
}
