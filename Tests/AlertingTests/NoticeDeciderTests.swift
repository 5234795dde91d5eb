import FoundationEssentials
import Model
import Testing

@testable import Alerting

private func source(_ number: Int) -> SourceID { SourceID(trusted: "s\(number)") }

private func notice(
    _ id: SourceNoticeID, _ number: Int, _ kind: SourceNotice.Kind, at time: Date = at(0)
) -> SourceNotice {
    SourceNotice(id: id, source: source(number), kind: kind, detail: "It is so.", at: time)
}

private func states(_ count: Int, failing: Range<Int> = 0..<0, down: Range<Int> = 0..<0)
    -> [SourceState]
{
    (0..<count).map { number in
        var state = SourceState(source: source(number), nextPoll: at(0), urlDigest: "")
        if failing.contains(number) || down.contains(number) {
            state.failures = 2
            state.lastFailure = PollFailure(reason: .connect, detail: "no connection")
        }
        state.health = down.contains(number) ? .unreachable : .well
        return state
    }
}

private func decide(
    _ notices: [SourceNotice], _ states: [SourceState], told: Set<SourceID> = [], now: Date = at(0)
) -> NoticeBatch {
    NoticeDecider(titles: [source(0): "Town Maps"]).decisions(
        on: notices, states: states, told: told, now: now)
}

struct `Notices about sources` {
    @Test(arguments: SourceNotice.Kind.allCases)
    func `are told at once, each kind with its urgency`(kind: SourceNotice.Kind) {
        let batch = decide([notice(1, 0, kind)], states(2))
        #expect(batch.alerts.map(\.notices) == [[1]] && batch.decided == [1])
        let isCalm = [.recovered, .moved, .delisted].contains(kind)
        #expect(batch.alerts.map(\.severity) == [isCalm ? .info : .warning])
        #expect(batch.alerts[0].reason.hasPrefix("Town Maps "))
    }

    @Test func `of one kind are one alert`() {
        let batch = decide(
            [notice(1, 0, .quiet), notice(2, 1, .gap), notice(3, 2, .quiet)], states(9))
        #expect(batch.alerts.map(\.notices) == [[1, 3], [2]])
        #expect(batch.alerts[0].reason == "2 sources are unusually quiet: Town Maps, s2")
        let many = decide((0..<5).map { notice(Int64($0), $0, .gone) }, states(20))
        #expect(
            many.alerts.map(\.reason) == [
                "5 sources are gone for good: Town Maps, s1, s2 and 2 more"
            ])
    }

    @Test func `of a trouble that ended before it was told are not told`() {
        let batch = decide([notice(1, 0, .unreachable), notice(2, 0, .recovered)], states(1))
        #expect(batch.alerts.isEmpty && batch.decided == [1, 2])
    }

    @Test func `tell a recovery from what the owner knows, though a later trouble was not told`() {
        let batch = decide(
            [notice(1, 0, .unreadable), notice(2, 0, .recovered)], states(1), told: [source(0)])
        #expect(batch.alerts.map(\.notices) == [[2]] && Set(batch.decided) == [1, 2])
    }

    @Test func `tell the last of several troubles of a source`() {
        let batch = decide([notice(1, 0, .unreachable), notice(2, 0, .gone)], states(1))
        #expect(batch.alerts.map(\.kind) == [.gone] && Set(batch.decided) == [1, 2])
    }
}

struct `Most sources at once` {
    private let many = (0..<12).map { notice(Int64($0 + 1), $0, .unreachable) }

    @Test func `are told as one, which names the likely cause`() {
        let batch = decide(many, states(14, down: 0..<12))
        #expect(batch.alerts.map(\.notices) == [many.map(\.id)])
        #expect(
            batch.alerts[0].reason
                == "your internet connection may be down: 12 of 14 sources can't be reached")
    }

    @Test func `are waited for, ten minutes at most`() {
        let failing = states(14, failing: 0..<12)
        let first = Array(many.prefix(2))
        let early = decide(first, failing, now: at(9))
        #expect(early.alerts.isEmpty && early.decided.isEmpty)
        let late = decide(first, failing, now: at(10))
        #expect(late.alerts.map(\.reason) == ["2 sources can't be reached: Town Maps, s1"])
    }

    @Test func `are not waited for where the others are well, or too few fail`() {
        #expect(decide(Array(many.prefix(1)), states(14)).alerts.count == 1)
        #expect(decide(Array(many.prefix(1)), states(2, failing: 0..<2)).alerts.count == 1)
        #expect(decide(Array(many.prefix(2)), states(14, failing: 0..<7)).alerts.count == 1)
    }

    @Test func `come back as one`() {
        let back = (0..<12).map { notice(Int64($0 + 20), $0, .recovered) }
        let early = decide(Array(back.prefix(5)), states(14, down: 5..<12), now: at(1))
        #expect(early.alerts.isEmpty)
        let batch = decide(back, states(14), now: at(2))
        #expect(batch.alerts.map(\.reason) == ["12 of 14 sources are well again"])
        #expect(batch.alerts.map(\.severity) == [.info])
    }

    @Test func `do not wait for ever when the clock is set back`() {
        let first = [notice(1, 0, .unreachable, at: at(600))]
        #expect(decide(first, states(14, failing: 0..<12), now: at(0)).alerts.count == 1)
    }
}
