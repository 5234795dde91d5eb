public import FoundationEssentials

/// What the walks of a daemon did since it was started; every count only grows.
public struct WorkCounts: Sendable, Hashable {
    /// How a poll ended.
    public enum PollOutcome: String, Sendable, Hashable, CaseIterable {
        /// A document came and was read.
        case read
        /// The server said, or the bytes showed, that nothing changed.
        case unchanged
        case failed
    }

    /// How an attempt to hand over a letter ended.
    public enum AttemptOutcome: String, Sendable, Hashable, CaseIterable {
        case delivered
        /// It failed and is tried again.
        case retried
        /// It failed for good.
        case givenUp = "given-up"
        /// It was not sent, since there was nothing left to tell.
        case cancelled
    }

    /// Polls by how they ended.
    public var polls: [PollOutcome: Int] = [:]
    /// Failed polls by reason.
    public var failures: [PollFailure.Reason: Int] = [:]
    /// How long polls took, from the request to the read document, waits for the host left out.
    public var pollDurations = DurationCounts()
    /// Entries in the documents that were read.
    public var entries = 0
    /// Entries that were matched and scored, since they were new or had another wording.
    public var scored = 0
    /// Mentions that were stored for the first time.
    public var newMentions = 0
    /// Mentions that got another version.
    public var changedMentions = 0
    /// Alerts that were decided, by rule.
    public var alerts: [RuleID: Int] = [:]
    /// Attempts to hand over a letter, by channel.
    public var attempts: [ChannelID: [AttemptOutcome: Int]] = [:]
    /// Mentions that retention removed.
    public var removedMentions = 0
    /// Mentions that lost the name of their author to retention.
    public var removedAuthors = 0
    /// Deliveries that retention removed.
    public var removedDeliveries = 0
    /// When retention last ended; nil if it has not so far.
    public var lastRetention: Date?

    /// Nothing done.
    public init() {}
}

/// How often something took how long.
public struct DurationCounts: Sendable, Hashable {
    /// The upper bounds of the buckets, in seconds, ascending; what took longer is in none of them.
    public static let bounds: [Double] = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120]

    /// How many took at most the bound of the same place in `bounds` and longer than the one before.
    public private(set) var buckets = [Int](repeating: 0, count: DurationCounts.bounds.count)
    /// How many there were.
    public private(set) var count = 0
    /// How long all took together, in seconds.
    public private(set) var sum = 0.0

    /// None so far.
    public init() {}

    /// Counts one that took `seconds`; less than nothing counts as nothing.
    public mutating func add(_ seconds: Double) {
        let seconds = seconds.isFinite ? max(0, seconds) : 0
        count += 1
        sum += seconds
        if let place = Self.bounds.firstIndex(where: { seconds <= $0 }) { buckets[place] += 1 }
    }
}
