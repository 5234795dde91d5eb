import FoundationEssentials
import Model
import Testing

@testable import Health

/// A source under watch, whose row is carried from poll to poll.
struct WatchedSource {
    var state: SourceState
    var now = Sample.now
    var vigil = Sample.vigil()
    var told: [SourceNotice.Kind] = []

    init(_ health: SourceHealth = .well) { state = Sample.state(health) }

    /// A failed poll, so many seconds later.
    @discardableResult
    mutating func fail(_ reason: PollFailure.Reason, after seconds: Double = 900) -> HealthNotice? {
        now += seconds
        let verdict = vigil.verdict(
            on: Sample.failure(reason), of: state, nextPoll: now + 900, now: now)
        state.failures += 1
        state.lastFailure = Sample.failure(reason)
        return take(verdict)
    }

    /// A successful poll, so many seconds later.
    @discardableResult
    mutating func succeed(
        after seconds: Double = 900, _ reading: SourceVigil.Reading = .init(document: nil)
    ) -> HealthNotice? {
        now += seconds
        let verdict = vigil.verdict(on: reading, of: state, now: now)
        state.failures = 0
        state.lastFailure = nil
        return take(verdict)
    }

    private mutating func take(_ verdict: SourceVigil.Verdict) -> HealthNotice? {
        state.lastPoll = now
        state.health = verdict.health
        state.healthSince = verdict.healthSince
        state.failingSince = verdict.failingSince
        state.shape = verdict.shape.code
        if let notice = verdict.notice { told.append(notice.kind) }
        return verdict.notice
    }
}

struct `A source that fails` {
    @Test func `is not told within the grace time`() {
        var source = WatchedSource()
        for _ in 1...4 { source.fail(.serverError) }
        #expect(source.told == [])
        #expect(source.state.health == .well)
        source.succeed()
        #expect(source.told == [])
        #expect(source.state.failingSince == nil)
    }

    @Test func `is told once when the grace time is over, and its recovery once`() {
        var source = WatchedSource()
        for _ in 1...100 { source.fail(.connect) }
        #expect(source.told == [.unreachable])
        #expect(source.state.health == .unreachable)
        #expect(source.state.healthSince == Sample.now + 900)
        source.succeed()
        for _ in 1...9 { source.succeed() }
        #expect(source.told == [.unreachable, .recovered])
        #expect(source.state.health == .well)
    }

    @Test func `says since when, what was said, and when it is tried again`() {
        var source = WatchedSource()
        source.fail(.serverError)
        let notice = source.fail(.serverError, after: 3600)
        #expect(
            notice?.detail
                == "Town reviews has a fault on its server, and has brought nothing for 3600 s (since "
                + "T900). What was said. It is tried again at T5400; you will be told when it is well."
        )
        #expect(notice?.since == Sample.now + 900)
    }

    @Test func `says after its recovery how long it lasted and what may be missing`() {
        var source = WatchedSource()
        source.fail(.timeout)
        source.fail(.timeout, after: 3600)
        var other = source
        #expect(
            source.succeed()?.detail
                == "Town reviews is well again: it brought nothing for 4500 s, since T900. Nothing was "
                + "missed: it still lists what it listed before.")
        let gap = SourceVigil.Reading(
            document: SourceShape(of: Sample.entries(5, rated: 0)), isCovered: false)
        #expect(
            other.succeed(gap)?.detail
                == "Town reviews is well again: it brought nothing for 4500 s, since T900. Entries that "
                + "came and went in that time may have been missed: it lists nothing of what it "
                + "listed before.")
    }

    @Test(arguments: PollFailure.Reason.allCases)
    func `has a sentence and a state for each reason`(reason: PollFailure.Reason) {
        var source = WatchedSource()
        source.fail(reason)
        if reason != .gone { source.fail(reason, after: 3600) }
        #expect(source.told.count == 1)
        #expect(source.state.health == reason.health)
        #expect(source.told.first?.rawValue == reason.health.rawValue)
    }

    @Test func `is gone at once, and says so`() {
        var source = WatchedSource()
        let notice = source.fail(.gone)
        #expect(
            notice?.detail
                == "Town reviews is gone for good, says its server. What was said. It is looked at "
                + "once a day only, next at T1800.")
        for _ in 1...9 { source.fail(.gone, after: 86_400) }
        #expect(source.told == [.gone])
        source.succeed(after: 86_400)
        #expect(source.told == [.gone, .recovered])
    }

    @Test func `is told of a worse fault once more, and never of another turn`() {
        var source = WatchedSource()
        source.fail(.connect)
        source.fail(.connect, after: 3600)
        let notice = source.fail(.notAFeed)
        #expect(notice?.detail.contains("is no feed now, which is another fault") == true)
        for _ in 1...5 {
            source.fail(.connect)
            source.fail(.malformed)
        }
        source.fail(.gone)
        source.fail(.serverError)
        #expect(source.told == [.unreachable, .unreadable, .gone])
        #expect(source.state.health == .gone)
    }

    @Test func `that never worked is told too, and its baseline after it`() {
        var source = WatchedSource(.waiting)
        source.state.lastPoll = nil
        source.fail(.notFound)
        source.fail(.notFound, after: 3600)
        let first = SourceVigil.Reading(
            document: SourceShape(of: Sample.entries(5, rated: 0)), isBaseline: true)
        #expect(source.succeed(first)?.detail.contains("counts as history") == true)
        #expect(source.told == [.unreachable, .recovered])
    }

    @Test func `is not measured while nobody watched it`() {
        var source = WatchedSource()
        source.fail(.connect)
        source.fail(.connect, after: 30 * 86_400)
        #expect(source.told == [])
        source.fail(.connect, after: 3600)
        #expect(source.told == [.unreachable])
        source.succeed(after: 30 * 86_400)
        #expect(source.told == [.unreachable])
        #expect(source.state.health == .well)
    }

    @Test func `that asked for a long wait was watched`() {
        var source = WatchedSource()
        source.fail(.rateLimited)
        source.state.lastFailure?.retryAfter = 10 * 86_400
        source.fail(.rateLimited, after: 10 * 86_400)
        #expect(source.told == [.unreachable])
    }

    @Test func `is told in its time when the clock is set back`() {
        var source = WatchedSource()
        source.fail(.connect)
        source.now -= 86_400 * 365
        source.fail(.connect)
        source.fail(.connect, after: 3600)
        #expect(source.told == [.unreachable])
    }

    @Test func `is told at once without a grace time`() {
        var source = WatchedSource()
        source.vigil.policy.grace = 0
        source.fail(.connect)
        #expect(source.told == [.unreachable])
    }
}
