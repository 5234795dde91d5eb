public import FoundationEssentials

/// What the clocks of a time zone show, and when they show it.
///
/// Everything follows from the zone's distance from UTC at a moment. A time that the clocks skip stands
/// for the first moment after the gap; one that they show twice stands for the first of the two (as in
/// RFC 5545, section 3.3.5, for the second rule, and the vixie-cron tradition for the first).
public struct LocalClock: Sendable, Hashable {
    /// A day and a time of day, as a clock on the wall and a calendar beside it show them.
    public struct Reading: Sendable, Hashable {
        /// Days since 1 January 1970.
        public var day: Int
        /// Seconds since the day began by the clock, 0 to 86,399.
        public var second: Int

        /// The weekday: 1 (Monday) to 7.
        public var weekday: Int { LocalClock.weekday(of: day) }
    }

    /// The zone whose clocks these are.
    public let timeZone: TimeZone

    static let dayLength: TimeInterval = 86_400

    /// The clocks of `timeZone`.
    public init(_ timeZone: TimeZone) { self.timeZone = timeZone }

    /// What they show at `date`; dates outside the years 1 to 9999 count as the nearest inside.
    public func reading(at date: Date) -> Reading {
        let local = (Self.bounded(date) + offset(at: date)).rounded(.down)
        let day = (local / Self.dayLength).rounded(.down)
        return Reading(day: Int(day), second: Int(local - day * Self.dayLength))
    }

    /// When they show `minute` minutes past midnight on a day that is counted from 1 January 1970.
    public func date(day: Int, minute: Int) -> Date {
        let local = Double(day) * Self.dayLength + Double(minute) * 60
        // No zone is further than 15 hours from UTC, so both of these lie on their side of the time.
        let before = offset(at: local - Self.dayLength)
        let after = offset(at: local + Self.dayLength)
        guard before != after else { return Date(timeIntervalSince1970: local - before) }
        if offset(at: local - before) == before {
            return Date(timeIntervalSince1970: local - before)
        }
        if offset(at: local - after) == after {
            return Date(timeIntervalSince1970: local - after)
        }
        // Neither shows it: it lies in the gap.
        let gap = (local - max(before, after), local - min(before, after))
        return Date(timeIntervalSince1970: change(after: gap.0, through: gap.1) ?? gap.1)
    }

    /// Whether the day exists; zones that moved over the date line have skipped one.
    public func has(day: Int) -> Bool {
        reading(at: date(day: day, minute: 0)).day == day
    }

    /// The weekday of a day that is counted from 1 January 1970: 1 (Monday) to 7.
    public static func weekday(of day: Int) -> Int {
        // 1 January 1970 was a Thursday.
        ((day % 7 + 7) % 7 + 3) % 7 + 1
    }

    /// How far they are ahead of UTC, in seconds.
    func offset(at date: Date) -> TimeInterval { offset(at: Self.bounded(date)) }

    /// The first moment behind `start`, up to `end`, at which they are changed; nil if they are not.
    ///
    /// Two changes in the span that undo each other are not found; the spans here are of days.
    func change(after start: TimeInterval, through end: TimeInterval) -> TimeInterval? {
        let before = offset(at: start)
        guard end > start, offset(at: end) != before else { return nil }
        var (low, high) = (start.rounded(.down), end.rounded(.up))
        while high - low > 1 {
            let middle = ((low + high) / 2).rounded(.down)
            if offset(at: middle) == before { low = middle } else { high = middle }
        }
        return min(high, end)
    }

    private func offset(at seconds: TimeInterval) -> TimeInterval {
        TimeInterval(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)))
    }

    /// Seconds since 1970, inside the years that calendars and formats know.
    private static func bounded(_ date: Date) -> TimeInterval {
        let seconds = date.timeIntervalSince1970
        guard seconds.isFinite else { return 0 }
        return min(max(seconds, -62_135_510_400), 253_402_214_400)
    }
}
