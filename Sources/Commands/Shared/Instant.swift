import ArgumentParser
import FoundationEssentials
import Model
import Reporting

/// A point in time on the command line: how long ago (`30d`, `12h`, `1w`), a day (`2026-11-22`, in
/// the owner's zone) or an RFC 3339 time.
struct Instant: ExpressibleByArgument, Sendable, Hashable {
    private enum Meaning: Sendable, Hashable {
        case ago(TimeInterval)
        case day(CivilDate)
        case time(Date)
    }

    private let meaning: Meaning

    /// Whether it was given as a distance from now.
    var isRelative: Bool {
        if case .ago = meaning { true } else { false }
    }

    init?(argument: String) {
        if let seconds = Self.duration(argument) {
            meaning = .ago(seconds)
        } else if let day = Self.day(argument) {
            meaning = .day(day)
        } else if let date = try? Date(argument, strategy: .iso8601) {
            meaning = .time(date)
        } else {
            return nil
        }
    }

    /// The time, as seen at `now` in `zone`; a day means its beginning.
    func date(now: Date, zone: TimeZone) -> Date {
        switch meaning {
        case .ago(let seconds): return now.addingTimeInterval(-seconds)
        case .time(let date): return date
        case .day(let day):
            let day = CalendarDay(number: day.daysSince1970)
            return TimeText(zone: zone, now: now).start(of: day)
        }
    }

    private static func duration(_ text: String) -> TimeInterval? {
        let units: [Character: Double] = [
            "s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800, "y": 31_536_000,
        ]
        guard let unit = text.last.flatMap({ units[$0] }) else { return nil }
        let digits = text.dropLast()
        guard !digits.isEmpty, digits.count <= 6, let count = Int(digits), count >= 0
        else { return nil }
        return min(Double(count) * unit, 200 * 31_536_000)
    }

    private static func day(_ text: String) -> CivilDate? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }
}
