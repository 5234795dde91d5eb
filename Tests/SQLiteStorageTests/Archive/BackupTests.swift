import Foundation
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `A backup` {
    private func full(_ folder: StoreFolder) async throws -> SQLiteStore {
        let store = try await folder.open()
        try await store.fill()
        return store
    }

    private func copy(_ folder: StoreFolder, _ name: String = "copy.db") -> String {
        ((folder.store as NSString).deletingLastPathComponent as NSString)
            .appendingPathComponent(name)
    }

    @Test func `is one whole file of the store at one moment, while others write`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await full(folder)
        let rows = try await allRows(store)
        let stranger = try folder.stranger()
        try await stranger.writeWithoutTransaction { database in
            try database.execute(
                sql: "BEGIN IMMEDIATE; UPDATE source SET feedTitle = 'unfinished'")
        }
        let summary = try await store.backup(to: copy(folder), replacing: false) { _ in }
        try await stranger.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        #expect(summary.mentions == 3 && summary.schema == "005 answers" && summary.bytes > 4096)
        #expect(try mode(copy(folder)) == 0o600)
        let files = try FileManager.default.contentsOfDirectory(
            atPath: (folder.store as NSString).deletingLastPathComponent)
        #expect(files.filter { $0.hasPrefix("copy") } == ["copy.db"])
        #expect(try await allRows(SQLiteStore.open(at: copy(folder), create: false)) == rows)
    }

    @Test func `is put back, and what was there is kept aside`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await full(folder)
        let rows = try await allRows(store)
        _ = try await store.backup(to: copy(folder), replacing: false) { _ in }
        try await store.record([draft("later")], at: hours(9))
        let later = try await allRows(store)
        try await store.close()
        let restored = try await SQLiteFile.restore(copy(folder), to: folder.store, now: present) {
            _ in
        }
        #expect(restored.store.mentions == 3)
        let aside = try #require(restored.keptAside)
        #expect(aside == folder.store + ".before-restore-20261101T090000Z")
        #expect(try mode(folder.store) == 0o600)
        let again = try await folder.open()
        #expect(try await allRows(again) == rows)
        #expect(try await again.findings { _ in } == [])
        #expect(try await allRows(SQLiteStore.open(at: aside, create: false)) == later)
    }

    @Test func `takes the place of a damaged store, whose journal is kept with it`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await full(folder)
        _ = try await store.backup(to: copy(folder), replacing: false) { _ in }
        try await store.close()
        // SQLite can't fold in a journal whose index can't be opened.
        for ending in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: folder.store + ending)
        }
        let journal = Data("no journal".utf8)
        try journal.write(to: URL(fileURLWithPath: folder.store + "-wal"))
        try FileManager.default.createDirectory(
            atPath: folder.store + "-shm/inner", withIntermediateDirectories: true)
        // Long enough that it does not drop the journal of an empty file.
        let damaged = Data(repeating: UInt8(ascii: "x"), count: 16_384)
        try folder.place(damaged)
        let restored = try await SQLiteFile.restore(copy(folder), to: folder.store, now: present) {
            _ in
        }
        let aside = try #require(restored.keptAside)
        #expect(FileManager.default.contents(atPath: aside) == damaged)
        #expect(FileManager.default.contents(atPath: aside + "-wal") == journal)
        #expect(FileManager.default.fileExists(atPath: aside + "-shm/inner"))
        #expect(try await folder.open().totals().total == 3)
    }

    @Test func `of an earlier schema is brought up to date when it is opened`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try folder.place(Data())
        try FormerStore.make(at: copy(folder), upTo: "003 watch")
        #expect(try await SQLiteFile.inspect(copy(folder)).schema == "003 watch")
        _ = try await SQLiteFile.restore(copy(folder), to: folder.store, now: present) { _ in }
        #expect(try await folder.open().totals().total == 1)
    }

    @Test func `that is none is refused before anything changes`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await full(folder)
        _ = try await store.backup(to: copy(folder), replacing: false) { _ in }
        try Data("{\"repute\":\"archive\"}".utf8).write(to: URL(fileURLWithPath: copy(folder, "j")))
        try Data("text".utf8).write(to: URL(fileURLWithPath: copy(folder, "t")))
        try await DatabaseQueue(path: copy(folder, "foreign")).write {
            try $0.execute(sql: "CREATE TABLE recipe (id)")
        }
        try FileManager.default.copyItem(atPath: copy(folder), toPath: copy(folder, "newer"))
        try await DatabaseQueue(path: copy(folder, "newer")).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 tomorrow')")
        }
        try FileManager.default.copyItem(atPath: copy(folder), toPath: copy(folder, "cut"))
        try FileHandle(forUpdating: URL(fileURLWithPath: copy(folder, "cut")))
            .truncate(atOffset: 40_960)
        let expected: [(String, StorageError.Reason, String)] = [
            ("missing", .unavailable, "No such file"), (".", .unavailable, "is no file"),
            ("j", .corrupt, "repute archive import"), ("t", .corrupt, "is no backup"),
            ("foreign", .corrupt, "another program"), ("newer", .newerSchema, "newer Repute"),
            ("cut", .corrupt, "damaged"),
        ]
        for (name, reason, words) in expected {
            let error = await #expect(throws: StorageError.self) {
                try await SQLiteFile.restore(copy(folder, name), to: folder.store, now: present) {
                    _ in
                }
            }
            #expect(error?.reason == reason, "\(name): \(String(describing: error))")
            #expect(error?.detail.contains(words) == true, "\(name): \(error?.detail ?? "")")
        }
        #expect(try await store.totals().total == 3)
        let files = try FileManager.default.contentsOfDirectory(
            atPath: (folder.store as NSString).deletingLastPathComponent)
        #expect(!files.contains { $0.contains(".part-") || $0.contains(".before-") })
    }
}

/// Stores as an older Repute left them.
enum FormerStore {
    /// A store of a former schema with one source, entry and mention.
    static func make(at path: String, upTo step: String) throws {
        let database = try DatabaseQueue(path: path)
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try Schema.migrator.migrate(database, upTo: step)
        try database.write { database in
            try database.execute(
                sql: """
                    INSERT INTO source
                        (id, kind, isActive, isConfigured, urlDigest, readingDigest, nextPoll,
                        mentionCount)
                    VALUES ('reviews', 'review', 1, 1, 'u', 'r', 100, 1);
                    INSERT INTO mention
                        (id, sourceId, kind, identityRung, identityKey, text, hasReply,
                        brandMatches, score, label, confidence, basis, textLabel, disagrees,
                        contributions, lexicon, firstSeen, occurredAt, day, isBaseline, isNews)
                    VALUES (7, 'reviews', 'review', 'id', 'k', 'Cold soup', 0,
                        '[{"brand":"bakery","terms":[]}]', -0.5, 'negative', 0.5, 'text',
                        'negative', 0, '[]', 'x', 60, 55, 0, 0, 1);
                    INSERT INTO entry
                        (sourceId, identityKey, identityRung, mentionId, contentDigest, firstSeen)
                    VALUES ('reviews', 'k', 'id', 7, 'd', 60);
                    INSERT INTO dayCount (brandId, day, negative) VALUES ('', 0, 1), ('bakery', 0, 1);
                    """)
            let names = ["mentionId", "brandId", "occurredAt", "day", "sourceId", "label"]
            try database.execute(
                sql: """
                    INSERT INTO mentionBrand (\(names.joined(separator: ", ")))
                    VALUES (7, 'bakery', 55, 0, 'reviews', 'negative')
                    """)
            if try database.columns(in: "mentionBrand").contains(where: { $0.name == "score" }) {
                try database.execute(sql: "UPDATE mentionBrand SET score = -0.5")
            }
        }
        try database.close()
    }
}

struct `A store of an earlier schema` {
    private func aside(_ folder: StoreFolder) -> String { folder.store + ".before-005" }

    @Test(arguments: ["001 foundation", "002 aspects", "003 watch", "004 alerts"])
    func `is copied beside itself before it is brought up to date`(step: String) async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try folder.place(Data())
        try FormerStore.make(at: folder.store, upTo: step)
        let store = try await folder.open()
        #expect(try await store.totals().total == 1)
        #expect(try await store.findings { _ in } == [])
        #expect(try await SQLiteFile.inspect(aside(folder)).schema == step)
        #expect(try mode(aside(folder)) == 0o600)
    }

    @Test func `is copied once, unless it changed since`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try folder.place(Data())
        let step = "004 alerts"
        for (time, isKept) in [("5", true), ("6", false)] {
            try? FileManager.default.removeItem(atPath: folder.store)
            try? FileManager.default.removeItem(atPath: aside(folder))
            try FormerStore.make(at: folder.store, upTo: step)
            try FormerStore.make(at: aside(folder), upTo: step)
            try await DatabaseQueue(path: aside(folder)).write {
                try $0.execute(sql: "CREATE TABLE marker (id); UPDATE source SET lastPoll = 5")
            }
            try await DatabaseQueue(path: folder.store).write {
                try $0.execute(sql: "UPDATE source SET lastPoll = \(time)")
            }
            try await folder.open().close()
            let hasMarker = try await DatabaseQueue(path: aside(folder)).read {
                try $0.tableExists("marker")
            }
            #expect(hasMarker == isKept)
        }
    }

    @Test func `is not copied where an empty file says that it was copied elsewhere`() async throws
    {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try folder.place(Data())
        try FormerStore.make(at: folder.store, upTo: "004 alerts")
        try Data().write(to: URL(fileURLWithPath: aside(folder)))
        try await folder.open().close()
        #expect(FileManager.default.contents(atPath: aside(folder)) == Data())
    }

    @Test func `that is empty, or new, is not copied`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try folder.place(Data())
        let database = try DatabaseQueue(path: folder.store)
        try Schema.migrator.migrate(database, upTo: "004 alerts")
        try database.close()
        try await folder.open().close()
        try await folder.open().close()
        #expect(!FileManager.default.fileExists(atPath: aside(folder)))
    }

    @Test func `is left as it is where there is no room for the copy`() throws {
        let error = #expect(throws: StorageError.self) {
            try DiskSpace.require(1 << 60, beside: NSTemporaryDirectory() + "x", for: "the copy")
        }
        #expect(error?.reason == .diskFull && error?.detail.contains("free some space") == true)
    }
}
