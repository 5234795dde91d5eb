#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How surprising it is that recent figures are lower than earlier ones, if nothing has changed.
///
/// Figures are bounded and mostly near their best, so that the mean of a few is far from normal. The chance
/// is bounded by Bennett's inequality (G. Bennett, "Probability inequalities for the sum of independent
/// random variables", 1962), which holds for any distribution with the variance and the bound. Figures
/// of the same day may go together: as far as days have differed more than chance makes them differ, there
/// are fewer independent ones than were counted.
struct DropModel {
    /// The averages, of the time before and of the recent days.
    let before: Double
    let recent: Double
    /// An upper bound of the chance, 0 to 1.
    let chance: Double

    /// Nil where a side has no figure.
    init?(earlier: DropFigures, recent figures: DropFigures, range: ClosedRange<Double>) {
        guard earlier.count > 0, figures.count > 0 else { return nil }
        before = earlier.mean
        recent = figures.mean
        // Half a figure at each end is added (Jeffreys' prior): what was never met may still be met.
        let ends = [range.lowerBound, range.upperBound]
        let count = earlier.count + 1
        let mean = (earlier.sum + ends[0] / 2 + ends[1] / 2) / count
        let squares = earlier.squares + ends[0] * ends[0] / 2 + ends[1] * ends[1] / 2
        let variance = max(squares / count - mean * mean, 1e-9)
        let clustering = earlier.clustering(mean: mean, variance: variance)
        let independent = 1 / (clustering / figures.count + clustering / count)
        chance = Self.bound(
            count: independent, fall: mean - recent, variance: variance,
            reach: mean - range.lowerBound)
    }

    /// So great a fall of `count` independent figures whose scatter is well known.
    init(
        before: Double, recent: Double, deviation: Double, count: Double,
        range: ClosedRange<Double>
    ) {
        self.before = before
        self.recent = recent
        chance = Self.bound(
            count: count, fall: before - recent, variance: deviation * deviation,
            reach: before - range.lowerBound)
    }

    /// How often a year so great a fall is met by chance, by a window of `days` that is looked at on every
    /// day.
    ///
    /// For a normal mean, a sliding window meets a level `z` standard deviations off about `1 + z²` times as
    /// often as windows side by side (D. Slepian, 1961), and `z²` is at most `2 ln (1 / chance)`; but not
    /// oftener than there are days.
    func perYear(days: Int) -> Double {
        guard chance > 0 else { return 0 }
        let looks = min(1 + 2 * log(1 / chance), Double(days))
        return min(365.25 / Double(days) * looks * chance, 365.25)
    }

    /// Bennett's bound on the chance that the mean of `count` figures falls by `fall` or more.
    static func bound(
        count: Double, fall: Double, variance: Double, reach: Double
    ) -> Double {
        guard fall > 0, reach > 0, variance > 0 else { return 1 }
        let ratio = reach * fall / variance
        let growth = (1 + ratio) * log(1 + ratio) - ratio
        return exp(-count * variance / (reach * reach) * growth)
    }
}
