public import FoundationEssentials
public import Model

/// What rules have decided and have still to decide.
public protocol AlertStore: Sendable {
    /// Mentions that no decision was made on yet, oldest first, at most `limit`.
    ///
    /// Rules don't ask for the words that counted, which are left out, as are the spans and scores of
    /// aspects; the aspects themselves are there only if `aspects` asks for them. Of an author the
    /// latest hundred mentions are counted.
    func undecided(limit: Int, aspects: Bool) async throws(StorageError) -> [UndecidedMention]

    /// Notices about sources that nobody was told of yet, oldest first.
    func undecidedNotices() async throws(StorageError) -> [SourceNotice]

    /// The mentions of each of `brands`, or of none where it is nil, that were first seen at or after
    /// `since` and have a fingerprint, oldest first: what copies are looked for among.
    ///
    /// All that were seen since are walked over once, however many brands there are; a brand of which
    /// there are none is left out.
    func stories(of brands: Set<BrandID?>, since: Date) async throws(StorageError)
        -> [BrandID?: [StoredStory]]

    /// Mentions that a rule holds back, due or not, oldest first, without words and aspects.
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

    /// Everything that rules remember.
    func ruleMarks() async throws(StorageError) -> [RuleMark]

    /// Mentions that occurred at or after `since` and have no reply of the owner, oldest first, with the
    /// reminders that `rule` has made of them; those whose label is not in `labels` are left out (empty:
    /// any), as are survey answers.
    ///
    /// Words are left out as in `undecided`.
    func unanswered(
        labels: Set<Sentiment.Label>, since: Date, rule: RuleID, aspects: Bool
    ) async throws(StorageError) -> [UnansweredMention]

    /// Mentions as rules would have seen them, in the order of their numbers: at most `limit` with a number
    /// above `after` that were first seen at or after `since`.
    func history(since: Date, after: MentionID, limit: Int, aspects: Bool)
        async throws(StorageError) -> [PastMention]

    /// The mentions that `history` gives, of which only those are read in full that the question asks for,
    /// that were edited, or that tell a story with others.
    ///
    /// What an author wrote before is there only where it is asked for.
    func arrivals(since: Date, after: MentionID, limit: Int, asking: PastQuestion)
        async throws(StorageError) -> [PastArrival]

    /// How many `history` gives from `since` on; quick, for progress.
    func historyCount(since: Date) async throws(StorageError) -> Int

    /// How many decisions of each outcome other than `alerted` each rule stored from `from` to before `to`.
    ///
    /// With `brands` only those that count for one of them, or for no single brand and whose mention is
    /// about one of them.
    func outcomeCounts(brands: [BrandID]?, from: Date, to: Date)
        async throws(StorageError) -> [OutcomeCount]

    /// Mentions whose decision by `rule` has this outcome and was stored from `from` to before `to`,
    /// newest first, at most `limit` of those that `outcomeCounts` counts for `brands`.
    func mentions(
        decidedAs outcome: String, by rule: RuleID, brands: [BrandID]?, from: Date, to: Date,
        limit: Int
    ) async throws(StorageError) -> [Mention]

    /// How many alerts were stored from `from` to before `to`, digests and tests left out; with `brands`
    /// only those about one of them, and none about sources or channels.
    func alertCount(brands: [BrandID]?, from: Date, to: Date) async throws(StorageError) -> Int

    /// Silences, in force, to come or over, newest first.
    func silences() async throws(StorageError) -> [AlertSilence]

    /// Stores a silence; returns its number (`silence.id` is ignored), which for one that is stored
    /// word for word is that of the first.
    func add(_ silence: AlertSilence) async throws(StorageError) -> SilenceID

    /// Ends a silence at `now`; false where there is none that is not over.
    func endSilence(_ id: SilenceID, now: Date) async throws(StorageError) -> Bool

    /// Stores an alert of kind `test` with one delivery, due at once and claimed by `lease`, so that nobody
    /// else sends it meanwhile; returns that delivery.
    func addTest(to channel: ChannelID, reason: String, now: Date, lease: Lease)
        async throws(StorageError) -> Delivery
}

/// A mention that waits for an answer of the owner.
public struct UnansweredMention: Sendable, Hashable {
    /// What waits, in its present wording.
    public var mention: Mention
    /// What its author wrote before; nil for a mention whose author has no name.
    public var author: AuthorHistory?
    /// On how many sites its story stands, this one included.
    public var siteCount: Int
    /// How often the rule has reminded of it.
    public var reminders: Int
    /// When it did so last; nil if it never did.
    public var lastReminder: Date?

    /// A mention that waits.
    public init(
        mention: Mention, author: AuthorHistory? = nil, siteCount: Int = 1, reminders: Int = 0,
        lastReminder: Date? = nil
    ) {
        self.mention = mention
        self.author = author
        self.siteCount = siteCount
        self.reminders = reminders
        self.lastReminder = lastReminder
    }
}

/// A mention of the past, with its wordings, as rules would have seen it.
public struct PastMention: Sendable, Hashable {
    /// The mention in its present wording.
    public var mention: Mention
    /// Whether it was news when it came.
    public var isNews: Bool
    /// Its earlier wordings, oldest first.
    public var versions: [MentionVersion]
    /// What its author wrote before.
    public var author: AuthorHistory?

    /// A mention of the past.
    public init(
        mention: Mention, isNews: Bool, versions: [MentionVersion] = [],
        author: AuthorHistory? = nil
    ) {
        self.mention = mention
        self.isNews = isNews
        self.versions = versions
        self.author = author
    }
}

/// How often a rule decided one way.
public struct OutcomeCount: Sendable, Hashable {
    /// The rule that decided.
    public var rule: RuleID
    /// What it decided, by the name that is stored.
    public var outcome: String
    /// How often.
    public var count: Int

    /// A count.
    public init(rule: RuleID, outcome: String, count: Int) {
        self.rule = rule
        self.outcome = outcome
        self.count = count
    }
}

/// A mention that waits for its decision.
public struct UndecidedMention: Sendable, Hashable {
    /// What is to be decided on, in its present wording.
    public var mention: Mention
    /// False: it may be noted but not alerted on.
    public var isNews: Bool
    /// The wording that was decided on last, where an edit made the mention undecided again.
    public var decidedVersion: MentionVersion?
    /// What its author wrote before; nil for a mention whose author has no name.
    public var author: AuthorHistory?

    /// A waiting mention.
    public init(
        mention: Mention, isNews: Bool, decidedVersion: MentionVersion?,
        author: AuthorHistory? = nil
    ) {
        self.mention = mention
        self.isNews = isNews
        self.decidedVersion = decidedVersion
        self.author = author
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
    /// What its author wrote before; nil for a mention whose author has no name.
    public var author: AuthorHistory?
    /// On how many sites its story stands, this one included.
    public var siteCount: Int

    /// A held mention.
    public init(
        rule: RuleID, brand: BrandID?, mention: Mention, heldSince: Date, until: Date,
        author: AuthorHistory? = nil, siteCount: Int = 1
    ) {
        self.author = author
        self.siteCount = siteCount
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
