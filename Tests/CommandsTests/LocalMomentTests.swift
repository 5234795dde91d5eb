import FoundationEssentials
import Model
import Testing

@testable import Commands

struct `A time to come on the command line` {
    /// 22 November 2026, 12:00 UTC; 13:00 in Berlin.
    private let now = Date(timeIntervalSince1970: 1_795_348_800)

    @Test(arguments: [
        ("18:00", "2026-11-22T17:00:00Z"), ("9:30", "2026-11-23T08:30:00Z"),
        ("13:00", "2026-11-23T12:00:00Z"), ("2026-12-24", "2026-12-23T23:00:00Z"),
        ("2026-12-24 08:15", "2026-12-24T07:15:00Z"),
        ("2026-07-01T08:15", "2026-07-01T06:15:00Z"),
        ("2026-12-24T08:15:00Z", "2026-12-24T08:15:00Z"),
        ("2027-03-28 02:30", "2027-03-28T01:00:00Z"),
    ])
    func `is a clock time, a day or a moment of the owner's zone`(text: String, moment: String)
        throws
    {
        let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
        let time = try #require(LocalMoment(argument: text))
        #expect(time.date(after: now, zone: zone)?.rfc3339 == moment)
    }

    @Test(arguments: [
        "", "24:00", "8", "8:5", "2026-02-30", "2026-12-24 25:00", "tomorrow", "٣:٠٠",
    ])
    func `is nothing else`(text: String) { #expect(LocalMoment(argument: text) == nil) }
}

struct `A length of time on the command line` {
    @Test(arguments: [("2h", 7200.0), ("1d12h", 129_600), ("1w", 604_800)])
    func `is written as in the configuration`(text: String, seconds: Double) {
        #expect(Span(argument: text)?.seconds == seconds)
    }

    @Test(arguments: ["", "0s", "2", "-2h", "200y", "99999999d"])
    func `is above nothing and at most ten years`(text: String) {
        #expect(Span(argument: text) == nil)
    }
}
