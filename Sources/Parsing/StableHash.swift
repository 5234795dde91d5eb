/// FNV-1a with 128 bits (Fowler, Noll, Vo; draft-eastlake-fnv): the same for the same bytes in every
/// process and version, unlike Swift's `Hasher`.
///
/// Not meant against forgery: whoever can forge an entry of a source can as well repeat its id.
struct StableHash {
    private static let prime: UInt128 = (1 << 88) + 0x13B
    private var state: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

    /// Takes in the UTF-8 bytes of `text`, then a byte that ends it, so that "ab", "c" and "a", "bc"
    /// differ; nil differs from an empty text.
    mutating func combine(_ text: String?) {
        if let text {
            for byte in text.utf8 { combine(byte) }
            combine(0xFF)
        } else {
            combine(0xFE)
        }
    }

    private mutating func combine(_ byte: UInt8) {
        state = (state ^ UInt128(byte)) &* Self.prime
    }

    /// The digest as 32 hexadecimal digits.
    var hexadecimal: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 32 - digits.utf8.count) + digits
    }
}
