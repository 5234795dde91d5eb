import FoundationEssentials
import Synchronization

/// When each walk last got somewhere, by a clock that never jumps; what the watchdog believes.
public final class WalkProgress: Sendable {
    /// Guards the time of each walk's last step.
    private let steps = Mutex<[String: ContinuousClock.Instant]>([:])
    private let now: @Sendable () -> ContinuousClock.Instant

    /// No walk has begun; `now` is for tests.
    public init(now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }) {
        self.now = now
    }

    /// Says that `walk` has done a step, or looked and found nothing to do.
    public func step(_ walk: String) { steps.withLock { $0[walk] = now() } }

    /// Says that `walk` has ended and is not waited for.
    public func end(_ walk: String) { steps.withLock { $0[walk] = nil } }

    /// The walks that have not moved for longer than `limit`.
    public func stuck(after limit: Duration) -> [String] {
        steps.withLock { steps in
            steps.filter { now() - $0.value > limit }.map(\.key).sorted()
        }
    }
}
