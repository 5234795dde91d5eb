import Logging
import Storage
import Synchronization
import Testing

@testable import Monitor

/// A clock for `WalkProgress`, and a count of signs.
private final class Signs: Sendable {
    private let state = Mutex((time: ContinuousClock.now, count: 0))

    var count: Int { state.withLock { $0.count } }
    var progress: WalkProgress { WalkProgress { self.state.withLock { $0.time } } }

    func advance(by span: Duration) { state.withLock { $0.time += span } }

    func watchdog(
        _ progress: WalkProgress, ping: @escaping @Sendable () async throws(StorageError) -> Void
    ) -> WatchdogService {
        WatchdogService(
            interval: .seconds(10), progress: progress, time: HeldTime().source,
            logger: Sample.logger, ping: ping, sign: { self.state.withLock { $0.count += 1 } })
    }
}

struct `The progress of walks` {
    @Test func `names those that have not moved for longer than the limit`() {
        let signs = Signs()
        let progress = signs.progress
        progress.step("poll")
        progress.step("decide")
        signs.advance(by: .seconds(10))
        progress.step("poll")
        #expect(progress.stuck(after: .seconds(10)) == [])
        signs.advance(by: .seconds(1))
        #expect(progress.stuck(after: .seconds(10)) == ["decide"])
        signs.advance(by: .seconds(10))
        #expect(progress.stuck(after: .seconds(10)) == ["decide", "poll"])
        progress.end("decide")
        #expect(progress.stuck(after: .seconds(10)) == ["poll"])
    }
}

struct `The watchdog` {
    @Test func `gives its sign while walks move and the store answers`() async {
        let signs = Signs()
        let progress = signs.progress
        progress.step("poll")
        await signs.watchdog(progress) { () async throws(StorageError) in }.check()
        #expect(signs.count == 1)
    }

    @Test func `gives none while a walk is stuck, and again when it moves`() async {
        let signs = Signs()
        let progress = signs.progress
        let watchdog = signs.watchdog(progress) { () async throws(StorageError) in }
        progress.step("poll")
        signs.advance(by: .seconds(901))
        await watchdog.check()
        #expect(signs.count == 0)
        progress.step("poll")
        await watchdog.check()
        #expect(signs.count == 1)
    }

    @Test(arguments: StorageError.Reason.allCases)
    func `gives its sign for an error of the store only if a restart would not help`(
        reason: StorageError.Reason
    ) async {
        let signs = Signs()
        await signs.watchdog(signs.progress) { () async throws(StorageError) in
            throw StorageError(reason: reason, detail: "it failed")
        }.check()
        #expect(signs.count == ([.busy, .diskFull].contains(reason) ? 1 : 0))
    }
}
