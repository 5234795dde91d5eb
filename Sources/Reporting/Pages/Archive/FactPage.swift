import TextProcessing

/// A few facts about one thing, such as a copy that was made or a receipt: a sentence, the facts one a
/// line, and what is to be known besides.
public struct FactPage: Sendable, Hashable {
    /// One fact.
    public struct Fact: Sendable, Hashable {
        /// The key in JSON and the name in the header of CSV.
        public var key: String
        /// What people read before it; nil: people don't see it.
        public var title: String?
        /// What it is.
        public var value: Field

        /// A fact.
        public init(_ key: String, _ title: String?, _ value: Field) {
            self.key = key
            self.title = title
            self.value = value
        }
    }

    /// Told to people first.
    public var sentence: String
    /// In the order in which they are told.
    public var facts: [Fact]
    /// Sentences for people after the facts, and for programs under `notes`.
    public var notes: [String]

    /// A page.
    public init(sentence: String, facts: [Fact], notes: [String] = []) {
        self.sentence = sentence
        self.facts = facts
        self.notes = notes
    }

    /// The page as text that ends in a line feed.
    public func rendered(as format: OutputFormat, for reader: Reader) -> String {
        switch format {
        case .table: text(for: reader)
        case .markdown: markdown(for: reader)
        case .json: object.text + "\n"
        case .jsonl, .csv: listing.rendered(as: format, for: reader)
        }
    }

    /// The facts as one row.
    public var listing: Listing {
        Listing(
            columns: facts.map { Listing.Column($0.key, for: .programs) },
            rows: [facts.map(\.value)], whenEmpty: "")
    }

    /// The facts as one object.
    public var object: JSONValue {
        .object(
            facts.map { JSONValue.Member($0.key, $0.value.json) }
                + [JSONValue.Member("notes", .array(notes.map(JSONValue.string)))])
    }

    private func text(for reader: Reader) -> String {
        var text = TerminalText.sanitized(sentence) + "\n"
        let shown = facts.filter { $0.title != nil }
        let width = shown.compactMap { $0.title?.count }.max() ?? 0
        for fact in shown {
            let title = fact.title ?? ""
            let padding = String(repeating: " ", count: width - title.count)
            let value = TerminalText.sanitized(fact.value.cell(reader.time).text)
            text += "  \(title)\(padding)  \(value)\n"
        }
        for note in notes {
            text += reader.style.paint(TerminalText.sanitized(note), .faint) + "\n"
        }
        return text
    }

    private func markdown(for reader: Reader) -> String {
        let table = MarkdownTable.rendered(
            columns: [Table.Column("What"), Table.Column("Value")],
            rows: facts.compactMap { fact in
                fact.title.map { [$0, fact.value.cell(reader.time).text] }
            })
        return TerminalText.sanitized(sentence) + "\n\n" + table
            + notes.map { "\n" + TerminalText.sanitized($0) + "\n" }.joined()
    }
}
