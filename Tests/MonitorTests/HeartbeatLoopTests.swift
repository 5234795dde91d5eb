import Storage
import Synchronization
import Testing

@testable import Monitor

/// A receiver of signs of life that answers as it is told, walks on a held clock, and the loop between.
private final class Pulse: Sendable {
    private struct State {
        var time = ContinuousClock.now
        var signs = 0
        var answer: String?
        var storeError: StorageError?
    }

    private let state = Mutex(State())
    let time = HeldTime()
    let bell = Doorbell()
    let log = KeptLog()
    /// Begins anew with each sign.
    let given: AsyncStream<Void>
    private let begun: AsyncStream<Void>.Continuation

    init() { (given, begun) = AsyncStream<Void>.makeStream() }

    var signs: Int { state.withLock { $0.signs } }

    /// What the receiver answers from now on; nil where it takes the sign.
    func answer(_ problem: String?) { state.withLock { $0.answer = problem } }

    func fail(_ error: StorageError?) { state.withLock { $0.storeError = error } }

    func advance(by span: Duration) { state.withLock { $0.time += span } }

    var progress: WalkProgress { WalkProgress { self.state.withLock { $0.time } } }

    func heartbeat(every interval: Double = 60) -> Heartbeat {
        Heartbeat(interval: interval) {
            self.begun.yield()
            return self.state.withLock { state in
                state.signs += 1
                return state.answer
            }
        }
    }

    func loop(
        _ progress: WalkProgress, _ configuration: CurrentConfiguration
    ) -> HeartbeatLoop {
        HeartbeatLoop(
            configuration: configuration, progress: progress, bell: bell, time: time.source,
            logger: log.logger,
            ping: { () async throws(StorageError) in
                if let error = self.state.withLock({ $0.storeError }) { throw error }
            })
    }

    func configuration(_ heartbeat: Heartbeat?) throws -> CurrentConfiguration {
        var configuration = try Sample.configuration()
        configuration.heartbeat = heartbeat
        return CurrentConfiguration(configuration)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `The heartbeat` {
    @Test func `is given while walks move and the store answers`() async throws {
        let pulse = Pulse()
        let progress = pulse.progress
        progress.step("poll")
        pulse.advance(by: .seconds(900))
        let heartbeat = pulse.heartbeat()
        let loop = pulse.loop(progress, try pulse.configuration(heartbeat))
        #expect(await loop.beat(heartbeat, isTold: false) == false)
        #expect(pulse.signs == 1 && pulse.log.lines == [])
    }

    @Test func `is not given while a walk is stuck`() async throws {
        let pulse = Pulse()
        let progress = pulse.progress
        progress.step("poll")
        progress.step("decide")
        pulse.advance(by: .seconds(901))
        progress.step("decide")
        let heartbeat = pulse.heartbeat()
        let loop = pulse.loop(progress, try pulse.configuration(heartbeat))
        #expect(await loop.beat(heartbeat, isTold: false))
        #expect(pulse.signs == 0)
        #expect(pulse.log.lines == ["warning: no heartbeat (walks are stuck: poll)"])
        progress.step("poll")
        #expect(await loop.beat(heartbeat, isTold: true) == false)
        #expect(pulse.signs == 1)
    }

    @Test(arguments: StorageError.Reason.allCases)
    func `is not given while the store does not answer`(reason: StorageError.Reason) async throws {
        let pulse = Pulse()
        pulse.fail(StorageError(reason: reason, detail: "the disk is gone"))
        let heartbeat = pulse.heartbeat()
        let loop = pulse.loop(pulse.progress, try pulse.configuration(heartbeat))
        #expect(await loop.beat(heartbeat, isTold: false))
        #expect(pulse.signs == 0)
        #expect(pulse.log.lines == ["warning: no heartbeat (the disk is gone)"])
    }

    @Test func `that is not taken is told once, and so is that it is taken again`() async throws {
        let pulse = Pulse()
        pulse.answer("the receiver answered 503")
        let heartbeat = pulse.heartbeat()
        let loop = pulse.loop(pulse.progress, try pulse.configuration(heartbeat))
        var isTold = false
        for _ in 0..<3 { isTold = await loop.beat(heartbeat, isTold: isTold) }
        #expect(isTold)
        let missing = "warning: no heartbeat (the receiver answered 503)"
        #expect(pulse.log.lines == [missing])
        pulse.answer(nil)
        for _ in 0..<2 { isTold = await loop.beat(heartbeat, isTold: isTold) }
        #expect(pulse.log.lines == [missing, "notice: the heartbeat is taken again"])
        pulse.answer("the receiver answered 503")
        isTold = await loop.beat(heartbeat, isTold: isTold)
        #expect(pulse.log.lines.count == 3 && isTold)
    }

    @Test func `comes again after each interval`() async throws {
        let pulse = Pulse()
        pulse.answer("the receiver answered 500")
        let loop = pulse.loop(
            pulse.progress, try pulse.configuration(pulse.heartbeat(every: 45)))
        let running = Task { try await loop.run() }
        var pauses: [Double] = []
        for await pause in pulse.time.sleeps {
            pauses.append(pause)
            if pauses.count == 3 { break }
            pulse.time.wake()
        }
        running.cancel()
        try await running.value
        #expect(pauses == [45, 45, 45] && pulse.signs == 3)
        #expect(pulse.log.lines.count == 1)
    }

    @Test func `begins when it is configured`() async throws {
        let pulse = Pulse()
        let configuration = try pulse.configuration(nil)
        let loop = pulse.loop(pulse.progress, configuration)
        let running = Task { try await loop.run() }
        var wanted = configuration.value
        wanted.heartbeat = pulse.heartbeat()
        configuration.replace(with: wanted)
        pulse.bell.ring()
        for await _ in pulse.given { break }
        running.cancel()
        try await running.value
        #expect(pulse.signs == 1)
    }
}
