import Foundation
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `A store file` {
    @Test func `is made with its folder, for nobody else to read`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await folder.open()
        try await store.register([registered(reviews)], now: present) { _ in present }
        #expect(try mode((folder.store as NSString).deletingLastPathComponent) == 0o700)
        for suffix in ["", "-wal", "-shm"] { #expect(try mode(folder.store + suffix) == 0o600) }
    }

    @Test func `has its rows after it was closed and opened again`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await folder.open()
        try await store.register([registered(reviews)], now: present) { _ in present }
        try await store.record([draft("1")])
        try await store.close()
        await #expect(throws: StorageError.self) { try await store.ping() }
        let again = try await SQLiteStore.open(at: folder.store, create: false)
        #expect(try await again.mentions(MentionFilter(), page: Page()).total == 1)
        try await again.ping()
        try await again.checkpoint()
        #expect(try await again.integrityProblems() == [])
    }

    @Test func `is written through a journal that is fsynced at every commit`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await folder.open()
        let settings = try await store.write { database in
            try ["journal_mode", "synchronous", "foreign_keys"].map {
                try String.fetchOne(database, sql: "PRAGMA \($0)")
            }
        }
        #expect(settings == ["wal", "2", "1"])
    }

    @Test func `refuses a row that names nothing`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await folder.open()
        await #expect(throws: StorageError.self) {
            try await store.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO entry
                            (sourceId, identityKey, identityRung, contentDigest, firstSeen)
                        VALUES ('nowhere', '1', 'id', 'x', 0)
                        """)
            }
        }
    }

    @Test func `tells of damage that it is asked for`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await folder.open()
        var careless = Configuration()
        careless.foreignKeysEnabled = false
        let stranger = try DatabaseQueue(path: folder.store, configuration: careless)
        try await stranger.write { database in
            try database.execute(
                sql: """
                    INSERT INTO entry
                        (sourceId, identityKey, identityRung, contentDigest, firstSeen)
                    VALUES ('nowhere', '1', 'id', 'x', 0)
                    """)
        }
        #expect(try await store.integrityProblems().count == 1)
    }
}

struct `Opening a store` {
    private func reason(opening path: String, create: Bool = true) async -> StorageError.Reason? {
        await #expect(throws: StorageError.self) {
            try await SQLiteStore.open(at: path, create: create)
        }?.reason
    }

    @Test func `that is not there says so and makes nothing`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        #expect(await reason(opening: folder.store, create: false) == .unavailable)
        #expect(!FileManager.default.fileExists(atPath: folder.store))
    }

    @Test(arguments: ["/under", "/deep/under"])
    func `below a file is not possible`(path: String) async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try folder.place(Data("x".utf8))
        #expect(await reason(opening: folder.store + path) == .unavailable)
    }

    @Test func `that is a folder is not possible`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try FileManager.default.createDirectory(
            atPath: folder.store, withIntermediateDirectories: true)
        #expect(await reason(opening: folder.store) == .unavailable)
    }

    @Test func `that is no database leaves the file as it was`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let text = Data(String(repeating: "not a database\n", count: 500).utf8)
        try folder.place(text)
        #expect(await reason(opening: folder.store) == .corrupt)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.store)) == text)
    }

    @Test func `that belongs to another program leaves it alone`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try folder.place(Data())
        try await folder.stranger().write { try $0.execute(sql: "CREATE TABLE recipe (id)") }
        #expect(await reason(opening: folder.store) == .corrupt)
        let tables = try await folder.stranger().read {
            try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema")
        }
        #expect(tables == ["recipe"])
    }

    @Test func `that a newer Repute wrote is refused`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try await folder.open().close()
        try await folder.stranger().write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 tomorrow')")
        }
        #expect(await reason(opening: folder.store) == .newerSchema)
        #expect(await reason(opening: folder.store, create: false) == .newerSchema)
    }

    @Test func `through the public door gives the same contract`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await SQLiteFile.open(at: folder.store, create: true)
        try await store.ping()
        try await SQLiteFile.inMemory().ping()
    }
}
