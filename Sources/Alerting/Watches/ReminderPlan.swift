public import FoundationEssentials
public import Model

/// A mention without an answer of the owner, as a reminder rule looks at it.
public struct WaitingMention: Sendable {
    /// What waits, in its present wording.
    public var mention: Mention
    /// What its author wrote before; nil for an author without a name.
    public var author: AuthorHistory?
    /// On how many sites its story stands, this one included.
    public var siteCount: Int
    /// Since when it asks for an answer: when it was first seen, edited into what the rule asks for, or
    /// reopened.
    public var since: Date
    /// How often the rule has reminded of it.
    public var reminders: Int
    /// When it did so last; nil if it never did.
    public var lastReminder: Date?

    /// A mention that waits.
    public init(
        mention: Mention, author: AuthorHistory? = nil, siteCount: Int = 1, since: Date? = nil,
        reminders: Int = 0, lastReminder: Date? = nil
    ) {
        self.since = since ?? mention.firstSeen
        self.mention = mention
        self.author = author
        self.siteCount = siteCount
        self.reminders = reminders
        self.lastReminder = lastReminder
    }

    /// `reminders` as a number that can be reckoned with.
    var made: Int { min(max(reminders, 0), 1_000_000) }
}

/// One reminder letter that is to be made and delivered; its kind is `reminder`.
public struct ReminderDecision: Sendable, Hashable {
    /// The rule that reminds.
    public var rule: RuleID
    /// How urgent it is.
    public var severity: Alert.Severity
    /// The brand that all of the mentions count for; nil where they count for several, or for none.
    public var brand: BrandID?
    /// Oldest first, at least one.
    public var mentions: [MentionID]
    /// Where it goes.
    public var channels: [ChannelID]
    /// What waits and since when, as one sentence for the owner.
    public var reason: String
    /// Whether it goes to those who are told when reminders have not helped.
    public var isEscalation: Bool
}

/// What a reminder rule says at one moment; stored in one transaction.
public struct ReminderPlan: Sendable, Hashable {
    /// A reminder that is made now.
    public struct Reminder: Sendable, Hashable {
        /// What waits.
        public var mention: MentionID
        /// How many reminders of it there are with this one.
        public var count: Int
    }

    /// To be made now: at most one for the channels of the rule and one for those of the escalation.
    public var alerts: [ReminderDecision] = []
    /// The reminders that these alerts make, oldest mention first, each mention once.
    public var reminders: [Reminder] = []
    /// When the next reminder is due if nobody answers; nil if none is to come.
    public var nextDue: Date?

    /// Takes note of a reminder to come.
    mutating func expect(_ date: Date?) {
        guard let date else { return }
        nextDue = nextDue.map { min($0, date) } ?? date
    }
}
