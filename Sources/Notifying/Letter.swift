public import FoundationEssentials
public import Model

/// Everything that a channel needs to tell the owner of an alert, or of several at once.
///
/// A letter is put together at sending, from the store as it is then: a mention that was forgotten
/// since the alert is not in it, so `mentions` may be shorter than `alert.mentions`, or empty.
public struct Letter: Sendable, Hashable {
    /// What is told.
    public var alert: Alert
    /// The row of the outbox that this letter is sent for; gives the message id.
    public var delivery: Delivery
    /// The mentions of the alert, or of its notices, that still exist, in the alert's order.
    public var mentions: [Mention]
    /// The name of the business, as the owner wrote it; stands in front of every subject.
    public var business: String
    /// The names of the brands that the mentions are about; a brand without one is shown by its id.
    public var brandNames: [BrandID: String]
    /// The titles of the sources; a source without one is shown by its id.
    public var sourceTitles: [SourceID: String]
    /// The owner's zone, in which times are told.
    public var timeZone: TimeZone
    /// What mentions said before the edit that this letter tells of.
    public var edits: [MentionID: Wording] = [:]
    /// The stories that mentions of the letter tell with others.
    public var incidents: [MentionID: Incident] = [:]
    /// When sources that the letter is about were last read as they should be.
    public var lastReads: [SourceID: Date] = [:]
    /// What the servers of these sources said last, as sentences for the owner.
    public var answers: [SourceID: String] = [:]

    /// Further alerts that are told in the same letter, oldest first; `alert` comes before them.
    ///
    /// `mentions` are those of all alerts, none twice.
    public var further: [Alert] = []
    /// What a digest tells; set for alerts of kind `digest` and no others.
    public var digest: Digest?
    /// For how long mentions of a reminder have waited, and how often they were told of.
    public var reminders: [MentionID: Reminder] = [:]
    /// How the channel stands that an alert of kind `channel` is about.
    public var channelState: ChannelState?
    /// How many letters wait for that channel.
    public var waitingLetters = 0

    /// The language that it is told in: that of the channel which tells it.
    var language = LetterLanguage.english
    /// The words of that language.
    var book: any PhraseBook { language.book }

    /// The letter, to be told in another language.
    func told(in language: LetterLanguage) -> Letter {
        var letter = self
        letter.language = language
        return letter
    }

    /// All alerts of the letter, oldest first.
    public var alerts: [Alert] { [alert] + further }

    /// When the last of its alerts was stored; the same on every attempt.
    var latest: Date { alerts.map(\.createdAt).max() ?? alert.createdAt }

    /// How a mention stands that waits for an answer.
    public struct Reminder: Sendable, Hashable {
        /// When it was first seen.
        public var since: Date
        /// How many reminders of it there were, this one included.
        public var count: Int

        /// A reminder.
        public init(since: Date, count: Int) {
            self.since = since
            self.count = count
        }
    }

    /// An earlier wording of a mention.
    public struct Wording: Sendable, Hashable {
        /// The headline that it had.
        public var title: String?
        /// The body that it had.
        public var text: String?
        /// The rating that it had.
        public var rating: Rating?
        /// How it was felt, in one word.
        public var label: Sentiment.Label
        /// How it was felt, −1 to 1.
        public var score: Double
        /// When the later wording was seen.
        public var replacedAt: Date

        /// A wording.
        public init(
            title: String?, text: String?, rating: Rating?, label: Sentiment.Label, score: Double,
            replacedAt: Date
        ) {
            self.title = title
            self.text = text
            self.rating = rating
            self.label = label
            self.score = score
            self.replacedAt = replacedAt
        }
    }

    /// A letter about `alert`, to be carried as `delivery`.
    public init(
        alert: Alert, delivery: Delivery, mentions: [Mention], business: String,
        brandNames: [BrandID: String] = [:], sourceTitles: [SourceID: String] = [:],
        timeZone: TimeZone
    ) {
        self.alert = alert
        self.delivery = delivery
        self.mentions = mentions
        self.business = business
        self.brandNames = brandNames
        self.sourceTitles = sourceTitles
        self.timeZone = timeZone
    }

    /// What the owner calls the source: its title, else its id.
    func title(of source: SourceID) -> String { sourceTitles[source] ?? source.rawValue }

    /// What the owner calls the brand: its name, else its id.
    func name(of brand: BrandID) -> String { brandNames[brand] ?? brand.rawValue }

    /// How many mentions of the alerts were forgotten before it was sent.
    var forgottenMentions: Int {
        let told = Set(alerts.flatMap { $0.mentions + $0.notices.flatMap(\.mentions) })
        return max(0, told.count - mentions.count)
    }

    /// Whether it tells of sources, and of mentions only in passing.
    var isAboutSources: Bool { !alert.notices.isEmpty }
}
