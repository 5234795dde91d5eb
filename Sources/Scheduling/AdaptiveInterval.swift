public import FoundationEssentials

/// The time between two polls of a source, between the owner's bounds and by how often it brings news.
///
/// A tenth of the usual time between two arrivals, so that news waits for about a twentieth of that
/// time on average and nine polls of ten at most find nothing. The longer a source has been silent, the
/// later it is asked; while something urgent is open it is asked as often as the owner allows.
public struct AdaptiveInterval: Sendable, Hashable {
    /// The shortest interval, in seconds.
    public var shortest: TimeInterval
    /// The longest interval, in seconds; never below the shortest.
    public var longest: TimeInterval

    /// Polls for each arrival that is expected.
    private static let pollsPerArrival = 10.0
    private static let day: TimeInterval = 86_400

    /// Bounds in seconds; nil for the longest, or one below the shortest, always gives the shortest.
    public init(shortest: TimeInterval, longest: TimeInterval?) {
        self.shortest = shortest
        self.longest = max(longest ?? shortest, shortest)
    }

    /// The interval in seconds.
    ///
    /// `arrivalsPerDay` is nil, and the answer the shortest, until something is known of the source;
    /// `silence` is the time in seconds since the last arrival, nil if there was none.
    public func interval(
        arrivalsPerDay: Double?, silence: TimeInterval?, isUrgent: Bool
    ) -> TimeInterval {
        guard !isUrgent, longest > shortest, let rate = arrivalsPerDay, rate >= 0 else {
            return shortest
        }
        let usual = rate > 0 ? Self.day / rate : .infinity
        let gap = max(usual, silence ?? 0)
        return min(max(gap / Self.pollsPerArrival, shortest), longest)
    }
}
