public import FoundationEssentials

/// The hours and days on which a feed asks not to be read (RSS 2.0, `skipHours` and `skipDays`).
public struct SkippedTimes: Sendable, Hashable {
    /// Hours of the day in UTC, 0 to 23.
    public var hours: Set<Int>
    /// Days of the week in UTC, 1 for Monday to 7 for Sunday (ISO 8601).
    public var weekdays: Set<Int>

    /// The times to leave out; nil if there are none, or nothing but such times would be left.
    public init?(hours: Set<Int> = [], weekdays: Set<Int> = []) {
        let hours = hours.filter { (0...23).contains($0) }
        let weekdays = weekdays.filter { (1...7).contains($0) }
        guard !hours.isEmpty || !weekdays.isEmpty, hours.count < 24, weekdays.count < 7 else {
            return nil
        }
        self.hours = hours
        self.weekdays = weekdays
    }

    /// The times as bits: the hours from bit 0 on, Monday to Sunday from bit 24 on.
    public var code: Int {
        hours.reduce(0) { $0 | 1 << $1 } | weekdays.reduce(0) { $0 | 1 << ($1 + 23) }
    }

    /// The times that `code` stands for; nil for 0, or for what is no such code.
    public init?(code: Int) {
        guard (1..<1 << 31).contains(code) else { return nil }
        self.init(
            hours: Set((0...23).filter { code & 1 << $0 != 0 }),
            weekdays: Set((1...7).filter { code & 1 << ($0 + 23) != 0 }))
    }

    /// The first time from `date` on that is not left out.
    ///
    /// Whole hours of UTC are left out, so it is `date` itself or the beginning of an hour at most a
    /// week later.
    public func earliest(from date: Date) -> Date {
        let hour = 3600.0
        var moment = date
        // A week has 168 hours, and one of them at least is not left out.
        for _ in 0...168 {
            let hours = (moment.timeIntervalSince1970 / hour).rounded(.down)
            guard hours.magnitude < 1e12 else { return date }
            // 1 January 1970 was a Thursday.
            let days = (hours / 24).rounded(.down)
            let weekday = (Int(days) % 7 + 7 + 3) % 7 + 1
            let hourOfDay = Int(hours - days * 24)
            if !self.hours.contains(hourOfDay), !weekdays.contains(weekday) { return moment }
            moment = Date(timeIntervalSince1970: (hours + 1) * hour)
        }
        return date
    }
}
