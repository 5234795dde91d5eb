import Foundation
import Model
import Testing

@testable import Alerting

struct `The schedule of a digest` {
    private let daily = DigestPlan(id: RuleID(trusted: "morning"))

    private func moment(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

    private func zone(_ name: String) throws -> TimeZone {
        try #require(TimeZone(identifier: name))
    }

    private func plan(_ rhythm: DigestPlan.Rhythm, minute: Int) -> DigestPlan {
        DigestPlan(id: RuleID(trusted: "morning"), rhythm: rhythm, minute: minute)
    }

    @Test(
        arguments: [
            (480, "Europe/Berlin", "2026-11-22T08:00:00+01:00", "2026-11-22T08:00:00+01:00"),
            (480, "Europe/Berlin", "2026-11-22T07:59:59+01:00", "2026-11-21T08:00:00+01:00"),
            // 2:30 is skipped: 3:00; and comes twice: the first
            (150, "Europe/Berlin", "2026-03-29T12:00:00+02:00", "2026-03-29T03:00:00+02:00"),
            (150, "Europe/Berlin", "2026-10-25T12:00:00+01:00", "2026-10-25T02:30:00+02:00"),
            (90, "America/New_York", "2026-11-01T12:00:00-05:00", "2026-11-01T01:30:00-04:00"),
            (
                135, "Australia/Lord_Howe", "2026-10-04T12:00:00+11:00",
                "2026-10-04T02:30:00+11:00"
            ),
            // a skipped midnight, and a skipped day
            (0, "America/Santiago", "2026-09-06T12:00:00-03:00", "2026-09-06T01:00:00-03:00"),
            (480, "Pacific/Apia", "2011-12-31T07:00:00+14:00", "2011-12-29T08:00:00-10:00"),
        ] as [(Int, String, String, String)])
    func `has one slot a day by the owner's clock`(
        minute: Int, zoneName: String, now: String, slot: String
    ) throws {
        let plan = plan(.daily, minute: minute)
        let found = plan.lastSlot(atOrBefore: try moment(now), timeZone: try zone(zoneName))
        #expect(try found == moment(slot))
        let before = found.addingTimeInterval(-1)
        #expect(plan.nextSlot(after: before, timeZone: try zone(zoneName)) == found)
    }

    @Test func `has one slot a week on its weekday`() throws {
        let plan = plan(.weekly(weekday: 5), minute: 1020)
        let berlin = try zone("Europe/Berlin")
        let now = try moment("2026-11-22T12:00:00+01:00")
        #expect(
            try plan.lastSlot(atOrBefore: now, timeZone: berlin)
                == moment("2026-11-20T17:00:00+01:00"))
        #expect(
            try plan.nextSlot(after: now, timeZone: berlin) == moment("2026-11-27T17:00:00+01:00"))
        // Friday the 30th did not exist.
        let apia = try zone("Pacific/Apia")
        #expect(
            try plan.nextSlot(after: moment("2011-12-24T00:00:00-10:00"), timeZone: apia)
                == moment("2012-01-06T17:00:00+14:00"))
        #expect(
            try plan.lastSlot(atOrBefore: moment("2012-01-05T00:00:00+14:00"), timeZone: apia)
                == moment("2011-12-23T17:00:00-10:00"))
    }

    @Test func `begins with the slot after the first look`() throws {
        let now = try moment("2026-11-22T12:00:00+01:00")
        let berlin = try zone("Europe/Berlin")
        let first = try #require(daily.decision(mark: nil, now: now, timeZone: berlin))
        #expect(first.period == nil)
        #expect(try first.mark.at == moment("2026-11-22T08:00:00+01:00"))
        #expect(daily.decision(mark: first.mark, now: now, timeZone: berlin) == nil)
        let next = try moment("2026-11-23T08:00:00+01:00")
        let told = try #require(daily.decision(mark: first.mark, now: next, timeZone: berlin))
        #expect(told.period == Alert.Period(start: first.mark.at, end: next))
        #expect(told.mark == RuleMark(rule: daily.id, at: next))
    }

    @Test func `tells of three days at once after a sleep of three days`() throws {
        let mark = RuleMark(rule: daily.id, at: try moment("2026-11-22T08:00:00Z"))
        let decision = try #require(
            daily.decision(mark: mark, now: moment("2026-11-25T19:00:00Z"), timeZone: .gmt))
        #expect(
            try decision.period
                == Alert.Period(start: mark.at, end: moment("2026-11-25T08:00:00Z")))
        #expect(
            try daily.decision(
                mark: decision.mark, now: moment("2026-11-26T07:59:59Z"), timeZone: .gmt) == nil)
    }

    @Test func `waits for a clock that was set back by a day`() throws {
        let mark = RuleMark(rule: daily.id, at: try moment("2026-11-22T08:00:00Z"))
        for now in ["2026-11-22T07:59:59Z", "2026-11-21T09:00:00Z", "2026-11-20T08:00:00Z"] {
            #expect(daily.decision(mark: mark, now: try moment(now), timeZone: .gmt) == nil)
        }
    }

    @Test func `starts anew when its mark is a year ahead`() throws {
        let ahead = RuleMark(rule: daily.id, at: try moment("2027-11-22T08:00:00Z"))
        let now = try moment("2026-11-22T12:00:00Z")
        let anew = try #require(daily.decision(mark: ahead, now: now, timeZone: .gmt))
        #expect(anew.period == nil)
        #expect(anew.mark.at == now)
        var mark = anew.mark
        var periods: [Alert.Period] = []
        for hour in 1...400 * 24 {
            let later = now.addingTimeInterval(Double(hour) * 3600)
            guard let decision = daily.decision(mark: mark, now: later, timeZone: .gmt) else {
                continue
            }
            periods.append(try #require(decision.period))
            mark = decision.mark
        }
        #expect(periods.count == 400)
        #expect(periods.first?.start == now)
        #expect(zip(periods, periods.dropFirst()).allSatisfy { $0.end == $1.start })
        #expect(mark.value == nil)
    }

    @Test func `takes up its old mark when a clock was years behind for a moment`() throws {
        let mark = RuleMark(rule: daily.id, at: try moment("2026-11-22T08:00:00Z"))
        let boot = try moment("2023-04-01T00:00:10Z")
        let behind = try #require(daily.decision(mark: mark, now: boot, timeZone: .gmt))
        #expect(behind.period == nil)
        let right = try moment("2026-11-22T12:00:00Z")
        #expect(daily.decision(mark: behind.mark, now: right, timeZone: .gmt) == nil)
        let next = try moment("2026-11-23T08:00:00Z")
        let decision = try #require(
            daily.decision(mark: behind.mark, now: next, timeZone: .gmt))
        #expect(decision.period == Alert.Period(start: mark.at, end: next))
        #expect(decision.mark == RuleMark(rule: daily.id, at: next))
    }

    @Test func `does nothing while it is off`() throws {
        var plan = daily
        plan.isEnabled = false
        #expect(plan.decision(mark: nil, now: .now, timeZone: .gmt) == nil)
    }

    @Test func `stays sane for odd numbers`() throws {
        for minute in [-5, 1440, Int.max] {
            let plan = plan(.weekly(weekday: minute), minute: minute)
            let now = try moment("2026-11-22T12:00:00Z")
            let slot = plan.lastSlot(atOrBefore: now, timeZone: .gmt)
            #expect(slot <= now && slot > now.addingTimeInterval(-8 * 86_400))
        }
        for seconds in [1e300, -1e300, Double.nan] {
            let odd = Date(timeIntervalSince1970: seconds)
            _ = daily.lastSlot(atOrBefore: odd, timeZone: .gmt)
            _ = daily.nextSlot(after: odd, timeZone: .gmt)
            let mark = RuleMark(rule: daily.id, at: odd, value: seconds)
            _ = daily.decision(mark: mark, now: odd, timeZone: .gmt)
            _ = daily.decision(mark: mark, now: Date(timeIntervalSince1970: 0), timeZone: .gmt)
        }
    }
}
