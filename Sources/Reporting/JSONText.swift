/// Writes JSON (RFC 8259) as bytes, in the order in which it is told.
///
/// The caller opens and closes objects and arrays in pairs and gives a key before each value of an
/// object; commas come by themselves. Control characters, also those of C1 and of bidirectional
/// text, are escaped, so that the output is harmless in a terminal too.
public struct JSONText: Sendable {
    /// What was written.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// An empty text.
    public init() {}

    /// What was written, as a string.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Opens an object.
    public mutating func beginObject() { open(0x7B) }
    /// Closes the object opened last.
    public mutating func endObject() { close(0x7D) }
    /// Opens an array.
    public mutating func beginArray() { open(0x5B) }
    /// Closes the array opened last.
    public mutating func endArray() { close(0x5D) }

    /// The key of the next value.
    public mutating func key(_ key: String) {
        string(key)
        bytes.append(0x3A)
        needsComma = false
    }

    /// A string, or null.
    public mutating func string(_ value: String?) {
        guard var value else { return null() }
        separate()
        bytes.append(0x22)
        value.withUTF8 { appendEscaped($0) }
        bytes.append(0x22)
    }

    /// A number as short as it can be told apart, an integer without fraction; null for nil and for
    /// what JSON has no word for.
    public mutating func number(_ value: Double?) {
        guard let value, value.isFinite else { return null() }
        separate()
        if value == value.rounded(), abs(value) < 1e15 {
            bytes.append(contentsOf: String(Int(value)).utf8)
        } else {
            bytes.append(contentsOf: "\(value)".utf8)
        }
    }

    /// A number rounded to at most four decimals; null as in `number(_:)`.
    public mutating func rounded(_ value: Double?) {
        guard let value, abs(value) < 1e12 else { return number(value) }
        separate()
        var scaled = Int((value * 10_000).rounded())
        if scaled < 0 {
            bytes.append(0x2D)
            scaled = -scaled
        }
        bytes.append(contentsOf: String(scaled / 10_000).utf8)
        var rest = scaled % 10_000
        guard rest > 0 else { return }
        bytes.append(0x2E)
        var unit = 1000
        while rest > 0 {
            bytes.append(0x30 + UInt8(rest / unit))
            rest %= unit
            unit /= 10
        }
    }

    /// An integer, or null.
    public mutating func integer(_ value: Int?) {
        guard let value else { return null() }
        separate()
        bytes.append(contentsOf: String(value).utf8)
    }

    /// A truth value, or null.
    public mutating func bool(_ value: Bool?) {
        guard let value else { return null() }
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// Null.
    public mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    /// Ends a line between two texts, as JSON Lines has it.
    public mutating func newline() {
        bytes.append(0x0A)
        needsComma = false
    }

    /// Forgets what was written and keeps the room for more.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while index < text.count {
            guard let (scalar, length) = Self.escaped(in: text, at: index) else {
                index += 1
                continue
            }
            bytes.append(contentsOf: text[start..<index])
            appendEscape(scalar)
            index += length
            start = index
        }
        bytes.append(contentsOf: text[start...])
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

    private mutating func appendEscape(_ value: UInt32) {
        switch value {
        case 0x22: bytes.append(contentsOf: [0x5C, 0x22])
        case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
        case 0x08: bytes.append(contentsOf: "\\b".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0C: bytes.append(contentsOf: "\\f".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        default:
            let digits = String(value, radix: 16)
            let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
            bytes.append(contentsOf: ("\\u" + zeros + digits).utf8)
        }
    }
}
