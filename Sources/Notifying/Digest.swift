public import FoundationEssentials
public import Model

/// What a day or a week has brought, as a digest tells it.
///
/// It is put together at sending, from the store as it is then.
public struct Digest: Sendable, Hashable {
    /// Mentions that a rule left for the digest.
    public struct Matches: Sendable, Hashable {
        /// The rule's title, else its id.
        public var rule: String
        /// Some of them, newest first.
        public var mentions: [Mention]
        /// How many there are.
        public var count: Int

        /// The matches of a rule.
        public init(rule: String, mentions: [Mention], count: Int) {
            self.rule = rule
            self.mentions = mentions
            self.count = count
        }
    }

    /// A source that does not stand as it should.
    public struct SourceTrouble: Sendable, Hashable {
        /// The source.
        public var source: SourceID
        /// How it stands.
        public var health: SourceHealth
        /// Since when; nil if not known.
        public var since: Date?

        /// A trouble.
        public init(source: SourceID, health: SourceHealth, since: Date?) {
            self.source = source
            self.health = health
            self.since = since
        }
    }

    /// What the owner calls it.
    public var title: String
    /// The time that it tells of.
    public var period: Alert.Period
    /// The time of the same length before, which figures are compared with.
    public var previous: Alert.Period
    /// What the period brought.
    public var counts: SentimentCounts
    /// What the time before brought.
    public var countsBefore: SentimentCounts
    /// Days up to the last of the period, for the trend; days without mentions are absent.
    public var days: [DayCounts]
    /// The last day of the trend.
    public var lastDay: CalendarDay
    /// How many days the trend has.
    public var dayCount: Int
    /// The worst mentions of the period, worst first.
    public var worst: [Mention]
    /// The best ones, best first.
    public var best: [Mention]
    /// The mentions that wait for an answer longest, oldest first; of whatever period.
    public var unanswered: [Mention]
    /// How many wait.
    public var unansweredCount: Int
    /// How the mentions of the period were answered.
    public var responses: ResponseCounts
    /// How those of the time before were.
    public var responsesBefore: ResponseCounts
    /// What the mentions of the period speak of.
    public var aspects: [AspectCounts]
    /// What those of the time before spoke of.
    public var aspectsBefore: [AspectCounts]
    /// Sources that do not stand as they should.
    public var troubles: [SourceTrouble]
    /// Mentions that rules left for the digest.
    public var matches: [Matches]
    /// How many mentions a silence kept from being told.
    public var silenced: Int
    /// How many alerts there were in the period, digests not counted.
    public var alerts: Int

    /// A digest of nothing so far.
    public init(title: String, period: Alert.Period, previous: Alert.Period, lastDay: CalendarDay) {
        self.title = title
        self.period = period
        self.previous = previous
        counts = SentimentCounts()
        countsBefore = SentimentCounts()
        days = []
        self.lastDay = lastDay
        dayCount = 28
        worst = []
        best = []
        unanswered = []
        unansweredCount = 0
        responses = ResponseCounts()
        responsesBefore = ResponseCounts()
        aspects = []
        aspectsBefore = []
        troubles = []
        matches = []
        silenced = 0
        alerts = 0
    }
}
