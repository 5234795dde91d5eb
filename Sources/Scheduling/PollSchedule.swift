public import FoundationEssentials

/// When a source is polled next.
///
/// After a success it is the interval, or longer where the feed or the server says that nothing new
/// comes sooner, but no longer than four intervals and no longer than a day beyond them, so that one
/// wrong header does not silence a source. After failures it backs off from the interval, up to
/// `failureCap`. A wait that a server asked for is kept to the second: jitter only ever adds to it.
///
/// Sources that were late together, as after an outage of hours, are spread over half an interval, so
/// that they don't stay together.
public struct PollSchedule: Sendable, Hashable {
    /// How the last poll ended.
    public enum Outcome: Sendable, Hashable {
        /// Entries or "unchanged" came; `timeToLive` is what the feed (`ttl`) or the server
        /// (`Cache-Control`) says nothing new comes before, in seconds.
        case success(timeToLive: TimeInterval? = nil)
        /// Nothing came, for the `failures`-th time in a row; `retryAfter` is the wait in seconds that
        /// the server asked for.
        case failure(failures: Int, retryAfter: TimeInterval? = nil)
        /// The server says that the source is gone for good (410).
        case gone
    }

    /// Seconds between two polls when all is well.
    public var interval: TimeInterval
    /// The longest wait after failures, in seconds, unless the interval is longer.
    public var failureCap: TimeInterval

    private static let day: TimeInterval = 86_400

    /// A schedule; an interval below a second counts as a second.
    public init(interval: TimeInterval, failureCap: TimeInterval = 4 * 3600) {
        self.interval = max(interval, 1)
        self.failureCap = failureCap
    }

    /// The time of the poll that follows one that ended at `now` and had been due `lateness` seconds
    /// before; `random` is drawn from 0..<1.
    public func nextPoll(
        after outcome: Outcome, now: Date, lateness: TimeInterval = 0, random: Double
    ) -> Date {
        let delay = delay(after: outcome, random: random)
        guard case .success(let timeToLive) = outcome, lateness > max(interval / 4, 60) else {
            return now.addingTimeInterval(delay)
        }
        let earliest = max(timeToLive ?? 0, interval / 2)
        return now.addingTimeInterval(
            min(earliest + interval / 2 * clamped(random), max(delay, earliest)))
    }

    /// The first poll of the `index`-th of `count` sources that are new together: spread over a quarter
    /// of a second for each, but never over more than the interval.
    public func firstPoll(index: Int, count: Int, now: Date, random: Double) -> Date {
        let window = min(interval, 0.25 * Double(max(count, 1)))
        let place = (Double(max(index, 0)) + clamped(random)) / Double(max(count, 1))
        return now.addingTimeInterval(window * min(place, 1))
    }

    private func delay(after outcome: Outcome, random: Double) -> TimeInterval {
        switch outcome {
        case .success(let timeToLive):
            let longest = max(interval, min(4 * interval, Self.day))
            let wait = min(max(interval, timeToLive ?? 0), longest)
            return jittered(wait, random)
        case .failure(let failures, let retryAfter):
            let backoff = Backoff(base: interval, cap: max(failureCap, interval))
            let wait = backoff.delay(attempt: failures, random: random)
            guard let retryAfter, retryAfter.isFinite else { return wait }
            return max(wait, jittered(max(retryAfter, 0), random))
        case .gone:
            return jittered(max(Self.day, interval), random)
        }
    }

    /// `wait` and up to a twentieth of it, at most a minute, more.
    private func jittered(_ wait: TimeInterval, _ random: Double) -> TimeInterval {
        wait + min(wait / 20, 60) * clamped(random)
    }

    private func clamped(_ random: Double) -> Double { min(max(random, 0), 1) }
}
