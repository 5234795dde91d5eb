/// Reads separated values in one pass over their bytes (RFC 4180, and what spreadsheets make of it).
///
/// A field in quotes may hold separators, line ends and doubled quotes. Lines end in LF, CR LF or CR.
/// What stands behind a closing quote is taken too. A quote that is never closed takes the rest of
/// the document, and is told.
struct SeparatedValues {
    /// One record and the line on which it begins, from 1.
    struct Record: Sendable, Hashable {
        var line: Int
        var fields: [String]
        /// Whether the document ended inside of quotes.
        var isCutOff = false
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position: Int
    private var line: Int

    /// A reader of `bytes` from `start` on, which is in line `line`.
    init(_ bytes: [UInt8], separator: UInt8, from start: Int = 0, line: Int = 1) {
        self.bytes = bytes
        self.separator = separator
        position = start
        self.line = line
    }

    /// The next record that is not a blank line; nil at the end.
    mutating func next() -> Record? {
        while position < bytes.count {
            let start = position
            let record = record()
            if record.fields.count > 1 || record.isCutOff || record.fields.first?.isEmpty == false {
                return record
            }
            // A record of one empty field is a blank line; progress is certain all the same.
            if position == start { return nil }
        }
        return nil
    }

    private mutating func record() -> Record {
        var record = Record(line: line, fields: [])
        while true {
            record.fields.append(field(isCutOff: &record.isCutOff))
            guard position < bytes.count else { return record }
            let byte = bytes[position]
            position += 1
            if byte == separator {
                guard position == bytes.count else { continue }
                record.fields.append("")
                return record
            }
            endLine(after: byte)
            return record
        }
    }

    /// Steps over the LF of a CR LF and counts the line.
    private mutating func endLine(after byte: UInt8) {
        if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
        line += 1
    }

    /// The field here, up to the separator or line end behind it.
    private mutating func field(isCutOff: inout Bool) -> String {
        var text: [UInt8] = []
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            position += 1
            if !quoted(into: &text) { isCutOff = true }
        }
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == separator || byte == 0x0A || byte == 0x0D { break }
            position += 1
        }
        text += bytes[start..<position]
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads to the closing quote and over it; false where there is none.
    private mutating func quoted(into text: inout [UInt8]) -> Bool {
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard position < bytes.count, bytes[position] == byte else { return true }
                position += 1
            } else if byte == 0x0A || (byte == 0x0D && !isLineFeed(at: position)) {
                line += 1
            }
            text.append(byte)
        }
        return false
    }

    private func isLineFeed(at index: Int) -> Bool { index < bytes.count && bytes[index] == 0x0A }

    /// The sign that parts the fields of the first line: the commonest of `,`, `;`, tab and `|`
    /// outside of quotes, a comma where none stands there.
    static func separator(of bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes.prefix(64 << 10) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D { break }
            if candidates.contains(byte) { counts[byte, default: 0] += 1 }
        }
        return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] }
            .flatMap { counts[$0] == nil ? nil : $0 } ?? UInt8(ascii: ",")
    }

    private static let candidates: [UInt8] = [
        UInt8(ascii: "|"), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ","),
    ]
}
