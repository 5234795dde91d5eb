import Foundation
import Testing

@testable import Scheduling

private func calendar(
    _ hours: String?, holidays: Set<Holiday> = [], zone name: String = "Europe/Berlin"
)
    throws -> BusinessCalendar
{
    BusinessCalendar(
        hours: try hours.map { try BusinessHours(parsing: $0) }, holidays: holidays,
        timeZone: try zone(name))
}

struct `The times at which a business was open` {
    private func hours(
        _ calendar: BusinessCalendar, _ from: String, _ to: String
    ) throws -> Double {
        let times = OpeningTimes(
            calendar, from: try moment("2026-10-01T00:00:00Z"),
            to: try moment("2026-11-15T00:00:00Z"))
        return times.seconds(from: try moment(from), to: try moment(to)) / 3600
    }

    @Test(
        "count the hours of the week",
        arguments: [
            // Monday 5 October, 10:00 to 16:00 by the clocks of Berlin, UTC + 2.
            ("2026-10-05T08:00:00Z", "2026-10-05T14:00:00Z", 6.0),
            // Friday 17:00 to Monday 10:00: one hour on each day.
            ("2026-10-09T15:00:00Z", "2026-10-12T08:00:00Z", 2.0),
            // Saturday to Sunday.
            ("2026-10-10T08:00:00Z", "2026-10-11T20:00:00Z", 0.0),
            ("2026-10-05T14:00:00Z", "2026-10-05T08:00:00Z", 0.0),
            ("2026-10-05T08:00:00Z", "2026-10-05T08:00:00Z", 0.0),
        ])
    func week(from: String, to: String, expected: Double) throws {
        #expect(try hours(try calendar("Mon-Fri 09:00-18:00"), from, to) == expected)
    }

    @Test func `follow the clocks when they are changed`() throws {
        // Sunday 25 October has 25 hours in Berlin: 02:00 to 03:00 comes twice.
        let nights = try calendar("daily 00:00-06:00")
        #expect(try hours(nights, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z") == 7)
        #expect(try hours(nights, "2026-10-25T23:00:00Z", "2026-10-26T23:00:00Z") == 6)
        let days = try calendar("Mon-Fri 09:00-18:00")
        // Friday 23 October 17:00 (UTC + 2) to Monday 26 October 10:00 (UTC + 1).
        #expect(try hours(days, "2026-10-23T15:00:00Z", "2026-10-26T09:00:00Z") == 2)
    }

    @Test func `leave out holidays`() throws {
        let day = try #require(Holiday(parsing: "2026-10-06"))
        let calendar = try calendar("Mon-Fri 09:00-18:00", holidays: [day])
        #expect(try hours(calendar, "2026-10-05T15:00:00Z", "2026-10-07T08:00:00Z") == 2)
    }

    @Test func `are all of the time without hours, and outside of the span`() throws {
        #expect(
            try hours(try calendar(nil), "2026-10-05T00:00:00Z", "2026-10-06T12:00:00Z") == 36)
        let days = try calendar("Mon-Fri 09:00-18:00")
        #expect(try hours(days, "2026-12-05T00:00:00Z", "2026-12-05T05:00:00Z") == 5)
        #expect(try hours(days, "2026-09-05T00:00:00Z", "2026-09-05T05:00:00Z") == 5)
        let none = OpeningTimes(days, from: .distantFuture, to: .distantPast)
        #expect(try none.seconds(from: moment("2026-10-05T08:00:00Z"), to: .distantFuture) > 0)
    }

    @Test func `agree with the calendar's own clock`() throws {
        let calendar = try calendar("Mon-Thu 09:00-12:30, 14:00-18:00; Fri 22:00-02:00")
        let start = try moment("2026-10-20T03:17:00Z")
        let times = OpeningTimes(
            calendar, from: start, to: try moment("2026-11-10T00:00:00Z"))
        for step in 1...60 {
            let seconds = Double(step) * 1777
            let end = calendar.adding(seconds, to: start)
            #expect(abs(times.seconds(from: start, to: end) - seconds) < 0.001)
        }
    }
}
