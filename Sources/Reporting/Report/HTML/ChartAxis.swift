import Model

/// The upright axis of a chart: its ends and the round numbers between them.
struct ChartAxis: Hashable {
    /// Both ends included; never empty.
    let range: ClosedRange<Double>
    /// From the lowest to the highest, both ends among them.
    let ticks: [Double]
    private let unit: Measure.Unit

    /// The axis for these values; it begins at zero, but for stars, which go from 1 to 5, and for
    /// values below zero.
    init(values: [Double], unit: Measure.Unit) {
        self.unit = unit
        let finite = values.filter { $0.isFinite && abs($0) < 1e12 }
        if unit == .stars {
            range = 1...5
            ticks = [1, 2, 3, 4, 5]
            return
        }
        let least = min(finite.min() ?? 0, 0)
        let most = max(finite.max() ?? 0, 0)
        let step = Self.step(from: least, to: most, unit: unit)
        let first = (least / step).rounded(.down)
        let last = max((most / step).rounded(.up), first + 1)
        range = first * step...last * step
        ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
    }

    /// Where a value stands: 0 at the top, 1 at the bottom; values outside are moved inside.
    func depth(_ value: Double) -> Double {
        let share = (range.upperBound - value) / (range.upperBound - range.lowerBound)
        return min(max(share, 0), 1)
    }

    /// What stands beside a tick.
    func label(_ tick: Double) -> String {
        switch unit {
        case .stars: FigureText.count(Int(tick)) + " ★"
        case .duration where tick == 0: "0"
        default: FigureText.text(tick, unit)
        }
    }

    /// The smallest round step by which at most five lead from one end to the other.
    private static func step(from least: Double, to most: Double, unit: Measure.Unit) -> Double {
        var candidates: [Double]
        switch unit {
        case .share: candidates = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25]
        case .netPromoterScore: candidates = [5, 10, 20, 25, 50]
        case .score: candidates = [0.1, 0.2, 0.25, 0.5]
        case .duration:
            candidates = [10, 30, 60, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200]
            candidates += [86_400, 172_800, 259_200, 604_800]
        case .count, .stars: candidates = [1, 2, 5]
        }
        func steps(_ step: Double) -> Double {
            (most / step).rounded(.up) - (least / step).rounded(.down)
        }
        if let fitting = candidates.first(where: { steps($0) <= 5 }) { return fitting }
        // Beyond the table, decades of 1, 2 and 5 times its last step.
        var step = candidates.last ?? 1
        var factors = [2.0, 2.0, 2.5]
        while steps(step) > 5 {
            step *= factors[0]
            factors.append(factors.removeFirst())
        }
        return step
    }
}

/// The steps below a chart that get a label.
struct ChartTicks {
    /// The indices of the labelled steps, at most six; every second is left out on a phone.
    let indices: [Int]
    /// Whether the labels say the year.
    let haveYear: Bool

    /// The labels of steps of `daysPerStep` days.
    init(steps: [CalendarDay], daysPerStep: Int) {
        let strides =
            switch daysPerStep {
            case ...1: [1, 2, 7, 14, 28]
            case 28...: [1, 2, 3, 6, 12]
            default: [1, 2, 4, 8, 13, 26, 52]
            }
        let last = strides.last ?? 1
        let stride =
            strides.first { steps.count <= $0 * 6 }
            ?? last * ((steps.count + last * 6 - 1) / (last * 6))
        indices = Array(Swift.stride(from: 0, to: steps.count, by: max(stride, 1)))
        let first = steps.first.map { CivilDate(daysSince1970: $0.number).year }
        let final = steps.last.map { CivilDate(daysSince1970: $0.number).year }
        haveYear = daysPerStep >= 28 || first != final
    }
}
