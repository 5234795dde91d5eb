public import FoundationEssentials
import Glibc

/// The three forms of a date in HTTP (RFC 9110, section 5.6.7), all in UTC.
public enum HTTPDate {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and
    /// `Sun Nov  6 08:49:37 1994`; nil for anything else.
    ///
    /// A year of two digits that would be more than 50 years after `now` is of the century before.
    public static func date(_ text: String, now: Date) -> Date? {
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
            let thisYear = self.year(of: now)
            fullYear += thisYear / 100 * 100
            if fullYear > thisYear + 50 { fullYear -= 100 }
        }
        let clock = time.split(separator: ":").compactMap(number)
        guard let midnight = midnight(year: fullYear, month: month, day: day), clock.count == 3,
            clock[0] < 24, clock[1] < 60, clock[2] <= 60
        else { return nil }
        let seconds = clock[0] * 3600 + clock[1] * 60 + clock[2]
        return Date(timeIntervalSince1970: Double(midnight + seconds))
    }

    /// Seconds from 1970 to the start of a day, its month counted from 0; nil for a day that the
    /// month doesn't have, which `timegm` would carry over into the next.
    private static func midnight(year: Int, month: Int, day: Int) -> Int? {
        guard (1...9999).contains(year), (1...31).contains(day) else { return nil }
        var parts = tm()
        parts.tm_year = Int32(year - 1900)
        parts.tm_mon = Int32(month)
        parts.tm_mday = Int32(day)
        let seconds = timegm(&parts)
        return Int(parts.tm_mday) == day ? seconds : nil
    }

    private static func year(of now: Date) -> Int {
        var seconds = Int(min(max(now.timeIntervalSince1970, 0), 1.7e11))
        var parts = tm()
        gmtime_r(&seconds, &parts)
        return Int(parts.tm_year) + 1900
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...4).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(text)
    }
}
