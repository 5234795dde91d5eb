import Foundation
import Testing

@testable import Scheduling

struct `A local clock` {
    @Test(
        arguments: [
            ("Europe/Berlin", "2026-11-22T23:30:00Z", 20780, 1800),
            ("Europe/Berlin", "1969-12-31T22:59:59Z", -1, 86_399),
            ("Australia/Lord_Howe", "2026-11-22T13:00:01Z", 20780, 1),
        ])
    func `shows day and time`(zoneName: String, time: String, day: Int, second: Int) throws {
        let reading = LocalClock(try zone(zoneName)).reading(at: try moment(time))
        #expect(reading == LocalClock.Reading(day: day, second: second))
    }

    @Test func `knows the day of the week`() {
        #expect((0..<8).map(LocalClock.weekday) == [4, 5, 6, 7, 1, 2, 3, 4])
        #expect((-4..<0).map(LocalClock.weekday) == [7, 1, 2, 3])
    }

    @Test(
        arguments: [
            // an ordinary time, one in a gap, one that comes twice
            ("Europe/Berlin", "2026-03-28T02:30:00+01:00", 20540, 150),
            ("Europe/Berlin", "2026-03-29T03:00:00+02:00", 20541, 150),
            ("Europe/Berlin", "2026-10-25T02:30:00+02:00", 20751, 150),
            ("America/New_York", "2026-03-08T03:00:00-04:00", 20520, 150),
            ("America/New_York", "2026-11-01T01:30:00-04:00", 20758, 90),
            ("Australia/Lord_Howe", "2026-10-04T02:30:00+11:00", 20730, 135),
            ("Australia/Lord_Howe", "2026-04-05T01:45:00+11:00", 20548, 105),
            // midnight does not exist, and a whole day does not
            ("America/Santiago", "2026-09-06T01:00:00-03:00", 20702, 0),
            ("Pacific/Apia", "2011-12-31T00:00:00+14:00", 15338, 480),
        ])
    func `tells when a time comes`(
        zoneName: String, expected: String, day: Int, minute: Int
    ) throws {
        let clock = LocalClock(try zone(zoneName))
        #expect(try clock.date(day: day, minute: minute) == moment(expected))
    }

    @Test func `knows the day that a zone skipped`() throws {
        let clock = LocalClock(try zone("Pacific/Apia"))
        #expect((15336...15340).filter(clock.has) == [15336, 15337, 15339, 15340])
        #expect(LocalClock(try zone("America/Santiago")).has(day: 20702))
    }

    @Test(
        arguments: [
            "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia",
            "Africa/Casablanca", "Asia/Tehran", "America/St_Johns",
        ])
    func `agrees with the calendar over years`(zoneName: String) throws {
        let timeZone = try zone(zoneName)
        let clock = LocalClock(timeZone)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        for step in 0..<6000 {
            let date = Date(timeIntervalSince1970: 1_300_000_000 + Double(step) * 80_007)
            let reading = clock.reading(at: date)
            let parts = calendar.dateComponents([.hour, .minute, .second, .weekday], from: date)
            let second = (parts.hour ?? 0) * 3600 + (parts.minute ?? 0) * 60 + (parts.second ?? 0)
            #expect(reading.second == second)
            #expect(reading.weekday == ((parts.weekday ?? 0) + 5) % 7 + 1)
            let back = clock.date(day: reading.day, minute: reading.second / 60)
            let isTwice = abs(back.timeIntervalSince(date)) >= 60
            #expect(!isTwice || clock.reading(at: back).second / 60 == reading.second / 60)
        }
    }
}
