/// Whether a text is JSON, to the letter.
///
/// Foundation's decoder takes commas at the end of lists, which other readers refuse.
struct JSONShape {
    /// How deep lists and objects may stand in each other.
    private static let depthLimit = 64

    private let bytes: [UInt8]
    private var index = 0

    /// Whether `text` is one JSON value (RFC 8259), of at most 64 levels.
    static func isValid(_ text: String) -> Bool {
        var shape = JSONShape(bytes: Array(text.utf8))
        guard shape.value(depth: 0) else { return false }
        shape.skipBlanks()
        return shape.index == shape.bytes.count
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipBlanks() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard next == byte else { return false }
        index += 1
        return true
    }

    private mutating func value(depth: Int) -> Bool {
        guard depth < Self.depthLimit else { return false }
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"):
            return items(to: UInt8(ascii: "}")) { shape in
                shape.skipBlanks()
                return shape.string() && shape.take(UInt8(ascii: ":"))
                    && shape.value(depth: depth + 1)
            }
        case UInt8(ascii: "["):
            return items(to: UInt8(ascii: "]")) { $0.value(depth: depth + 1) }
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case UInt8(ascii: "n"): return word("null")
        default: return number()
        }
    }

    private mutating func items(to end: UInt8, _ item: (inout Self) -> Bool) -> Bool {
        index += 1
        if take(end) { return true }
        repeat {
            guard item(&self) else { return false }
        } while take(UInt8(ascii: ","))
        return take(end)
    }

    private mutating func word(_ word: String) -> Bool {
        guard bytes[index...].starts(with: word.utf8) else { return false }
        index += word.utf8.count
        return true
    }

    private mutating func string() -> Bool {
        guard next == UInt8(ascii: "\"") else { return false }
        index += 1
        while let byte = next {
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return true
            case 0..<0x20: return false
            case UInt8(ascii: "\\"): guard escape() else { return false }
            default: break
            }
        }
        return false
    }

    private mutating func escape() -> Bool {
        guard let byte = next else { return false }
        index += 1
        guard byte == UInt8(ascii: "u") else { return "\"\\/bfnrt".utf8.contains(byte) }
        for _ in 0..<4 {
            guard let digit = next, digit < 0x80, Character(UnicodeScalar(digit)).isHexDigit else {
                return false
            }
            index += 1
        }
        return true
    }

    private mutating func number() -> Bool {
        if next == UInt8(ascii: "-") { index += 1 }
        let isZero = next == UInt8(ascii: "0")
        let count = digits()
        guard count > 0, !isZero || count == 1 else { return false }
        if next == UInt8(ascii: ".") {
            index += 1
            guard digits() > 0 else { return false }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            index += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
            guard digits() > 0 else { return false }
        }
        return true
    }

    private mutating func digits() -> Int {
        let start = index
        while let byte = next, (0x30...0x39).contains(byte) { index += 1 }
        return index - start
    }
}
