import CXML
import TextProcessing

/// Rows of a file that an owner exported elsewhere: separated values, JSON Lines or a JSON array.
///
/// What it is, and in which charset, is told by the bytes. Time and memory are linear in their number.
public struct ImportedTable: Sendable, Hashable {
    /// How the file holds its rows.
    public enum Layout: Sendable, Hashable {
        /// Values parted by this character, with the names of the columns in the first line.
        case separated(by: Character)
        /// One JSON object a line.
        case jsonLines
        /// One JSON array of objects.
        case jsonArray
    }

    /// One row of the file.
    public struct Row: Sendable, Hashable {
        /// Where it begins, from 1.
        public var line: Int
        /// The texts by the places of their columns; blank ones are left out.
        public var cells: [Int: String]
        /// Why it can't be used, as a clause; nil if it can.
        public var fault: String?
    }

    /// How the file holds its rows.
    public let layout: Layout
    /// The names of the columns; of JSON the keys in the order of their first sight, keys of objects
    /// within with a dot between.
    public let columns: [String]
    /// In the order of the file, those with a fault included.
    public let rows: [Row]
    /// What had to be guessed or mended, for the owner.
    public let notes: [String]

    /// Reads a file; `charset` is what the owner says, and gives way to what the bytes are.
    ///
    /// Throws where it holds no table: nothing at all, a spreadsheet, columns without names.
    public init(reading bytes: [UInt8], charset: String? = nil) throws(ImportedTableError) {
        // What zip files and the older office documents begin with.
        if Self.archiveMarks.contains(where: { bytes.starts(with: $0) }) {
            throw ImportedTableError(
                detail: "the file is a spreadsheet or an archive; export it as CSV")
        }
        let document = DecodedDocument(bytes, charset: charset)
        guard let first = document.bytes.first(where: { $0 > 0x20 }) else {
            throw ImportedTableError(detail: "the file is empty")
        }
        var notes = document.notes
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
            let isArray = first == UInt8(ascii: "[")
            var reader = JSONRows()
            if isArray {
                try reader.readArray(document.bytes)
            } else {
                reader.readLines(document.bytes)
            }
            layout = isArray ? .jsonArray : .jsonLines
            columns = reader.columns
            rows = reader.rows
        } else {
            let table = try SeparatedTable(document.bytes)
            layout = .separated(by: Character(UnicodeScalar(table.separator)))
            columns = table.columns
            rows = table.rows
            notes += table.notes
        }
        self.notes = notes
    }

    /// How many columns a table may have, or keys all objects of JSON together; more is no table.
    static let columnLimit = 2000

    private static let archiveMarks: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0]]

    /// Whether text in a charset of this name can be read.
    public static func knowsCharset(_ name: String) -> Bool {
        guard let charset = Charset(label: name) else { return false }
        let sample: [UInt8] = [0x61]
        return sample.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return false }
            let decoded = cxml_decode(start, buffer.count, charset.name)
            defer { cxml_release(decoded) }
            return decoded.bytes != nil
        }
    }
}

/// Why a file holds no table.
public struct ImportedTableError: Error, Sendable, Hashable {
    /// What was found, as a clause for the owner.
    public var detail: String
    /// Where, from 1; nil where a place says nothing.
    public var line: Int?

    init(detail: String, line: Int? = nil) {
        self.detail = detail
        self.line = line
    }
}

/// The rows of separated values under the names of the first line.
struct SeparatedTable {
    let separator: UInt8
    private(set) var columns: [String] = []
    private(set) var rows: [ImportedTable.Row] = []
    private(set) var notes: [String] = []

    init(_ bytes: [UInt8]) throws(ImportedTableError) {
        var start = 0
        // What spreadsheets write to tell each other the separator.
        if let end = bytes.firstIndex(of: 0x0A), bytes.starts(with: "sep=".utf8), end >= 5 {
            separator = bytes[4]
            start = end + 1
        } else {
            separator = SeparatedValues.separator(of: bytes)
        }
        var reader = SeparatedValues(
            bytes, separator: separator, from: start, line: start == 0 ? 1 : 2)
        guard let header = reader.next() else {
            throw ImportedTableError(detail: "the file is empty")
        }
        guard !header.isCutOff else {
            throw ImportedTableError(
                detail: "a quote in the first line is never closed", line: header.line)
        }
        columns = header.fields.map { $0.trimmed ?? "" }
        while columns.last?.isEmpty == true { columns.removeLast() }
        guard !columns.isEmpty else {
            throw ImportedTableError(detail: "no column has a name", line: header.line)
        }
        guard columns.count <= ImportedTable.columnLimit else {
            throw ImportedTableError(
                detail:
                    "it has more than 2,000 columns; is \(Self.shown(separator)) what parts them?",
                line: header.line)
        }
        while let record = reader.next() { add(record) }
    }

    private static func shown(_ separator: UInt8) -> String {
        TerminalText.sanitized("“\(Character(UnicodeScalar(separator)))”")
    }

    private mutating func add(_ record: SeparatedValues.Record) {
        var row = ImportedTable.Row(line: record.line, cells: [:])
        for (index, field) in record.fields.enumerated() where field.trimmed != nil {
            row.cells[index] = field
        }
        if record.isCutOff {
            row.fault = "a quote that opens here is never closed"
        } else if let last = row.cells.keys.max(), last >= columns.count {
            row.fault = "it has \(last + 1) fields, but there are \(columns.count) columns"
        }
        if row.fault != nil || !row.cells.isEmpty { rows.append(row) }
    }
}
