import FoundationEssentials
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

/// A store on disk with both sources.
private func store(in folder: StoreFolder) async throws -> SQLiteStore {
    let store = try await folder.open(busyTimeout: 0.01)
    try await store.register([registered(reviews), registered(press)], now: present) { _ in
        present
    }
    return store
}

struct `A store that another process writes to` {
    @Test func `is busy for writers and not for readers`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await store(in: folder)
        try await store.record([draft("1")])
        let stranger = try folder.stranger()
        try await stranger.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN IMMEDIATE; UPDATE source SET feedTitle = 'x'")
        }
        let error = await #expect(throws: StorageError.self) {
            try await store.record([draft("2")])
        }
        #expect(error?.reason == .busy)
        #expect(try await store.mentions(MentionFilter(), page: Page()).total == 1)
        #expect(try await store.sourceStates().map(\.feedTitle) == [nil, nil])
        try await stranger.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        #expect(try await store.record([draft("2")]).new.count == 1)
    }

    @Test func `shows what the other one stored, and claims nothing twice`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let one = try await store(in: folder)
        let two = try await folder.open()
        let id = try #require(try await one.record([draft("1")]).new.first)
        #expect(try await two.mention(id)?.entry.id == "1")
        #expect(try await two.record([draft("1")]) == PollReceipt())
        try await one.pollSoon(nil, now: present)
        let claims = try await [
            one.claimDue(now: present, limit: 1, lease: lease),
            two.claimDue(now: present, limit: 9, lease: otherLease),
        ]
        #expect(claims.map(\.count) == [1, 1])
        #expect(claims[0].map(\.source) != claims[1].map(\.source))
    }
}

struct `A full disk` {
    @Test func `is named, and nothing of the call is stored`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await store(in: folder)
        try await store.record([draft("1")])
        try await store.write { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
        }
        let large = String(repeating: "soup ", count: 50_000)
        let drafts = [draft("2"), draft("3", large)]
        let error = await #expect(throws: StorageError.self) { try await store.record(drafts) }
        #expect(error?.reason == .diskFull)
        #expect(try await store.mentions(MentionFilter(), page: Page()).total == 1)
        #expect(try await store.totals().total == 1)
        #expect(try await store.sourceStates().last?.mentionCount == 1)
        try await store.write { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
        #expect(try await store.record(drafts).new.count == 2)
        #expect(try await store.integrityProblems() == [])
    }
}

struct `An error of SQLite` {
    @Test(arguments: [
        (ResultCode.SQLITE_BUSY, StorageError.Reason.busy), (.SQLITE_LOCKED, .busy),
        (.SQLITE_FULL, .diskFull), (.SQLITE_READONLY, .readOnly), (.SQLITE_CORRUPT, .corrupt),
        (.SQLITE_NOTADB, .corrupt), (.SQLITE_CANTOPEN, .unavailable),
        (.SQLITE_IOERR, .outcomeUnknown), (.SQLITE_BUSY_SNAPSHOT, .busy),
        (.SQLITE_IOERR_FSYNC, .outcomeUnknown), (.SQLITE_CONSTRAINT, .other),
    ])
    func `gets the reason of the contract and names the file`(
        code: ResultCode, reason: StorageError.Reason
    ) {
        let error = StorageError(DatabaseError(resultCode: code), path: "/srv/x.sqlite")
        #expect(error.reason == reason)
        #expect(error.detail.contains("/srv/x.sqlite"))
    }
}
