import Scheduling
import Testing

struct `The text of a duration` {
    @Test(arguments: [
        ("90s", 90.0), ("15m", 900), ("2h", 7200), ("30d", 2_592_000), ("1w", 604_800),
        ("1h30m", 5400), ("1d12h", 129_600), ("1w2d3h4m5s", 788_645), ("0s", 0), ("007s", 7),
    ])
    func `is read`(text: String, expected: Double) {
        #expect(DurationText.seconds(text) == expected)
    }

    @Test(arguments: [
        "", "15", "m", "15 m", "1.5h", "-5m", "5M", "30m1h", "5m5m", "1h30", "٣m", "15min", "1y",
        "99999999999s", "9999999999w", "1h\n", "+5m",
    ])
    func `is refused when it is unclear`(text: String) {
        #expect(DurationText.seconds(text) == nil)
    }

    @Test(arguments: [
        (0.0, "0s"), (45, "45s"), (60, "1m"), (90, "90s"), (900, "15m"), (5400, "90m"),
        (3600, "1h"), (86_400, "1d"), (604_800, "1w"), (2_592_000, "30d"), (3661, "3661s"),
        (90_061, "90061s"), (129_600, "36h"), (-5, "0s"), (.nan, "0s"), (3600.4, "1h"),
        (8_640_061, "8640061s"),
    ])
    func `is the shortest`(seconds: Double, expected: String) {
        #expect(DurationText.text(seconds) == expected)
    }

    @Test func `reads back as the same seconds`() {
        for seconds in stride(from: 0, through: 2_000_000, by: 997) {
            let text = DurationText.text(Double(seconds))
            #expect(DurationText.seconds(text) == Double(seconds))
        }
    }

    @Test(arguments: [
        (0.0, "0 s"), (59, "59 s"), (60, "1 min"), (1230, "21 min"), (3569, "59 min"),
        (3590, "1 h"), (10_800, "3 h"), (84_000, "23 h"), (85_000, "1 day"), (172_800, "2 days"),
        (1_209_600, "2 weeks"), (2_592_000, "4 weeks"), (63_113_904, "2 years"), (-1, "0 s"),
        (.infinity, "0 s"),
    ])
    func `is rounded for people`(seconds: Double, expected: String) {
        #expect(DurationText.approximate(seconds) == expected)
    }
}
