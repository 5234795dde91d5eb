import FoundationEssentials
import Model

/// The `Retry-After` field of a response (RFC 9110, 10.2.3).
enum RetryAfter {
    /// Seconds from `now` that the field asks to wait, 0 to 86,400; nil where it says nothing clear.
    ///
    /// Takes seconds and the preferred date form (`Sun, 22 Nov 2026 09:30:00 GMT`); the two obsolete
    /// date forms are not sent by anyone who limits rates.
    static func seconds(_ field: String, now: Date) -> TimeInterval? {
        let text = field.filter { $0 != " " && $0 != "\t" }
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return Double(Int(text) ?? 86_400).clampedToDay
        }
        return date(field).map { $0.timeIntervalSince(now).clampedToDay }
    }

    /// An IMF-fixdate (RFC 9110, 5.6.7).
    private static func date(_ field: String) -> Date? {
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let words = field.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]),
            let month = months.firstIndex(of: String(words[2])), let year = Int(words[3]),
            let civil = CivilDate(year: year, month: month + 1, day: day)
        else { return nil }
        let clock = words[4].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, (0...23).contains(clock[0]), (0...59).contains(clock[1]),
            (0...60).contains(clock[2])
        else { return nil }
        let seconds = clock[0] * 3600 + clock[1] * 60 + clock[2]
        return Date(timeIntervalSince1970: Double(civil.daysSince1970 * 86_400 + seconds))
    }
}

extension TimeInterval {
    /// The duration, moved into 0 to 86,400 seconds.
    fileprivate var clampedToDay: TimeInterval { min(max(self, 0), 86_400) }
}
