import FoundationEssentials
import Synchronization

/// When each walk last got somewhere, by a clock that never jumps; what the watchdog believes.
public final class WalkProgress: Sendable {
    /// How a walk stands.
    public struct Standing: Sendable, Hashable {
        /// The time since its last step.
        public var age: Duration
        /// How often it went all its way.
        public var rounds: Int
        /// Why it could not go on the last time, as one sentence; nil if it could.
        public var failure: String?
    }

    private struct Walk {
        var lastStep: ContinuousClock.Instant
        var rounds = 0
        var failure: String?
    }

    /// Guards how far each walk got.
    private let walks = Mutex<[String: Walk]>([:])
    private let now: @Sendable () -> ContinuousClock.Instant

    /// No walk has begun; `now` is for tests.
    public init(now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }) {
        self.now = now
    }

    /// Says that `walk` has done a step, or looked and found nothing to do.
    public func step(_ walk: String) {
        walks.withLock { $0[walk, default: Walk(lastStep: now())].lastStep = now() }
    }

    /// Says that `walk` went all its way, or could not go on for the reason that `failure` tells.
    func ended(_ walk: String, failure: String?) {
        walks.withLock { walks in
            walks[walk, default: Walk(lastStep: now())].failure = failure
            if failure == nil { walks[walk]?.rounds += 1 }
        }
    }

    /// Says that `walk` has ended and is not waited for.
    public func end(_ walk: String) { walks.withLock { $0[walk] = nil } }

    /// How the walks stand that have begun and are waited for, by name.
    public var standings: [String: Standing] {
        walks.withLock { walks in
            walks.mapValues { walk in
                Standing(age: now() - walk.lastStep, rounds: walk.rounds, failure: walk.failure)
            }
        }
    }

    /// The walks that have not moved for longer than `limit`.
    public func stuck(after limit: Duration) -> [String] {
        walks.withLock { walks in
            walks.filter { now() - $0.value.lastStep > limit }.map(\.key).sorted()
        }
    }
}
