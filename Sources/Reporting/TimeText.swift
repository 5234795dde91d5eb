public import FoundationEssentials
public import Model

/// Times as the owner reads them: in their zone, or by how far they are from now.
public struct TimeText: Sendable, Hashable {
    /// The zone in which times and days are told.
    public var zone: TimeZone
    /// The moment that relative times are counted from.
    public var now: Date

    /// Texts for a reader in `zone` at `now`.
    public init(zone: TimeZone, now: Date) {
        self.zone = zone
        self.now = now
    }

    /// `2026-11-22 10:30`; dates outside the years 1 to 9999 are moved to the nearest inside.
    public func absolute(_ date: Date) -> String {
        let local = self.local(date)
        return local.day.iso8601 + " " + Self.clock(local.seconds)
    }

    /// `22 Nov 2026`, the day in the owner's zone.
    public func day(_ date: Date) -> String { Self.day(local(date).day) }

    /// `22 Nov 2026`.
    public static func day(_ date: CivilDate) -> String {
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        return "\(date.day) \(months[date.month - 1]) \(date.year)"
    }

    /// `just now`, `5 min ago`, `3 h ago`, `in 2 d`; from 30 days on the day itself.
    public func relative(_ date: Date) -> String {
        let distance = now.timeIntervalSince(date)
        guard abs(distance) < 30 * 86_400 else { return day(date) }
        if abs(distance) < 60 { return distance < 0 ? "in a moment" : "just now" }
        return distance < 0
            ? "in \(Self.rounded(-distance))" : "\(Self.rounded(distance)) ago"
    }

    /// How long something lasted or has to wait, in its greatest unit: `5 min`, `3 h`, `12 d`.
    public static func rounded(_ seconds: TimeInterval) -> String {
        let seconds = seconds.isFinite ? min(max(seconds, 0), 3e9) : 0
        if seconds < 60 { return "\(Int(seconds)) s" }
        if seconds < 3600 { return "\(Int(seconds / 60)) min" }
        if seconds < 86_400 { return "\(Int(seconds / 3600)) h" }
        return "\(Int(seconds / 86_400)) d"
    }

    /// The owner's calendar day of `date`.
    public func calendarDay(_ date: Date) -> CalendarDay {
        CalendarDay(number: local(date).day.daysSince1970)
    }

    /// The hour of the owner's clock, counted from the midnight of 1 January 1970 as if every day had 24.
    public func hour(of date: Date) -> Int {
        let local = self.local(date)
        return local.day.daysSince1970 * 24 + local.seconds / 3600
    }

    /// When the owner's calendar day begins: its first midnight, or the nearest time that exists.
    public func start(of day: CalendarDay) -> Date {
        let midnight = Date(timeIntervalSince1970: Double(day.number) * 86_400)
        let guess = midnight.addingTimeInterval(-Double(zone.secondsFromGMT(for: midnight)))
        return midnight.addingTimeInterval(-Double(zone.secondsFromGMT(for: guess)))
    }

    private func local(_ date: Date) -> (day: CivilDate, seconds: Int) {
        let bounded = min(max(date.timeIntervalSince1970, -62_135_510_400), 253_402_214_400)
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: bounded))
        let seconds = Int(bounded.rounded(.down)) + offset
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        return (CivilDate(daysSince1970: days), seconds - days * 86_400)
    }

    private static func clock(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return two(seconds / 3600) + ":" + two(seconds / 60 % 60)
    }
}
