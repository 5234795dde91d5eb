/// Two counts over equally long periods.
public struct CountComparison: Sendable, Hashable {
    private let count: Int
    private let previous: Int
    private let dispersion: Double
    private let freedom: Double

    /// The counts of each day, or of each other equal step, of two periods.
    ///
    /// Mentions come in bursts. How much more the steps differ than those of single, unrelated events (Pearson's
    /// χ² ÷ its degrees of freedom, but at least 1) widens what counts as chance (quasi-Poisson, McCullagh and
    /// Nelder 1989).
    public init(_ days: [Int], before: [Int]) {
        count = days.reduce(0, +)
        previous = before.reduce(0, +)
        func deviation(_ days: [Int]) -> Double {
            let mean = Double(days.reduce(0, +)) / Double(max(1, days.count))
            guard mean > 0 else { return 0 }
            return days.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) / mean }
        }
        freedom = Double(max(1, days.count + before.count - 2))
        dispersion = max(1, (deviation(days) + deviation(before)) / freedom)
    }

    /// Whether they differ by more than chance does in 1 of 20 cases: the difference is normal with the variance
    /// of the sum (Przyborowski and Wilenski 1940), times the dispersion, for which t is used.
    public var isSignificant: Bool {
        let variance = dispersion * Double(count + previous)
        guard variance > 0 else { return false }
        let t = Double(count - previous) / variance.squareRoot()
        return Distributions.twoSidedT(t, freedom: freedom) < 0.05
    }
}
