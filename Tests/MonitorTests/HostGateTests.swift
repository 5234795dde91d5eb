import FoundationEssentials
import Synchronization
import Testing

@testable import Monitor

/// Counts how many are inside at once.
private final class Occupancy: Sendable {
    private let state = Mutex((now: 0, most: 0))

    var most: Int { state.withLock { $0.most } }

    /// Stays inside for a while.
    func visit() async {
        state.withLock { state in
            state.now += 1
            state.most = max(state.most, state.now)
        }
        for _ in 0..<50 { await Task.yield() }
        state.withLock { $0.now -= 1 }
    }
}

private func gate(
    limit: Int = 8, perHost: Int = 8, spacing: Double = 0,
    _ time: TimeSource = LeapingTime().source()
) -> HostGate {
    HostGate(limit: limit, limitPerHost: perHost, spacing: spacing, time: time)
}

@Suite(.timeLimit(.minutes(5)))
struct `A host gate` {
    @Test(arguments: [(2, 9), (9, 2)])
    func `lets no more in than the limits`(limit: Int, perHost: Int) async {
        let gate = gate(limit: limit, perHost: perHost)
        let occupancy = Occupancy()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask { _ = await gate.pass(to: "a.example") { await occupancy.visit() } }
            }
        }
        #expect((1...2).contains(occupancy.most))
    }

    @Test func `lets as many in at once as the limit says`() async {
        let gate = gate(limit: 2, perHost: 2)
        let (first, second) = (Doorbell(), Doorbell())
        async let one: Void? = gate.pass(to: "a.example") {
            first.ring()
            await second.wait()
        }
        async let other: Void? = gate.pass(to: "a.example") {
            second.ring()
            await first.wait()
        }
        _ = await (one, other)
    }

    @Test func `with a full host lets others pass`() async {
        let gate = gate(limit: 2, perHost: 1)
        let (inside, leave) = (Doorbell(), Doorbell())
        async let slow: Void? = gate.pass(to: "slow.example") {
            inside.ring()
            await leave.wait()
        }
        await inside.wait()
        async let queued = gate.pass(to: "slow.example") { "queued" }
        #expect(await gate.pass(to: "other.example") { "passed" } == "passed")
        leave.ring()
        _ = await slow
        #expect(await queued == "queued")
    }

    @Test func `keeps the pause between two requests to a host`() async {
        let time = LeapingTime()
        let gate = gate(spacing: 3, time.source())
        for _ in 0..<3 { _ = await gate.pass(to: "a.example") {} }
        #expect(time.sleeps == [3, 3])
        _ = await gate.pass(to: "b.example") {}
        time.advance(by: 60)
        _ = await gate.pass(to: "a.example") {}
        #expect(time.sleeps == [3, 3])
    }

    @Test func `gives those who stand side by side their turn one after the other`() async {
        let time = LeapingTime()
        let gate = gate(spacing: 3, time.source(moves: false))
        for _ in 0..<3 { _ = await gate.pass(to: "a.example") {} }
        #expect(time.sleeps == [3, 6])
    }

    @Test func `makes nobody wait for a clock that was set back`() async {
        let time = LeapingTime()
        let gate = gate(perHost: 2, spacing: 3, time.source())
        _ = await gate.pass(to: "a.example") {}
        time.advance(by: -86_400)
        _ = await gate.pass(to: "a.example") {}
        #expect(time.sleeps == [6])
    }

    @Test func `gets its place back from one who is cancelled in the pause`() async {
        let time = HeldTime()
        let gate = gate(limit: 1, perHost: 1, spacing: 3, time.source)
        _ = await gate.pass(to: "a.example") {}
        let cancelled = Task { await gate.pass(to: "a.example") { "never" } }
        for await pause in time.sleeps {
            #expect(pause == 3)
            break
        }
        cancelled.cancel()
        #expect(await cancelled.value == nil)
        #expect(await gate.pass(to: "b.example") { "passed" } == "passed")
    }

    @Test func `gets its place back from one who is cancelled in the queue`() async {
        let gate = gate(limit: 1, perHost: 1)
        let (inside, leave) = (Doorbell(), Doorbell())
        async let first: Void? = gate.pass(to: "a.example") {
            inside.ring()
            await leave.wait()
        }
        await inside.wait()
        let cancelled = Task { await gate.pass(to: "a.example") { "never" } }
        cancelled.cancel()
        #expect(await cancelled.value == nil)
        leave.ring()
        _ = await first
        #expect(await gate.pass(to: "a.example") { "passed" } == "passed")
    }
}
