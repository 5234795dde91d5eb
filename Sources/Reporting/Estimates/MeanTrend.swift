/// The mean of ratings over equal steps of time.
public struct MeanTrend: Sendable, Hashable {
    /// The ratings of one step.
    public struct Step: Sendable, Hashable {
        /// How many there are.
        public var count: Int
        /// Their sum.
        public var sum: Double

        /// A step.
        public init(count: Int, sum: Double) {
            self.count = count
            self.sum = sum
        }
    }

    /// The change from one step to the next in the fitted line, in stars.
    public var slope: Double
    /// Whether a line as steep comes by chance in fewer than 1 of 20 cases.
    public var isSignificant: Bool

    /// The trend of ratings, of whose squares `squares` is the sum; nil where that is too little to tell, as
    /// for `ShareTrend`.
    ///
    /// The line of least squares through the single ratings, each at the time of its step, and the t-test of its
    /// slope.
    public init?(_ steps: [Step], squares: Double) {
        let total = steps.reduce(0) { $0 + $1.count }
        guard total >= ShareTrend.leastCount,
            steps.count(where: { $0.count > 0 }) >= ShareTrend.leastSteps
        else { return nil }
        let n = Double(total)
        let mean = steps.reduce(0) { $0 + $1.sum } / n
        let times = steps.indices.map(Double.init)
        let centre = zip(times, steps).reduce(0) { $0 + $1.0 * Double($1.1.count) } / n
        var (covariance, spread) = (0.0, 0.0)
        for (time, step) in zip(times, steps) {
            covariance += (time - centre) * (step.sum - mean * Double(step.count))
            spread += (time - centre) * (time - centre) * Double(step.count)
        }
        guard spread > 0 else { return nil }
        slope = covariance / spread
        let rest = max(0, squares - n * mean * mean - slope * covariance)
        let error = (rest / (n - 2) / spread).squareRoot()
        isSignificant =
            error > 1e-12
            ? Distributions.twoSidedT(slope / error, freedom: n - 2) < 0.05 : abs(slope) > 1e-9
    }
}
