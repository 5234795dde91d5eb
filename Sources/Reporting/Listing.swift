/// Rows of typed fields that can be written in every format.
///
/// The columns are said once: their keys are the keys of JSON objects and the header of CSV, their
/// titles head the table. A column may be meant for people only or for programs only.
public struct Listing: Sendable, Hashable {
    /// Whom a column is for.
    public enum Audience: Sendable, Hashable {
        case everybody
        case people
        case programs
        /// JSON only, for values that no single field can hold.
        case json
    }

    /// A column: its key for programs, and its shape for people.
    public struct Column: Sendable, Hashable {
        /// The key in JSON objects and the name in the header of CSV; people do not see it.
        public var key: String
        /// Who gets to see the column; it is left out for everyone else.
        public var audience: Audience
        /// The title and the widths that people see.
        public var shape: Table.Column

        /// A column that people see under `title`.
        public init(
            _ key: String, _ title: String = "", for audience: Audience = .everybody,
            alignment: Table.Alignment = .leading, minimum: Int? = nil, maximum: Int? = nil
        ) {
            self.key = key
            self.audience = audience
            self.shape = Table.Column(
                title, alignment: alignment, minimum: minimum, maximum: maximum)
        }
    }

    /// In the order in which they are written, from left to right.
    public var columns: [Column]
    /// Each with a field for every column.
    public var rows: [[Field]]
    /// Told to people where there are no rows; one sentence.
    public var whenEmpty: String
    /// Told to people after the rows, such as where the next page is; one line each.
    public var footer: [String]

    /// A listing.
    public init(
        columns: [Column], rows: [[Field]], whenEmpty: String, footer: [String] = []
    ) {
        self.columns = columns
        self.rows = rows
        self.whenEmpty = whenEmpty
        self.footer = footer
    }

    /// The listing as text that ends in a line feed, or is empty.
    public func rendered(as format: OutputFormat, for reader: Reader) -> String {
        switch format {
        case .table: table(for: reader)
        case .json: json.text + "\n"
        case .jsonl: rows.map { object($0).text + "\n" }.joined()
        case .csv: csv
        case .markdown: markdown(for: reader)
        }
    }

    /// The rows as an array of objects.
    public var json: JSONValue { .array(rows.map(object)) }

    private func table(for reader: Reader) -> String {
        var text = ""
        if rows.isEmpty {
            text = whenEmpty + "\n"
        } else {
            let shown = shown(to: [.everybody, .people])
            let table = Table(
                columns: shown.map { columns[$0].shape },
                rows: rows.map { row in shown.map { row[$0].cell(reader.time) } })
            text = table.rendered(width: reader.width, style: reader.style)
        }
        for line in footer { text += reader.style.paint(line, .faint) + "\n" }
        return text
    }

    private var csv: String {
        let shown = shown(to: [.everybody, .programs])
        let header = CSV.record(shown.map { CSV.text(columns[$0].key) })
        return header + rows.map { row in CSV.record(shown.map { row[$0].csv }) }.joined()
    }

    private func markdown(for reader: Reader) -> String {
        let shown = shown(to: [.everybody, .people])
        return MarkdownTable.rendered(
            columns: shown.map { columns[$0].shape },
            rows: rows.map { row in shown.map { row[$0].cell(reader.time).text } })
    }

    private func object(_ row: [Field]) -> JSONValue {
        .object(
            shown(to: [.everybody, .programs, .json]).map {
                JSONValue.Member(columns[$0].key, row[$0].json)
            })
    }

    private func shown(to audiences: Set<Audience>) -> [Int] {
        columns.indices.filter { audiences.contains(columns[$0].audience) }
    }
}
