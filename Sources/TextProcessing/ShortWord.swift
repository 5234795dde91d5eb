/// A word of one to seven ASCII letters, read from eight bytes at once.
///
/// No step depends on how long the word is, since a processor that guesses where words end is wrong
/// at every other word.
struct ShortWord {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let caseBits = 0x20 &* ones
    private static let highBits = 0x80 &* ones

    /// The number of letters; 0 where there is none or there are eight.
    let length: Int
    private let bytes: UInt64
    /// Ones for the bytes of the word.
    private let mask: UInt64

    @inline(__always)
    init(_ place: UnsafeRawPointer) {
        bytes = UInt64(littleEndian: place.loadUnaligned(as: UInt64.self))
        // the highest bit of each byte says that it is no letter; no sum is carried over
        let low = (bytes | Self.caseBits) & ~Self.highBits
        let isFromA = low &+ (0x80 - 0x61) &* Self.ones
        let isBehindZ = low &+ (0x80 - 0x7B) &* Self.ones
        let others = (~isFromA | isBehindZ | bytes) & Self.highBits
        let bits = others.trailingZeroBitCount & 0x38
        length = bits >> 3
        mask = (1 &<< UInt64(truncatingIfNeeded: bits)) &- 1
    }

    /// The last letter.
    @inline(__always)
    private var last: UInt8 {
        UInt8(truncatingIfNeeded: (bytes | Self.caseBits) &>> UInt64((length &- 1) &* 8))
    }

    /// Whether no sign behind the word makes it part of anything else.
    @inline(__always)
    var isWhole: Bool {
        let next = UInt8(truncatingIfNeeded: bytes &>> UInt64(length &* 8))
        return ASCIIRole.endsWord(next) && last != UInt8(ascii: "w")
    }

    /// The `TermHash` of the word.
    @inline(__always)
    var key: UInt64 {
        let letters = bytes | Self.caseBits
        var keys = InlineArray<8, UInt64>(repeating: TermHash.seed)
        var key = TermHash.seed
        for index in 1..<8 {
            let letter = UInt8(truncatingIfNeeded: letters &>> UInt64((index &- 1) &* 8))
            key = TermHash.appending(letter, to: key)
            keys[index] = key
        }
        return keys[length & 7]
    }

    /// The raw value of the word's traits but `hashtag`.
    @inline(__always)
    var traits: UInt8 {
        let letters = bytes | Self.caseBits
        let small: UInt8 = bytes & Self.caseBits & mask == 0 ? 0 : 1
        // a byte that is 0 where a letter is the same as the two behind it
        let changes = (letters ^ letters >> 8) | (letters ^ letters >> 16)
        let runs = (changes &- Self.ones) & ~changes & Self.highBits & (mask >> 16)
        let first = UInt8(truncatingIfNeeded: bytes)
        var traits = small << 1 | (runs == 0 ? 0 : 1) << 2 | (~first & 0x20) << 1
        if small == 0, length > 1 { traits |= Token.Traits.capitals.rawValue }
        return traits
    }
}
