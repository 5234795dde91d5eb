import FoundationEssentials
import Monitor
import Synchronization

/// A time that stands still until a test moves it, and whose sleepers wait until a test wakes them.
final class HeldTime: Sendable {
    /// Sun, 22 Nov 2026 09:30:00 UTC.
    static let start = Date(timeIntervalSince1970: 1_795_339_800)

    private struct State {
        var now = HeldTime.start
        var sleepers: [AsyncStream<Void>.Continuation] = []
    }

    /// Guards the time and those who sleep.
    private let state = Mutex(State())
    /// The length of each sleep, in seconds, as it begins.
    let sleeps: AsyncStream<Double>
    private let begun: AsyncStream<Double>.Continuation

    init() { (sleeps, begun) = AsyncStream<Double>.makeStream() }

    var now: Date { state.withLock { $0.now } }

    /// Moves the wall clock; a negative span sets it back.
    func advance(by seconds: Double) { state.withLock { $0.now.addTimeInterval(seconds) } }

    func set(_ date: Date) { state.withLock { $0.now = date } }

    /// Ends every sleep that has begun.
    func wake() {
        let sleepers = state.withLock { state in
            defer { state.sleepers = [] }
            return state.sleepers
        }
        for sleeper in sleepers { sleeper.finish() }
    }

    /// This time, as the walks take it.
    var source: TimeSource {
        TimeSource(now: { self.now }) { try await self.sleep($0) }
    }

    private func sleep(_ duration: Duration) async throws {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        state.withLock { $0.sleepers.append(continuation) }
        begun.yield(duration / .seconds(1))
        for await _ in stream {}
        try Task.checkCancellation()
    }
}

/// A time whose sleeps end at once and move the clock on; keeps their lengths.
final class LeapingTime: Sendable {
    private let state = Mutex((now: HeldTime.start, sleeps: [Double]()))

    var sleeps: [Double] { state.withLock { $0.sleeps } }

    func advance(by seconds: Double) { state.withLock { $0.now.addTimeInterval(seconds) } }

    /// This time; with `moves` false the clock stands still while somebody sleeps.
    func source(moves: Bool = true) -> TimeSource {
        TimeSource(now: { self.state.withLock { $0.now } }) { duration in
            let seconds = duration / .seconds(1)
            self.state.withLock { state in
                state.sleeps.append(seconds)
                if moves { state.now.addTimeInterval(seconds) }
            }
        }
    }
}
