public import FoundationEssentials

/// The wait before the next try of something that failed: twice as long each time, up to a cap, with
/// jitter so that many that failed together do not come back together.
///
/// Equal and full jitter as in M. Brooker, "Exponential Backoff and Jitter" (2015).
public struct Backoff: Sendable, Hashable {
    /// Which part of the wait is left to chance.
    public enum Jitter: String, Sendable, Hashable, CaseIterable {
        /// All of it: 0 to the wait.
        case full
        /// Half of it: half the wait to the wait.
        case equal
        case none
    }

    /// The wait after the first failure, in seconds.
    public var base: TimeInterval
    /// The longest wait, in seconds.
    public var cap: TimeInterval
    /// Which part of each wait is left to chance.
    public var jitter: Jitter

    /// A back-off from `base` to `cap` seconds; a cap below the base counts as the base.
    public init(base: TimeInterval, cap: TimeInterval, jitter: Jitter = .equal) {
        self.base = base
        self.cap = cap
        self.jitter = jitter
    }

    /// The wait in seconds after `attempt` failures in a row (1 is the first; less counts as 1).
    ///
    /// `random` is drawn from 0..<1. The result is never negative and never above the cap.
    public func delay(attempt: Int, random: Double) -> TimeInterval {
        // 2^62 times any sensible base is far above any cap, and not yet infinite.
        let factor = Double(sign: .plus, exponent: min(max(attempt, 1) - 1, 62), significand: 1)
        let wait = min(max(base, 0) * factor, max(cap, base, 0))
        let chance = min(max(random, 0), 1)
        return switch jitter {
        case .none: wait
        case .equal: wait / 2 + wait / 2 * chance
        case .full: wait * chance
        }
    }
}
