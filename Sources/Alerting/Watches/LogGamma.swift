#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The logarithm of the gamma function.
///
/// Stirling's series (NIST Digital Library of Mathematical Functions, 5.11.1) from 10 on, and the
/// recurrence (5.5.1) below; good to 13 digits for every positive number.
enum LogGamma {
    /// `x` is above 0; anything else gives infinity, where the function has its poles.
    static func value(_ x: Double) -> Double {
        guard x > 0 else { return .infinity }
        var (shifted, product) = (x, 1.0)
        while shifted < 10 {
            product *= shifted
            shifted += 1
        }
        let inverse = 1 / shifted
        let square = inverse * inverse
        let series =
            inverse
            * (1 / 12 - square
                * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))))
        let halfLogOfTwoPi = 0.918_938_533_204_672_7
        return (shifted - 0.5) * log(shifted) - shifted + halfLogOfTwoPi + series - log(product)
    }

    /// The logarithm of the beta function.
    static func beta(_ a: Double, _ b: Double) -> Double { value(a) + value(b) - value(a + b) }
}
