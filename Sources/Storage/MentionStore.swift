public import FoundationEssentials
public import Model

/// The mentions and their versions.
public protocol MentionStore: Sendable {
    /// What is stored of these identities of a source; identities that are not stored are absent.
    func known(_ identities: [EntryIdentity], of source: SourceID) async throws(StorageError)
        -> [EntryIdentity: KnownEntry]

    /// Stores one poll in one transaction: the source's new state, new mentions, new versions of
    /// changed ones, identities that no brand matched, and the rollups.
    ///
    /// An identity that is stored already is never stored again, whatever the caller thought it
    /// knew: the unique key decides. Identities under new names, the list of what was there, marks of
    /// mentions that are listed no more, notices and the host's usage go into the same transaction.
    /// The source's lease ends.
    ///
    /// A poll that began before the source got another address, another way of being read, or lost
    /// its memory (`urlDigest` or `revision` of its state is not the stored one) stores its entries,
    /// its time and the host's usage, and nothing else: the source stays due.
    func record(_ poll: PollRecord) async throws(StorageError) -> PollReceipt

    func mention(_ id: MentionID) async throws(StorageError) -> Mention?

    /// The same without the words and the aspects of its verdict, which take most of the time to read.
    func mentionWithoutReasons(_ id: MentionID) async throws(StorageError) -> Mention?

    /// The mentions that `filter` lets through, in its order.
    func mentions(_ filter: MentionFilter, page: Page) async throws(StorageError) -> PageOf<Mention>

    /// The earlier wordings of a mention, oldest first; without the present one.
    func versions(of id: MentionID) async throws(StorageError) -> [MentionVersion]

    /// The story that a mention tells with others; nil where it stands alone.
    func incident(of mention: MentionID) async throws(StorageError) -> Incident?

    /// The oldest mention that is negative and has no reply of the owner; baseline mentions count too.
    func oldestUnanswered(brands: [BrandID]) async throws(StorageError) -> Mention?
}

/// What is stored under an identity.
public struct KnownEntry: Sendable, Hashable {
    /// Nil for an entry that no brand matched so far: its identity is kept, its text is not.
    public var mention: MentionID?
    /// The digest of the stored wording.
    public var contentDigest: String
    /// True for a mention that retention or a person removed: it must not come back.
    public var isForgotten: Bool

    /// A stored identity.
    public init(mention: MentionID?, contentDigest: String, isForgotten: Bool) {
        self.mention = mention
        self.contentDigest = contentDigest
        self.isForgotten = isForgotten
    }
}

/// An entry on its way into the store, matched and scored.
public struct MentionDraft: Sendable, Hashable {
    /// What the source says, made plain.
    public var entry: Entry
    /// A digest of all that makes a difference to a reader; another one means another version.
    public var contentDigest: String
    /// Empty for an entry that no brand matched: only its identity is kept.
    ///
    /// A stored mention whose new wording matches no brand keeps the brands that it had.
    public var brands: [Mention.BrandMatch]
    /// Nil only for an entry that is no mention.
    public var sentiment: Sentiment?
    /// False for entries that must not alert: those of the baseline, or of an entry that was seen
    /// before but matched no brand until the query changed.
    public var isNews: Bool
    /// The date it counts for.
    public var occurredAt: Date
    /// What copies of it are found by.
    public var story: StoryFingerprint

    /// A draft.
    public init(
        entry: Entry, contentDigest: String, brands: [Mention.BrandMatch], sentiment: Sentiment?,
        isNews: Bool, occurredAt: Date, story: StoryFingerprint = StoryFingerprint()
    ) {
        self.entry = entry
        self.contentDigest = contentDigest
        self.brands = brands
        self.sentiment = sentiment
        self.isNews = isNews
        self.occurredAt = occurredAt
        self.story = story
    }
}

/// A known entry that came back under another identity.
///
/// Whatever comes under the new identity from then on is that entry: another wording is an edit of
/// its mention, and an entry that was removed stays removed. The mention's own identity stays the
/// one that it was first seen under. A former key that is not stored links nothing, and an identity
/// that has a mention already keeps it.
public struct Relink: Sendable, Hashable {
    /// The identity that it has now.
    public var identity: EntryIdentity
    /// The digest of its wording, which is the known one.
    public var contentDigest: String
    /// The key of the identity that it had.
    public var formerKey: String

    /// A link from a new identity to a known entry.
    public init(identity: EntryIdentity, contentDigest: String, formerKey: String) {
        self.identity = identity
        self.contentDigest = contentDigest
        self.formerKey = formerKey
    }
}

/// A notice about a source on its way into the store.
public struct NewNotice: Sendable, Hashable {
    /// What happened.
    public var kind: SourceNotice.Kind
    /// What happened and what to do, as sentences for the owner; no secret in it.
    public var detail: String
    /// Since when it has been so; nil where that is the same or not known.
    public var since: Date?
    /// The mentions that it is about.
    public var mentions: [MentionID]

    /// A notice.
    public init(
        kind: SourceNotice.Kind, detail: String, since: Date? = nil, mentions: [MentionID] = []
    ) {
        self.kind = kind
        self.detail = detail
        self.since = since
        self.mentions = mentions
    }
}

/// Everything that one poll changes.
public struct PollRecord: Sendable {
    /// The source that was polled; it must be registered.
    public var source: SourceID
    /// What its entries are, kept with new mentions.
    public var kind: Source.Kind
    /// The state after the poll, next poll included: the claimed one, changed.
    ///
    /// `mentionCount` is counted by the store, and `pausedAt` is what `setPaused` made it.
    public var state: SourceState
    /// New and changed entries, in the order of the document.
    public var drafts: [MentionDraft]
    /// Whether it was the first successful poll, whose mentions are not news.
    public var isBaseline: Bool
    /// The time of the poll; `firstSeen` of new mentions.
    public var now: Date
    /// Maps a time to the owner's calendar day.
    public var day: @Sendable (Date) -> CalendarDay
    /// Known entries that came under other identities: the mention, where there is one, gets them too.
    public var relinks: [Relink] = []
    /// What the source lists now; nil leaves what is remembered.
    public var listed: ListedEntries?
    /// Mentions that are listed no more.
    public var delisted: [MentionID] = []
    /// Mentions that are listed again.
    public var relisted: [MentionID] = []
    /// Where the source now lets its unchanged mentions be reported; written where that is another place
    /// than is stored, without making a version of the mention.
    public var reportURLs: [MentionID: String] = [:]
    /// What the owner is to be told of the source.
    public var notices: [NewNotice] = []
    /// What this poll asked of the source's host and heard of its limits; nil for files.
    ///
    /// `requests` counts those of this poll only: the store adds them to the day's, so that polls at
    /// the same time all count. What the host did not say is left as it is stored, and the later
    /// `blockedUntil` holds. A record that is repeated counts its requests again.
    public var host: HostUsage?

    /// A record of one poll.
    public init(
        source: SourceID, kind: Source.Kind, state: SourceState, drafts: [MentionDraft],
        isBaseline: Bool, now: Date, day: @escaping @Sendable (Date) -> CalendarDay
    ) {
        self.source = source
        self.kind = kind
        self.state = state
        self.drafts = drafts
        self.isBaseline = isBaseline
        self.now = now
        self.day = day
    }
}

/// What a poll really changed.
public struct PollReceipt: Sendable, Hashable {
    /// Mentions stored for the first time, in the order of the drafts.
    public var new: [MentionID]
    /// Mentions that got another version, in the order of the drafts.
    public var changed: [MentionID]

    /// A receipt.
    public init(new: [MentionID] = [], changed: [MentionID] = []) {
        self.new = new
        self.changed = changed
    }
}

/// An earlier wording of a mention.
public struct MentionVersion: Sendable, Hashable {
    /// Its number, from 1.
    public var version: Int
    /// The headline that it had.
    public var title: String?
    /// The body that it had.
    public var text: String?
    /// The rating that it had.
    public var rating: Rating?
    /// How it was felt, −1 to 1.
    public var score: Double
    /// How it was felt, in one word.
    public var label: Sentiment.Label
    /// When it was replaced.
    public var replacedAt: Date

    /// An earlier wording.
    public init(
        version: Int, title: String?, text: String?, rating: Rating?, score: Double,
        label: Sentiment.Label, replacedAt: Date
    ) {
        self.version = version
        self.title = title
        self.text = text
        self.rating = rating
        self.score = score
        self.label = label
        self.replacedAt = replacedAt
    }
}
