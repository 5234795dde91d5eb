import Testing

@testable import Parsing

private func table(_ text: String, charset: String? = nil) throws -> ImportedTable {
    try ImportedTable(reading: Array(text.utf8), charset: charset)
}

/// The cells of the usable rows, by the names of the columns.
private func rows(_ table: ImportedTable) -> [[String: String]] {
    table.rows.filter { $0.fault == nil }.map { row in
        Dictionary(row.cells.map { (table.columns[$0.key], $0.value) }) { first, _ in first }
    }
}

struct `A table of separated values` {
    @Test func `takes quoted separators, line ends and doubled quotes`() throws {
        let table = try table("id,text\r\n1,\"so, she said \"\"never\"\"\r\nagain\"\r\n2,fine\r\n")
        #expect(table.layout == .separated(by: ","))
        #expect(
            rows(table) == [
                ["id": "1", "text": "so, she said \"never\"\r\nagain"],
                ["id": "2", "text": "fine"],
            ])
        #expect(table.rows.map(\.line) == [2, 4])
    }

    @Test(arguments: [(";", "a;b;c"), ("\t", "a\tb\tc"), ("|", "a|b|c"), (",", "a,b,c")])
    func `finds the sign that parts its fields`(sign: String, header: String) throws {
        let line = ["1", "2,5;x".replacing(sign, with: "."), "3"].joined(separator: sign)
        let table = try table(header + "\n" + line)
        #expect(table.columns == ["a", "b", "c"])
        #expect(table.rows.count == 1 && table.rows[0].fault == nil)
    }

    @Test func `believes the line in which spreadsheets name their separator`() throws {
        let table = try table("sep=;\na;b,c\n1;2\n")
        #expect(table.columns == ["a", "b,c"])
        #expect(table.rows.map(\.line) == [3])
    }

    @Test func `takes any line end, leaves out blank lines and counts them`() throws {
        let table = try table("a,b\r1,2\r\r3,4\n\n5,6")
        #expect(rows(table).map { $0["a"] } == ["1", "3", "5"])
        #expect(table.rows.map(\.line) == [2, 4, 6])
    }

    @Test func `takes short rows and tells long ones`() throws {
        let table = try table("a,b,c\n1\n1,2,3,\n1,2,3,4\n,,\n")
        #expect(table.rows.map(\.line) == [2, 3, 4])
        #expect(table.rows[2].fault == "it has 4 fields, but there are 3 columns")
        #expect(table.rows[0].fault == nil && table.rows[1].fault == nil)
    }

    @Test func `tells of a quote that is never closed where it opens`() throws {
        let table = try table("a,b\n1,2\n3,\"open\n5,6\n")
        #expect(table.rows.map(\.line) == [2, 3])
        #expect(table.rows[1].fault?.contains("never closed") == true)
    }

    @Test func `is read by its byte order mark, or by the charset that is named`() throws {
        let marked = try ImportedTable(reading: [0xEF, 0xBB, 0xBF] + Array("größe\n5".utf8))
        #expect(marked.columns == ["größe"])
        let wide = try ImportedTable(
            reading: [0xFF, 0xFE] + "größe\n5".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(wide.columns == ["größe"])
        let old: [UInt8] = Array("gr".utf8) + [0xF6, 0xDF] + Array("e\n5".utf8)
        #expect(try ImportedTable(reading: old, charset: "iso-8859-1").columns == ["größe"])
        let guessed = try ImportedTable(reading: old)
        #expect(guessed.columns == ["größe"])
        #expect(guessed.notes.first?.contains("windows-1252") == true)
        #expect(ImportedTable.knowsCharset("latin1") && !ImportedTable.knowsCharset("klingon"))
    }

    @Test(arguments: ["", " \n\t\n", "PK\u{3}\u{4}rest\n", ",,\n1,2\n", "\"a,b\n1,2"])
    func `is refused where it holds none`(text: String) {
        #expect(throws: ImportedTableError.self) { try table(text) }
    }

    @Test func `is refused where it has thousands of columns`() {
        let header = String(repeating: "a,", count: 2000) + "b\n"
        #expect {
            try table(header)
        } throws: { error in
            (error as? ImportedTableError)?.detail.contains("more than 2,000 columns") == true
        }
    }

    @Test func `stays linear in what hostile files make of it`() throws {
        let wide =
            String(repeating: "a,", count: 1999) + "b\n" + String(repeating: "x\n", count: 20_000)
        #expect(try table(wide).rows.count == 20_000)
        let quotes = "a\n" + String(repeating: "\"", count: 200_001)
        #expect(try table(quotes).rows.count == 1)
    }
}

struct `A table in JSON` {
    @Test func `takes an object a line, with a dot for objects within`() throws {
        let table = try table(
            "{\"id\":1,\"user\":{\"name\":\"Ann\"},\"tags\":[1],\"ok\":true}\n\n{\"text\":\"hm\",\"id\":null}\n"
        )
        #expect(table.layout == .jsonLines)
        #expect(table.columns == ["id", "user.name", "tags", "ok", "text"])
        #expect(rows(table) == [["id": "1", "user.name": "Ann", "ok": "true"], ["text": "hm"]])
        #expect(table.rows.map(\.line) == [1, 3])
    }

    @Test func `takes an array, item by item with its line`() throws {
        let table = try table(
            "[\n {\"id\": \"a\", \"text\": \"one, [two] {\\\"three\\\"}\"},\n {\"id\":\n \"b\"}\n]")
        #expect(table.layout == .jsonArray)
        #expect(rows(table) == [["id": "a", "text": "one, [two] {\"three\"}"], ["id": "b"]])
        #expect(table.rows.map(\.line) == [2, 3])
    }

    @Test func `loses only the rows that are broken`() throws {
        let table = try table("{\"id\":1}\n{\"id\":\n[3]\n{\"id\":4}\n")
        #expect(table.rows.map { $0.fault == nil } == [true, false, false, true])
        #expect(table.rows[1].fault?.hasPrefix("it is no JSON: ") == true)
        #expect(table.rows[2].fault == "it is an array, not an object")
        let broken = try self.table("[{\"id\":1},{id:2},{\"id\":3}]")
        #expect(broken.rows.map { $0.fault == nil } == [true, false, true])
    }

    private func table(_ text: String) throws -> ImportedTable {
        try ImportedTable(reading: Array(text.utf8))
    }

    @Test func `that breaks off is told with its line`() {
        let error = #expect(throws: ImportedTableError.self) { try table("[\n{\"id\":1},\n") }
        #expect(error?.line == 3)
    }

    @Test func `with endlessly many keys is bounded`() throws {
        let lines = (0..<3000).map { "{\"k\($0)\":1}" }.joined(separator: "\n")
        let table = try table(lines)
        #expect(table.columns.count == 2000)
        #expect(table.rows.last?.fault?.contains("2,000") == true)
    }
}
