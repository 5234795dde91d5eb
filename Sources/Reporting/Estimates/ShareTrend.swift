/// A share over equal steps of time.
public struct ShareTrend: Sendable, Hashable {
    /// The change from one step to the next in the fitted line, as a share.
    public var slope: Double
    /// Whether a line as steep comes by chance in fewer than 1 of 20 cases.
    public var isSignificant: Bool

    /// So many mentions are needed over all steps, and steps that have any.
    public static let leastCount = 30
    /// So many steps that have mentions are needed.
    public static let leastSteps = 4

    /// The trend of shares, one for each step; nil where that is too little to tell.
    ///
    /// The test for trend of Cochran (1954) and Armitage (1955).
    public init?(_ steps: [Proportion]) {
        let total = steps.reduce(0) { $0 + $1.total }
        guard total >= Self.leastCount,
            steps.count(where: { $0.total > 0 }) >= Self.leastSteps
        else { return nil }
        let n = Double(total)
        let share = Double(steps.reduce(0) { $0 + $1.count }) / n
        let times = steps.indices.map(Double.init)
        let centre = zip(times, steps).reduce(0) { $0 + $1.0 * Double($1.1.total) } / n
        var (slope, spread) = (0.0, 0.0)
        for (time, step) in zip(times, steps) {
            let distance = time - centre
            slope += distance * (Double(step.count) - share * Double(step.total))
            spread += distance * distance * Double(step.total)
        }
        guard spread > 0 else { return nil }
        self.slope = slope / spread
        let variance = share * (1 - share) * spread
        isSignificant =
            variance > 0 && Distributions.twoSidedNormal(slope / variance.squareRoot()) < 0.05
    }
}
