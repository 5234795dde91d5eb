#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The windows that the present one is compared with.
///
/// Up to a day they have the same length and the same time of day, on each of the 364 days before; longer
/// ones follow each other without a gap. Each is brought to the present weekday, by how the weekdays have
/// differed, as far as there are enough mentions to tell; and the older a window is, the less it tells.
struct SurgeHistory {
    /// How many mentions the present window has.
    let present: Int
    /// Earlier windows' counts at the present weekday, newest first.
    let counts: [Double]
    /// How much each of them tells, 0 to 1.
    let weights: [Double]
    /// Days before the present window of which there is something to know: since the first mention, or
    /// since the brand is watched.
    let knownDays: Int

    /// A window of that age tells half as much as the present one, in days.
    private static let halfLife = 182.0
    /// So many mentions on a weekday have to speak for its being different before they count half.
    private static let caution = 30.0

    /// Takes the counts that `SurgeRule.question(now:)` asks for, of which the last `watchedDays` are known
    /// to be complete; those before only from the first mention on.
    init(counts all: [Int], window shape: SurgeWindow, watchedDays: Int) {
        let days = Self.days(all, shape)
        present = shape.present(all)
        let first = days.lastIndex { $0 > 0 } ?? 0
        let known = min(max(watchedDays, first), days.count)
        knownDays = max(known - shape.days, 0)
        let factors = Self.weekdayFactors(days[..<known], from: shape.days)
        let now = (0..<shape.days).reduce(0) { $0 + factors[$1 % 7] }
        var (counts, weights): ([Double], [Double]) = ([], [])
        for first in stride(from: shape.days, through: known - shape.days, by: shape.days) {
            let window = first..<first + shape.days
            let usual = window.reduce(0) { $0 + factors[$1 % 7] }
            counts.append(Double(days[window].reduce(0, +)) * now / usual)
            weights.append(exp2(-Double(first) / Self.halfLife))
        }
        self.counts = counts
        self.weights = weights
    }

    /// Between which counts four windows of five have been.
    var usual: ClosedRange<Int> {
        let sorted = zip(counts, weights).sorted { $0.0 < $1.0 }
        let total = weights.reduce(0, +)
        func quantile(_ share: Double) -> Int {
            var seen = 0.0
            let found = sorted.first { pair in
                seen += pair.1
                return seen >= share * total
            }
            return Int(min((found?.0 ?? 0).rounded(), 1e15))
        }
        let (low, high) = (quantile(0.1), quantile(0.9))
        return low...max(low, high)
    }

    /// The counts of days, or of the same part of each day, newest first.
    private static func days(_ all: [Int], _ shape: SurgeWindow) -> [Int] {
        stride(from: all.count, to: 0, by: -shape.spansPerDay).map { end in
            all[max(end - shape.spansInDay, 0)..<end].reduce(0, +)
        }
    }

    /// How much more than on an average day there is on each of the seven, the present one first.
    private static func weekdayFactors(_ days: ArraySlice<Int>, from start: Int) -> [Double] {
        var (sums, weights) = ([Double](repeating: 0, count: 7), [Double](repeating: 0, count: 7))
        for index in days.indices.dropFirst(start) {
            let weight = exp2(-Double(index) / halfLife)
            sums[index % 7] += weight * Double(days[index])
            weights[index % 7] += weight
        }
        let (sum, weight) = (sums.reduce(0, +), weights.reduce(0, +))
        // Below that there is nothing to be seen of a pattern, and whole numbers stay whole.
        guard sum >= 100, weight > 0 else { return [Double](repeating: 1, count: 7) }
        return zip(sums, weights).map { ($0 + caution) / (sum / weight * $1 + caution) }
    }
}
