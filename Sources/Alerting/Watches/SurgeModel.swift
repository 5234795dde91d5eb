#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How many mentions a window is expected to have, given what earlier ones had.
///
/// Counts are taken as negative binomial, which is Poisson where they are as even as chance makes them and
/// wider where they come in clusters. Neither the mean nor the dispersion is known: for each of some
/// dispersions the mean is integrated over exactly, from a prior that is Jeffreys' near to 0 and proper
/// (the prediction is then a beta-negative-binomial distribution with the same mean for all), and the dispersions are weighed by how well they explain the
/// earlier windows. So little history makes for a wide prediction by itself.
struct SurgeModel {
    /// One dispersion's prediction.
    private struct Part {
        /// Its share of the prediction; all shares come to 1.
        var weight: Double
        /// The negative binomial's size: its variance is `mean + mean² / size`.
        var size: Double
        /// The parameters of the beta distribution of its success probability.
        var a: Double
        var b: Double

        /// The logarithm of the probability of exactly `count`.
        func logProbability(_ count: Double) -> Double {
            LogGamma.value(size + count) - LogGamma.value(size) - LogGamma.value(count + 1)
                + LogGamma.beta(a + size, b + count) - LogGamma.beta(a, b)
        }

        /// The probability of `count + 1`, divided by that of `count`.
        func ratio(_ count: Double) -> Double {
            (size + count) / (count + 1) * (b + count) / (a + size + b + count)
        }
    }

    /// The mean of the earlier windows.
    let mean: Double
    private let parts: [Part]

    /// Steps of dispersion from even counts to clusters.
    private static let steps = 20
    private static let longestTail = 20_000

    /// Learns from earlier windows: their counts, brought to the conditions of the present one, and how
    /// much each tells, 0 to 1; nil if they tell nothing.
    init?(counts: [Double], weights: [Double]) {
        let total = weights.reduce(0, +)
        guard total > 0, counts.count == weights.count else { return nil }
        let sum = zip(counts, weights).reduce(0) { $0 + $1.0 * $1.1 }
        mean = sum / total
        let typical = (sum + 0.5) / total
        let pairs = Self.histogram(counts, weights)
        // What the variance is above the mean, as multiples of the mean.
        let (least, most) = (0.05, 30 + 4 * typical)
        let step = log(most / least) / Double(Self.steps - 1)
        var parts: [Part] = []
        for index in 0..<Self.steps {
            let excess = least * exp(step * Double(index))
            let size = typical / excess
            let (a, b) = (total * size + 1, sum + 0.5)
            let fit = pairs.reduce(0) { sum, pair in
                sum + pair.weight * (LogGamma.value(pair.count + size) - LogGamma.value(size))
            }
            let prior = log(excess / ((1 + excess) * (1 + excess)))
            parts.append(
                Part(
                    weight: fit + LogGamma.beta(a, b) + log(size) / 2 + prior, size: size, a: a,
                    b: b))
        }
        let top = parts.map(\.weight).max() ?? 0
        let all = parts.reduce(0) { $0 + exp($1.weight - top) }
        self.parts = parts.map { part in
            var part = part
            part.weight = exp(part.weight - top) / all
            return part
        }.filter { $0.weight > 1e-9 }
    }

    /// The probability of exactly `count`, and of `count` or more; `count` is not far below the mean, where
    /// the first terms of the sum would be lost.
    func probabilities(of count: Int) -> (exactly: Double, orMore: Double) {
        var (exactly, orMore) = (0.0, 0.0)
        for part in parts {
            let first = part.weight * exp(part.logProbability(Double(count)))
            exactly += first
            orMore += Self.tail(of: part, from: Double(count), first: first)
        }
        return (exactly, min(orMore, 1))
    }

    /// Sums upwards, where nothing cancels; what is left out at the end is bounded and added.
    private static func tail(of part: Part, from count: Double, first: Double) -> Double {
        var (sum, term, count) = (first, first, count)
        for _ in 0..<longestTail {
            let ratio = part.ratio(count)
            term *= ratio
            count += 1
            sum += term
            if ratio < 1, term < (1 - ratio) * sum * 1e-6 { return sum }
        }
        // The terms fall at least as fast as the power of a + 1.
        return sum + term * count / max(part.a, 1e-3)
    }

    /// Equal counts together.
    private static func histogram(
        _ counts: [Double], _ weights: [Double]
    ) -> [(count: Double, weight: Double)] {
        var weightOf: [Double: Double] = [:]
        for (count, weight) in zip(counts, weights) { weightOf[count, default: 0] += weight }
        return weightOf.map { ($0.key, $0.value) }
    }
}
