/// How a document is written.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
    /// For a terminal.
    case table
    /// One JSON object.
    case json
    /// Comma-separated values, one figure a record.
    case csv
    /// GitHub Flavored Markdown.
    case markdown
    /// One self-contained file for a browser.
    case html
}

extension ReportDocument {
    /// The document as text that ends in a line feed.
    public func rendered(as format: DocumentFormat, names: Names, for reader: Reader) -> String {
        switch format {
        case .table: ReportTerminal(document: self, names: names, reader: reader).text
        case .json: ReportJSON(document: self).value.text + "\n"
        case .csv: ReportCSV(document: self).text
        case .markdown: ReportMarkdown(document: self, names: names, time: reader.time).text
        case .html: ReportHTML(document: self, names: names, time: reader.time).text
        }
    }
}
