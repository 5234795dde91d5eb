import Model
import Testing

private func cadence(observed: Double, active: Double, silent: Int = 0) -> Cadence {
    Cadence(observedDays: observed, activeDays: active, arrivals: active, silentDays: silent)
}

struct `A silence` {
    @Test func `has the chance of the beta-binomial distribution`() {
        // B(4.5, 24.5 + 3) / B(4.5, 24.5), worked out by hand: 24.5/29 · 25.5/30 · 26.5/31.
        let chance = cadence(observed: 28, active: 4).chanceOfSilence(days: 3)
        #expect(abs(chance - 0.613_862) < 1e-6)
        #expect(cadence(observed: 28, active: 4).chanceOfSilence(days: 0) == 1)
    }

    @Test(arguments: [
        (130.0, 130.0, 2),  // thousands a day
        (40, 40, 2), (28, 28, 3),
        (130, 93, 6),  // five days of seven
        (130, 65, 11), (130, 18.5, 42),
        (130, 4.3, 180),  // once a month
    ])
    func `is suspicious from a limit on that follows the cadence`(
        observed: Double, active: Double, days: Int
    ) {
        let cadence = cadence(observed: observed, active: active)
        #expect(cadence.silenceLimit(falseAlarmsPerYear: 0.2) == days)
        let expected = cadence.gapsPerYear * cadence.chanceOfSilence(days: days)
        #expect(expected <= 0.2)
        #expect(cadence.gapsPerYear * cadence.chanceOfSilence(days: days - 1) > 0.2)
    }

    @Test func `is told when the limit is reached`() {
        let limit = 42
        for (silent, isTold) in [(0, false), (limit - 1, false), (limit, true), (999, true)] {
            let cadence = cadence(observed: 130, active: 18.5, silent: silent)
            #expect(cadence.isSuspiciouslyQuiet(falseAlarmsPerYear: 0.2) == isTold)
        }
    }

    @Test(arguments: [(27.9, 20.0), (100, 3.9), (0, 0)])
    func `means nothing while little is known`(observed: Double, active: Double) {
        let cadence = cadence(observed: observed, active: active)
        #expect(cadence.silenceLimit(falseAlarmsPerYear: 1) == nil)
    }

    @Test(arguments: [0, -1, .nan])
    func `is never told if no false alarm is allowed`(rate: Double) {
        let cadence = cadence(observed: 130, active: 130, silent: 5000)
        #expect(!cadence.isSuspiciouslyQuiet(falseAlarmsPerYear: rate))
    }
}

/// Thousands of years of made-up sources; `docs/health.md` tells the same figures for more of them.
struct `False alarms` {
    @Test(arguments: [
        SimulatedSource.steady(1.0 / 30), .steady(1.0 / 7), .steady(0.5), .poisson(1),
        .workdays(0.6), .workdays(1), .weekly(0.5),
    ])
    func `are no more than allowed for steady and weekly sources`(source: SimulatedSource) {
        let rate = Watch.falseAlarms(of: source, rate: 0.2, sources: 250, yearsEach: 4, seed: 7)
        #expect(rate <= 0.2)
    }

    @Test func `come more often where days depend on each other, and stay below two a year`() {
        let rate = Watch.falseAlarms(of: .bursts(), rate: 0.2, sources: 250, yearsEach: 4, seed: 7)
        #expect(rate > 0.2)
        #expect(rate < 2)
    }
}

struct `A silence that ended by itself` {
    @Test func `makes the limit later, for as long as it is remembered`() {
        var cadence = Cadence(observedDays: 130, activeDays: 65, arrivals: 65)
        #expect(cadence.silenceLimit(falseAlarmsPerYear: 0.2) == 11)
        cadence.longestSilence = 20
        #expect(cadence.silenceLimit(falseAlarmsPerYear: 0.2) == 30)
        cadence.longestSilence = 5
        #expect(cadence.silenceLimit(falseAlarmsPerYear: 0.2) == 11)
    }
}

struct `A source that dies` {
    @Test(arguments: [
        (SimulatedSource.steady(1.0 / 7), 20...50, 90), (.poisson(1), 5...10, 14),
        (.poisson(50), 2...3, 3), (.poisson(3000), 2...3, 3),
    ])
    func `is told the sooner the more it brought`(
        source: SimulatedSource, usually: ClosedRange<Int>, atLatest: Int
    ) throws {
        let days = Watch.daysUntilTold(source, rate: 0.2, life: 365, sources: 100, seed: 9)
            .compactMap(\.self).sorted()
        #expect(days.count == 100)
        #expect(usually.contains(days[50]))
        #expect(try #require(days.last) <= atLatest)
    }
}
