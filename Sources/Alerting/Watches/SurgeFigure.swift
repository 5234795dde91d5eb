import Model

/// How often a year a count as high as the present one would be met by chance.
///
/// A window that is looked at again and again meets more high counts than windows side by side would. Counts
/// rise above `k` in clumps, and the clumps of a Poisson process number about `(k − mean) · p(k)` for each
/// length of the window (S. E. Alm, "On the distribution of the scan statistic of a Poisson process",
/// 1983). Mentions that come in clusters make clumps of their own, for which `2 P(k or more)` is added.
struct SurgeFigure {
    /// How often a year; above 0.
    let perYear: Double

    /// Nil for a count that is not above the mean, or that more than one earlier window had reached, and
    /// oftener than `limit` times a year: whatever a model says, that is nothing unusual.
    init?(history: SurgeHistory, windowsPerYear: Double, limit: Double) {
        let reached = zip(history.counts, history.weights)
            .reduce(0) { $0 + ($1.0 >= Double(history.present) ? $1.1 : 0) }
        let total = history.weights.reduce(0, +)
        guard (reached - 1) * windowsPerYear <= limit * total,
            let model = SurgeModel(counts: history.counts, weights: history.weights),
            Double(history.present) > model.mean
        else { return nil }
        let (exactly, orMore) = model.probabilities(of: history.present)
        perYear =
            windowsPerYear * (2 * orMore + (Double(history.present) - model.mean) * exactly)
    }

    /// How often that is, such as once in 3 years or 4 times a year.
    var rarity: SurgeTelling.Rarity {
        guard perYear > 0.01 else { return .never }
        if perYear < 0.75 { return .years(max(Int((1 / perYear).rounded()), 2)) }
        return .timesAYear(Int(min(perYear, 1e6).rounded()))
    }
}
