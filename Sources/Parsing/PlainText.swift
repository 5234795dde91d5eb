/// Makes text fit for `Entry`: no control characters, no white space at the ends, never empty.
enum PlainText {
    /// `text` in one line, every run of white space as one space; nil if nothing is left.
    static func line(_ text: String) -> String? {
        if let clean = unchanged(text, allowsNewlines: false) { return clean }
        var writer = Writer(capacity: text.utf8.count)
        for scalar in text.unicodeScalars {
            switch kind(of: scalar) {
            case .visible: writer.write(scalar)
            case .space, .newline: writer.space()
            case .control: continue
            }
        }
        return writer.result
    }

    /// `text` in lines: spaces within a line collapsed, lines trimmed, at most one blank line in a
    /// row; nil if nothing is left.
    static func paragraphs(_ text: String) -> String? {
        if let clean = unchanged(text, allowsNewlines: true) { return clean }
        var writer = Writer(capacity: text.utf8.count)
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch kind(of: scalar) {
            case .visible: writer.write(scalar)
            case .space: writer.space()
            case .newline: if !(scalar == "\n" && previous == "\r") { writer.newline() }
            case .control: break
            }
            previous = scalar
        }
        return writer.result
    }

    private enum Kind { case visible, space, newline, control }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x21...0x7E: .visible
        case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
        case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: .newline
        case 0x00...0x1F, 0x7F...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: .control
        default: .visible
        }
    }

    /// `text` itself where there is nothing to change: single spaces and newlines between visible
    /// characters.
    private static func unchanged(_ text: String, allowsNewlines: Bool) -> String? {
        var text = text
        let isClean = text.withUTF8 { bytes -> Bool in
            var wasSpace = true
            for byte in bytes {
                switch byte {
                case 0x21...0x7E: wasSpace = false
                case 0x20, 0x0A:
                    if wasSpace || (byte == 0x0A && !allowsNewlines) { return false }
                    wasSpace = true
                // U+0080–00BF, U+1680, U+2000–2FFF, U+3000–3FFF, U+F000–FFFF are looked at closely.
                case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: return false
                case 0x80...0xFF: wasSpace = false
                default: return false
                }
            }
            return !wasSpace
        }
        return isClean ? text : nil
    }

    /// Writes visible characters and, before the next of them, the white space between.
    private struct Writer {
        private var bytes: [UInt8] = []
        private var hasSpace = false
        private var newlines = 0

        init(capacity: Int) { bytes.reserveCapacity(capacity) }

        mutating func space() { hasSpace = true }

        mutating func newline() { newlines += 1 }

        mutating func write(_ scalar: Unicode.Scalar) {
            if !bytes.isEmpty {
                if newlines > 0 {
                    bytes.append(0x0A)
                    if newlines > 1 { bytes.append(0x0A) }
                } else if hasSpace {
                    bytes.append(0x20)
                }
            }
            hasSpace = false
            newlines = 0
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }

        var result: String? { bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
    }
}
