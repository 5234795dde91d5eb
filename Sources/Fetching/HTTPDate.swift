import FoundationEssentials
import Model

/// The three forms of a date in HTTP (RFC 9110, section 5.6.7), all in UTC.
enum HTTPDate {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and
    /// `Sun Nov  6 08:49:37 1994`; nil for anything else.
    ///
    /// A year of two digits that would be more than 50 years after `now` is of the century before.
    static func date(_ text: String, now: Date) -> Date? {
        guard text.utf8.count <= 40 else { return nil }
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }
        switch words.count {
        case 6:
            guard words[5] == "GMT" || words[5] == "UTC" else { return nil }
            return date(day: words[1], month: words[2], year: words[3], time: words[4], now: now)
        case 5:
            return date(day: words[2], month: words[1], year: words[4], time: words[3], now: now)
        default:
            return nil
        }
    }

    private static func date(
        day: Substring, month: Substring, year: Substring, time: Substring, now: Date
    ) -> Date? {
        guard let month = months.firstIndex(of: month.lowercased()), let day = number(day),
            var fullYear = number(year)
        else { return nil }
        if year.count == 2 {
            let thisYear = CivilDate(
                daysSince1970: Int(min(max(now.timeIntervalSince1970 / 86_400, 0), 2e6))
            ).year
            fullYear += thisYear / 100 * 100
            if fullYear > thisYear + 50 { fullYear -= 100 }
        }
        let clock = time.split(separator: ":").compactMap(number)
        guard let date = CivilDate(year: fullYear, month: month + 1, day: day), clock.count == 3,
            clock[0] < 24, clock[1] < 60, clock[2] <= 60
        else { return nil }
        let seconds = clock[0] * 3600 + clock[1] * 60 + clock[2]
        return Date(timeIntervalSince1970: Double(date.daysSince1970 * 86_400 + seconds))
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...4).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(text)
    }
}
