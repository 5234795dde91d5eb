import Foundation
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

/// A folder with a full store, and paths for archives of it.
private struct Shelf {
    let folder: StoreFolder

    init() throws { folder = try StoreFolder() }

    func path(_ name: String) -> String {
        ((folder.store as NSString).deletingLastPathComponent as NSString)
            .appendingPathComponent(name)
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
    }

    func write(_ text: String, _ name: String) throws {
        try FileManager.default.createDirectory(
            atPath: (path(name) as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    }

    func importing(_ name: String, to store: String) async throws(StorageError) -> RestoreSummary {
        try await SQLiteFile.importArchive(path(name), to: path(store), now: present) { _ in }
    }
}

/// Text that breaks what is careless.
private let hostile =
    "=1+1\u{1}\u{1B}[31m \"quoted\" \\ back, new\r\nline\u{2028}\u{85}\u{202E}\u{7F} 😀 e\u{301} <b>"

struct `An archive` {
    private func full(_ shelf: Shelf) async throws -> SQLiteStore {
        let store = try await shelf.folder.open()
        try await store.fill()
        try await store.record([draft("hostile", hostile, title: "@", author: hostile)])
        _ = try await store.forget(.mentions([2]), by: "Ada", now: hours(9))
        try await store.write { try $0.execute(sql: "UPDATE mention SET published = 9e999") }
        return store
    }

    private func export(
        _ store: SQLiteStore, _ shelf: Shelf, _ name: String, as format: ArchiveFormat = .jsonl,
        replacing: Bool = false
    ) async throws(StorageError) -> ArchiveSummary {
        try await store.export(as: format, to: shelf.path(name), replacing: replacing) { _ in }
    }

    @Test func `that is imported gives the same store, row by row and byte by byte`() async throws {
        let shelf = try Shelf()
        defer { shelf.folder.remove() }
        let store = try await full(shelf)
        let rows = try await allRows(store)
        #expect(rows.filter(\.value.isEmpty).keys.sorted() == [])
        let summary = try await export(store, shelf, "one.jsonl")
        #expect(summary.rows(of: "mention") == 3)
        #expect(summary.bytes == (try shelf.text("one.jsonl")).utf8.count)
        let restored = try await shelf.importing("one.jsonl", to: "other/other.db")
        #expect(restored.keptAside == nil && restored.store.mentions == 3)
        let other = try await SQLiteStore.open(at: shelf.path("other/other.db"), create: false)
        #expect(try await allRows(other) == rows)
        #expect(try await other.findings { _ in } == [])
        _ = try await export(other, shelf, "two.jsonl")
        #expect(try shelf.text("one.jsonl") == shelf.text("two.jsonl"))
        #expect(try mode(shelf.path("other/other.db")) == 0o600)
        #expect(
            try await other.mentions(MentionFilter(search: "xylophonist"), page: Page()).total == 2)
        #expect(try await other.record([draft("next")]).new == [5])
    }

    @Test func `is readable by its owner alone, and never takes the place of a file by itself`()
        async throws
    {
        let shelf = try Shelf()
        defer { shelf.folder.remove() }
        let store = try await full(shelf)
        try shelf.write("mine", "one.jsonl")
        for format in [ArchiveFormat.jsonl, .sqlite, .csv] {
            let error = await #expect(throws: StorageError.self) {
                try await export(store, shelf, "one.jsonl", as: format)
            }
            #expect(error?.reason == .unavailable)
        }
        #expect(try shelf.text("one.jsonl") == "mine")
        _ = try await export(store, shelf, "one.jsonl", replacing: true)
        #expect(try mode(shelf.path("one.jsonl")) == 0o600)
        _ = try await export(store, shelf, "tables", as: .csv)
        #expect(try mode(shelf.path("tables")) == 0o700)
        #expect(try mode(shelf.path("tables/mention.csv")) == 0o600)
        let left = try FileManager.default.contentsOfDirectory(atPath: shelf.path("."))
        #expect(!left.contains { $0.contains(".part-") })
    }

    @Test func `is not written through a link, and never over the store itself`() async throws {
        let shelf = try Shelf()
        defer { shelf.folder.remove() }
        let store = try await full(shelf)
        try shelf.write("mine", "target")
        let link = shelf.path("link")
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: shelf.path("target"))
        await #expect(throws: StorageError.self) { try await export(store, shelf, "link") }
        _ = try await export(store, shelf, "link", replacing: true)
        #expect(try shelf.text("target") == "mine")
        try FileManager.default.createSymbolicLink(
            atPath: shelf.path("again"), withDestinationPath: shelf.folder.store)
        for name in ["repute.sqlite", "repute.sqlite-wal", "again"] {
            let error = await #expect(throws: StorageError.self) {
                try await export(store, shelf, name, replacing: true)
            }
            #expect(error?.detail.contains("belongs to the database itself") == true)
        }
        try await store.ping()
    }

    @Test func `of tables is safe in a spreadsheet`() async throws {
        let shelf = try Shelf()
        defer { shelf.folder.remove() }
        let store = try await full(shelf)
        let summary = try await export(store, shelf, "tables", as: .csv)
        let mentions = try shelf.text("tables/mention.csv")
        #expect(mentions.hasPrefix("id,sourceId,kind,"))
        #expect(mentions.contains("\"'=1+1[31m \"\"quoted\"\" \\ back, new\nline"))
        #expect(
            !mentions.unicodeScalars.contains {
                "\u{1B}\u{1}\u{85}\u{202E}".unicodeScalars.contains($0)
            })
        let files = try FileManager.default.contentsOfDirectory(atPath: shelf.path("tables"))
        #expect(files.sorted() == summary.tables.map { $0.name + ".csv" }.sorted())
        try shelf.write("mine", "tables/notes.txt")
        await #expect(throws: StorageError.self) {
            try await export(store, shelf, "tables", as: .csv, replacing: true)
        }
        try FileManager.default.removeItem(atPath: shelf.path("tables/notes.txt"))
        _ = try await export(store, shelf, "tables", as: .csv, replacing: true)
        #expect(try shelf.text("tables/mention.csv") == mentions)
    }

    @Test func `has every table and column explained in the manual`() async throws {
        let manual = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("docs/archive.md")
        let text = try String(contentsOf: manual, encoding: .utf8)
        let tables = try await SQLiteStore.inMemory().read { try ArchiveTable.all(in: $0) }
        for table in tables {
            let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
            let row = rows.first { $0.split(separator: "|")[0].contains("`\(table.name)`") }
            #expect(row != nil, "\(table.name)")
            for column in table.columns where table.name != "formerFigure" {
                #expect(row?.contains("`\(column)`") == true, "\(table.name).\(column)")
            }
        }
    }

    @Test func `holds no secret, no index and no rows of SQLite's own`() async throws {
        let shelf = try Shelf()
        defer { shelf.folder.remove() }
        let summary = try await export(try await full(shelf), shelf, "one.jsonl")
        let names = summary.tables.map(\.name)
        #expect(!names.contains { $0.hasPrefix("mentionText") || $0 == "grdb_migrations" })
        #expect(names.contains("sqlite_sequence") && names.first == "source")
    }
}

struct `An archive that can't be taken` {
    private let header =
        #"{"repute":"archive","format":1,"schema":"005 answers","rows":1}"# + "\n"
    private let end = #"{"end":true}"# + "\n"

    private func error(_ text: String, store: String = "new.db") async throws -> StorageError {
        let shelf = try Shelf()
        defer { shelf.folder.remove() }
        try shelf.write(text, "bad.jsonl")
        let error = await #expect(throws: StorageError.self) {
            try await shelf.importing("bad.jsonl", to: store)
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: shelf.path("."))
        #expect(files == ["bad.jsonl"])
        return try #require(error)
    }

    @Test(arguments: [
        (#"{"table":"ruleMark","ruleId":"a","key":"k","at":1}"#, "is cut off: it ends at line 2"),
        (#"{"table":"ruleMark","ruleId":"a","key":"#, "line 2: a value is missing"),
        (#"{"table":"ruleMark","ruleId":"a"#, "line 2: a text has no end"),
        (#"{"table":"nothing"}"#, "line 2: it names no table"),
        (#"{"table":"grdb_migrations","identifier":"x"}"#, "line 2: it names no table"),
        (#"{"table":"ruleMark","ruleId":"a","key":"k","at":1,"x":2}"#, "no column `x`"),
        (#"{"table":"ruleMark","ruleId":"a","key":"k","at":[1]}"#, "a list or an object"),
        (#"{"table":"ruleMark","ruleId":"a","key":"k","at":true}"#, "`at` has a value"),
        (#"{"table":"ruleMark","ruleId":"a","ruleId":"b"}"#, "`ruleId` is given twice"),
        (#"{"table":"ruleMark","ruleId":"a","key":"k"}"#, "line 2: the row can't be stored"),
        (#"{"table":"ruleMark","ruleId":"\ud800","key":"k","at":1}"#, "half a character"),
        (#"{"table":"ruleMark","ruleId":"a\u0000b","key":"k","at":1}"#, "holds a NUL"),
        (#"{"table":"ruleMark","ruleId":"\q","key":"k","at":1}"#, "an escape that there is not"),
        (#"{"table":"ruleMark","ruleId":"a","key":"k","at":0x10}"#, "is no value"),
        ("[]", "line 2: `{` is missing"),
    ])
    func `is refused with its line`(line: String, words: String) async throws {
        let error = try await error(header + line + "\n")
        #expect(error.reason == .corrupt)
        #expect(error.detail.contains(words), "\(error.detail)")
    }

    @Test func `is refused where rows are missing, doubled, or name what is not there`()
        async throws
    {
        let mark = #"{"table":"ruleMark","ruleId":"a","key":"k","at":1}"# + "\n"
        let entry =
            #"{"table":"entry","sourceId":"no","identityKey":"1","identityRung":"id","#
            + #""contentDigest":"d","isForgotten":0,"firstSeen":1}"# + "\n"
        #expect(try await error(header + end).detail.contains("says that it has 1 rows, but 0"))
        #expect(try await error(header + mark + mark + end).detail.contains("line 3"))
        #expect(try await error(header + mark + end + mark).detail.contains("something follows"))
        #expect(
            try await error(header + entry + end).detail.contains("a row of entry names a row"))
    }

    @Test(arguments: [
        "", "\n", "id,name\n1,2\n", "{}\n", #"{"repute":"archive"}"#, "SQLite format 3\u{0}",
    ])
    func `is told from other files`(text: String) async throws {
        let error = try await error(text)
        #expect(error.reason == .corrupt && error.detail.contains("no archive of Repute"))
    }

    @Test(arguments: [
        #"{"repute":"archive","format":2,"schema":"005 answers","rows":0}"#,
        #"{"repute":"archive","format":1,"schema":"006 tomorrow","rows":0}"#,
    ])
    func `is refused where a newer Repute wrote it`(header: String) async throws {
        #expect(try await error(header + "\n" + end).reason == .newerSchema)
    }

    @Test func `is not mixed into a store that holds something`() async throws {
        let shelf = try Shelf()
        defer { shelf.folder.remove() }
        let store = try await shelf.folder.open()
        try await store.fill()
        _ = try await store.export(as: .jsonl, to: shelf.path("a.jsonl"), replacing: false) { _ in }
        let error = await #expect(throws: StorageError.self) {
            try await shelf.importing("a.jsonl", to: "repute.sqlite")
        }
        #expect(error?.reason == .unavailable)
        #expect(error?.detail.contains("is not empty") == true)
        #expect(try await store.totals().total == 3)
    }

    @Test func `may be one of an earlier schema, which is brought up to date`() async throws {
        let shelf = try Shelf()
        defer { shelf.folder.remove() }
        try shelf.write(
            """
            {"repute":"archive","format":1,"schema":"003 watch","rows":1}
            {"table":"source","id":"s","kind":"review","isActive":1,"isConfigured":1,"urlDigest":"u",\
            "readingDigest":"r","nextPoll":5,"failures":0,"mentionCount":0,"isEnabled":1,"revision":0,\
            "health":"well","observedDays":0,"activeDays":0,"arrivals":0,"silentDays":0,\
            "longestSilence":0,"shape":0,"skippedTimes":0}
            {"end":true}

            """, "old.jsonl")
        #expect(try await shelf.importing("old.jsonl", to: "new.db").store.schema == "003 watch")
        let store = try await SQLiteStore.open(at: shelf.path("new.db"), create: false)
        #expect(try await store.sourceStates().map(\.source.rawValue) == ["s"])
        #expect(try await store.findings { _ in } == [])
    }
}
