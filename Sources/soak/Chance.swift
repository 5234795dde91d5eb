/// Numbers that look drawn by lot and are the same in each run of the same seed.
///
/// Steele, Lea and Flood's SplitMix64, as a sequence and as a hash.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A sequence of its own for the thing that these numbers name.
    init(_ seed: UInt64, _ parts: Int...) {
        state = parts.reduce(seed) { Self.mixed($0 &+ UInt64(bitPattern: Int64($1)) &* 0x9E37) }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A number of 0..<1.
    mutating func share() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    /// A number between two.
    mutating func number(_ low: Double, _ high: Double) -> Double { low + (high - low) * share() }

    /// One of 0..<count.
    mutating func place(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
