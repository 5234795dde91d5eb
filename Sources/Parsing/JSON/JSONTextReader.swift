import CXML
import TextProcessing

/// The texts of a document: strings and numbers.
extension JSONScanner {
    /// Reads the string whose opening quote is the current byte.
    ///
    /// A string without escapes stays where it is in the document.
    mutating func string() throws(JSONSyntaxError) {
        let start = position + 1
        let end = stop(from: start)
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else {
            return try escapedString(from: start, to: end)
        }
        position = end + 1
        if isUTF8 || isValid(bytes[start..<end]) {
            append(.string, start: start, count: end - start)
        } else {
            let place = aside.count
            aside.append(contentsOf: bytes[start..<end])
            appendMended(from: place)
        }
    }

    /// The quote, the backslash or the end that comes next.
    private mutating func stop(from start: Int) -> Int {
        guard let first = bytes.baseAddress else { return start }
        var hasControls = false
        let run = cxml_json_run(first + start, bytes.count - start, &hasControls)
        if hasControls { mended = true }
        return start + run
    }

    /// The rest of `string()`: `start..<end` is plain, and an escape or the end of the document
    /// follows.
    private mutating func escapedString(
        from start: Int, to end: Int
    ) throws(JSONSyntaxError) {
        // Decoded, a text is never longer, so this is enough for all that follow.
        if aside.isEmpty { aside.reserveCapacity(bytes.count - start) }
        let place = aside.count
        aside.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        position = end
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "\"") {
                position += 1
                if isUTF8 || isValid(aside[place...]) {
                    append(.string, start: place, count: aside.count - place, isAside: true)
                } else {
                    appendMended(from: place)
                }
                return
            }
            if bytes[position] == UInt8(ascii: "\\") {
                try appendEscape()
            } else {
                let end = stop(from: position)
                aside.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<end]))
                position = end
            }
        }
        throw error("the document ends in the middle of a string")
    }

    private func isValid(_ text: some Collection<UInt8>) -> Bool {
        String(validating: text, as: UTF8.self) != nil
    }

    /// Takes down the text from `place` in `aside` on, after mending what is no UTF-8.
    private mutating func appendMended(from place: Int) {
        mended = true
        let text = String(decoding: aside[place...], as: UTF8.self)
        aside.replaceSubrange(place..., with: text.utf8)
        append(.string, start: place, count: aside.count - place, isAside: true)
    }

    private mutating func appendEscape() throws(JSONSyntaxError) {
        guard position + 1 < bytes.count else {
            position = bytes.count
            throw error("the document ends in the middle of a string")
        }
        let escape = bytes[position + 1]
        if escape == UInt8(ascii: "u") {
            let scalar = try unicodeEscape()
            aside.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            return
        }
        guard let byte = Self.escaped(escape) else {
            throw error("a string has the escape \\ and \(Self.shown(escape)), which JSON has not")
        }
        aside.append(byte)
        position += 2
    }

    private static func escaped(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

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
        guard bytes.count - position >= 6 else {
            position = bytes.count
            throw error("the document ends in the middle of a string")
        }
        var unit: UInt16 = 0
        for index in (position + 2)..<(position + 6) {
            guard let digit = Self.hexadecimal(bytes[index]) else {
                throw error("a string has \\u without four hexadecimal digits after it")
            }
            unit = unit << 4 | digit
        }
        position += 6
        return unit
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt16? {
        switch byte {
        case 0x30...0x39: UInt16(byte - 0x30)
        case 0x41...0x46: UInt16(byte - 0x41 + 10)
        case 0x61...0x66: UInt16(byte - 0x61 + 10)
        default: nil
        }
    }

    /// Reads the number that starts with the current byte.
    mutating func number() throws(JSONSyntaxError) {
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
        append(.number, start: start, count: position - start)
    }

    private mutating func digits(after what: StaticString) throws(JSONSyntaxError) {
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
