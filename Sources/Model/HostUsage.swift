public import FoundationEssentials

/// What was asked of a host today, and what it said of its limits; one row a host.
public struct HostUsage: Sendable, Hashable {
    /// The authority of the address in lower case, with its port where one is named.
    public var host: String
    /// The day that `requests` counts, in UTC.
    public var day: CalendarDay
    /// Requests made on that day, further pages included; in the record of a poll, those of the poll.
    public var requests: Int
    /// How many requests the host allows in its own window; nil if it does not say.
    public var limit: Int?
    /// How many of them were left at the last answer; nil if it does not say.
    public var remaining: Int?
    /// When the host's window begins anew; nil if it does not say.
    public var resetsAt: Date?
    /// Nothing is asked before this time, since the host said so; nil if it did not.
    public var blockedUntil: Date?

    /// The usage of a host.
    public init(
        host: String, day: CalendarDay, requests: Int = 0, limit: Int? = nil,
        remaining: Int? = nil, resetsAt: Date? = nil, blockedUntil: Date? = nil
    ) {
        self.host = host
        self.day = day
        self.requests = requests
        self.limit = limit
        self.remaining = remaining
        self.resetsAt = resetsAt
        self.blockedUntil = blockedUntil
    }
}
