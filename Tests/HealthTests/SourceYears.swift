import FoundationEssentials
import Model

/// SplitMix64: the same numbers at every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// 0 ..< 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// How many events of a Poisson process fall into a span where `mean` are expected.
    mutating func poisson(_ mean: Double) -> Int {
        // Where only "none or some" matters, many are as good as their mean.
        if mean > 50 { return Int(mean) }
        var (count, product, limit) = (0, unit(), 1.0)
        limit = exponential(-mean)
        while product > limit {
            product *= unit()
            count += 1
        }
        return count
    }
}

/// eˣ by its series, with the argument halved until it is small.
func exponential(_ x: Double) -> Double {
    var (small, halvings) = (x, 0)
    while abs(small) > 0.25 { (small, halvings) = (small / 2, halvings + 1) }
    var (sum, term) = (1.0, 1.0)
    for n in 1...12 {
        term *= small / Double(n)
        sum += term
    }
    for _ in 0..<halvings { sum *= sum }
    return sum
}

/// A made-up source that is read every evening.
struct SimulatedSource: Sendable {
    /// New entries on a day, by the day's number.
    var arrivals: @Sendable (Int, inout SeededGenerator) -> Int

    /// Something on each day with the same chance.
    static func steady(_ chance: Double) -> Self {
        Self { _, random in random.unit() < chance ? 1 : 0 }
    }

    /// So many a day on average, whenever they like.
    static func poisson(_ mean: Double) -> Self {
        Self { _, random in random.poisson(mean) }
    }

    /// With this chance on each of five days, and never at the weekend.
    static func workdays(_ chance: Double) -> Self {
        Self { day, random in day % 7 < 5 && random.unit() < chance ? 1 : 0 }
    }

    /// On one day of the week only, with this chance.
    static func weekly(_ chance: Double) -> Self {
        Self { day, random in day % 7 == 3 && random.unit() < chance ? 1 : 0 }
    }
}

extension SimulatedSource {
    /// Over-dispersed: weeks in which something comes on most days, and weeks in which little does.
    static func bursts(often: Double = 0.6, seldom: Double = 0.05, length: Int = 14) -> Self {
        Self { day, random in
            // The phase is drawn once for all days of a spell, from the spell's own number.
            var spell = SeededGenerator(UInt64(day / length))
            return random.unit() < (spell.unit() < 0.4 ? often : seldom) ? 1 : 0
        }
    }
}

/// What a cadence says of simulated sources, evening by evening.
struct Watch {
    static let zone: @Sendable (Date) -> CalendarDay = { CalendarDay($0, secondsFromGMT: 0) }

    static func evening(of day: Int) -> Date {
        Date(timeIntervalSince1970: Double(20_000 + day) * 86_400 + 80_000)
    }

    /// False alarms in a year of a source that is well, over `years` years of as many sources that are
    /// watched for `warmUp` days before.
    static func falseAlarms(
        of source: SimulatedSource, rate: Double, sources: Int, yearsEach: Int, warmUp: Int = 60,
        seed: UInt64
    ) -> Double {
        var random = SeededGenerator(seed)
        var alarms = 0
        for index in 0..<sources {
            var cadence = Cadence()
            var isTold = false
            for day in 0..<(warmUp + yearsEach * 365) {
                // Whole weeks apart, so that no two sources share their spells.
                let count = source.arrivals(day + index * 7000, &random)
                cadence.observe(arrivals: count, at: evening(of: day), day: zone)
                if count > 0 { isTold = false }
                guard day >= warmUp, !isTold else { continue }
                if cadence.isSuspiciouslyQuiet(falseAlarmsPerYear: rate) {
                    alarms += 1
                    isTold = true
                }
            }
        }
        return Double(alarms) / Double(sources * yearsEach)
    }

    /// After how many days each of these sources is told that died after `life` days; nil for never.
    static func daysUntilTold(
        _ source: SimulatedSource, rate: Double, life: Int, sources: Int, seed: UInt64
    ) -> [Int?] {
        var random = SeededGenerator(seed)
        return (0..<sources).map { _ in
            var cadence = Cadence()
            for day in 0..<life {
                cadence.observe(
                    arrivals: source.arrivals(day, &random), at: evening(of: day), day: zone)
            }
            for day in life..<(life + 1000) {
                cadence.observe(arrivals: 0, at: evening(of: day), day: zone)
                if cadence.isSuspiciouslyQuiet(falseAlarmsPerYear: rate) { return day - life + 1 }
            }
            return nil
        }
    }
}
