/// Takes apart the values of header fields that are lists with parameters (RFC 9110, section 5.6).
enum FieldScanner {
    /// The members of `value`, which commas part, each as its parts, which semicolons part; quotes and
    /// `<…>` hold both together, and are taken off quotes.
    ///
    /// One pass over the text, however it is made.
    static func members(_ value: String) -> [[String]] {
        var members: [[String]] = []
        var parts: [String] = []
        var part: [UInt8] = []
        var isQuoted = false
        var isEscaped = false
        var isAddress = false
        func endPart() {
            let text = String(decoding: trimmed(part), as: UTF8.self)
            if !text.isEmpty { parts.append(text) }
            part = []
        }
        func endMember() {
            endPart()
            if !parts.isEmpty { members.append(parts) }
            parts = []
        }
        for byte in value.utf8 {
            if isQuoted, !isEscaped, byte == UInt8(ascii: "\\") {
                isEscaped = true
                continue
            }
            switch byte {
            case UInt8(ascii: "\"") where !isEscaped && !isAddress: isQuoted.toggle()
            case UInt8(ascii: "<") where !isQuoted && trimmed(part).isEmpty:
                isAddress = true
                part = [byte]
            case UInt8(ascii: ">") where isAddress:
                isAddress = false
                part.append(byte)
            case UInt8(ascii: ";") where !isQuoted && !isAddress: endPart()
            case UInt8(ascii: ",") where !isQuoted && !isAddress: endMember()
            default: part.append(byte)
            }
            isEscaped = false
        }
        endMember()
        return members
    }

    private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        guard let last = bytes.lastIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return [] }
        return bytes[...last].drop { $0 == 0x20 || $0 == 0x09 }
    }
}
