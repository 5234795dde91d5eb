import FoundationEssentials
import Storage
import Synchronization
import Testing

@testable import Monitor

/// Walks that end as a script says, and the loop around them.
private final class ScriptedWalk: Sendable {
    private let script: Mutex<[StorageError?]>
    let time = HeldTime()
    let bell = Doorbell()
    let progress = WalkProgress()
    let walks: AsyncStream<Void>
    private let walked: AsyncStream<Void>.Continuation

    init(_ script: [StorageError?] = []) {
        self.script = Mutex(script)
        (walks, walked) = AsyncStream<Void>.makeStream()
    }

    func loop(due: Date? = nil) -> Task<Void, any Error> {
        let loop = WalkLoop(
            name: "poll", bell: bell, progress: progress, time: time.source, logger: Sample.logger,
            walk: { () async throws(StorageError) in
                let end = self.script.withLock { $0.isEmpty ? nil : $0.removeFirst() }
                self.walked.yield()
                if let end { throw end }
            },
            nextDue: { () async throws(StorageError) in due })
        return Task { try await loop.run() }
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `The loop of a walk` {
    @Test func `tries again after an error of the store, less and less often`() async throws {
        let locked = StorageError(reason: .busy, detail: "somebody else writes")
        let walk = ScriptedWalk(Array(repeating: locked, count: 7))
        let loop = walk.loop()
        var pauses: [Double] = []
        for await pause in walk.time.sleeps {
            pauses.append(pause)
            if pauses.count == 8 { break }
            walk.time.wake()
        }
        #expect(pauses == [1, 2, 4, 8, 16, 30, 30, 30])
        loop.cancel()
        try await loop.value
    }

    @Test func `counts failures anew after a success`() async throws {
        let locked = StorageError(reason: .busy, detail: "somebody else writes")
        let walk = ScriptedWalk([locked, locked, nil, locked])
        let loop = walk.loop()
        var pauses: [Double] = []
        for await pause in walk.time.sleeps {
            pauses.append(pause)
            if pauses.count == 4 { break }
            walk.time.wake()
        }
        #expect(pauses == [1, 2, 30, 1])
        loop.cancel()
        try await loop.value
    }

    @Test func `walks at once when the bell rings`() async throws {
        let walk = ScriptedWalk()
        let loop = walk.loop()
        var count = 0
        for await _ in walk.walks {
            count += 1
            if count == 5 { break }
            walk.bell.ring()
        }
        loop.cancel()
        try await loop.value
    }

    @Test(arguments: [(5.0, 5.0), (3600, 30), (-3600, 0.05)])
    func `rests until the next walk is due`(offset: Double, pause: Double) async throws {
        let walk = ScriptedWalk()
        let loop = walk.loop(due: HeldTime.start + offset)
        for await first in walk.time.sleeps {
            #expect(first == pause)
            break
        }
        loop.cancel()
        try await loop.value
    }

    @Test func `is not waited for once it has ended`() async throws {
        let walk = ScriptedWalk()
        let loop = walk.loop()
        for await _ in walk.walks { break }
        loop.cancel()
        try await loop.value
        #expect(walk.progress.stuck(after: .seconds(-1)) == [])
    }
}

struct `The calendar of maintenance` {
    @Test func `says that it is due at first, and every six hours`() {
        let calendar = MaintenanceCalendar()
        let start = HeldTime.start
        #expect(calendar.isDue(at: start))
        #expect(!calendar.isDue(at: start + 6 * 3600 - 1))
        #expect(calendar.isDue(at: start + 6 * 3600))
        #expect(calendar.isDue(at: start - 86_400))
    }
}
