import Model

/// The figures of several days together.
struct DropFigures {
    /// How many there are.
    var count = 0.0
    /// Their sum.
    var sum = 0.0
    /// The sum of their squares.
    var squares = 0.0
    private var days: [DayFigure] = []

    /// Adds up `days`; those without a figure, or with sums that are no numbers, are left out.
    init(_ days: [DayFigure]) {
        self.days = days.filter { $0.count > 0 && $0.sum.isFinite && $0.squares.isFinite }
        for day in self.days {
            count += Double(day.count)
            sum += day.sum
            squares += day.squares
        }
    }

    /// Their average; 0 without one.
    var mean: Double { count > 0 ? sum / count : 0 }

    /// How many times as much as by chance the sums of days differ from what their counts make expect: 1 or
    /// more.
    func clustering(mean: Double, variance: Double) -> Double {
        guard count > 0, variance > 0 else { return 1 }
        let spread = days.reduce(0) { sum, day in
            let distance = day.sum - Double(day.count) * mean
            return sum + distance * distance
        }
        return max(spread / (count * variance), 1)
    }
}
