public import FoundationEssentials

/// Something that the owner is told, decided by a rule.
public struct Alert: Sendable, Hashable {
    /// How urgent it is, least first.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        case info
        case warning
        case critical
    }

    /// What an alert is about; stored and shown by these names.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Mentions that a rule asks for.
        case mentions
        /// Sources themselves; see `SourceNotice`.
        case sources
        /// More mentions than usual.
        case surge
        /// Ratings or sentiment have fallen.
        case drop
        /// Mentions that nobody has answered in time.
        case reminder
        /// What a day or a week has brought.
        case digest
        /// A channel that can't deliver, or can again.
        case channel
        /// A test that a person asked for.
        case test
    }

    /// A span of time that an alert tells of.
    public struct Period: Sendable, Hashable {
        /// Its first moment.
        public var start: Date
        /// The first moment behind it.
        public var end: Date

        /// The time from `start` to before `end`.
        public init(start: Date, end: Date) {
            self.start = start
            self.end = end
        }
    }

    /// Its number in the store.
    public var id: AlertID
    /// The rule that spoke.
    public var rule: RuleID
    /// How urgent the rule calls it.
    public var severity: Severity
    /// The brand that it is about; nil for alerts on no single brand.
    public var brand: BrandID?
    /// The mentions that it tells of, oldest first; at least one for the kinds `mentions` and `reminder`.
    public var mentions: [MentionID]
    /// What it tells of sources, oldest first; empty where it tells of mentions only.
    public var notices: [SourceNotice]
    /// Why the rule spoke, as one sentence for the owner.
    public var reason: String
    /// When it was stored; deliveries are timed from here.
    public var createdAt: Date
    /// What it is about.
    public var kind: Kind
    /// How the severity came about, as one sentence with its parts; nil where it was fixed.
    public var weighing: String?
    /// The time that a digest, a surge or a drop tells of; nil for other kinds.
    public var period: Period?
    /// The channel that an alert of kind `channel` is about.
    public var channel: ChannelID?

    /// An alert.
    public init(
        id: AlertID, rule: RuleID, severity: Severity, brand: BrandID?, mentions: [MentionID],
        notices: [SourceNotice] = [], reason: String, createdAt: Date, kind: Kind = .mentions,
        weighing: String? = nil, period: Period? = nil, channel: ChannelID? = nil
    ) {
        self.id = id
        self.rule = rule
        self.severity = severity
        self.brand = brand
        self.mentions = mentions
        self.notices = notices
        self.reason = reason
        self.createdAt = createdAt
        self.kind = kind
        self.weighing = weighing
        self.period = period
        self.channel = channel
    }
}

extension Alert.Severity: Comparable {
    /// Whether the left severity is the less urgent one.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .critical: 2
        }
    }
}
