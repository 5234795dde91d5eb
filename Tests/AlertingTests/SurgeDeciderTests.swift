import Foundation
import Model
import Testing

@testable import Alerting

struct `A surge rule` {
    private let rule = SurgeRule(id: RuleID(trusted: "surge"), channels: [mail])
    private let now = Date(timeIntervalSince1970: 1_790_000_000)

    /// A mark that says that the brand is watched for so many days.
    private func watched(_ days: Double, _ rule: SurgeRule? = nil) -> RuleMark {
        RuleMark(
            rule: (rule ?? self.rule).id, key: "cafe",
            at: now.addingTimeInterval(-days * 86_400))
    }

    /// Counts of 365 days, `usual` again and again, and `present` on the last.
    private func days(_ usual: [Int], present: Int) -> [Int] {
        (0..<364).map { usual[$0 % usual.count] } + [present]
    }

    private func decide(
        _ counts: [Int], _ mark: RuleMark?, rule: SurgeRule? = nil, after seconds: TimeInterval = 0
    ) -> WatchDecision? {
        SurgeDecider(rule: rule ?? self.rule).decision(
            brand: cafe, name: "Harbour Café", counts: counts, mark: mark,
            now: now.addingTimeInterval(seconds))
    }

    /// The least count of the present day that is told.
    private func threshold(_ usual: [Int], _ mark: RuleMark? = nil) -> Int? {
        var (silent, told) = (0, 20_000)
        while told - silent > 1 {
            let present = (silent + told) / 2
            let decision = decide(days(usual, present: present), mark ?? watched(400))
            if decision?.telling != nil { told = present } else { silent = present }
        }
        return told < 20_000 ? told : nil
    }

    @Test(
        arguments: [
            (3600, 3600, 8760), (21_600, 21_600, 1460), (18_000, 3600, 8760),
            (86_400, 86_400, 365), (604_800, 86_400, 371), (2_419_200, 86_400, 392),
            // what can't be asked for counts as the nearest
            (5400, 7200, 4380), (1, 3600, 8760), (130_000, 86_400, 366),
            (1e300, 86_400, 392), (Double.nan, 86_400, 365),
        ] as [(Double, Double, Int)])
    func `asks for the window and 52 weeks before it`(
        window: TimeInterval, width: TimeInterval, count: Int
    ) {
        let question = SurgeRule(id: rule.id, window: window).question(now: now)
        #expect(question.width == width)
        #expect(question.count == count)
        #expect(question.start.addingTimeInterval(Double(count) * width) == now)
    }

    private static let rates: [([Int], ClosedRange<Int>)] = [
        // none in a year, one in three weeks, three a week, one a day, twenty, three thousand
        ([0], 3...3),
        ([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 3...4),
        ([1, 0, 0, 1, 0, 0, 1, 0], 4...5),
        ([1, 0, 2, 0, 1, 0, 3, 1], 7...9),
        ([16, 22, 19, 25, 20, 18, 23, 14, 21], 38...44),
        ([2950, 3010, 3080, 2990, 2930, 3050], 3200...3450),
    ]

    @Test(arguments: rates)
    func `knows how many are too many, at any rate`(usual: [Int], expected: ClosedRange<Int>) throws
    {
        #expect(expected.contains(try #require(threshold(usual))))
    }

    @Test func `needs more where mentions come in clusters`() throws {
        let even = try #require(threshold([0, 0, 1, 0, 0, 1, 0]))
        let clustered = try #require(
            threshold([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 3]))
        #expect(clustered > even + 2)
    }

    @Test func `knows busy weekdays`() throws {
        // 364 days are whole weeks: the present day is the weekday of the first.
        let busy = try #require(threshold([90, 20, 20, 20, 20, 20, 60]))
        let calm = try #require(threshold([20, 20, 20, 20, 20, 60, 90]))
        #expect(busy > 120)
        #expect(calm < 60)
    }

    @Test func `follows a trend over months`() throws {
        let growing = (0..<364).map { 10 + $0 / 8 }
        #expect(decide(growing + [56], watched(400))?.telling == nil)
        #expect(decide(growing + [165], watched(400))?.telling != nil)
    }

    @Test func `does not call usual what happened several times a year`() {
        var counts = days([1], present: 9)
        #expect(decide(counts, watched(400))?.telling != nil)
        for index in [40, 150, 220, 300, 330] { counts[index] = 12 }
        #expect(decide(counts, watched(400))?.telling == nil)
    }

    @Test func `says why`() throws {
        let decision = try #require(decide(days([0, 1, 0, 0, 2, 0, 0], present: 9), watched(400)))
        let telling = try #require(decision.telling)
        #expect(
            telling.reason
                == "9 negative mentions of Harbour Café in 24 hours; usual are 0 to 2 "
                + "(so many come once in 8 years by chance)")
        #expect(telling.kind == .surge)
        #expect(telling.severity == .warning)
        #expect(telling.channels == [mail])
        #expect(
            telling.period == Alert.Period(start: now.addingTimeInterval(-86_400), end: now))
        #expect(decision.mark == RuleMark(rule: rule.id, key: "cafe", at: now, value: 9))
    }

    @Test func `remembers first since when it watches`() {
        let decision = decide(days([0], present: 2), nil)
        #expect(decision?.telling == nil)
        #expect(decision?.mark == RuleMark(rule: rule.id, key: "cafe", at: now))
        #expect(decide(days([0], present: 2), decision?.mark) == nil)
        #expect(decide(days([1], present: 30), nil)?.telling != nil)
    }

    @Test(arguments: [(0, false), (13, false), (15, true), (60, true)] as [(Double, Bool)])
    func `is silent until two weeks are known`(days watchedDays: Double, speaks: Bool) {
        let counts = days([0], present: 12)
        #expect((decide(counts, watched(watchedDays))?.telling != nil) == speaks)
    }

    @Test func `knows a new brand from its first mention on`() {
        var counts = [Int](repeating: 0, count: 364) + [40]
        for index in 354..<364 { counts[index] = 4 }
        #expect(decide(counts, watched(1))?.telling == nil)
        for index in 340..<364 { counts[index] = 4 }
        #expect(decide(counts, watched(1))?.telling != nil)
    }

    @Test func `tells a surge once, and again when it has doubled`() throws {
        let first = try #require(decide(days([1], present: 10), watched(400)))
        #expect(first.telling != nil)
        for present in [10, 12, 19] {
            #expect(decide(days([1], present: present), first.mark, after: 3600) == nil)
        }
        let again = try #require(decide(days([1], present: 20), first.mark, after: 7200))
        #expect(again.telling != nil)
        #expect(again.mark.value == 20)
    }

    @Test func `is over when the count is usual again and the window has passed`() throws {
        let told = RuleMark(rule: rule.id, key: "cafe", at: now, value: 10)
        // Not while the window lasts, and not while there are still as many.
        #expect(decide(days([1], present: 1), told, after: 3600) == nil)
        #expect(decide(days([1], present: 10), told, after: 90_000) == nil)
        let over = try #require(decide(days([1], present: 1), told, after: 90_000))
        #expect(over.telling == nil)
        #expect(over.mark.value == nil)
        #expect(decide(days([1], present: 1), over.mark, after: 93_600) == nil)
        #expect(decide(days([1], present: 10), over.mark, after: 200_000)?.telling != nil)
        // A clock that was set back by a week doesn't keep it open.
        #expect(decide(days([1], present: 1), told, after: -604_800)?.mark.value == nil)
    }

    @Test func `gets used to a new level within days`() {
        var counts = days([2], present: 2)
        var (mark, told) = (watched(400), 0)
        for day in 1...30 {
            counts.removeFirst()
            counts.append(12)
            guard let decision = decide(counts, mark, after: Double(day) * 86_400) else { continue }
            mark = decision.mark
            if decision.telling != nil { told += 1 }
        }
        #expect(told == 1)
        #expect(mark.value == nil)
    }

    @Test func `names what it counts`() throws {
        let counts = days([1], present: 30)
        func reason(_ labels: Set<Sentiment.Label>, _ window: TimeInterval) throws -> String {
            let rule = SurgeRule(id: rule.id, labels: labels, window: window)
            let spans = rule.question(now: now).count
            let counts = (0..<spans).map { $0 < spans - 1 ? 1 : 4000 }
            let decision = decide(counts, watched(400, rule), rule: rule)
            return try #require(decision?.telling).reason
        }
        #expect(decide(counts, watched(400))?.telling != nil)
        #expect(
            try reason([], 3600).hasPrefix("4000 mentions of Harbour Café in an hour; usual are 1 ")
        )
        #expect(
            try reason([.negative, .neutral], 604_800)
                .hasPrefix("4006 negative or neutral mentions of Harbour Café in 7 days; "))
    }

    @Test func `stays silent when it is off or asked with the wrong counts`() {
        var off = rule
        off.isEnabled = false
        #expect(decide(days([1], present: 30), watched(400), rule: off) == nil)
        #expect(decide([], watched(400)) == nil)
        #expect(decide([1, 2, 3], nil) == nil)
    }

    @Test func `stays sane for odd numbers`() {
        for present in [Int.max / 1000, 1_000_000_000, -5] {
            _ = decide(days([0, 1_000_000], present: present), watched(400))
            _ = decide(days([0], present: present), watched(400))
        }
        let marks = [1e300, -1e300, .nan].map {
            RuleMark(rule: rule.id, at: Date(timeIntervalSince1970: $0), value: $0)
        }
        for mark in marks { _ = decide(days([1], present: 30), mark) }
    }

    @Test(
        arguments: [
            (1.0, 1, "at most 1 false alarm a year"),
            (
                1, 3,
                "at most 1 false alarm a year for each brand, 3 false alarms a year for 3 brands together"
            ),
            (0.5, 1, "at most 1 false alarm in 2 years"),
            (
                0.3, 2,
                "at most 1 false alarm in 3.3 years for each brand, 1 false alarm in 1.7 years for 2 brands together"
            ),
            (12, 1, "at most 12 false alarms a year"),
        ] as [(Double, Int, String)])
    func `states how often it is wrong`(perYear: Double, brands: Int, text: String) {
        let rule = SurgeRule(id: rule.id, falseAlarmsPerYear: perYear)
        #expect(rule.falseAlarmStatement(brands: brands) == text)
    }
}
