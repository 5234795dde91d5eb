/// The texts of a document: strings and numbers.
extension JSONReader {
    /// Reads the string whose opening quote is the current byte.
    ///
    /// A string without escapes is copied straight from the document.
    mutating func string() throws(JSONSyntaxError) -> String {
        let start = position + 1
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            if byte == UInt8(ascii: "\"") {
                position = end + 1
                return decoded(bytes[start..<end])
            }
            if byte == UInt8(ascii: "\\") { break }
            if byte < 0x20 { mended = true }
            end += 1
        }
        return try escapedString(from: start, to: end)
    }

    /// The rest of `string()`: `start..<end` is plain, and an escape or the end of the document
    /// follows.
    private mutating func escapedString(
        from start: Int, to end: Int
    ) throws(JSONSyntaxError) -> String {
        var content = Array(bytes[start..<end])
        position = end
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return decoded(content[...])
            case UInt8(ascii: "\\"):
                try appendEscape(to: &content)
            default:
                if byte < 0x20 { mended = true }
                content.append(byte)
                position += 1
            }
        }
        throw error("the document ends in the middle of a string")
    }

    private mutating func appendEscape(to content: inout [UInt8]) throws(JSONSyntaxError) {
        guard position + 1 < bytes.count else {
            position = bytes.count
            throw error("the document ends in the middle of a string")
        }
        let escape = bytes[position + 1]
        if escape == UInt8(ascii: "u") {
            let scalar = try unicodeEscape()
            content.append(contentsOf: String(Character(scalar)).utf8)
            return
        }
        guard let byte = Self.escapes[escape] else {
            throw error("a string has the escape \\ and \(Self.shown(escape)), which JSON has not")
        }
        content.append(byte)
        position += 2
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
        UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
        UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]

    /// Reads `\uXXXX`, or two of them for a scalar beyond the basic plane.
    private mutating func unicodeEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
        let unit = try codeUnit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        if unit < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        {
            let before = position
            let low = try codeUnit()
            if (0xDC00...0xDFFF).contains(low) {
                let value = 0x10000 + (UInt32(unit - 0xD800) << 10) + UInt32(low - 0xDC00)
                if let scalar = Unicode.Scalar(value) { return scalar }
            }
            position = before
        }
        mended = true
        return "\u{FFFD}"
    }

    /// Reads one `\uXXXX`.
    private mutating func codeUnit() throws(JSONSyntaxError) -> UInt16 {
        let digits = bytes[(position + 2)...].prefix(4)
        guard digits.count == 4 else {
            position = bytes.count
            throw error("the document ends in the middle of a string")
        }
        var unit: UInt16 = 0
        for byte in digits {
            guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else {
                throw error("a string has \\u without four hexadecimal digits after it")
            }
            unit = unit << 4 | UInt16(digit)
        }
        position += 6
        return unit
    }

    private mutating func decoded(_ content: ArraySlice<UInt8>) -> String {
        if let text = String(validating: content, as: UTF8.self) { return text }
        mended = true
        return String(decoding: content, as: UTF8.self)
    }

    /// Reads the number that starts with the current byte and gives its text.
    mutating func number() throws(JSONSyntaxError) -> String {
        let start = position
        if current == UInt8(ascii: "-") { position += 1 }
        if current == UInt8(ascii: "0") {
            position += 1
            if let byte = current, (0x30...0x39).contains(byte) {
                throw error("a number has a zero in front")
            }
        } else {
            try digits(after: "a minus sign")
        }
        if current == UInt8(ascii: ".") {
            position += 1
            try digits(after: "a decimal point")
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            try digits(after: "an exponent sign")
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits(after what: String) throws(JSONSyntaxError) {
        let start = position
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
        guard position > start else {
            throw error(
                position == bytes.count
                    ? "the document ends in the middle of a number"
                    : "a number has no digit after \(what)")
        }
    }
}
