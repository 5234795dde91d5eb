public import FoundationEssentials

/// What the store remembers of a source between two polls; one row.
public struct SourceState: Sendable, Hashable {
    /// The conditional-request validators of the last complete answer (RFC 9110, section 13).
    public struct Validators: Sendable, Hashable {
        /// The `ETag` field exactly as received, weak marker and quotes included.
        public var etag: String?
        /// The `Last-Modified` field exactly as received.
        public var lastModified: String?

        /// Validators as received; both nil where the answer had none.
        public init(etag: String? = nil, lastModified: String? = nil) {
            self.etag = etag
            self.lastModified = lastModified
        }
    }

    /// Whose state it is; one row each.
    public var source: SourceID
    /// When the source is polled next; in the past means now.
    public var nextPoll: Date
    /// When it was last asked, with whatever outcome; nil if never.
    public var lastPoll: Date?
    /// When it last answered as it should, changed or not; nil if never.
    public var lastSuccess: Date?
    /// When the first successful poll was stored; nil until then.
    ///
    /// Entries of that poll never alert.
    public var baselineAt: Date?
    /// What the next request makes itself conditional by.
    public var validators: Validators
    /// A digest of the last body that was parsed; the same digest means nothing to parse.
    public var bodyDigest: String?
    /// Failed polls since the last success; 0 while the source is well.
    public var failures: Int
    /// When the present run of failures began, or since when its documents lack what they used to
    /// have; nil while nothing is wrong.
    public var failingSince: Date?
    /// Why the last poll failed; nil while `failures` is 0.
    public var lastFailure: PollFailure?
    /// The address a permanent redirect (301, 308) led to; polled in place of the configured one.
    public var movedTo: Secret?
    /// A digest of the configured address; when it changes, validators and `movedTo` no longer hold.
    public var urlDigest: String
    /// The title that the feed gives itself.
    public var feedTitle: String?
    /// The format of the last parsed document; nil until then.
    public var format: FeedFormat?
    /// Entries in the last parsed document.
    public var lastEntryCount: Int?
    /// How many mentions of this source are stored.
    public var mentionCount: Int
    /// How it stands, as the owner was told.
    public var health: SourceHealth
    /// Since when it has stood so; nil until its first poll.
    public var healthSince: Date?
    /// When the owner paused it; nil while it is polled.
    public var pausedAt: Date?
    /// When a poll last brought a new or a changed entry; nil if never.
    public var lastChange: Date?
    /// How often it brings news.
    public var cadence: Cadence
    /// Which fields the entries of the last document had; 0 until then (`Health` knows the bits).
    public var shape: Int
    /// What the server said last, in one sentence for the owner; nil if it said nothing yet.
    public var answer: String?
    /// Requests that the server still allows, as it last said; nil if it did not.
    public var quotaRemaining: Int?
    /// How long the last document asked to be left alone, in seconds; nil if it did not.
    public var timeToLive: TimeInterval?
    /// When the last document asked not to be read; nil if it did not.
    public var skips: SkippedTimes?
    /// Until when a complaint that it brought keeps it at its shortest interval; nil if none does.
    public var urgentUntil: Date?
    /// Counts the changes that make a poll worthless which began before them: another address, another
    /// way of being read, a memory that was forgotten; the store's own.
    public var revision: Int

    /// The state of a source that was never polled and is due at `nextPoll`.
    public init(source: SourceID, nextPoll: Date, urlDigest: String) {
        self.source = source
        self.nextPoll = nextPoll
        self.urlDigest = urlDigest
        self.validators = Validators()
        self.failures = 0
        self.mentionCount = 0
        self.health = .waiting
        self.cadence = Cadence()
        self.shape = 0
        self.revision = 0
    }
}
