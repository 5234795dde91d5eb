import FoundationEssentials
import Scheduling
import Testing

struct `An adaptive interval` {
    private let adaptive = AdaptiveInterval(shortest: 300, longest: 6 * 3600)

    @Test(
        arguments: [
            // arrivals a day, seconds of silence, expected
            (288.0, 0.0, 300.0), (28.8, 0, 300), (10, 0, 864), (1, 0, 8640), (1.0 / 7, 0, 21_600),
            (0, 0, 21_600), (10, 144_000, 14_400), (10, 1_440_000, 21_600), (1, -50, 8640),
        ] as [(Double, Double, Double)])
    func `is a tenth of the time between arrivals, longer in a silence, within bounds`(
        rate: Double, silence: TimeInterval, expected: TimeInterval
    ) {
        #expect(
            adaptive.interval(arrivalsPerDay: rate, silence: silence, isUrgent: false) == expected)
    }

    @Test func `is the shortest while something urgent is open`() {
        #expect(adaptive.interval(arrivalsPerDay: 0, silence: 1e9, isUrgent: true) == 300)
    }

    @Test func `is the shortest of a source of which nothing is known`() {
        #expect(adaptive.interval(arrivalsPerDay: nil, silence: nil, isUrgent: false) == 300)
        #expect(adaptive.interval(arrivalsPerDay: .nan, silence: nil, isUrgent: false) == 300)
    }

    @Test(arguments: [nil, 60, 900] as [TimeInterval?])
    func `does not move without room between the bounds`(longest: TimeInterval?) {
        let fixed = AdaptiveInterval(shortest: 900, longest: longest)
        #expect(fixed.interval(arrivalsPerDay: 0.01, silence: 1e7, isUrgent: false) == 900)
    }
}
