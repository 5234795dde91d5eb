import Foundation
import Model
import Testing

@testable import Alerting

struct `A drop rule` {
    private let rule = DropRule(id: RuleID(trusted: "drop"), channels: [mail])
    private let today = CalendarDay(number: 20_779)
    private let now = Date(timeIntervalSince1970: 20_779 * 86_400 + 36_000)

    /// The figures of the day that was `age` days ago.
    private func day(_ age: Int, _ figures: [Double]) -> DayFigure {
        DayFigure(
            day: CalendarDay(number: today.number - age), count: figures.count,
            sum: figures.reduce(0, +), squares: figures.reduce(0) { $0 + $1 * $1 })
    }

    /// A year of `before` on every day and `recent` on each of the last 30.
    private func year(_ before: [Double], _ recent: [Double], recentEvery step: Int = 1)
        -> [DayFigure]
    {
        (30...394).map { day($0, before) }
            + stride(from: 0, to: 30, by: step).map { day($0, recent) }
    }

    private func decide(
        _ figures: [DayFigure], _ mark: RuleMark? = nil, rule: DropRule? = nil
    ) throws -> WatchDecision? {
        DropDecider(rule: rule ?? self.rule).decision(
            brand: cafe, name: "Harbour Café", figures: figures, mark: mark, today: today,
            timeZone: try #require(TimeZone(identifier: "Europe/Berlin")), now: now)
    }

    private func told(_ average: Double) -> RuleMark {
        RuleMark(rule: rule.id, key: "cafe", at: now, value: average)
    }

    @Test func `asks for its days and the year before`() {
        let span = rule.question(today: today)
        #expect(span.to == today)
        #expect(span.to.number - span.from.number + 1 == 30 + 365)
    }

    @Test func `tells a fall with its figures`() throws {
        let decision = try #require(try decide(year([5, 5, 4, 4.5, 4.4], [5, 2, 4, 4, 4.3])))
        let telling = try #require(decision.telling)
        #expect(
            telling.reason
                == "the rating of Harbour Café fell from 4.6 to 3.9 stars: 150 ratings in 30 days "
                + "against 1825 before")
        #expect(telling.kind == .drop)
        #expect(telling.channels == [mail])
        #expect(telling.period.end == now)
        #expect(telling.period.start == Date(timeIntervalSince1970: 20_750 * 86_400 - 7200))
        #expect(decision.mark.value.map { abs($0 - 3.86) < 1e-9 } == true)
    }

    @Test func `tells a fall of the sentiment`() throws {
        let rule = DropRule(id: rule.id, figure: .sentiment)
        let decision = try decide(year([0.8, 0.4, -0.3], [0.2, -0.1, -0.4]), rule: rule)
        #expect(
            decision?.telling?.reason
                == "the sentiment of Harbour Café fell from +0.30 to −0.10: 90 scored mentions in "
                + "30 days against 1095 before")
    }

    @Test(
        arguments: [
            // as before, better, less than `least`
            ([5, 4], 1), ([5, 5], 1), ([5, 3.6], 1),
            // too few for so great a fall, or to be compared at all
            ([5, 1], 10), ([1], 8),
        ] as [([Double], Int)])
    func `is silent about`(recent: [Double], every: Int) throws {
        #expect(try decide(year([5, 4], recent, recentEvery: every)) == nil)
    }

    @Test(arguments: [(19, false), (60, true)])
    func `needs enough before`(days: Int, speaks: Bool) throws {
        let figures = year([5], [1]).filter { $0.day.number > today.number - 30 - days }
        #expect((try decide(figures)?.telling != nil) == speaks)
    }

    @Test func `takes days that differ as fewer figures`() throws {
        // The same ratings; on good days all are good, on bad days all are bad.
        let mixed = year([5, 5, 5, 1], [5, 5, 1, 1])
        let clustered =
            (30...394).map { day($0, $0 % 4 == 0 ? [1, 1, 1, 1] : [5, 5, 5, 5]) }
            + (0..<30).map {
                day($0, $0 % 2 == 0 ? [1, 1, 1, 1] : [5, 5, 5, 5])
            }
        #expect(try decide(mixed)?.telling != nil)
        #expect(try decide(clustered) == nil)
    }

    @Test func `tells again only when it has fallen further`() throws {
        let fallen = year([5, 4], [4, 3])
        #expect(try decide(fallen)?.telling != nil)
        #expect(try decide(fallen, told(3.5)) == nil)
        #expect(try decide(fallen, told(3.79)) == nil)
        #expect(try decide(fallen, told(3.81))?.telling != nil)
    }

    @Test func `forgets what it told once the average has recovered`() throws {
        let recovered = try #require(try decide(year([5, 4], [5, 3.9]), told(3.5)))
        #expect(recovered.telling == nil)
        #expect(recovered.mark == RuleMark(rule: rule.id, key: "cafe", at: now))
        #expect(try decide(year([5, 4], [5, 3.6]), told(3.5)) == nil)
        #expect(try decide(year([5, 4], [4, 3]), recovered.mark)?.telling != nil)
    }

    @Test func `stays silent when it is off`() throws {
        var off = rule
        off.isEnabled = false
        #expect(try decide(year([5, 4], [2, 1]), rule: off) == nil)
    }

    @Test func `says how many figures it needs`() {
        #expect(rule.neededCount(fall: 0.3) > 5 * rule.neededCount(fall: 1))
        #expect(
            rule.neededStatement
                == "a fall of 0.3 stars is told from about \(rule.neededCount(fall: 0.3)) ratings in "
                + "30 days on, one of 1 star from about \(rule.neededCount(fall: 1)); at least 20 "
                + "before them")
        #expect((10...25).contains(rule.neededCount(fall: 1)))
        #expect((90...200).contains(rule.neededCount(fall: 0.3)))
        #expect(rule.falseAlarmStatement(brands: 1) == "at most 1 false alarm in 2 years")
    }

    @Test func `stays sane for odd figures`() throws {
        let odd = [
            DayFigure(day: today, count: 9, sum: .nan, squares: 1),
            DayFigure(day: today, count: -9, sum: 5, squares: .infinity),
            DayFigure(day: today, count: 9, sum: 1e300, squares: -1e300),
        ]
        _ = try decide(odd)
        _ = try decide(year([5, 4], [2, 1]) + odd)
        var wide = rule
        wide.days = Int.max
        _ = try decide(year([5, 4], [2, 1]), rule: wide)
        wide.days = -3
        _ = try decide(year([5, 4], [2, 1]), rule: wide)
    }
}
