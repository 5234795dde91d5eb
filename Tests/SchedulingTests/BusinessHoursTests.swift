import Scheduling
import Testing

struct `Business hours` {
    private func hours(_ text: String) throws -> BusinessHours { try BusinessHours(parsing: text) }

    @Test(arguments: [
        (1, 9 * 60, true), (1, 9 * 60 - 1, false), (5, 18 * 60 - 1, true), (5, 18 * 60, false),
        (6, 720, false), (7, 720, false), (0, 720, true), (9, 720, false),
    ])
    func `open and close to the minute`(weekday: Int, minute: Int, expected: Bool) throws {
        let hours = try hours("Mon-Fri 09:00-18:00")
        #expect(hours.isOpen(weekday: weekday, minute: minute) == expected)
    }

    @Test(arguments: [
        ("Mon-Thu 09:00-12:30, 14:00-18:00; Fri 09:00-15:00", 2, 13 * 60, false),
        ("Mon-Thu 09:00-12:30, 14:00-18:00; Fri 09:00-15:00", 2, 14 * 60, true),
        ("Mon-Thu 09:00-12:30, 14:00-18:00; Fri 09:00-15:00", 5, 15 * 60, false),
        ("Sat,Sun 10-13", 7, 12 * 60, true), ("saturday sunday 10:00-13:00", 6, 600, true),
        ("daily 22:00-02:00", 3, 60, true), ("daily 22:00-02:00", 3, 180, false),
        ("Sun 22:00-02:00", 1, 60, true), ("Fri-Mon 8:00-12:00", 7, 500, true),
        ("Fri-Mon 8:00-12:00", 3, 500, false), ("Mon-Sun 00:00-24:00", 4, 1439, true),
    ])
    func `are read in every form`(
        text: String, weekday: Int, minute: Int, expected: Bool
    ) throws {
        #expect(try hours(text).isOpen(weekday: weekday, minute: minute) == expected)
    }

    @Test(arguments: [
        (1, 10 * 60, 0), (1, 8 * 60, 60), (1, 18 * 60, 15 * 60), (5, 18 * 60, 63 * 60),
        (7, 1439, 9 * 60 + 1),
    ])
    func `tell when they begin next`(weekday: Int, minute: Int, expected: Int) throws {
        let hours = try hours("Mon-Fri 09:00-18:00")
        #expect(hours.minutesUntilOpen(weekday: weekday, minute: minute) == expected)
    }

    @Test func `once a week begin again after a week`() throws {
        let hours = try hours("Wed 09:00-10:00")
        #expect(hours.minutesUntilOpen(weekday: 3, minute: 600) == 7 * 1440 - 60)
    }

    @Test(arguments: [
        "Mon-Fri 09:00-18:00", "daily 22:00-02:00", "Sun 23:00-24:00; Mon 00:00-01:00",
        "Mon-Sun 00:00-24:00", "Mon 9-10, 9:30-11",
    ])
    func `read back from their own text`(text: String) throws {
        let hours = try hours(text)
        #expect(try self.hours(hours.description) == hours)
    }

    @Test(arguments: [
        ("", BusinessHoursError.Reason.empty, 1), (" ; ,", .empty, 1),
        ("Mon-Fri", .daysWithoutTimes, 1), ("Mon 9-10 Tue", .daysWithoutTimes, 10),
        ("09:00-18:00", .timesWithoutDays, 1), ("Mon 09:00", .badTime, 5),
        ("Mon 9:00-25:00", .badTime, 5), ("Mon 09:60-10:00", .badTime, 5),
        ("Mon 10:00-10:00", .badTime, 5), ("Mon 24:00-02:00", .badTime, 5),
        ("Montag 09:00-18:00", .unknownWord, 1), ("Mon-Fri-Sun 9-10", .unknownWord, 1),
        ("Mon- 9-10", .unknownWord, 1), ("Mon 1:2:3-4", .badTime, 5), ("Mon 9-", .badTime, 5),
        ("Mon 999999999999999999999-2", .badTime, 5),
    ])
    func `say what is wrong and where`(
        text: String, reason: BusinessHoursError.Reason, column: Int
    ) {
        #expect {
            try hours(text)
        } throws: { error in
            guard let error = error as? BusinessHoursError else { return false }
            return error.reason == reason && error.column == column && error.detail.hasSuffix(".")
        }
    }
}
