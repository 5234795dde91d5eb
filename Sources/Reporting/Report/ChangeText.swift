import Model

/// How a figure compares, in words with a sign.
enum ChangeText {
    /// `▲ from 21 %, more than chance`, `= 21 % before, may be chance`, `before: too few to tell (n 4)`; nil where
    /// nothing is compared.
    static func text(_ measure: Measure) -> String? {
        guard let change = measure.change else { return nil }
        guard let previous = change.previous, previous.isFinite else {
            return change.previousCount < ReportFigures.leastCount
                ? "before: too few to tell (n \(FigureText.count(change.previousCount)))"
                : "before: not known yet"
        }
        let before = FigureText.text(previous, measure.unit)
        guard let value = measure.value else { return "before: \(before)" }
        let sign = sign(value, previous)
        switch change.isSignificant {
        case nil: return "\(sign) \(before) before, too few to compare"
        case true?: return "\(sign) from \(before), more than chance"
        case false?: return "\(sign) \(before) before, may be chance"
        }
    }

    /// The feeling of a change that is more than chance, where one direction is the better one.
    static func tone(_ measure: Measure) -> ReportTone {
        guard let change = measure.change, change.isSignificant == true,
            let previous = change.previous, let value = measure.value, value != previous,
            let isMoreBetter = measure.isMoreBetter
        else { return .plain }
        return (value > previous) == isMoreBetter ? .positive : .negative
    }

    private static func sign(_ value: Double, _ previous: Double) -> String {
        value > previous ? "▲" : value < previous ? "▼" : "="
    }
}

extension ReportTone {
    /// The colour of a terminal that goes with it.
    var meaning: TerminalStyle.Meaning? {
        switch self {
        case .negative: .negative
        case .positive: .positive
        case .neutral, .plain: nil
        }
    }
}

/// The days of a report in words.
enum PeriodText {
    /// `1 Nov 2026 – 30 Nov 2026`.
    static func text(_ period: ClosedRange<CalendarDay>) -> String {
        "\(day(period.lowerBound)) – \(day(period.upperBound))"
    }

    /// `, 30 days`.
    static func length(_ period: ClosedRange<CalendarDay>) -> String {
        let days = period.upperBound.number - period.lowerBound.number + 1
        return days == 1 ? ", 1 day" : ", \(FigureText.count(days)) days"
    }

    static func day(_ day: CalendarDay) -> String {
        TimeText.day(CivilDate(daysSince1970: day.number))
    }

    static func iso8601(_ day: CalendarDay) -> String {
        CivilDate(daysSince1970: day.number).iso8601
    }
}
