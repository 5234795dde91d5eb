import Scheduling
import Testing

struct `A holiday` {
    @Test(
        arguments: [
            ("2026-12-24", .date(year: 2026, month: 12, day: 24)),
            ("2028-02-29", .date(year: 2028, month: 2, day: 29)),
            ("12-25", .yearly(month: 12, day: 25)),
            ("02-29", .yearly(month: 2, day: 29)),
        ] as [(String, Holiday)])
    func `is read from a date, or a day of every year`(text: String, holiday: Holiday) {
        #expect(Holiday(parsing: text) == holiday)
        #expect(holiday.description == text)
    }

    @Test(
        arguments: [
            "", "-", "12", "2026", "2026-12", "2026-12-24-01", "2026-02-29", "02-30", "13-01",
            "00-10", "10-00", "0000-01-01", "1-1", "2026-1-1", "+1-01", "２０２６-12-24", "12/25",
            " 12-25", "12-25 ", "2026--1-01", "99999999999999999999-01-01", "December 24",
        ])
    func `is nothing else`(text: String) {
        #expect(Holiday(parsing: text) == nil)
    }
}
