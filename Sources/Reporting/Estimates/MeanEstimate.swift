/// The mean of ratings from 1 to 5 stars, and how well it is known.
public struct MeanEstimate: Sendable, Hashable {
    /// How many ratings there are.
    public var count: Int
    /// Their sum.
    public var sum: Double
    /// The sum of their squares.
    public var squares: Double

    /// The estimate of `count` ratings.
    public init(count: Int = 0, sum: Double = 0, squares: Double = 0) {
        self.count = max(0, count)
        self.sum = sum
        self.squares = squares
    }

    /// The mean; nil without a rating.
    public var mean: Double? { count > 0 ? sum / Double(count) : nil }

    /// The variance of the ratings (with n − 1); nil of fewer than two.
    public var variance: Double? {
        guard count > 1, let mean else { return nil }
        return max(0, (squares - Double(count) * mean * mean) / Double(count - 1))
    }

    /// The 95 % interval of Student's t, held within 1 to 5; all of that of fewer than two.
    ///
    /// Where all ratings are the same, t would be sure of it. There the share of other ratings may still
    /// be the upper end of Wilson's interval for none of them, and each as far away as can be.
    public var interval: ClosedRange<Double> {
        guard let mean, let variance, mean.isFinite else { return 1...5 }
        let held = min(max(mean, 1), 5)
        guard variance > 1e-12 else {
            let other = Proportion(0, of: count).interval.upperBound
            return (held - (held - 1) * other)...(held + (5 - held) * other)
        }
        let reach =
            Distributions.tQuantile(freedom: Double(count - 1))
            * (variance / Double(count)).squareRoot()
        return max(1, held - reach)...min(5, held + reach)
    }

    /// Whether two means differ by more than chance does in 1 of 20 cases, by Welch's t-test (1947), which
    /// does not take the spreads for equal.
    ///
    /// Where neither spreads, they differ if they are not the same and their intervals don't meet.
    public func differs(from other: MeanEstimate) -> Bool {
        guard let mean, let otherMean = other.mean, let variance,
            let otherVariance = other.variance
        else { return false }
        let (mine, theirs) = (variance / Double(count), otherVariance / Double(other.count))
        let error = mine + theirs
        guard error > 1e-12 else { return !interval.overlaps(other.interval) }
        let freedom =
            error * error
            / (mine * mine / Double(count - 1) + theirs * theirs / Double(other.count - 1))
        let t = (mean - otherMean) / error.squareRoot()
        return Distributions.twoSidedT(t, freedom: freedom) < 0.05
    }
}
