import Foundation
import Monitor
import Synchronization

/// Time that passes only when the run says so: whoever sleeps by it wakes when it is moved.
///
/// The wall clock can be wrong, the time that passed never is.
final class SimulatedClock: Sendable {
    private struct Sleeper {
        var wake: TimeInterval
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var elapsed: TimeInterval = 0
        var error: TimeInterval = 0
        var lastSleeper = 0
        var sleepers: [Int: Sleeper] = [:]
        /// Counts who fell asleep and who woke.
        var changes = 0
        /// Who waits until so many sleep.
        var watcher: (count: Int, continuation: CheckedContinuation<Void, Never>)?

        /// The one who waits, if enough sleep.
        mutating func takeWatcher() -> CheckedContinuation<Void, Never>? {
            guard let watcher, sleepers.count >= watcher.count else { return nil }
            self.watcher = nil
            return watcher.continuation
        }
    }

    /// The true date of the beginning.
    let start: Date
    /// Guards the time and those who sleep.
    private let state = Mutex(State())

    init(start: Date) { self.start = start }

    /// Seconds since the beginning.
    var elapsed: TimeInterval { state.withLock { $0.elapsed } }

    /// What the wall clock shows.
    var now: Date { state.withLock { start.addingTimeInterval($0.elapsed + $0.error) } }

    /// How many sleep, and a number that is another one as soon as that changes.
    var rest: (sleepers: Int, changes: Int) {
        state.withLock { ($0.sleepers.count, $0.changes) }
    }

    /// Returns when so many sleep; one task may wait at a time.
    func whenAsleep(_ count: Int) async {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                state.watcher = (count, continuation)
                return state.takeWatcher()
            }?.resume()
        }
    }

    /// When the next sleeper wakes, in seconds since the beginning.
    var nextWake: TimeInterval? { state.withLock { $0.sleepers.values.map(\.wake).min() } }

    /// Sets the wall clock wrong by so many seconds.
    func setError(_ seconds: TimeInterval) { state.withLock { $0.error = seconds } }

    /// Lets time pass up to a moment and wakes those whose time has come.
    func pass(to moment: TimeInterval) {
        let woken = state.withLock { state -> [Sleeper] in
            state.elapsed = max(state.elapsed, moment)
            let due = state.sleepers.filter { $0.value.wake <= state.elapsed }
            for number in due.keys { state.sleepers[number] = nil }
            state.changes += due.count
            return Array(due.values)
        }
        for sleeper in woken { sleeper.continuation.resume() }
    }

    /// The time as the walks see it.
    var source: TimeSource {
        TimeSource(now: { self.now }, sleep: { try await self.sleep($0) })
    }

    private func sleep(_ duration: Duration) async throws {
        let number = state.withLock { state in
            state.lastSleeper += 1
            return state.lastSleeper
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                // A cancellation from here on finds the sleeper, or is seen by it.
                let (isOver, watcher) = state.withLock {
                    state -> (Bool, CheckedContinuation<Void, Never>?) in
                    if Task.isCancelled { return (true, nil) }
                    let wake = state.elapsed + duration / .seconds(1)
                    state.sleepers[number] = Sleeper(wake: wake, continuation: continuation)
                    state.changes += 1
                    return (false, state.takeWatcher())
                }
                if isOver { continuation.resume(throwing: CancellationError()) }
                watcher?.resume()
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                state.changes += 1
                return state.sleepers.removeValue(forKey: number)
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }
}
