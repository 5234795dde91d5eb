public import FoundationEssentials
public import Model

/// How long things are kept, in seconds; nil always means for ever.
public struct RetentionPolicy: Sendable, Hashable {
    /// How long a mention is kept after it was first seen, for sources that `sources` does not name.
    public var mentions: TimeInterval?
    /// The same by source.
    public var sources: [SourceID: TimeInterval?]
    /// How long the name of an author is kept after the mention was closed; after its first sight
    /// where it never was.
    public var authors: TimeInterval?
    /// How long an alert is kept that has nothing left to send.
    public var outbox: TimeInterval?

    /// A policy; for ever unless told.
    public init(
        mentions: TimeInterval? = nil, sources: [SourceID: TimeInterval?] = [:],
        authors: TimeInterval? = nil, outbox: TimeInterval? = nil
    ) {
        self.mentions = mentions
        self.sources = sources
        self.authors = authors
        self.outbox = outbox
    }

    /// The times of which everything older is due to go at `now`.
    public func cutoffs(now: Date) -> RetentionCutoffs {
        func time(_ age: TimeInterval?) -> Date? { age.map { now.addingTimeInterval(-$0) } }
        return RetentionCutoffs(
            mentions: time(mentions), sources: sources.mapValues(time), authors: time(authors),
            outbox: time(outbox))
    }

    /// How long mentions of a source are kept.
    public func age(of source: SourceID) -> TimeInterval? { sources[source] ?? mentions }
}

/// The times of which everything older is due to go; nil: nothing is.
public struct RetentionCutoffs: Sendable, Hashable {
    /// Mentions first seen before this, of sources that `sources` does not name.
    public var mentions: Date?
    /// The same by source.
    public var sources: [SourceID: Date?]
    /// Names of authors of mentions that were closed before this, or never closed and first seen
    /// before this.
    public var authors: Date?
    /// Alerts made before this.
    public var outbox: Date?

    /// Times; nothing is due unless told.
    public init(
        mentions: Date? = nil, sources: [SourceID: Date?] = [:], authors: Date? = nil,
        outbox: Date? = nil
    ) {
        self.mentions = mentions
        self.sources = sources
        self.authors = authors
        self.outbox = outbox
    }

    /// The time for mentions of a source.
    public func mentions(of source: SourceID) -> Date? { sources[source] ?? mentions }
}

/// What pruning removed.
public struct Pruned: Sendable, Hashable {
    /// Mentions, with their versions, decisions and everything that people noted on them.
    public var mentions: Int
    /// Mentions that lost the name of their author.
    public var authors: Int
    /// Deliveries, with their alerts.
    public var deliveries: Int
    /// False where more is due than one call takes.
    public var isComplete: Bool

    /// Counts of removed rows.
    public init(
        mentions: Int = 0, authors: Int = 0, deliveries: Int = 0, isComplete: Bool = true
    ) {
        self.mentions = mentions
        self.authors = authors
        self.deliveries = deliveries
        self.isComplete = isComplete
    }

    /// Both together; complete if the later one is.
    public static func + (earlier: Pruned, later: Pruned) -> Pruned {
        Pruned(
            mentions: earlier.mentions + later.mentions, authors: earlier.authors + later.authors,
            deliveries: earlier.deliveries + later.deliveries, isComplete: later.isComplete)
    }
}

/// What retention would remove.
public struct RetentionForecast: Sendable, Hashable {
    /// The mentions of one source.
    public struct SourceShare: Sendable, Hashable {
        /// The source; it may be configured no more.
        public var source: SourceID
        /// How many mentions of it are stored.
        public var stored: Int
        /// How many of them are due to go.
        public var due: Int
        /// When the oldest was first seen; nil where none is stored.
        public var oldest: Date?
        /// When the oldest that is not due was first seen; nil where there is none.
        public var nextFirstSeen: Date?

        /// A share.
        public init(
            source: SourceID, stored: Int, due: Int, oldest: Date?, nextFirstSeen: Date?
        ) {
            self.source = source
            self.stored = stored
            self.due = due
            self.oldest = oldest
            self.nextFirstSeen = nextFirstSeen
        }
    }

    /// A share for each source, in the order of their names.
    public var sources: [SourceShare]
    /// How many names of authors are due to go, of mentions that stay.
    public var authors: Int
    /// How many deliveries are due to go with their alerts.
    public var deliveries: Int

    /// A forecast.
    public init(sources: [SourceShare], authors: Int, deliveries: Int) {
        self.sources = sources
        self.authors = authors
        self.deliveries = deliveries
    }
}
