/// The hours of the week in which a business is open, in its local time.
///
/// ```
/// Mon-Fri 09:00-18:00
/// Mon-Thu 09:00-12:30, 14:00-18:00; Fri 09:00-15:00; Sat,Sun 10:00-13:00
/// daily 22:00-02:00
/// ```
///
/// Days are English, whole or by their first three letters, single, in ranges (over the weekend too)
/// or `daily`; every time range belongs to the days before it. A range that ends at or before its start
/// runs into the next day; `00:00-24:00` is the whole day. Commas, semicolons and spaces separate.
public struct BusinessHours: Sendable, Hashable, CustomStringConvertible {
    /// Minutes from Monday 00:00, sorted, neither touching nor overlapping.
    let spans: [Range<Int>]

    private static let dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    static let dayLength = 1440
    static let weekLength = 7 * dayLength

    /// Reads the text form above.
    public init(parsing text: String) throws(BusinessHoursError) {
        var reader = BusinessHoursReader()
        for token in BusinessHoursReader.tokens(of: text) { try reader.take(token) }
        spans = Self.merged(try reader.finish())
    }

    /// Whether it is open at a local time; `weekday` is 1 (Monday) to 7, `minute` counts from midnight.
    public func isOpen(weekday: Int, minute: Int) -> Bool {
        let time = Self.time(weekday, minute)
        return spans.contains { $0.contains(time) }
    }

    /// Minutes of local time until it is open: 0 if it is, at most a week.
    ///
    /// Over a change of the clocks the caller adds this to the local time, not to the time in UTC.
    public func minutesUntilOpen(weekday: Int, minute: Int) -> Int {
        guard !isOpen(weekday: weekday, minute: minute) else { return 0 }
        let time = Self.time(weekday, minute)
        let next = spans.first { $0.lowerBound > time }?.lowerBound
        let first = (spans.first?.lowerBound ?? 0) + Self.weekLength
        return (next ?? first) - time
    }

    /// Minutes of local time until it is no longer open: 0 if it isn't, less than a week; nil if it is open
    /// always.
    ///
    /// Over a change of the clocks the caller adds this to the local time, not to the time in UTC.
    public func minutesUntilClosed(weekday: Int, minute: Int) -> Int? {
        let time = Self.time(weekday, minute)
        guard let span = spans.first(where: { $0.contains(time) }) else { return 0 }
        guard span.upperBound == Self.weekLength, let monday = spans.first,
            monday.lowerBound == 0
        else { return span.upperBound - time }
        return monday == span ? nil : span.upperBound - time + monday.upperBound
    }

    /// The text form, one entry for each day and range, which reads back as the same hours.
    public var description: String {
        spans.flatMap(Self.days).map { day, range in
            "\(Self.dayNames[day]) "
                + "\(Self.clock(range.lowerBound))-\(Self.clock(range.upperBound))"
        }.joined(separator: ", ")
    }

    /// The minutes of a day, 1 (Monday) to 7, at which it is open, in order.
    func spans(ofWeekday weekday: Int) -> [Range<Int>] {
        let midnight = Self.time(weekday, 0)
        let day = midnight..<midnight + Self.dayLength
        return spans.compactMap { span in
            let part = span.clamped(to: day)
            return part.isEmpty
                ? nil : part.lowerBound - midnight..<part.upperBound - midnight
        }
    }

    /// The minute of the week; values out of range are brought into it.
    private static func time(_ weekday: Int, _ minute: Int) -> Int {
        let day = min(max(weekday, 1), 7) - 1
        return day * dayLength + min(max(minute, 0), dayLength - 1)
    }

    /// Sorts, joins and, at the end of Sunday, wraps ranges round to Monday.
    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        let inside = ranges.flatMap { range -> [Range<Int>] in
            guard range.upperBound > weekLength else { return [range] }
            return [range.lowerBound..<weekLength, 0..<(range.upperBound - weekLength)]
        }
        return inside.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
            if let last = merged.last, last.upperBound >= range.lowerBound {
                merged[merged.count - 1] =
                    last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
    }

    /// The parts of a span that lie on single days.
    private static func days(of span: Range<Int>) -> [(Int, Range<Int>)] {
        (span.lowerBound / dayLength...(span.upperBound - 1) / dayLength).map { day in
            let part = span.clamped(to: day * dayLength..<(day + 1) * dayLength)
            return (day, part.lowerBound - day * dayLength..<part.upperBound - day * dayLength)
        }
    }

    private static func clock(_ minutes: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return two(minutes / 60) + ":" + two(minutes % 60)
    }
}
