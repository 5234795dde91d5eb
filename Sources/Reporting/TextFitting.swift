/// Text brought to a width of the terminal.
enum TextFitting {
    /// The text if it fits into `columns`, else its beginning with `…` at the end.
    static func shortened(_ text: String, to columns: Int) -> String {
        if DisplayWidth.columns(of: text) <= columns { return text }
        guard columns > 0 else { return "" }
        var kept = ""
        var used = 0
        for character in text {
            let width = DisplayWidth.columns(of: character)
            if used + width > columns - 1 { break }
            kept.append(character)
            used += width
        }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// The text in lines.
    ///
    /// Broken at spaces into lines of at most `columns`; words that are longer than a line
    /// are cut. Line feeds break too. At least one line.
    static func wrapped(_ text: String, to columns: Int) -> [String] {
        StyledText(text).wrapped(to: columns).map(\.plain)
    }
}
