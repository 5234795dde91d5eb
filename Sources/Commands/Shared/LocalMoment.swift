import ArgumentParser
import FoundationEssentials
import Model
import Scheduling

/// A length of time on the command line, as the configuration writes it: `2h`, `1d12h`.
struct Span: ExpressibleByArgument, Sendable, Hashable {
    /// Above 0, at most ten years.
    let seconds: TimeInterval

    init?(argument: String) {
        guard let seconds = DurationText.seconds(argument), seconds > 0,
            seconds <= 3_660 * 86_400
        else { return nil }
        self.seconds = seconds
    }
}

/// A time to come on the command line, in the owner's zone: `18:00`, `2026-12-24` (its beginning),
/// `2026-12-24 18:00`, or an RFC 3339 time.
struct LocalMoment: ExpressibleByArgument, Sendable, Hashable {
    private enum Meaning: Sendable, Hashable {
        case clock(minute: Int)
        case local(day: Int, minute: Int)
        case time(Date)
    }

    private let meaning: Meaning
    /// As it was typed.
    let text: String

    init?(argument: String) {
        text = argument
        if let minute = Self.minute(argument) {
            meaning = .clock(minute: minute)
            return
        }
        let parts = argument.split(
            maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { " T".contains($0) })
        if let day = parts.first.flatMap({ Self.day($0) }) {
            if parts.count == 1 {
                meaning = .local(day: day, minute: 0)
                return
            }
            if let minute = Self.minute(parts[1]) {
                meaning = .local(day: day, minute: minute)
                return
            }
        }
        guard let date = try? Date(argument, strategy: .iso8601) else { return nil }
        meaning = .time(date)
    }

    /// The moment; of a time of day the first one behind `start`; nil where the zone has no such day.
    func date(after start: Date, zone: TimeZone) -> Date? {
        let clock = LocalClock(zone)
        switch meaning {
        case .time(let date): return date
        case .local(let day, let minute):
            return clock.has(day: day) ? clock.date(day: day, minute: minute) : nil
        case .clock(let minute):
            let today = clock.reading(at: start).day
            return (today...today + 2).lazy.map { clock.date(day: $0, minute: minute) }
                .first { $0 > start }
        }
    }

    /// Minutes since midnight of `18:00`.
    private static func minute(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            let hour = number(parts[0]), let minute = number(parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    /// Days since 1970 of `2026-12-24`.
    private static func day(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = number(parts[0]), let month = number(parts[1]), let day = number(parts[2])
        else { return nil }
        return CivilDate(year: year, month: month, day: day)?.daysSince1970
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
}
