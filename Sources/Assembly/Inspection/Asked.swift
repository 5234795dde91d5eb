import Foundation
import Synchronization

/// A question that is asked once for all who want its answer, and not anew before it is answered.
final class Asked<Value: Sendable>: Sendable {
    private let began: ContinuousClock.Instant
    private let task: Task<Value, Never>
    private let isAnswered: Answered

    /// Guards whether the answer is there.
    private final class Answered: Sendable {
        let value = Mutex(false)
    }

    /// Asks at once; whoever waits for the answer can't cancel it.
    init(at now: ContinuousClock.Instant, _ ask: @escaping @Sendable () async -> Value) {
        began = now
        let answered = Answered()
        isAnswered = answered
        task = Task {
            let value = await ask()
            answered.value.withLock { $0 = true }
            return value
        }
    }

    /// Whether the answer still does, or is yet to come; a store that is stuck is not asked by ever more.
    func holds(for lifetime: Duration, at now: ContinuousClock.Instant) -> Bool {
        !isAnswered.value.withLock { $0 } || now - began < lifetime
    }

    /// The answer; nil if it does not come within `limit`.
    func answer(within limit: Duration) async -> Value? {
        let (stream, continuation) = AsyncStream<Value>.makeStream()
        // Waiting for a task can't be ended, for a stream it can.
        Task { [task] in
            continuation.yield(await task.value)
            continuation.finish()
        }
        return await withTaskGroup(of: Value?.self) { group in
            group.addTask { await stream.first { _ in true } }
            group.addTask {
                try? await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }
}
