public import FoundationEssentials
public import Model

/// The schedule and the memory of sources.
public protocol SourceStore: Sendable {
    /// Makes the stored sources those of the configuration, in one transaction.
    ///
    /// A new source gets a row that is due at `firstPoll(id)`. A source whose address, or whose way of
    /// being read, changed loses its validators and is due at once, so that its entries are looked
    /// at anew; what it listed and the shape of its entries are forgotten. With another address it
    /// loses its remembered redirect, its failures and what the server said too, and waits for its
    /// first word again. A source that is configured no more, or is disabled, is kept with its
    /// mentions but is not claimed; a paused one stays paused.
    func register(
        _ sources: [RegisteredSource], now: Date, firstPoll: @Sendable (SourceID) -> Date
    ) async throws(StorageError)

    /// Claims at most `limit` sources that are due at `now` and that nobody else holds, the longest
    /// due first. A claimed source is not due for others until `lease` ends or `record` is called.
    ///
    /// Where none is due, those are that were polled more than a minute after `now`: the clock was set back
    /// since, and they would wait for as long.
    func claimDue(now: Date, limit: Int, lease: Lease) async throws(StorageError) -> [SourceState]

    /// Puts off sources that were claimed but not asked, in one transaction: each is due at its date
    /// and its lease ends; nothing else of it changes.
    ///
    /// A name that no source has is left out. May be repeated.
    func postpone(_ sources: [SourceID: Date]) async throws(StorageError)

    /// When the next source is due; nil if there is none. Claimed sources count from their lease's end.
    func nextDueSource() async throws(StorageError) -> Date?

    /// All sources of the configuration, in the order of their names.
    func sourceStates() async throws(StorageError) -> [SourceState]

    /// Makes sources due at `now`: all, or those named.
    func pollSoon(_ sources: [SourceID]?, now: Date) async throws(StorageError)

    /// Pauses a source, or lets it be polled again from `now` on; one that is so already stays as it is.
    ///
    /// A paused source keeps everything and is not claimed; a poll of it that is under way still
    /// stores what it brings. Returns false where no source is so called.
    func setPaused(_ source: SourceID, _ isPaused: Bool, now: Date) async throws(StorageError)
        -> Bool

    /// Forgets what was seen of a source but made no mention, its validators and its baseline, so
    /// that its document is read anew and everything in it counts as history, which never alerts.
    ///
    /// What it listed is forgotten too. Mentions stay, and so does the memory of those that were
    /// removed. A poll that is under way leaves the source due. Returns how many identities were
    /// forgotten; nil where no source is so called.
    func forgetSeen(of source: SourceID, now: Date) async throws(StorageError) -> Int?

    /// Removes all mentions of a source, with their versions, decisions and counts, and everything
    /// else that is remembered of it; one that the configuration still has is as if it were new,
    /// not paused, and due at once.
    ///
    /// Alerts that told of nothing else go too, even those still to be delivered. Mentions that were
    /// pruned before stay in the figures by day. Their words are taken out of the index of the search, and
    /// of the journal unless others are reading it. Returns how many mentions were removed.
    func erase(_ source: SourceID) async throws(StorageError) -> Int

    /// What the source listed when it was last read; nil if nothing is remembered.
    func listedEntries(of source: SourceID) async throws(StorageError) -> ListedEntries?

    /// Which entries of a source have the wordings that these digests name, apart from tombstones.
    func entries(withContent digests: [String], of source: SourceID) async throws(StorageError)
        -> [KnownContent]

    /// What is stored of the entries of a source with these keys; unknown keys are absent.
    func entries(withKeys keys: [String], of source: SourceID) async throws(StorageError)
        -> [ListedMention]

    /// What was asked of every host, as last recorded.
    func hostUsages() async throws(StorageError) -> [HostUsage]

    /// Notices about sources, newest first: of one, or of all.
    func sourceNotices(of source: SourceID?, limit: Int) async throws(StorageError)
        -> [SourceNotice]
}

/// A stored entry that is found by its wording.
public struct KnownContent: Sendable, Hashable {
    /// The digest of its wording.
    public var contentDigest: String
    /// The key of its identity.
    public var key: String
    /// Nil for an entry that is no mention.
    public var mention: MentionID?

    /// A stored wording.
    public init(contentDigest: String, key: String, mention: MentionID?) {
        self.contentDigest = contentDigest
        self.key = key
        self.mention = mention
    }
}

/// A stored entry that is found by its key, with what is needed to judge that it is missing.
public struct ListedMention: Sendable, Hashable {
    /// The key of its identity.
    public var key: String
    /// Nil for an entry that is no mention.
    public var mention: MentionID?
    /// The date that the mention counts for; nil for an entry that is no mention.
    public var occurredAt: Date?
    /// The verdict on the mention; nil for an entry that is no mention.
    public var label: Sentiment.Label?
    /// Whether it is marked as listed no more.
    public var isDelisted: Bool

    /// A stored entry.
    public init(
        key: String, mention: MentionID?, occurredAt: Date?, label: Sentiment.Label?,
        isDelisted: Bool
    ) {
        self.key = key
        self.mention = mention
        self.occurredAt = occurredAt
        self.label = label
        self.isDelisted = isDelisted
    }
}

/// What the store has to know of a configured source.
public struct RegisteredSource: Sendable, Hashable {
    /// The name in the configuration.
    public var id: SourceID
    /// What its entries are.
    public var kind: Source.Kind
    /// A digest of the configured address.
    public var urlDigest: String
    /// A digest of all that decides what an entry becomes: recipe, kind, zone, brands and queries.
    public var readingDigest: String
    /// False for a source that is shown but not claimed.
    public var isEnabled: Bool

    /// A source as it is registered.
    public init(
        id: SourceID, kind: Source.Kind, urlDigest: String, readingDigest: String, isEnabled: Bool
    ) {
        self.id = id
        self.kind = kind
        self.urlDigest = urlDigest
        self.readingDigest = readingDigest
        self.isEnabled = isEnabled
    }
}
