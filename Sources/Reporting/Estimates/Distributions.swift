#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The distributions that intervals and tests need.
enum Distributions {
    /// The 0.975 quantile of the normal distribution: 95 of 100 values are within so many standard
    /// deviations of the mean.
    static let z = 1.959963984540054

    /// How likely a standard normal value is at least `value` away from 0, on either side.
    static func twoSidedNormal(_ value: Double) -> Double {
        value.isFinite ? erfc(abs(value) / 2.0.squareRoot()) : 0
    }

    /// How likely a value of Student's t distribution is at least `value` away from 0, on either side.
    static func twoSidedT(_ value: Double, freedom: Double) -> Double {
        guard value.isFinite else { return 0 }
        guard freedom > 0 else { return 1 }
        return betaShare(freedom / (freedom + value * value), freedom / 2, 0.5)
    }

    /// The value of Student's t distribution that is exceeded on either side in 5 of 100 cases.
    static func tQuantile(freedom: Double) -> Double {
        guard freedom > 0 else { return .infinity }
        var (low, high) = (z, z)
        while twoSidedT(high, freedom: freedom) > 0.05, high < 1e6 { high *= 2 }
        for _ in 0..<80 {
            let middle = (low + high) / 2
            if twoSidedT(middle, freedom: freedom) > 0.05 { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The logarithm of how many ways there are to choose `chosen` of `all`.
    static func logChoices(_ all: Int, _ chosen: Int) -> Double {
        logGamma(Double(all) + 1) - logGamma(Double(chosen) + 1)
            - logGamma(Double(all - chosen) + 1)
    }

    /// ln Γ(x) for x > 0, by Stirling's series from 10 on (Abramowitz and Stegun 1964, 6.1.41).
    static func logGamma(_ x: Double) -> Double {
        var (x, product) = (x, 1.0)
        while x < 10 {
            product *= x
            x += 1
        }
        let square = 1 / (x * x)
        let series =
            (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / x
        return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series - log(product)
    }

    /// The regularized incomplete beta function I_x(a, b), by Lentz's continued fraction (DLMF 8.17.22).
    static func betaShare(_ x: Double, _ a: Double, _ b: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        // The fraction is quick below the mean; above, the other tail is.
        if x > (a + 1) / (a + b + 2) { return 1 - betaShare(1 - x, b, a) }
        let front = exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(1 - x))
        let tiny = 1e-300
        var c = 1.0
        var d = 1 / max(abs(1 - (a + b) * x / (a + 1)), tiny)
        var fraction = d
        for step in 1...500 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            for term in [even, odd] {
                d = 1 + term * d
                d = 1 / (abs(d) < tiny ? tiny : d)
                c = 1 + term / c
                if abs(c) < tiny { c = tiny }
                fraction *= c * d
            }
            if abs(c * d - 1) < 1e-14 { break }
        }
        return front * fraction / a
    }
}
