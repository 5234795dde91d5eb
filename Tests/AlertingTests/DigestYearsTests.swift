import Foundation
import Model
import Testing

@testable import Alerting

/// A clock is stepped through two years, and everything that happens to clocks happens to it.
struct `Two years of digests` {
    static let zones = [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "UTC",
    ]
    static let start = Date(timeIntervalSince1970: 1_767_600_000)
    static let end = start.addingTimeInterval(2 * 365 * 86_400)

    /// What the digest does while the clock shows `times`, one after the other.
    private func periods(
        _ plan: DigestPlan, _ timeZone: TimeZone, _ times: some Sequence<Date>
    ) -> [Alert.Period] {
        var mark: RuleMark?
        var periods: [Alert.Period] = []
        for now in times {
            guard let decision = plan.decision(mark: mark, now: now, timeZone: timeZone) else {
                continue
            }
            mark = decision.mark
            if let period = decision.period { periods.append(period) }
        }
        return periods
    }

    private func joins(_ periods: [Alert.Period]) -> Bool {
        periods.allSatisfy { $0.start < $0.end }
            && zip(periods, periods.dropFirst()).allSatisfy { $0.end == $1.start }
    }

    private func plan(_ rhythm: DigestPlan.Rhythm, _ minute: Int) -> DigestPlan {
        DigestPlan(id: RuleID(trusted: "d"), rhythm: rhythm, minute: minute)
    }

    @Test(arguments: zones, [480, 150])
    func `have one on every day`(zoneName: String, minute: Int) throws {
        let timeZone = try #require(TimeZone(identifier: zoneName))
        let times = stride(from: Self.start, to: Self.end, by: 20_011)
        let told = periods(plan(.daily, minute), timeZone, times)
        #expect(joins(told))
        let (first, last) = (try #require(told.first), try #require(told.last))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let days = calendar.dateComponents(
            [.day], from: calendar.startOfDay(for: first.start),
            to: calendar.startOfDay(for: last.end))
        #expect(days.day == told.count)
        #expect(first.start > Self.start - 90_000 && first.start <= Self.start)
        #expect(last.end > Self.end - 120_000)
    }

    @Test(arguments: zones)
    func `have one in every week`(zoneName: String) throws {
        let timeZone = try #require(TimeZone(identifier: zoneName))
        let times = stride(from: Self.start, to: Self.end, by: 20_011)
        let told = periods(plan(.weekly(weekday: 7), 150), timeZone, times)
        #expect((104...105).contains(told.count))
        #expect(joins(told))
        #expect(told.allSatisfy { abs($0.end.timeIntervalSince($0.start) - 604_800) <= 3600 })
    }

    @Test(arguments: zones, [1, 2] as [UInt64])
    func `have one for each sleep and lose nothing`(zoneName: String, seed: UInt64) throws {
        let timeZone = try #require(TimeZone(identifier: zoneName))
        let plan = plan(.daily, 480)
        var random = SeededRandom(seed: seed)
        var (now, times): (Date, [Date]) = (Self.start, [])
        while now < Self.end {
            times.append(now)
            // Mostly hours, at times a sleep of up to ten days.
            now += random.unit() < 0.1 ? random.unit() * 864_000 : 1 + random.unit() * 40_000
        }
        let told = periods(plan, timeZone, times)
        #expect(joins(told))
        let slots = times.map { plan.lastSlot(atOrBefore: $0, timeZone: timeZone) }
        #expect(told.map(\.end) == Set(slots).subtracting(slots.prefix(1)).sorted())
        #expect(told.count < 730)
    }

    @Test(arguments: zones, [1, 2] as [UInt64])
    func `neither repeat nor lose a day when the clock jumps by one`(
        zoneName: String, seed: UInt64
    ) throws {
        let timeZone = try #require(TimeZone(identifier: zoneName))
        var random = SeededRandom(seed: seed)
        var (truth, offset, times): (Date, TimeInterval, [Date]) = (Self.start, 0, [])
        while truth < Self.end {
            times.append(truth.addingTimeInterval(offset))
            truth += 1 + random.unit() * 30_000
            // A clock that is wrong is set right within some days.
            if random.unit() < 0.04 {
                offset = offset != 0 ? 0 : [-86_400, 86_400][Int(random.next() % 2)]
            }
        }
        let told = periods(plan(.daily, 480), timeZone, times)
        #expect(joins(told))
        #expect(Set(told.map(\.end)).count == told.count)
        let last = try #require(times.max())
        #expect(
            told.last?.end == plan(.daily, 480).lastSlot(atOrBefore: last, timeZone: timeZone))
        #expect((690...731).contains(told.count))
    }

    @Test(arguments: zones)
    func `go on after a clock was a year ahead for a week`(zoneName: String) throws {
        let timeZone = try #require(TimeZone(identifier: zoneName))
        let (wrongFrom, wrongTo) = (Self.start + 100 * 86_400, Self.start + 107 * 86_400)
        let times = stride(from: Self.start, to: Self.end, by: 18_013).map { truth in
            (wrongFrom..<wrongTo).contains(truth) ? truth.addingTimeInterval(365 * 86_400) : truth
        }
        let told = periods(plan(.daily, 480), timeZone, times)
        // Only where the clock was set right one period does not begin where the one before ends.
        let breaks = zip(told, told.dropFirst()).filter { $0.end != $1.start }
        #expect(breaks.count == 1)
        let (before, after) = try #require(breaks.first)
        #expect(before.end > wrongTo.addingTimeInterval(360 * 86_400))
        #expect(abs(after.start.timeIntervalSince(wrongTo)) < 18_100)
        #expect(after.end.timeIntervalSince(after.start) < 90_000)
        #expect((727...731).contains(told.count))
    }
}
