import FoundationEssentials
import Model
import Testing

private let noon = Date(timeIntervalSince1970: 20_779 * 86_400 + 43_200)

private func day(_ date: Date) -> CalendarDay { CalendarDay(date, secondsFromGMT: 0) }

/// A cadence after these days in a row, each with so many new entries.
private func cadence(_ counts: [Int], from start: Cadence = Cadence()) -> Cadence {
    var cadence = start
    for (index, count) in counts.enumerated() {
        cadence.observe(
            arrivals: count, at: noon.addingTimeInterval(Double(index) * 86_400), day: day)
    }
    return cadence
}

struct `A cadence` {
    @Test func `counts a day with many entries once`() {
        var cadence = Cadence()
        for hour in 0..<5 {
            cadence.observe(
                arrivals: 30, at: noon.addingTimeInterval(Double(hour) * 3600), day: day)
        }
        #expect(cadence.observedDays == 1)
        #expect(cadence.activeDays == 1)
        #expect(cadence.arrivals == 150)
        #expect(cadence.arrivalsPerActiveDay == 150)
    }

    @Test func `counts a day as silent when it is over, and not before`() {
        var cadence = cadence([1, 0])
        #expect(cadence.silentDays == 0)
        cadence.observe(arrivals: 0, at: noon.addingTimeInterval(2 * 86_400), day: day)
        #expect(cadence.silentDays == 1)
        cadence.observe(arrivals: 0, at: noon.addingTimeInterval(2 * 86_400 + 60), day: day)
        #expect(cadence.silentDays == 1)
    }

    @Test func `keeps a silence out of its sums until it ends`() {
        let before = cadence([1, 1, 1])
        let silent = cadence([1, 1, 1, 0, 0, 0, 0])
        #expect(silent.observedDays == before.observedDays)
        #expect(silent.silentDays == 3)
        let ended = cadence([1, 1, 1, 0, 0, 0, 0, 1])
        #expect(ended.silentDays == 0)
        #expect(abs(ended.observedDays - 8) < 0.3)
        #expect(abs(ended.activeDays - 4) < 0.2)
        #expect(ended.longestSilence == 4)
    }

    @Test func `does not observe days on which nobody could read the source`() {
        var cadence = cadence([1, 1, 0])
        cadence.observe(arrivals: 0, at: noon.addingTimeInterval(40 * 86_400), day: day)
        #expect(cadence.silentDays == 1)
    }

    @Test func `gives half the weight to what is ninety days old`() {
        let old = cadence([1] + Array(repeating: 0, count: 89) + [1])
        #expect(abs(old.activeDays - 1.5) < 0.001)
        let long = cadence(Array(repeating: 1, count: 3000))
        #expect(abs(long.observedDays - 1 / (1 - Cadence.retention)) < 0.001)
        #expect(long.activeShare == 1)
    }

    @Test func `takes no harm from a clock that is set back`() {
        var cadence = cadence([1, 0, 0])
        let before = cadence
        cadence.observe(arrivals: 0, at: noon, day: day)
        #expect(cadence == before)
    }
}

struct `The cadence of a first document` {
    private func seed(_ days: [Double]) -> Cadence {
        Cadence(
            published: days.map { noon.addingTimeInterval(-$0 * 86_400) }, now: noon, day: day)
    }

    @Test func `spans from the oldest entry to now`() {
        let cadence = seed([1, 8, 15, 22, 29, 36])
        #expect(abs(cadence.observedDays - 31) < 1)
        #expect(abs(cadence.activeDays - 4.5) < 0.2)
        #expect(cadence.silentDays == 0)
        #expect(abs(cadence.longestSilence - 6) < 0.1)
        #expect(cadence.lastArrival == noon.addingTimeInterval(-86_400))
    }

    @Test(arguments: [[], [3], [3, 3.1, 3.2]])
    func `is unknown where all dates fall on one day`(days: [Double]) {
        #expect(seed(days).observedDays == 0)
        #expect(seed(days).silenceLimit(falseAlarmsPerYear: 0.2) == nil)
    }

    @Test func `leaves out dates that can't be`() {
        #expect(seed([1, 2, 3, 20_000, -5]) == seed([1, 2, 3]))
    }

    @Test func `never has more active than observed days`() {
        let cadence = seed((0..<400).map { Double($0) / 2 })
        #expect(cadence.activeDays <= cadence.observedDays)
        #expect(cadence.activeShare > 0.99)
    }
}
