public import FoundationEssentials
public import Model

/// What rules have decided and have still to decide.
public protocol AlertStore: Sendable {
    /// Mentions that no decision was made on yet, oldest first, at most `limit`; rules don't ask for the
    /// words that counted and the aspects, which are left out.
    func undecided(limit: Int) async throws(StorageError) -> [UndecidedMention]

    /// Notices about sources that nobody was told of yet, oldest first.
    func undecidedNotices() async throws(StorageError) -> [SourceNotice]

    /// The mentions of a brand, or of none where it is nil, that were first seen at or after `since`
    /// and have a fingerprint, oldest first: what copies are looked for among.
    func stories(of brand: BrandID?, since: Date) async throws(StorageError) -> [StoredStory]

    /// Mentions that a rule holds back, due or not, oldest first, without words and aspects too.
    func held() async throws(StorageError) -> [HeldDecision]

    /// When the next held mention is due; nil if none is held.
    func nextHeld() async throws(StorageError) -> Date?

    /// When each rule last alerted for each brand.
    func lastAlerts() async throws(StorageError) -> [AlertMoment]

    /// Stores decisions in one transaction: alerts with a delivery for each channel, holds, notes,
    /// and the mark that the mentions are decided.
    ///
    /// A mention that another process decided meanwhile is left as it is; an alert of which no
    /// mention and no undecided notice is left is not stored. The notices of a stored alert are
    /// decided. Returns the number of each alert, in their order; nil for one that was not stored.
    func commit(_ decisions: DecisionRecord) async throws(StorageError) -> [AlertID?]

    func alert(_ id: AlertID) async throws(StorageError) -> Alert?

    /// Alerts, newest first.
    func alerts(since: Date?, page: Page) async throws(StorageError) -> PageOf<Alert>

    /// What rules said of a mention, oldest first.
    func decisions(on mention: MentionID) async throws(StorageError) -> [RecordedDecision]
}

/// A mention that waits for its decision.
public struct UndecidedMention: Sendable, Hashable {
    /// What is to be decided on, in its present wording.
    public var mention: Mention
    /// False: it may be noted but not alerted on.
    public var isNews: Bool
    /// The wording that was decided on last, where an edit made the mention undecided again.
    public var decidedVersion: MentionVersion?

    /// A waiting mention.
    public init(mention: Mention, isNews: Bool, decidedVersion: MentionVersion?) {
        self.mention = mention
        self.isNews = isNews
        self.decidedVersion = decidedVersion
    }
}

/// A mention as it is compared with others to find copies.
public struct StoredStory: Sendable, Hashable {
    /// The mention's number.
    public var mention: MentionID
    /// Where it was read.
    public var source: SourceID
    /// What it is found by.
    public var fingerprint: StoryFingerprint
    /// The story that it is known to tell with others.
    public var incident: MentionID?

    /// A stored fingerprint.
    public init(
        mention: MentionID, source: SourceID, fingerprint: StoryFingerprint, incident: MentionID?
    ) {
        self.mention = mention
        self.source = source
        self.fingerprint = fingerprint
        self.incident = incident
    }
}

/// A mention that a rule's cool-down holds back.
public struct HeldDecision: Sendable, Hashable {
    /// The rule that holds it.
    public var rule: RuleID
    /// The brand whose cool-down holds it; nil for rules over all brands.
    public var brand: BrandID?
    /// The mention in its present wording.
    public var mention: Mention
    /// When it was held first.
    public var heldSince: Date
    /// When it is due to be told.
    public var until: Date

    /// A held mention.
    public init(rule: RuleID, brand: BrandID?, mention: Mention, heldSince: Date, until: Date) {
        self.rule = rule
        self.brand = brand
        self.mention = mention
        self.heldSince = heldSince
        self.until = until
    }
}

/// The time of a rule's last alert on a brand.
public struct AlertMoment: Sendable, Hashable {
    /// The rule that spoke.
    public var rule: RuleID
    /// The brand that it spoke of; nil for alerts on no single brand.
    public var brand: BrandID?
    /// When the alert was stored.
    public var at: Date

    /// A moment.
    public init(rule: RuleID, brand: BrandID?, at: Date) {
        self.rule = rule
        self.brand = brand
        self.at = at
    }
}

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

        /// An alert to store.
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

/// A stored word of a rule on a mention.
public struct RecordedDecision: Sendable, Hashable {
    /// The rule whose word it is.
    public var rule: RuleID
    /// `alerted`, `held`, or the name of the reason why it was not told.
    public var outcome: String
    /// Why, as one sentence for the owner.
    public var reason: String
    /// The alert that told of it; nil if none did, or it was pruned.
    public var alert: AlertID?
    /// When it was decided; of a held mention, when it was held first.
    public var decidedAt: Date

    /// A stored decision.
    public init(
        rule: RuleID, outcome: String, reason: String, alert: AlertID?, decidedAt: Date
    ) {
        self.rule = rule
        self.outcome = outcome
        self.reason = reason
        self.alert = alert
        self.decidedAt = decidedAt
    }
}
