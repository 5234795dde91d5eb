import FoundationEssentials
import Testing

@testable import Model

struct `A civil date` {
    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (1, 1, 1, -719_162),
        (9999, 12, 31, 2_932_896),
    ])
    func `counts days from 1970 and back`(year: Int, month: Int, day: Int, days: Int) throws {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        #expect(date.daysSince1970 == days)
        #expect(CivilDate(daysSince1970: days) == date)
    }

    @Test(arguments: [(2026, 2, 29), (2026, 13, 1), (2026, 0, 1), (0, 1, 1), (10_000, 1, 1)])
    func `refuses days that do not exist`(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        (0.0, "1970-01-01T00:00:00Z"), (-1.0, "1969-12-31T23:59:59Z"),
        (1_000_000_000.9, "2001-09-09T01:46:40Z"), (1e18, "9999-12-31T23:59:59Z"),
        (-1e18, "0001-01-01T00:00:00Z"),
    ])
    func `is written by RFC 3339`(seconds: Double, text: String) {
        #expect(Date(timeIntervalSince1970: seconds).rfc3339 == text)
    }
}
