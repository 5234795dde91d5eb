import TextProcessing

@testable import Parsing
@testable import Reporting

/// What is shown and exported: foreign text on a terminal, in a spreadsheet and in JSON.
enum OutputPromises {
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        let input = FuzzInput(bytes)
        let fields = input.texts
        for text in fields {
            let line = TerminalText.sanitized(text)
            try checkShown(line, isLine: true)
            try promise(TerminalText.sanitized(line) == line, "made harmless twice it changes")
            try checkShown(TerminalText.sanitizedLines(text), isLine: false)
        }
        try checkRecord(fields)
    }

    private static func checkShown(_ text: String, isLine: Bool) throws(BrokenPromise) {
        for scalar in text.unicodeScalars {
            let isBidirectional =
                (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            let isBad = TextPromises.isControl(scalar) && (isLine || scalar != "\n")
            try promise(!isBad && !isBidirectional, "U+\(String(scalar.value, radix: 16)) is shown")
        }
    }

    /// A record is read as the fields that were written, none of which is a formula.
    private static func checkRecord(_ fields: [String]) throws(BrokenPromise) {
        let record = CSV.record(fields.map(CSV.text)) + CSV.record(["end", "end"])
        var reader = SeparatedValues(Array(record.utf8), separator: UInt8(ascii: ","))
        // A record of one empty field is a blank line, which is passed over.
        guard !record.hasPrefix("\r\n") else { return }
        let read = reader.next()?.fields ?? []
        try promise(read.count == fields.count, "\(fields.count) fields are read as \(read.count)")
        for (read, written) in zip(read, fields) {
            let plain = TerminalText.sanitizedLines(written)
            try promise(
                read == plain || read == "'" + plain, "\(plain.debugDescription) is read as another"
            )
            let first = read.unicodeScalars.first { !$0.properties.isWhitespace }
            try promise(
                first.map { !"=+-@".unicodeScalars.contains($0) } ?? true,
                "a spreadsheet takes \(read.debugDescription) for a formula")
        }
        try promise(reader.next()?.fields == ["end", "end"], "the record runs into the next")
    }
}
