import TextProcessing

/// A table as GitHub Flavored Markdown has it.
public enum MarkdownTable {
    /// The table with its header and delimiter row; text that Markdown or HTML would take for a
    /// mark is escaped.
    public static func rendered(columns: [Table.Column], rows: [[String]]) -> String {
        let header = line(columns.map { escaped($0.title) })
        let rule = line(columns.map { $0.alignment == .trailing ? "---:" : "---" })
        return header + rule + rows.map { line($0.map(escaped)) }.joined()
    }

    /// Text of strangers on one line, every mark escaped.
    public static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in TerminalText.sanitized(text).unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&", "!":
                result.append("\\")
            default: break
            }
            result.append(scalar)
        }
        return String(result)
    }

    private static func line(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |\n"
    }
}
