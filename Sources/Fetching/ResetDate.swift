import CurlTransport
import FoundationEssentials

/// A point in time as rate-limit fields name it: a date of HTTP, or `2026-11-22T11:15:00.000Z`.
enum ResetDate {
    static func date(_ text: String, now: Date) -> Date? {
        if let date = HTTPDate.date(text, now: now) { return date }
        let plain = Date.ISO8601FormatStyle()
        return (try? plain.parse(text))
            ?? (try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text))
    }
}
