public import FoundationEssentials
public import Model

/// The outcome of one decide walk.
public struct DecisionRecord: Sendable {
    /// An alert that is to be stored with its deliveries.
    public struct NewAlert: Sendable, Hashable {
        /// The rule that speaks.
        public var rule: RuleID
        /// How urgent the rule calls it.
        public var severity: Alert.Severity
        /// The brand that it is about; nil for none.
        public var brand: BrandID?
        /// Oldest first, at least one unless there are notices.
        public var mentions: [MentionID]
        /// What it tells of sources; empty where it tells of mentions only.
        public var notices: [SourceNoticeID]
        /// Why the rule speaks, as one sentence for the owner.
        public var reason: String
        /// Where it is to be told; each channel gets one delivery, however often it is named.
        public var channels: [ChannelID]
        /// When channels are told at the earliest; those that are not named, at once.
        public var notBefore: [ChannelID: Date] = [:]
        /// What it is about.
        public var kind: Alert.Kind = .mentions
        /// How the severity came about; nil where it was fixed.
        public var weighing: String?
        /// The time that it tells of.
        public var period: Alert.Period?
        /// The channel that it is about, for the kind `channel`.
        public var channel: ChannelID?

        /// An alert to store.
        ///
        /// The kinds `mentions` and `sources` are not stored without a mention or notice that is still
        /// open, and one of kind `reminder` not without a mention that still has no reply and of which
        /// the reminder of the record was not made meanwhile. Other kinds name mentions that stay as
        /// they are; one of these that is stored already is not stored again: a digest of the same
        /// rule on the same period, and any other of its rule, brand, channel, kind and time.
        public init(
            rule: RuleID, severity: Alert.Severity, brand: BrandID?, mentions: [MentionID],
            notices: [SourceNoticeID] = [], reason: String, channels: [ChannelID]
        ) {
            self.rule = rule
            self.severity = severity
            self.brand = brand
            self.mentions = mentions
            self.notices = notices
            self.reason = reason
            self.channels = channels
        }
    }

    /// Any other word of a rule on a mention.
    public struct Note: Sendable, Hashable {
        /// What was decided.
        public enum Outcome: Sendable, Hashable {
            /// Told later, at the end of the cool-down.
            case held(since: Date, until: Date)
            /// Not told, for a reason that has this name.
            case settled(as: String)
        }

        /// The rule whose word it is.
        public var rule: RuleID
        /// The brand that was looked at; nil for none.
        public var brand: BrandID?
        /// The mention that was looked at.
        public var mention: MentionID
        /// What becomes of the mention.
        public var outcome: Outcome
        /// Why, as one sentence for the owner.
        public var reason: String

        /// A note.
        public init(
            rule: RuleID, brand: BrandID?, mention: MentionID, outcome: Outcome, reason: String
        ) {
            self.rule = rule
            self.brand = brand
            self.mention = mention
            self.outcome = outcome
            self.reason = reason
        }
    }

    /// What is to be told.
    public var alerts: [NewAlert]
    /// What is held back or not told.
    public var notes: [Note]
    /// Mentions, with the version that was looked at, that need no further decision.
    public var decided: [DecidedMention]
    /// The time of the walk; alerts are stored with it.
    public var now: Date
    /// Mentions that tell a story which an earlier one told: each with the first that told it.
    ///
    /// Both get the number of the first as their incident.
    public var copies: [StoryCopy] = []
    /// Notices that need no further decision, those of the alerts included.
    public var decidedNotices: [SourceNoticeID] = []
    /// What rules remember from now on, each in the place of what it remembered under its key.
    public var marks: [RuleMark] = []
    /// Reminders that this walk makes; stored if the mention still has no reply.
    public var reminders: [Reminder] = []

    /// A rule's reminder of a mention that waits for an answer, made at `now` of the record.
    public struct Reminder: Sendable, Hashable {
        /// The rule that reminds.
        public var rule: RuleID
        /// What waits.
        public var mention: MentionID
        /// How many reminders it makes with this one.
        public var count: Int

        /// A reminder.
        public init(rule: RuleID, mention: MentionID, count: Int) {
            self.rule = rule
            self.mention = mention
            self.count = count
        }
    }

    /// A record of one walk.
    public init(alerts: [NewAlert], notes: [Note], decided: [DecidedMention], now: Date) {
        self.alerts = alerts
        self.notes = notes
        self.decided = decided
        self.now = now
    }
}

/// A mention that tells again what an earlier one told.
///
/// Where both belong to incidents already, these become one under the older number. A copy whose
/// mention, or whose first, was removed meanwhile joins nothing.
public struct StoryCopy: Sendable, Hashable {
    /// The later mention.
    public var mention: MentionID
    /// The first mention of the story.
    public var first: MentionID

    /// A copy.
    public init(mention: MentionID, first: MentionID) {
        self.mention = mention
        self.first = first
    }
}

/// The version of a mention that a decision was made on.
public struct DecidedMention: Sendable, Hashable {
    /// The mention's number.
    public var mention: MentionID
    /// The version that the rules looked at.
    public var version: Int

    /// A decided version.
    public init(mention: MentionID, version: Int) {
        self.mention = mention
        self.version = version
    }
}
