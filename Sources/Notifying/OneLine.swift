/// Foreign text made into one harmless line, for headers, subjects and error texts.
enum OneLine {
    /// `text` on one line: every run of white space and control characters becomes one space, and
    /// what turns the direction of the text or breaks lines elsewhere goes too.
    ///
    /// Removed are C0, DEL, C1 (with U+0085), U+2028, U+2029 and the bidirectional controls. Text of
    /// more than `limit` characters is cut there and ends in `…`.
    static func text(_ text: String, limit: Int) -> String {
        var line = String.UnicodeScalarView()
        var isGap = false
        // Enough scalars for `limit` characters of any real script; a longer tail is cut anyway.
        let most = limit > 100_000 ? Int.max : limit * 8 + 64
        var count = 0
        for scalar in text.unicodeScalars {
            if isBreaking(scalar) {
                isGap = !line.isEmpty
                continue
            }
            if isGap {
                line.append(" ")
                isGap = false
            }
            line.append(scalar)
            count += 1
            if count > most { break }
        }
        return cut(String(line), to: limit)
    }

    /// `text` with at most `limit` characters, the last being `…` where something is missing.
    static func cut(_ text: String, to limit: Int) -> String {
        guard let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
            end < text.endIndex
        else { return text }
        var kept = text[..<text.index(before: end)]
        while kept.last?.isWhitespace == true { kept.removeLast() }
        return kept + "…"
    }

    /// Whether `scalar` is white space, a control character or a bidirectional control.
    static func isBreaking(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x7F...0xA0, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C,
            0xFEFF:
            true
        default: scalar.properties.isWhitespace
        }
    }
}
