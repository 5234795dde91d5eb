import TextProcessing

/// Comma-separated values as RFC 4180 has them: lines end in CR LF, a field with a comma, a quote
/// or a line break is quoted, quotes are doubled.
public enum CSV {
    /// One record with its line end.
    ///
    /// The fields must have been made by `number` or `text`.
    public static func record(_ fields: [String]) -> String {
        fields.joined(separator: ",") + "\r\n"
    }

    /// A field of text that may come from a stranger.
    ///
    /// Control characters become escapes (line feeds stay). Text that a spreadsheet would take for a
    /// formula, because it begins with `=`, `+`, `-`, `@` or their full-width forms, gets a `'` in
    /// front (OWASP, CSV Injection).
    public static func text(_ text: String) -> String {
        quoted(guarded(TerminalText.sanitizedLines(text)))
    }

    /// A field of figures of our own, which need no guard against formulas.
    public static func number(_ text: String) -> String { quoted(text) }

    private static func guarded(_ text: String) -> String {
        // Scalars, since a sign with an accent on it is still that sign to a spreadsheet.
        let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
        switch first {
        case "=", "+", "-", "@", "＝", "＋", "－", "＠": return "'" + text
        default: return text
        }
    }

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { byte in
            byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D
        }
        guard needsQuotes || text.first == " " || text.last == " " else { return text }
        var result = "\"".unicodeScalars
        for scalar in text.unicodeScalars {
            if scalar == "\"" { result.append("\"") }
            result.append(scalar)
        }
        result.append("\"")
        return String(result)
    }
}
