import FoundationEssentials
import Model

/// When the alerts of a replay came, as bars of characters.
struct ReplayChart {
    /// Alerts that would have been made, and alerts that were.
    struct Count: Hashable {
        var replayed = 0
        var sent = 0
    }

    let page: ReplayPage
    let reader: Reader

    /// Days with an alert of either kind, as days since 1970 of the owner, in their order.
    static func days(of hours: ReplayPage.Hours) -> [(day: Int, count: Count)] {
        var days: [Int: Count] = [:]
        for (hour, count) in hours.replayed {
            days[day(of: hour), default: Count()].replayed += count
        }
        for (hour, count) in hours.sent { days[day(of: hour), default: Count()].sent += count }
        return days.sorted { $0.key < $1.key }.map { (day: $0.key, count: $0.value) }
    }

    /// How many would have come in each hour of the day, 24 of them.
    static func hoursOfDay(of hours: ReplayPage.Hours) -> [Int] {
        var counts = Array(repeating: 0, count: 24)
        for (hour, count) in hours.replayed { counts[hour - day(of: hour) * 24] += count }
        return counts
    }

    var text: String {
        guard !page.hours.replayed.isEmpty || !page.hours.sent.isEmpty else { return "" }
        return "\n" + bars + clock
    }

    /// One bar a day, or a week, or four weeks, as many as fit a screen.
    private var bars: String {
        let first = reader.time.calendarDay(page.start).number
        let last = max(first, reader.time.calendarDay(page.end).number)
        let width = last - first < 35 ? 1 : last - first < 35 * 7 ? 7 : 28
        var counts = Array(repeating: Count(), count: (last - first) / width + 1)
        for (day, count) in Self.days(of: page.hours) where (first...last).contains(day) {
            counts[(day - first) / width].replayed += count.replayed
            counts[(day - first) / width].sent += count.sent
        }
        let greatest = counts.reduce(1) { max($0, $1.replayed, $1.sent) }
        let room = min(50, max(10, (reader.width ?? 80) - 44))
        let rows = counts.enumerated().map { place, count in
            let day = TimeText.day(CivilDate(daysSince1970: first + place * width))
            return [
                Table.Cell(day, .faint),
                Table.Cell("\(count.replayed)", count.replayed > count.sent ? .warning : nil),
                Table.Cell("\(count.sent)", .faint),
                Table.Cell(
                    Charts.bar(Double(count.replayed) / Double(greatest), width: room)),
            ]
        }
        let title = width == 1 ? "Day" : width == 7 ? "Week from" : "4 weeks from"
        return Table(
            columns: [
                Table.Column(title), Table.Column("Would send", alignment: .trailing),
                Table.Column("Was sent", alignment: .trailing), Table.Column(""),
            ], rows: rows
        ).rendered(width: reader.width, style: reader.style)
    }

    private var clock: String {
        let hours = Self.hoursOfDay(of: page.hours)
        guard let most = hours.max(), most > 0, let hour = hours.firstIndex(of: most) else {
            return ""
        }
        // A word on each edge, since a space at the end of a line can't be seen.
        return "\nBy hour  0 |" + Charts.sparkline(hours.map(Double.init))
            + "| 24  most from \(hour):00 to \(hour + 1):00 (\(most))\n"
    }

    private static func day(of hour: Int) -> Int { hour >= 0 ? hour / 24 : (hour - 23) / 24 }
}
