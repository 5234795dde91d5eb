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
    /// When the present run of failures began; nil while `failures` is 0.
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

    /// The state of a source that was never polled and is due at `nextPoll`.
    public init(source: SourceID, nextPoll: Date, urlDigest: String) {
        self.source = source
        self.nextPoll = nextPoll
        self.urlDigest = urlDigest
        self.validators = Validators()
        self.failures = 0
        self.mentionCount = 0
    }
}
