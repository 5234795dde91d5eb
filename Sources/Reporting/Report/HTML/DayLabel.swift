import Model

/// Days as they stand below a chart and in the table behind it.
enum DayLabel {
    /// `5 Oct`.
    static func short(_ day: CalendarDay) -> String {
        let date = CivilDate(daysSince1970: day.number)
        return TimeText.day(date).split(separator: " ").prefix(2).joined(separator: " ")
    }

    /// The step that begins on `day`: `5 Oct 2026`, a week by its first day, a month as `Oct 2026`.
    static func whole(_ day: CalendarDay, daysPerStep: Int) -> String {
        let date = CivilDate(daysSince1970: day.number)
        return daysPerStep >= 28 ? month(date) + " \(date.year)" : TimeText.day(date)
    }

    /// The same below the axis, where room is scarce: the year stands only where `withYear`.
    static func tick(_ day: CalendarDay, daysPerStep: Int, withYear: Bool) -> String {
        let date = CivilDate(daysSince1970: day.number)
        let text = daysPerStep >= 28 ? month(date) : short(day)
        return withYear ? "\(text) \(date.year)" : text
    }

    /// What the steps are called: `day`, `week` or `month`.
    static func step(_ daysPerStep: Int) -> String {
        switch daysPerStep {
        case ...1: "day"
        case 7: "week"
        case 28...: "month"
        default: "\(daysPerStep) days"
        }
    }

    private static func month(_ date: CivilDate) -> String {
        TimeText.day(date).split(separator: " ").dropFirst().prefix(1).joined()
    }
}
