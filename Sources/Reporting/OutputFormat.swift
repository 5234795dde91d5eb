/// How results are written.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
    /// For people.
    case table
    /// One JSON document.
    case json
    /// One JSON object a line.
    case jsonl
    /// Comma-separated values with a header.
    case csv
    /// A Markdown table.
    case markdown
}

/// What a renderer has to know of its reader.
public struct Reader: Sendable, Hashable {
    /// Whether the output may be coloured.
    public var style: TerminalStyle
    /// Columns of the terminal; nil where nothing limits them.
    public var width: Int?
    /// The zone and the present moment by which times are told.
    public var time: TimeText

    /// A reader.
    public init(style: TerminalStyle, width: Int?, time: TimeText) {
        self.style = style
        self.width = width
        self.time = time
    }
}
