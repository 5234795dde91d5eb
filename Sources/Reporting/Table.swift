import TextProcessing

/// Rows and columns as text for a terminal.
///
/// Two spaces part the columns; no line ends in a space. Text of cells is sanitized, so that a cell
/// is always one line of harmless characters until the table wraps it.
public struct Table: Sendable, Hashable {
    /// Where the text of a column stands.
    public enum Alignment: Sendable, Hashable {
        case leading
        case trailing
    }

    /// What happens to text that is longer than its column.
    public enum Overflow: Sendable, Hashable {
        /// It ends in `…`.
        case shorten
        /// It goes on in the next line.
        case wrap
    }

    /// One column's title and shape; widths in terminal columns.
    public struct Column: Sendable, Hashable {
        /// What stands above the column; no header is shown where all titles are empty.
        public var title: String
        /// The side of the column on which its text stands.
        public var alignment: Alignment
        /// What becomes of text that does not fit.
        public var overflow: Overflow
        /// How narrow a narrow terminal may make it; `Int.max` keeps all that it needs.
        public var minimum: Int
        /// How wide it may become, though never less than its title; nil for no limit.
        public var maximum: Int?

        /// A column; `minimum` is what it keeps when the terminal is narrow, nil for all it needs.
        public init(
            _ title: String, alignment: Alignment = .leading, overflow: Overflow = .shorten,
            minimum: Int? = nil, maximum: Int? = nil
        ) {
            self.title = title
            self.alignment = alignment
            self.overflow = overflow
            self.minimum = minimum ?? .max
            self.maximum = maximum
        }
    }

    /// One field of a row.
    public struct Cell: Sendable, Hashable {
        /// One line without control characters.
        public let text: String
        /// What the colour of the cell is to say; nil for no colour.
        public var meaning: TerminalStyle.Meaning?

        /// A cell of `text`, which may come from a stranger.
        public init(_ text: String, _ meaning: TerminalStyle.Meaning? = nil) {
            self.text = TerminalText.sanitized(text)
            self.meaning = meaning
        }
    }

    /// From left to right.
    public var columns: [Column]
    /// Each with as many cells as there are columns; a shorter row is filled up with empty ones.
    public var rows: [[Cell]]

    /// A table.
    public init(columns: [Column], rows: [[Cell]] = []) {
        self.columns = columns
        self.rows = rows
    }

    /// The table, a line feed after every line; `width` nil means as wide as the columns want.
    public func rendered(width: Int?, style: TerminalStyle) -> String {
        let widths = fittedWidths(within: width)
        var lines: [String] = []
        let header = columns.map { Cell($0.title, .heading) }
        if columns.contains(where: { !$0.title.isEmpty }) {
            lines += self.lines(of: header, widths: widths, style: style)
        }
        for row in rows { lines += self.lines(of: row, widths: widths, style: style) }
        return lines.map { $0 + "\n" }.joined()
    }

    private func fittedWidths(within width: Int?) -> [Int] {
        var widths = columns.indices.map { index in
            let title = DisplayWidth.columns(of: columns[index].title)
            let widest = rows.reduce(title) { widest, row in
                index < row.count
                    ? max(widest, DisplayWidth.columns(of: row[index].text)) : widest
            }
            return min(widest, max(title, columns[index].maximum ?? .max))
        }
        guard let width else { return widths }
        var excess = widths.reduce(0, +) + 2 * max(0, widths.count - 1) - width
        while excess > 0 {
            let shrinkable = widths.indices.filter { widths[$0] > columns[$0].minimum }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func lines(of row: [Cell], widths: [Int], style: TerminalStyle) -> [String] {
        let fitted: [[String]] = columns.indices.map { index in
            guard index < row.count else { return [""] }
            switch columns[index].overflow {
            case .shorten: return [TextFitting.shortened(row[index].text, to: widths[index])]
            case .wrap: return TextFitting.wrapped(row[index].text, to: widths[index])
            }
        }
        let height = fitted.map(\.count).max() ?? 0
        return (0..<height).map { line in
            let texts = fitted.map { line < $0.count ? $0[line] : "" }
            let last = texts.lastIndex { !$0.isEmpty } ?? 0
            return texts.prefix(last + 1).indices.map { index in
                padded(texts[index], index, isLast: index == last, widths[index]) {
                    style.paint($0, index < row.count ? row[index].meaning : nil)
                }
            }.joined(separator: "  ")
        }
    }

    private func padded(
        _ text: String, _ index: Int, isLast: Bool, _ width: Int, paint: (String) -> String
    ) -> String {
        let room = max(0, width - DisplayWidth.columns(of: text))
        let spaces = String(repeating: " ", count: room)
        switch columns[index].alignment {
        case .leading: return isLast ? paint(text) : paint(text) + spaces
        case .trailing: return spaces + paint(text)
        }
    }
}
