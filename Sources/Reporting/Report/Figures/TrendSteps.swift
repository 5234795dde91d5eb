import Model

/// A period in steps of days, of weeks from Monday on, or of months, so that a trend has few enough to read.
struct TrendSteps: Sendable, Hashable {
    /// Both ends included; the first and the last may be cut by the period.
    let steps: [ClosedRange<CalendarDay>]
    /// 1, 7 or 30.
    let daysPerStep: Int

    /// What one step is called.
    var name: String {
        switch daysPerStep {
        case 1: "day"
        case 7: "week"
        default: "month"
        }
    }

    /// Days up to six weeks, weeks up to a year, months beyond.
    init(of period: ClosedRange<CalendarDay>) {
        let days = period.upperBound.number - period.lowerBound.number + 1
        self.init(of: period, daysPerStep: days <= 42 ? 1 : days <= 371 ? 7 : 30)
    }

    /// Weeks, however long the period is.
    init(weeksOf period: ClosedRange<CalendarDay>) { self.init(of: period, daysPerStep: 7) }

    /// Steps of the same length over another period.
    init(of period: ClosedRange<CalendarDay>, like other: TrendSteps) {
        self.init(of: period, daysPerStep: other.daysPerStep)
    }

    private init(of period: ClosedRange<CalendarDay>, daysPerStep: Int) {
        self.daysPerStep = daysPerStep
        var steps: [ClosedRange<CalendarDay>] = []
        var first = period.lowerBound.number
        while first <= period.upperBound.number {
            let last = min(Self.end(of: first, daysPerStep), period.upperBound.number)
            steps.append(CalendarDay(number: first)...CalendarDay(number: last))
            first = last + 1
        }
        self.steps = steps
    }

    /// The last day of the step that a day is in.
    private static func end(of day: Int, _ daysPerStep: Int) -> Int {
        switch daysPerStep {
        case 1: return day
        case 7:
            // 1 January 1970 was a Thursday.
            let weekday = ((day + 3) % 7 + 7) % 7
            return day + 6 - weekday
        default:
            let date = CivilDate(daysSince1970: day)
            return day - date.day + CivilDate.days(inMonth: date.month, of: date.year)
        }
    }

    /// The sums of values of days, one for each step.
    func sums<Value>(
        _ days: [(CalendarDay, Value)], _ start: Value, _ add: (inout Value, Value) -> Void
    )
        -> [Value]
    {
        var sums = steps.map { _ in start }
        for (day, value) in days {
            guard let index = index(of: day) else { continue }
            add(&sums[index], value)
        }
        return sums
    }

    /// The step that a day is in.
    private func index(of day: CalendarDay) -> Int? {
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].upperBound < day { low = middle + 1 } else { high = middle }
        }
        return low < steps.count && steps[low].contains(day) ? low : nil
    }
}
