public import FoundationEssentials

/// Something about a source itself that the owner is told once: a change of its state, or of what it
/// gives.
public struct SourceNotice: Sendable, Hashable {
    /// What happened; stored and shown by these names.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It became `SourceHealth.unreachable`.
        case unreachable
        /// It became `SourceHealth.unreadable`.
        case unreadable
        /// It became `SourceHealth.quiet`.
        case quiet
        /// It became `SourceHealth.gone`.
        case gone
        /// It is well again after one of the above was told.
        case recovered
        /// A permanent redirect led to another address, which is polled from now on.
        case moved
        /// Between two polls entries may have come and gone unseen.
        case gap
        /// Known entries came back under new ids.
        case churn
        /// Mentions are no longer listed where they were.
        case delisted
    }

    /// Its number in the store.
    public var id: SourceNoticeID
    /// The source that it is about.
    public var source: SourceID
    /// What happened.
    public var kind: Kind
    /// What happened and what to do, as sentences for the owner; no secret in it.
    public var detail: String
    /// When it was noticed.
    public var at: Date
    /// Since when it has been so; nil where that is the same or not known.
    public var since: Date?
    /// The mentions that it is about; empty for most kinds.
    public var mentions: [MentionID]

    /// A notice.
    public init(
        id: SourceNoticeID, source: SourceID, kind: Kind, detail: String, at: Date,
        since: Date? = nil, mentions: [MentionID] = []
    ) {
        self.id = id
        self.source = source
        self.kind = kind
        self.detail = detail
        self.at = at
        self.since = since
        self.mentions = mentions
    }
}
