import FoundationEssentials
import Model
import Scheduling

/// Times as sentences give them by the owner's clock.
enum LocalTimeText {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Such as `Fri 20 Nov, 16:05`; with the year where that is not the year of `now`.
    static func text(_ date: Date, clock: LocalClock, now: Date) -> String {
        let reading = clock.reading(at: date)
        let day = CivilDate(daysSince1970: reading.day)
        let year = CivilDate(daysSince1970: clock.reading(at: now).day).year
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(weekdays[reading.weekday - 1]) \(day.day) \(months[day.month - 1])"
            + (day.year == year ? "" : " \(day.year)")
            + ", \(two(reading.second / 3600)):\(two(reading.second / 60 % 60))"
    }
}
