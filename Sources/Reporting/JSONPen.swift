/// Puts the parts of JSON where room was made for them, without asking for each byte.
///
/// Whoever makes one has room behind `place` for all that is put; `longest(_:)` and `longestNumber`
/// tell how much that can be.
struct JSONPen {
    /// Where the next byte goes.
    private(set) var place: UnsafeMutablePointer<UInt8>

    /// The most bytes that a number takes.
    static let longestNumber = 24
    /// Below this a number can be rounded to four decimals.
    static let roundedLimit = 1e11
    /// The largest number below a half.
    private static var half: Double { 0x1.fffffffffffffp-2 }

    @inline(__always)
    init(_ place: UnsafeMutablePointer<UInt8>) { self.place = place }

    /// The most bytes that a text takes once it is escaped.
    @inline(__always)
    static func longest(_ text: UnsafeBufferPointer<UInt8>) -> Int { 6 * text.count }

    @inline(__always)
    mutating func put(_ byte: UInt8) {
        place.initialize(to: byte)
        place += 1
    }

    @inline(__always)
    mutating func put(_ text: StaticString) {
        place.initialize(from: text.utf8Start, count: text.utf8CodeUnitCount)
        place += text.utf8CodeUnitCount
    }

    @inline(__always)
    mutating func put(_ text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return }
        place.initialize(from: base, count: text.count)
        place += text.count
    }

    @inline(__always)
    mutating func put(integer value: Int) {
        if value < 0 { put(0x2D) }
        put(digits: value.magnitude)
    }

    /// At most four decimals; null for a value that is not below `roundedLimit`.
    mutating func put(rounded value: Double) {
        guard abs(value) < Self.roundedLimit else { return put("null") }
        // rounds half away from zero as rounded() does: the largest number below a half is added
        let scaled = Int(value * 10_000 + (value < 0 ? -JSONPen.half : JSONPen.half))
        if scaled < 0 { put(0x2D) }
        let (whole, part) = scaled.magnitude.quotientAndRemainder(dividingBy: 10_000)
        put(digits: whole)
        guard part > 0 else { return }
        let rest = UInt32(truncatingIfNeeded: part)
        place[0] = 0x2E
        place[1] = 0x30 + UInt8(truncatingIfNeeded: rest / 1000)
        place[2] = 0x30 + UInt8(truncatingIfNeeded: rest / 100 % 10)
        place[3] = 0x30 + UInt8(truncatingIfNeeded: rest / 10 % 10)
        place[4] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        place += 5
        while place[-1] == 0x30 { place -= 1 }
    }

    @inline(__always)
    private mutating func put(digits number: UInt) {
        if number < 10 { return put(0x30 + UInt8(truncatingIfNeeded: number)) }
        put(longer: number)
    }

    private mutating func put(longer number: UInt) {
        var end = place + 1
        var rest = number / 10
        while rest > 0 {
            end += 1
            rest /= 10
        }
        rest = number
        var digit = end
        while digit > place {
            digit -= 1
            digit.initialize(to: 0x30 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        }
        place = end
    }

    /// The inside of a JSON string.
    mutating func put(escaped text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return }
        var index = 0
        while index < text.count {
            // eight at once where none is to be escaped
            if index + 8 <= text.count {
                let bytes = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
                if Self.arePlain(bytes) {
                    UnsafeMutableRawPointer(place).storeBytes(of: bytes, as: UInt64.self)
                    place += 8
                    index += 8
                    continue
                }
            }
            let byte = text[index]
            if Self.isPlain(byte) {
                put(byte)
                index += 1
            } else if let (scalar, length) = Self.escaped(in: text, at: index) {
                put(escape: scalar)
                index += length
            } else {
                put(byte)
                index += 1
            }
        }
    }

    /// Whether no byte of eight begins what must be escaped; not for each case in which it is so.
    @inline(__always)
    private static func arePlain(_ bytes: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = bytes ^ (0x22 &* ones)
        let strokes = bytes ^ (0x5C &* ones)
        let deletions = bytes ^ (0x7F &* ones)
        // the highest bit of a byte says that it is 0, below 0x20, or beyond ASCII
        let found =
            (quotes &- ones) | (strokes &- ones) | (deletions &- ones) | (bytes &- 0x20 &* ones)
            | bytes
        return found & (0x80 &* ones) == 0
    }

    /// Whether a byte never begins what must be escaped: all of ASCII but controls, `"` and `\`.
    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte &- 0x20 < 0x5F && byte != 0x22 && byte != 0x5C
    }

    /// The scalar at `index` and its bytes, if it must not stand as it is.
    private static func escaped(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> (
        UInt32, Int
    )? {
        let byte = text[index]
        switch byte {
        case 0..<0x20, 0x22, 0x5C, 0x7F: return (UInt32(byte), 1)
        case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0:
            return (UInt32(text[index + 1]), 2)
        case 0xD8 where index + 1 < text.count && text[index + 1] == 0x9C: return (0x61C, 2)
        case 0xE2 where index + 2 < text.count:
            let value =
                0x2000 | (UInt32(text[index + 1] & 0x3F) << 6) | UInt32(text[index + 2] & 0x3F)
            switch value {
            case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: return (value, 3)
            default: return nil
            }
        default: return nil
        }
    }

    private mutating func put(escape value: UInt32) {
        put(0x5C)
        switch value {
        case 0x22: put(0x22)
        case 0x5C: put(0x5C)
        case 0x08: put(UInt8(ascii: "b"))
        case 0x09: put(UInt8(ascii: "t"))
        case 0x0A: put(UInt8(ascii: "n"))
        case 0x0C: put(UInt8(ascii: "f"))
        case 0x0D: put(UInt8(ascii: "r"))
        default:
            put(UInt8(ascii: "u"))
            put(hexDigit: value >> 12 & 15)
            put(hexDigit: value >> 8 & 15)
            put(hexDigit: value >> 4 & 15)
            put(hexDigit: value & 15)
        }
    }

    private mutating func put(hexDigit digit: UInt32) {
        let digit = UInt8(truncatingIfNeeded: digit)
        put(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
}
