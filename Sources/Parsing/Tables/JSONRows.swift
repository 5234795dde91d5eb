/// Reads JSON objects as rows, each on its own, so that a broken one costs only itself.
struct JSONRows {
    private(set) var columns: [String] = []
    private(set) var rows: [ImportedTable.Row] = []
    private var places: [String: Int] = [:]

    /// One object a line; blank lines count for nothing.
    mutating func readLines(_ bytes: [UInt8]) {
        var line = 1
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let text = Array(bytes[start..<end])
            if text.contains(where: { $0 > 0x20 }) { add(text, line: line) }
            line += 1
            start = end + 1
        }
    }

    /// An array of objects.
    mutating func readArray(_ bytes: [UInt8]) throws(ImportedTableError) {
        var scanner = ArrayScanner(bytes)
        while let item = try scanner.next() { add(Array(bytes[item.range]), line: item.line) }
    }

    private mutating func add(_ text: [UInt8], line: Int) {
        var row = ImportedTable.Row(line: line, cells: [:])
        do throws(JSONSyntaxError) {
            var reader = JSONReader(text)
            let value = try reader.document()
            if let object = value.object {
                var isTooWide = false
                collect(object, under: "", depth: 0, into: &row.cells, isTooWide: &isTooWide)
                if isTooWide { row.fault = "the objects have more than 2,000 different keys" }
            } else {
                row.fault = "it is \(value.kind), not an object"
            }
        } catch {
            row.fault = "it is no JSON: \(error.message)"
        }
        rows.append(row)
    }

    private mutating func collect(
        _ object: JSONObject, under prefix: String, depth: Int, into cells: inout [Int: String],
        isTooWide: inout Bool
    ) {
        for member in object.members {
            let key = prefix + member.key
            switch member.value {
            case .object(let inner) where depth < 8:
                collect(
                    inner, under: key + ".", depth: depth + 1, into: &cells, isTooWide: &isTooWide)
            case .string, .number, .bool:
                guard let index = place(of: key) else {
                    isTooWide = true
                    return
                }
                let text = Self.text(of: member.value)
                if text.trimmed != nil { cells[index] = text }
            case .null, .array, .object: _ = place(of: key)
            }
        }
    }

    private static func text(of value: JSONValue) -> String {
        switch value {
        case .string(let text), .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .null, .array, .object: ""
        }
    }

    private mutating func place(of key: String) -> Int? {
        if let place = places[key] { return place }
        guard columns.count < ImportedTable.columnLimit else { return nil }
        columns.append(key)
        places[key] = columns.count - 1
        return columns.count - 1
    }
}

/// Finds the items of a JSON array without reading them.
private struct ArrayScanner {
    let bytes: [UInt8]
    private var position: Int
    private var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = 0
        while position < bytes.count, bytes[position] != UInt8(ascii: "[") { step() }
        if position < bytes.count { step() }
    }

    /// The next item and the line on which it begins; nil behind the closing bracket.
    mutating func next() throws(ImportedTableError) -> (range: Range<Int>, line: Int)? {
        while let byte = current, byte <= 0x20 || byte == UInt8(ascii: ",") { step() }
        guard let first = current else {
            throw ImportedTableError(
                detail: "the JSON array breaks off before its end", line: line)
        }
        if first == UInt8(ascii: "]") { return nil }
        let (start, startLine) = (position, line)
        var depth = 0
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""): skipText()
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "]") where depth > 0: depth -= 1
            case UInt8(ascii: "]"), UInt8(ascii: ","):
                if depth <= 0 { return (start..<position, startLine) }
            default: break
            }
            step()
        }
        return (start..<position, startLine)
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func step() {
        guard position < bytes.count else { return }
        if bytes[position] == 0x0A { line += 1 }
        position += 1
    }

    /// From an opening quote to the closing one.
    private mutating func skipText() {
        step()
        while let byte = current, byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") { step() }
            step()
        }
    }
}
