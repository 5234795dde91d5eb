public import Model
import TextProcessing

/// What importing a file brought, or would bring.
public struct ImportPage: Sendable, Hashable {
    /// A row that could not be taken.
    public struct Fault: Sendable, Hashable {
        /// The line of the file, from 1.
        public var line: Int
        /// Why, as a clause.
        public var detail: String

        /// A fault.
        public init(line: Int, detail: String) {
            self.line = line
            self.detail = detail
        }
    }

    /// A column of the file and what it was taken for.
    public struct Column: Sendable, Hashable {
        /// What it holds, such as `rating`.
        public var field: String
        /// Its name in the file.
        public var name: String

        /// A column.
        public init(field: String, name: String) {
            self.field = field
            self.name = name
        }
    }

    /// The file as it was named.
    public var file: String
    /// The source that its rows go to.
    public var source: SourceID
    /// Which column was taken for what, in the order of the fields.
    public var columns: [Column] = []
    /// Rows of the file, bad ones included.
    public var rows = 0
    /// Entries that were stored, or would be.
    public var new = 0
    /// Entries that were stored before.
    public var known = 0
    /// Rows that repeat an earlier row of the file.
    public var repeated = 0
    /// Entries that no brand's query matches.
    public var unmatched = 0
    /// The new ones by how they are felt.
    public var labels: [Sentiment.Label: Int] = [:]
    /// In the order of the file.
    public var faults: [Fault] = []
    /// What was guessed, one sentence each.
    public var notes: [String] = []
    /// The first rows as they would be stored.
    public var sample: Preview?
    /// Whether nothing was to be stored.
    public var isDryRun = false

    /// A page on a file.
    public init(file: String, source: SourceID) {
        self.file = file
        self.source = source
    }

    /// The page as text that ends in a line feed; bad rows are told elsewhere.
    public func rendered(as format: OutputFormat, names: Names, for reader: Reader) -> String {
        switch format {
        case .json, .jsonl: json.text + "\n"
        case .csv:
            CSV.record(["file", "source", "rows", "new", "known", "repeated", "unmatched", "bad"])
                + CSV.record(
                    [CSV.text(file), CSV.text(source.rawValue)]
                        + [rows, new, known, repeated, unmatched, faults.count].map {
                            CSV.number("\($0)")
                        })
        case .table, .markdown: text(names: names, for: reader)
        }
    }

    private func text(names: Names, for reader: Reader) -> String {
        var text = ""
        if let sample, !sample.entries.isEmpty {
            let named = columns.map { "\($0.field) ← \($0.name)" }.joined(separator: ", ")
            text += wrapped("Columns: " + named, nil, reader) + "\n"
            text += sample.listing(names: names).rendered(as: .table, for: reader) + "\n"
        }
        for note in notes { text += wrapped("note: " + note, .warning, reader) }
        text += reader.style.paint(Table.Cell("\(file) → \(source)").text, .heading) + "\n"
        return text + counts(for: reader)
    }

    private func counts(for reader: Reader) -> String {
        let verdicts = Sentiment.Label.allCases.compactMap { label in
            labels[label].map { "\($0) \(label.rawValue)" }
        }
        let said = verdicts.isEmpty ? "" : ": " + verdicts.joined(separator: ", ")
        let verb = isDryRun ? "would be stored" : "stored"
        var lines: [(String, TerminalStyle.Meaning?)] = [("\(new) new \(verb)\(said)", nil)]
        if known > 0 { lines.append(("\(known) known already", .faint)) }
        if repeated > 0 { lines.append(("\(repeated) twice in the file, taken once", .faint)) }
        if unmatched > 0 { lines.append(("\(unmatched) about no brand, left out", .faint)) }
        if !faults.isEmpty { lines.append(("\(faults.count) bad, left out", .negative)) }
        lines.append(("\(rows) rows in all", .faint))
        return lines.map { "  " + reader.style.paint($0.0, $0.1) + "\n" }.joined()
    }

    private func wrapped(
        _ text: String, _ meaning: TerminalStyle.Meaning?, _ reader: Reader
    ) -> String {
        TextFitting.wrapped(TerminalText.sanitized(text), to: reader.width ?? .max)
            .map { reader.style.paint($0, meaning) + "\n" }.joined()
    }

    /// The page for programs.
    public var json: JSONValue {
        .members([
            "file": .string(file), "source": .string(source.rawValue), "dryRun": .bool(isDryRun),
            "rows": .integer(rows), "new": .integer(new), "known": .integer(known),
            "repeated": .integer(repeated), "unmatched": .integer(unmatched),
            "bad": .integer(faults.count),
            "labels": .object(
                Sentiment.Label.allCases.map {
                    JSONValue.Member($0.rawValue, .integer(labels[$0] ?? 0))
                }),
            "columns": .object(columns.map { JSONValue.Member($0.field, .string($0.name)) }),
            "faults": .array(
                faults.map { fault in
                    .members(["line": .integer(fault.line), "detail": .string(fault.detail)])
                }),
            "notes": .array(notes.map(JSONValue.string)),
            "sample": sample?.listing(names: Names()).json ?? .null,
        ])
    }
}
