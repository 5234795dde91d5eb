import Foundation
import Testing

@testable import Scheduling

func moment(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

func zone(_ name: String) throws -> TimeZone { try #require(TimeZone(identifier: name)) }

struct `A business calendar` {
    private func calendar(
        _ hours: String?, _ zoneName: String = "Europe/Berlin", holidays: [String] = []
    ) throws -> BusinessCalendar {
        BusinessCalendar(
            hours: try hours.map { try BusinessHours(parsing: $0) },
            holidays: Set(try holidays.map { try #require(Holiday(parsing: $0)) }),
            timeZone: try zone(zoneName))
    }

    @Test(
        arguments: [
            // within the day, up to closing time, and over the night
            ("2026-11-23T10:00:00+01:00", 8.0, "2026-11-23T18:00:00+01:00"),
            ("2026-11-23T10:00:00+01:00", 8.5, "2026-11-24T09:30:00+01:00"),
            // from before opening, after closing, and on a weekend
            ("2026-11-23T03:00:00+01:00", 1, "2026-11-23T10:00:00+01:00"),
            ("2026-11-20T20:00:00+01:00", 1, "2026-11-23T10:00:00+01:00"),
            ("2026-11-21T12:00:00+01:00", 9, "2026-11-23T18:00:00+01:00"),
            // three working days
            ("2026-11-20T09:00:00+01:00", 27, "2026-11-24T18:00:00+01:00"),
        ])
    func `counts only the time that is open`(start: String, hours: Double, end: String) throws {
        let calendar = try calendar("Mon-Fri 09:00-18:00")
        #expect(try calendar.adding(hours * 3600, to: moment(start)) == moment(end))
    }

    @Test(
        arguments: [
            // clocks go forward at 2:00 of 29 March in Berlin, back at 3:00 of 25 October
            ("Europe/Berlin", "2026-03-28T12:00:00+01:00", 9.0, "2026-03-29T12:00:00+02:00"),
            ("Europe/Berlin", "2026-10-24T12:00:00+02:00", 9.0, "2026-10-25T12:00:00+01:00"),
            ("America/New_York", "2026-03-07T12:00:00-05:00", 9.0, "2026-03-08T12:00:00-04:00"),
            ("America/New_York", "2026-10-31T12:00:00-04:00", 9.0, "2026-11-01T12:00:00-05:00"),
            // by half an hour
            (
                "Australia/Lord_Howe", "2026-04-04T12:00:00+11:00", 9.0,
                "2026-04-05T12:00:00+10:30"
            ),
            (
                "Australia/Lord_Howe", "2026-10-03T12:00:00+10:30", 9.0,
                "2026-10-04T12:00:00+11:00"
            ),
            // Samoa skipped the 30th
            ("Pacific/Apia", "2011-12-29T12:00:00-10:00", 9.0, "2011-12-31T12:00:00+14:00"),
        ])
    func `has business days of the same length around a change of the clocks`(
        zoneName: String, start: String, hours: Double, end: String
    ) throws {
        let calendar = try calendar("daily 09:00-18:00", zoneName)
        #expect(try calendar.adding(hours * 3600, to: moment(start)) == moment(end))
    }

    @Test(
        arguments: [
            // 0:00 to 6:00 by the clock are 5 hours, or 7
            ("Europe/Berlin", "2026-03-29T00:00:00+01:00", 5.0, "2026-03-29T06:00:00+02:00"),
            ("Europe/Berlin", "2026-10-25T00:00:00+02:00", 7.0, "2026-10-25T06:00:00+01:00"),
            (
                "Australia/Lord_Howe", "2026-04-05T00:00:00+11:00", 6.5,
                "2026-04-05T06:00:00+10:30"
            ),
            (
                "Australia/Lord_Howe", "2026-10-04T00:00:00+10:30", 5.5,
                "2026-10-04T06:00:00+11:00"
            ),
        ])
    func `counts a change of the clocks within its hours as it passes`(
        zoneName: String, start: String, hours: Double, end: String
    ) throws {
        let calendar = try calendar("daily 00:00-06:00", zoneName)
        #expect(try calendar.adding(hours * 3600, to: moment(start)) == moment(end))
    }

    @Test func `is closed on holidays`() throws {
        let calendar = try calendar(
            "Mon-Fri 09:00-18:00", holidays: ["12-25", "12-26", "2026-12-24", "2026-12-31"])
        // Wednesday the 23rd, then Monday the 28th
        #expect(
            try calendar.adding(3600 * 3, to: moment("2026-12-23T16:00:00+01:00"))
                == moment("2026-12-28T10:00:00+01:00"))
        #expect(try !calendar.isOpen(at: moment("2026-12-24T10:00:00+01:00")))
        #expect(try calendar.isOpen(at: moment("2027-12-24T10:00:00+01:00")))
        #expect(try !calendar.isOpen(at: moment("2029-12-25T10:00:00+01:00")))
        #expect(
            try calendar.nextOpening(atOrAfter: moment("2026-12-31T10:00:00+01:00"))
                == moment("2027-01-01T09:00:00+01:00"))
    }

    @Test func `is open always but on holidays without hours`() throws {
        let calendar = try calendar(nil, "America/New_York", holidays: ["07-04"])
        #expect(try calendar.isOpen(at: moment("2026-07-03T23:59:59-04:00")))
        #expect(try !calendar.isOpen(at: moment("2026-07-04T00:00:00-04:00")))
        #expect(
            try calendar.nextOpening(atOrAfter: moment("2026-07-04T08:00:00-04:00"))
                == moment("2026-07-05T00:00:00-04:00"))
        #expect(
            try calendar.adding(7200, to: moment("2026-07-03T23:00:00-04:00"))
                == moment("2026-07-05T01:00:00-04:00"))
    }

    @Test func `takes hours past midnight as those of the day on which they fall`() throws {
        let calendar = try calendar("Fri-Sat 20:00-02:00", holidays: ["2026-11-21"])
        #expect(try calendar.isOpen(at: moment("2026-11-20T23:00:00+01:00")))
        #expect(try !calendar.isOpen(at: moment("2026-11-21T01:00:00+01:00")))
        #expect(try !calendar.isOpen(at: moment("2026-11-21T21:00:00+01:00")))
        #expect(try calendar.isOpen(at: moment("2026-11-22T01:00:00+01:00")))
    }

    @Test(
        arguments: [
            ("2026-11-23T08:59:59+01:00", false, "2026-11-23T09:00:00+01:00"),
            ("2026-11-23T09:00:00+01:00", true, "2026-11-23T09:00:00+01:00"),
            ("2026-11-23T17:59:59+01:00", true, "2026-11-23T17:59:59+01:00"),
            ("2026-11-23T18:00:00+01:00", false, "2026-11-24T09:00:00+01:00"),
            ("2026-11-27T18:00:00+01:00", false, "2026-11-30T09:00:00+01:00"),
        ])
    func `opens with its first minute and closes before its last`(
        time: String, isOpen: Bool, next: String
    ) throws {
        let calendar = try calendar("Mon-Fri 09:00-18:00")
        #expect(try calendar.isOpen(at: moment(time)) == isOpen)
        #expect(try calendar.nextOpening(atOrAfter: moment(time)) == moment(next))
    }

    @Test func `waits for the first moment after a gap of the clocks`() throws {
        let calendar = try calendar("Sun 02:30-04:00")
        #expect(
            try calendar.nextOpening(atOrAfter: moment("2026-03-29T00:00:00+01:00"))
                == moment("2026-03-29T03:00:00+02:00"))
    }

    @Test func `counts as open where it never opens for a year`() throws {
        let start = try moment("2026-01-01T00:00:00+01:00")
        let allDays = (1...12).flatMap { month in
            (1...31).map { String(format: "%02d-%02d", month, $0) }
        }.filter { Holiday(parsing: $0) != nil }
        #expect(allDays.count == 366)
        let calendar = try calendar("Mon-Fri 09:00-18:00", holidays: allDays)
        #expect(calendar.nextOpening(atOrAfter: start) == start)
        #expect(calendar.adding(3600, to: start) == start.addingTimeInterval(3600))
        // Only 29 February is not among the holidays: closed for years, then open.
        let leapOnly = try self.calendar(
            nil, holidays: allDays.filter { $0 != "02-29" })
        #expect(
            try leapOnly.nextOpening(atOrAfter: moment("2027-03-01T00:00:00+01:00"))
                == moment("2028-02-29T00:00:00+01:00"))
        #expect(
            try leapOnly.nextOpening(atOrAfter: moment("2024-03-01T00:00:00+01:00"))
                == moment("2024-03-01T00:00:00+01:00"))
    }

    @Test func `stays sane for odd numbers`() throws {
        let calendar = try calendar("Mon 09:00-09:01")
        let start = try moment("2026-11-23T09:00:00+01:00")
        #expect(calendar.adding(0, to: start) == start)
        #expect(calendar.adding(-5, to: start) == start)
        #expect(calendar.adding(.nan, to: start) == start)
        #expect(calendar.adding(.infinity, to: start) == start)
        #expect(calendar.adding(1e300, to: start) < start.addingTimeInterval(111 * 366 * 86_400))
        #expect(calendar.adding(1e300, to: start) > start.addingTimeInterval(100 * 365 * 86_400))
        for seconds in [1e300, -1e300, Double.nan, -.infinity] {
            let odd = Date(timeIntervalSince1970: seconds)
            _ = calendar.isOpen(at: odd)
            _ = calendar.nextOpening(atOrAfter: odd)
            _ = calendar.adding(3600, to: odd)
        }
    }

    @Test(
        arguments: ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"])
    func `agrees with counting minute by minute`(zoneName: String) throws {
        let calendar = try calendar(
            "Mon-Sat 08:00-12:00, 13:30-17:00; Sun 01:00-03:30", zoneName,
            holidays: ["2026-04-06", "10-05"])
        let starts = ["2026-03-28T05:17:00Z", "2026-04-03T20:03:00Z", "2026-10-02T23:59:00Z"]
        for start in try starts.map(moment) {
            var (open, minute) = (0, start)
            for _ in 0..<4 * 1440 {
                if calendar.isOpen(at: minute) {
                    open += 1
                    let end = minute.addingTimeInterval(60)
                    #expect(calendar.adding(Double(open) * 60, to: start) == end)
                }
                minute += 60
            }
        }
    }
}
