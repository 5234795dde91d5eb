import FoundationEssentials
import Model

/// The window of a surge rule, and the spans that its counts are asked for in.
///
/// Whole hours up to a day and whole days from there on, so that earlier windows can have the same time of
/// day.
struct SurgeWindow: Sendable, Hashable {
    /// The length of the window in seconds.
    let length: TimeInterval
    /// The length of a span in seconds; a window, and a day, have a whole number of them.
    let width: TimeInterval
    /// Days that a window spans: 1 for one of a day or less.
    let days: Int

    /// Days before the present window that it is compared with: 52 weeks.
    static let historyDays = 364

    /// The nearest window to `seconds` that can be asked for, from an hour to 28 days.
    init(_ seconds: TimeInterval) {
        let bounded = seconds.isFinite ? min(max(seconds, 3600), 28 * 86_400) : 86_400
        let hours = Int((bounded / 3600).rounded())
        days = max(Int((bounded / 86_400).rounded()), 1)
        length = hours <= 24 ? TimeInterval(hours) * 3600 : TimeInterval(days) * 86_400
        width = hours <= 24 ? TimeInterval(Self.divisor(hours, 24)) * 3600 : 86_400
    }

    /// Spans in a day.
    var spansPerDay: Int { Int(86_400 / width) }
    /// Spans in that part of a day that belongs to the window.
    var spansInDay: Int { Int(min(length, 86_400) / width) }
    /// All spans: the present window and what it is compared with.
    var count: Int { (days + Self.historyDays) * spansPerDay }
    /// How many windows, one after the other, a year has.
    var perYear: Double { 365.25 * 86_400 / length }

    /// How many mentions the present window has, of all spans' counts.
    func present(_ counts: [Int]) -> Int {
        counts.suffix(Int(length / width)).reduce(0, +)
    }

    /// What people call it, such as `24 hours` or `7 days`.
    var told: SurgeTelling.Window {
        let hours = Int(length / 3600)
        return hours <= 24 ? .hours(hours) : .days(days)
    }

    private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
}
