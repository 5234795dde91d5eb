import Model
import TextProcessing

/// A short name of an entry's wording: equal exactly where `Entry.saysTheSame(as:)` is, but for a
/// chance of 2⁻⁶⁴.
enum EntryDigest {
    static func digest(of entry: Entry) -> String {
        var hash = FNV1a64()
        hash.combine(entry.title)
        hash.combine(entry.text)
        hash.combine(entry.rating.map { "\($0.value)/\($0.min)/\($0.max)" })
        hash.combine(entry.ownerReply.map { $0.text ?? "" })
        hash.combine(entry.ownerReply?.date.map { "\($0.timeIntervalSince1970)" })
        return hash.hexadecimal
    }
}

/// The 64-bit FNV-1a hash (Fowler, Noll, Vo), which is the same in every process and release.
private struct FNV1a64 {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes a field; nil and the empty string differ, and so do neighbours that share their text.
    mutating func combine(_ field: String?) {
        combine(byte: field == nil ? 0xFE : 0xFF)
        for byte in (field ?? "").utf8 { combine(byte: byte) }
    }

    private mutating func combine(byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    var hexadecimal: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
