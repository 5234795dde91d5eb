import Foundation

/// Chance that is the same on every run (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
/// Generators", 2014), and what simulations draw from it.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// Between 0 and 1, neither of them.
    mutating func unit() -> Double { (Double(next() >> 11) + 0.5) / 9_007_199_254_740_992 }

    mutating func poisson(_ mean: Double) -> Int {
        guard mean > 0 else { return 0 }
        // A sum of Poisson numbers is one.
        guard mean <= 50 else { return poisson(mean / 2) + poisson(mean / 2) }
        var (count, product) = (0, unit())
        let limit = exp(-mean)
        while product > limit {
            count += 1
            product *= unit()
        }
        return count
    }

    /// With this mean and so many times its variance: clusters of one day, of logarithmic size.
    mutating func clustered(_ mean: Double, dispersion: Double) -> Int {
        guard dispersion > 1 else { return poisson(mean) }
        let share = (dispersion - 1) / dispersion
        let clusters = poisson(mean * log(dispersion) / (dispersion - 1))
        return (0..<clusters).reduce(0) { sum, _ in sum + logarithmic(share) }
    }

    /// Kemp's algorithm LK (1981).
    private mutating func logarithmic(_ share: Double) -> Int {
        let first = unit()
        guard first < share else { return 1 }
        let q = 1 - exp(log(1 - share) * unit())
        if first <= q * q { return max(Int(1 + log(first) / log(q)), 1) }
        return first <= q ? 2 : 1
    }
}
