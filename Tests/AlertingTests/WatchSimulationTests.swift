import Foundation
import Model
import Testing

@testable import Alerting

/// Surge and drop rules watch streams in which nothing but chance happens, and streams in which something
/// does; longer runs of the same are in docs/surges.md.
struct `A simulated year` {
    /// Counts of six-hour spans, by the day and with a weekly pattern.
    private func spans(
        days: Int, rate: Double, dispersion: Double, _ random: inout SeededRandom
    ) -> [Int] {
        let pattern = [0.8, 0.8, 0.8, 0.9, 1.1, 1.5, 1.1]
        return (0..<days).flatMap { day in
            var spans = [0, 0, 0, 0]
            let mean = rate * pattern[day % 7]
            for _ in 0..<random.clustered(mean, dispersion: dispersion) {
                spans[Int(random.unit() * 4)] += 1
            }
            return spans
        }
    }

    /// What is told in the days after the first 372, with a look every six hours in which
    /// a mention came, or while a surge is open.
    private func told(_ spans: [Int]) -> [Int] {
        let rule = SurgeRule(id: RuleID(trusted: "surge"))
        let decider = SurgeDecider(rule: rule)
        let start = Date(timeIntervalSince1970: 1_700_000_000)
        var mark = RuleMark(rule: rule.id, at: start)
        var told: [Int] = []
        let before = spans.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
        for end in 372 * 4...spans.count {
            guard spans[end - 1] > 0 || mark.value != nil else { continue }
            let counts = (1...365).map {
                before[end - (365 - $0) * 4] - before[end - (366 - $0) * 4]
            }
            let now = start.addingTimeInterval(Double(end) * 21_600)
            guard
                let decision = decider.decision(
                    brand: nil, name: "", counts: counts, mark: mark, now: now)
            else { continue }
            mark = decision.mark
            if decision.telling != nil { told.append(end - 372 * 4) }
        }
        return told
    }

    @Test(
        arguments: [
            (0.3 / 7, 1.0, 6), (0.3 / 7, 5, 6), (3.0 / 7, 1, 4), (3.0 / 7, 3, 4), (1, 1, 3),
            (1, 5, 3), (20, 1, 1), (20, 5, 1),
        ] as [(Double, Double, Int)])
    func `has no more false surges than allowed`(
        rate: Double, dispersion: Double, years: Int
    ) {
        var random = SeededRandom(seed: 11)
        let alarms = (0..<years).reduce(0) { sum, _ in
            sum
                + told(spans(days: 372 + 365, rate: rate, dispersion: dispersion, &random)).count
        }
        // One a year is allowed; twice as many and one more is what chance makes of it.
        #expect(alarms <= 2 * years + 1)
    }

    @Test(
        arguments: [(0.3 / 7, 4, 8), (1, 8, 4), (20, 40, 4), (3000, 3000, 4)]
            as [(Double, Int, Int)])
    func `has its surges told within a day or two`(rate: Double, extra: Int, spansUntil: Int) throws
    {
        var random = SeededRandom(seed: 3)
        var spans = spans(days: 376, rate: rate, dispersion: 1.2, &random)
        for day in 373..<375 { for span in 0..<4 { spans[day * 4 + span] += extra / 4 } }
        let first = try #require(told(spans).first)
        #expect((4...4 + spansUntil).contains(first))
    }

    @Test(arguments: [0.5, 5])
    func `has no more false drops than allowed`(ratingsPerDay: Double) {
        var random = SeededRandom(seed: 8)
        let rule = DropRule(id: RuleID(trusted: "drop"), least: 0.02)
        let decider = DropDecider(rule: rule)
        var (figures, mark, alarms): ([DayFigure], RuleMark?, Int) = ([], nil, 0)
        let years = 2
        for day in 0..<(395 + 365 * years) {
            var figure = DayFigure(day: CalendarDay(number: day), count: 0, sum: 0, squares: 0)
            for _ in 0..<random.poisson(ratingsPerDay) {
                let stars: Double = random.unit() < 0.1 ? 1 : random.unit() < 0.25 ? 4 : 5
                figure.count += 1
                figure.sum += stars
                figure.squares += stars * stars
            }
            figures.append(figure)
            guard day >= 395,
                let decision = decider.decision(
                    brand: nil, name: "", figures: Array(figures.suffix(395)), mark: mark,
                    today: figure.day, timeZone: .gmt,
                    now: Date(timeIntervalSince1970: Double(day) * 86_400 + 60))
            else { continue }
            mark = decision.mark
            if decision.telling != nil { alarms += 1 }
        }
        #expect(alarms <= years + 1)
    }
}
