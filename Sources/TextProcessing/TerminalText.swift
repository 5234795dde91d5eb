/// Text of strangers, made safe to be shown to a person.
///
/// A review may contain escape sequences that recolour or rewrite a terminal, and bidirectional
/// controls that turn a line around (CVE-2021-42574). Both are shown, not obeyed: as `\u{1B}`.
public enum TerminalText {
    /// The text on one line, harmless.
    ///
    /// Line breaks and tabs become single spaces, and C0 and C1 controls,
    /// DEL, bidirectional controls, byte order marks and annotation marks become escapes such as
    /// `\u{1B}`; soft hyphens vanish. Everything else stays as it is.
    ///
    /// Linear in the length of the text; text that needs no change is returned as it came.
    public static func sanitized(_ text: String) -> String {
        rewritten(text, lineBreak: " ")
    }

    /// The same over several lines: line feeds stay, CR LF and the separators U+2028 and U+2029
    /// become line feeds.
    public static func sanitizedLines(_ text: String) -> String {
        rewritten(text, lineBreak: "\n")
    }

    private static func rewritten(_ text: String, lineBreak: Unicode.Scalar) -> String {
        guard text.utf8.contains(where: isSuspicious) else { return text }
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A where previous == "\r": break
            case 0x0A, 0x0D, 0x2028, 0x2029: result.append(lineBreak)
            case 0x09: result.append(" ")
            case 0xAD: break
            default:
                if isHarmless(scalar) {
                    result.append(scalar)
                } else {
                    let code = String(scalar.value, radix: 16, uppercase: true)
                    // One by one: appending a collection of scalars counts all that are there.
                    for scalar in "\\u{\(code)}".unicodeScalars { result.append(scalar) }
                }
            }
            previous = scalar
        }
        return String(result)
    }

    /// Bytes that a scalar of interest can begin with: controls, and the lead bytes of U+0080–U+00BF,
    /// U+0600–U+063F, U+2000–U+2FFF and U+F000–U+FFFF.
    private static func isSuspicious(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
            || byte == 0xEF
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F: false
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
        case 0xFEFF, 0xFFF9...0xFFFB: false
        default: true
        }
    }
}
