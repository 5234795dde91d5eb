/// A stable 128-bit digest that tells whether bytes are the ones seen before.
///
/// MurmurHash3_x64_128 with seed 0 (A. Appleby, 2011), the same on every machine and in every
/// release. It is no protection against forgery, and needs none: who makes two documents with one
/// digest only hides a change of their own feed.
public enum BodyDigest {
    /// The digest of `bytes` as 32 hexadecimal digits.
    public static func of(_ bytes: some Collection<UInt8>) -> String {
        let (first, second) =
            bytes.withContiguousStorageIfAvailable { hash(UnsafeRawBufferPointer($0)) }
            ?? Array(bytes).withUnsafeBytes { hash($0) }
        return hex(first) + hex(second)
    }

    private static let c1: UInt64 = 0x87C3_7B91_1142_53D5
    private static let c2: UInt64 = 0x4CF5_AD43_2745_937F

    private static func hash(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
        var h1: UInt64 = 0
        var h2: UInt64 = 0
        var offset = 0
        while offset + 16 <= bytes.count {
            let k1 = UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            let k2 = UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
            h1 = (rotated(h1 ^ mixed1(k1), 27) &+ h2) &* 5 &+ 0x52DC_E729
            h2 = (rotated(h2 ^ mixed2(k2), 31) &+ h1) &* 5 &+ 0x3849_5AB5
            offset += 16
        }
        let tail = bytes[offset...]
        h2 ^= mixed2(word(tail.dropFirst(8)))
        h1 ^= mixed1(word(tail.prefix(8)))
        h1 ^= UInt64(bytes.count)
        h2 ^= UInt64(bytes.count)
        h1 = h1 &+ h2
        h2 = h2 &+ h1
        h1 = finished(h1)
        h2 = finished(h2)
        h1 = h1 &+ h2
        return (h1, h2 &+ h1)
    }

    private static func word(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func mixed1(_ word: UInt64) -> UInt64 { rotated(word &* c1, 31) &* c2 }
    private static func mixed2(_ word: UInt64) -> UInt64 { rotated(word &* c2, 33) &* c1 }

    private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
        word << bits | word >> (64 - bits)
    }

    private static func finished(_ word: UInt64) -> UInt64 {
        var word = word
        word = (word ^ word >> 33) &* 0xFF51_AFD7_ED55_8CCD
        word = (word ^ word >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return word ^ word >> 33
    }

    private static func hex(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
