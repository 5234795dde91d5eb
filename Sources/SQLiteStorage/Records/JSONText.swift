import Storage

/// JSON on its way into a column, written byte by byte.
///
/// The caller writes a well-formed sequence of tokens; commas are put between them.
struct JSONText {
    private var bytes: [UInt8] = []

    /// What was written.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes `items` in brackets, each by `write`.
    mutating func list<Items: Sequence>(
        _ items: Items, _ write: (inout JSONText, Items.Element) throws -> Void
    ) rethrows {
        bytes.append(UInt8(ascii: "["))
        for item in items {
            separate()
            try write(&self, item)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Writes an object whose members `write` writes.
    mutating func object(_ write: (inout JSONText) throws -> Void) rethrows {
        bytes.append(UInt8(ascii: "{"))
        try write(&self)
        bytes.append(UInt8(ascii: "}"))
    }

    /// Begins a member; its value has to follow.
    mutating func name(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes += $0 }
        bytes += [UInt8(ascii: "\""), UInt8(ascii: ":")]
    }

    /// Writes a string in quotes.
    mutating func string(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                bytes += "\\u00".utf8
                bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
                bytes += String(byte & 15, radix: 16).utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a whole number.
    mutating func number(_ value: Int) { bytes += value.description.utf8 }

    /// Writes a number so that it is read back as exactly itself.
    ///
    /// - Throws: `StorageError` for one that JSON has no word for.
    mutating func number(_ value: Double) throws(StorageError) {
        guard value.isFinite else {
            throw StorageError(
                reason: .other, detail: "a mention holds the number \(value), which can't be stored"
            )
        }
        bytes += value.description.utf8
    }

    /// Puts a comma, except at the beginning of a list or object.
    private mutating func separate() {
        guard let last = bytes.last, last != UInt8(ascii: "["), last != UInt8(ascii: "{") else {
            return
        }
        bytes.append(UInt8(ascii: ","))
    }
}
