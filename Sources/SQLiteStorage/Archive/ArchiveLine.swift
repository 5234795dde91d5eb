import Foundation
import GRDB

/// One line of an archive: a flat JSON object (RFC 8259) of texts, numbers, `true`, `false` and null.
struct ArchiveLine {
    /// A value of a member.
    enum Value: Hashable {
        case null
        case bool(Bool)
        case integer(Int64)
        case real(Double)
        case text(String)

        /// As SQLite holds it; nil for what it does not hold.
        var databaseValue: DatabaseValue? {
            switch self {
            case .null: .null
            case .bool: nil
            case .integer(let number): number.databaseValue
            case .real(let number): number.databaseValue
            case .text(let text): text.databaseValue
            }
        }
    }

    /// Why a line is none, in a few words.
    struct Fault: Error {
        var text: String
    }

    /// By their names.
    private(set) var members: [String: Value] = [:]
    private let bytes: ArraySlice<UInt8>
    private var place: Int

    /// Reads a line without its end.
    init(_ bytes: ArraySlice<UInt8>) throws(Fault) {
        self.bytes = bytes
        place = bytes.startIndex
        try read()
    }

    private mutating func read() throws(Fault) {
        try take(UInt8(ascii: "{"))
        guard next != UInt8(ascii: "}") else { return try end() }
        while true {
            guard next == UInt8(ascii: "\"") else { throw Fault(text: "a name is missing") }
            let name = try string()
            try take(UInt8(ascii: ":"))
            let value = try value()
            guard members.updateValue(value, forKey: name) == nil else {
                throw Fault(text: "`\(name.prefix(40))` is given twice")
            }
            if next == UInt8(ascii: ",") {
                place += 1
                continue
            }
            return try end()
        }
    }

    private mutating func end() throws(Fault) {
        try take(UInt8(ascii: "}"))
        guard next == nil else { throw Fault(text: "something follows the object") }
    }

    /// The next byte that is no blank; nil at the end.
    private var next: UInt8? {
        mutating get {
            while place < bytes.endIndex, [0x20, 0x09, 0x0D].contains(bytes[place]) { place += 1 }
            return place < bytes.endIndex ? bytes[place] : nil
        }
    }

    private mutating func take(_ byte: UInt8) throws(Fault) {
        guard next == byte else {
            throw Fault(text: "`\(Character(UnicodeScalar(byte)))` is missing")
        }
        place += 1
    }

    private mutating func value() throws(Fault) -> Value {
        switch next {
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            throw Fault(text: "a value is a list or an object")
        case nil: throw Fault(text: "a value is missing")
        default: return try word()
        }
    }

    /// A number, or a name that stands for a value.
    private mutating func word() throws(Fault) -> Value {
        let start = place
        while place < bytes.endIndex, !Self.ends.contains(bytes[place]) { place += 1 }
        let word = String(decoding: bytes[start..<place], as: UTF8.self)
        switch word {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        default:
            if let number = Int64(word), Self.isNumber(word) { return .integer(number) }
            // Overflows to infinity, as it is meant to.
            if Self.isNumber(word), let number = Double(word) { return .real(number) }
            throw Fault(text: "`\(word.prefix(40))` is no value")
        }
    }

    private static let ends: Set<UInt8> = [
        0x20, 0x09, 0x0D, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "\""),
        UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"),
    ]

    /// Whether it is written as JSON writes numbers, with which Swift is more generous.
    private static func isNumber(_ word: String) -> Bool {
        let first = word.utf8.first { $0 != UInt8(ascii: "-") }
        return first.map { (0x30...0x39).contains($0) } == true
            && word.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
    }

    private mutating func string() throws(Fault) -> String {
        place += 1
        let start = place
        while place < bytes.endIndex, bytes[place] != 0x22, bytes[place] != 0x5C { place += 1 }
        guard place < bytes.endIndex else { throw Fault(text: "a text has no end") }
        if bytes[place] == 0x22 {
            defer { place += 1 }
            return try Self.text(bytes[start..<place])
        }
        var content = Array(bytes[start..<place])
        while place < bytes.endIndex, bytes[place] != 0x22 {
            if bytes[place] == 0x5C {
                try appendEscaped(to: &content)
            } else {
                content.append(bytes[place])
                place += 1
            }
        }
        guard place < bytes.endIndex else { throw Fault(text: "a text has no end") }
        place += 1
        return try Self.text(content[...])
    }

    private static func text(_ bytes: ArraySlice<UInt8>) throws(Fault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Fault(text: "a text is no UTF-8")
        }
        // SQLite takes it for the end.
        guard !bytes.contains(0) else { throw Fault(text: "a text holds a NUL") }
        return text
    }

    private mutating func appendEscaped(to content: inout [UInt8]) throws(Fault) {
        place += 1
        guard place < bytes.endIndex else { throw Fault(text: "a text has no end") }
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case 0x22, 0x5C, UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "u"): content += Array(String(try scalar()).utf8)
        default: throw Fault(text: "a text has an escape that there is not")
        }
    }

    /// The scalar of `\uXXXX`, or of two that are a surrogate pair.
    private mutating func scalar() throws(Fault) -> Unicode.Scalar {
        let high = try unit()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard (0xD800..<0xDC00).contains(high), place + 1 < bytes.endIndex, bytes[place] == 0x5C,
            bytes[place + 1] == UInt8(ascii: "u")
        else { throw Fault(text: "a text has half a character") }
        place += 2
        let low = try unit()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw Fault(text: "a text has half a character") }
        return scalar
    }

    private mutating func unit() throws(Fault) -> UInt32 {
        guard place + 4 <= bytes.endIndex,
            let unit = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
        else { throw Fault(text: "a text has an escape that there is not") }
        place += 4
        return unit
    }
}
