#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How many of some things have a property.
public struct Proportion: Sendable, Hashable {
    /// Those that have it, 0 to `total`.
    public var count: Int
    /// All of them.
    public var total: Int

    /// `count` of `total`; both are brought into their range.
    public init(_ count: Int, of total: Int) {
        self.total = max(0, total)
        self.count = min(max(0, count), self.total)
    }

    /// The share, 0 to 1; nil of nothing.
    public var share: Double? { total > 0 ? Double(count) / Double(total) : nil }

    /// The 95 % score interval (Wilson 1927), which is never empty and never leaves 0 to 1; all of it
    /// where there is nothing.
    public var interval: ClosedRange<Double> {
        guard let share else { return 0...1 }
        let (n, z) = (Double(total), Distributions.z)
        let centre = share + z * z / (2 * n)
        let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        return max(
            0, min(share, (centre - reach) / scale))...min(
                1, max(share, (centre + reach) / scale))
    }

    /// The 95 % interval of this share less `other`, by the score intervals of both (Newcombe 1998,
    /// method 10); −1 to 1 where one of them is of nothing.
    public func difference(from other: Proportion) -> ClosedRange<Double> {
        guard let share, let otherShare = other.share else { return -1...1 }
        let (mine, theirs) = (interval, other.interval)
        func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        let difference = share - otherShare
        let below = length(share - mine.lowerBound, theirs.upperBound - otherShare)
        let above = length(mine.upperBound - share, otherShare - theirs.lowerBound)
        return (difference - below)...(difference + above)
    }

    /// Whether the two differ by more than chance: whether 0 is outside the interval of the difference.
    public func differs(from other: Proportion) -> Bool { !difference(from: other).contains(0) }

    /// How likely chance alone makes two shares differ by at least as much: by the two-proportion z-test,
    /// or Fisher's exact test (1935) where fewer than 5 of a kind are expected.
    public func chance(of other: Proportion) -> Double {
        guard total > 0, other.total > 0 else { return 1 }
        let hits = count + other.count
        let all = total + other.total
        let misses = all - hits
        guard hits > 0, misses > 0 else { return 1 }
        let least = Double(min(hits, misses)) * Double(min(total, other.total)) / Double(all)
        guard least >= 5, let share, let otherShare = other.share else {
            return exactChance(of: other)
        }
        let pooled = Double(hits) / Double(all)
        let variance = pooled * (1 - pooled) * (1 / Double(total) + 1 / Double(other.total))
        return Distributions.twoSidedNormal((share - otherShare) / variance.squareRoot())
    }

    /// The probabilities of all tables with these margins that are no likelier than this one.
    private func exactChance(of other: Proportion) -> Double {
        let hits = count + other.count
        let all = total + other.total
        // Of the rarer kind there are few, so that few tables are summed.
        guard hits <= all - hits else {
            return Proportion(total - count, of: total).exactChance(
                of: Proportion(other.total - other.count, of: other.total))
        }
        let base = Distributions.logChoices(all, hits)
        func logProbability(_ mine: Int) -> Double {
            Distributions.logChoices(total, mine)
                + Distributions.logChoices(other.total, hits - mine) - base
        }
        let observed = logProbability(count)
        let sum = (max(0, hits - other.total)...min(hits, total)).reduce(0.0) { sum, mine in
            let probability = logProbability(mine)
            return probability <= observed + 1e-7 ? sum + exp(probability) : sum
        }
        return min(1, sum)
    }
}
