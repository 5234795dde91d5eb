public import FoundationEssentials

/// When a business is open: its hours of the week by its local clock, without its holidays.
///
/// It is open at a moment if its clock shows an hour in which it opens, on a day that is no holiday. Where
/// the clocks are changed within the hours, that part of the day is as much shorter or longer in fact. Hours
/// that run past midnight belong, as for holidays, to the day on which they fall.
///
/// A business that is closed for 366 days in a row is taken to be open always from there on, so that
/// nothing waits for ever on a mistake in the configuration.
public struct BusinessCalendar: Sendable, Hashable {
    /// The hours of the week; nil for all of them.
    public var hours: BusinessHours?
    /// The days on which it is closed.
    public var holidays: Set<Holiday>
    private let clock: LocalClock

    /// After so many days on which it never opened, it counts as open.
    private static let patience = 366
    /// What is further away than this is added as plain time: no deadline of a business is.
    private static let farthestDays = 3660
    private static let century: TimeInterval = 100 * 366 * 86_400

    /// The calendar of a business whose clocks are those of `timeZone`.
    public init(hours: BusinessHours?, holidays: Set<Holiday>, timeZone: TimeZone) {
        self.hours = hours
        self.holidays = holidays
        clock = LocalClock(timeZone)
    }

    /// Whether it is open at `date`.
    public func isOpen(at date: Date) -> Bool {
        let reading = clock.reading(at: date)
        return spans(ofDay: reading.day).contains { $0.contains(reading.second) }
    }

    /// The first moment from `date` on at which it is open: `date` itself if it is open then, or if it
    /// isn't open for 366 days.
    public func nextOpening(atOrAfter date: Date) -> Date {
        var result = date
        walk(from: date) { opening, _ in
            result = opening
            return true
        }
        return result
    }

    /// The first moment by which it has been open for `businessSeconds` since `date`.
    ///
    /// That may be the moment at which it closes. Nothing, less, and what is not a number give `date`;
    /// more than a century counts as a century, and what ten years don't suffice for is added as plain
    /// time.
    public func adding(_ businessSeconds: TimeInterval, to date: Date) -> Date {
        guard businessSeconds.isFinite, businessSeconds > 0 else { return date }
        var rest = min(businessSeconds, Self.century)
        var result: Date?
        let end = walk(from: date) { opening, closing in
            let length = closing.timeIntervalSince(opening)
            if rest <= length { result = opening.addingTimeInterval(rest) }
            rest -= length
            return result != nil
        }
        return result ?? end.addingTimeInterval(rest)
    }

    /// Shows the times at which it is open, one after the other, until `visit` says that it has seen
    /// enough; returns where it gave up.
    @discardableResult
    func walk(from date: Date, visit: (_ opening: Date, _ closing: Date) -> Bool) -> Date {
        var moment = date
        var lastOpen = date
        // The day on which the clocks are changed takes two steps.
        for _ in 0..<2 * Self.farthestDays {
            let step = step(from: moment)
            for (opening, closing) in step.openings {
                if visit(opening, closing) { return closing }
                lastOpen = closing
            }
            moment = step.end
            if moment.timeIntervalSince(lastOpen) > Double(Self.patience) * LocalClock.dayLength {
                return lastOpen
            }
            if moment.timeIntervalSince(date) > Double(Self.farthestDays) * LocalClock.dayLength {
                return moment
            }
        }
        return moment
    }

    /// The times at which it is open from `start` to the end of the day or, if that comes first, to a
    /// change of the clocks; between two of those the clock runs like any other.
    private func step(from start: Date) -> (openings: [(Date, Date)], end: Date) {
        let reading = clock.reading(at: start)
        let midnight = (start.timeIntervalSince1970 - Double(reading.second)).rounded(.down)
        let nextMidnight = midnight + LocalClock.dayLength
        let from = start.timeIntervalSince1970
        let end = clock.change(after: from, through: nextMidnight) ?? nextMidnight
        let openings = spans(ofDay: reading.day).compactMap { span -> (Date, Date)? in
            let opening = max(midnight + Double(span.lowerBound), from)
            let closing = min(midnight + Double(span.upperBound), end)
            guard opening < closing else { return nil }
            return (Date(timeIntervalSince1970: opening), Date(timeIntervalSince1970: closing))
        }
        return (openings, Date(timeIntervalSince1970: end))
    }

    /// The seconds of a day's clock at which it is open.
    private func spans(ofDay day: Int) -> [Range<Int>] {
        if !holidays.isEmpty, Holiday.kinds(ofDay: day).contains(where: holidays.contains) {
            return []
        }
        guard let hours else { return [0..<Int(LocalClock.dayLength)] }
        return hours.spans(ofWeekday: LocalClock.weekday(of: day))
            .map { $0.lowerBound * 60..<$0.upperBound * 60 }
    }
}
