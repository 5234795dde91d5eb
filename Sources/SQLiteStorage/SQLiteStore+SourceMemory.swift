import Foundation
import GRDB
import Model
import Storage

/// What is remembered of a source beside its schedule.
extension SQLiteStore {
    func setPaused(_ source: SourceID, _ isPaused: Bool, now: Date) async throws(StorageError)
        -> Bool
    {
        try await write { database in
            try database.execute(
                sql: isPaused
                    ? """
                    UPDATE source SET pausedAt = :now, isActive = 0
                    WHERE id = :id AND pausedAt IS NULL
                    """
                    : """
                    UPDATE source SET
                        pausedAt = NULL, isActive = isConfigured AND isEnabled,
                        nextPoll = min(nextPoll, :now)
                    WHERE id = :id AND pausedAt IS NOT NULL
                    """,
                arguments: ["id": source.rawValue, "now": now.timeIntervalSince1970])
            return try database.changesCount > 0 || isStored(source, in: database)
        }
    }

    func forgetSeen(of source: SourceID, now: Date) async throws(StorageError) -> Int? {
        try await write { database in
            guard try isStored(source, in: database) else { return nil }
            try database.execute(
                sql: """
                    DELETE FROM entry
                    WHERE sourceId = ? AND mentionId IS NULL AND isForgotten = 0
                    """,
                arguments: [source.rawValue])
            let forgotten = database.changesCount
            try ListingRow.delete(of: source, in: database)
            try database.execute(
                sql: """
                    UPDATE source SET
                        etag = NULL, lastModified = NULL, bodyDigest = NULL, baselineAt = NULL,
                        shape = 0, nextPoll = min(nextPoll, :now), revision = revision + 1
                    WHERE id = :id
                    """,
                arguments: ["id": source.rawValue, "now": now.timeIntervalSince1970])
            return forgotten
        }
    }

    func erase(_ source: SourceID) async throws(StorageError) -> Int {
        let mentions = try await write { try SourceErasure(database: $0, source: source).run() }
        guard mentions > 0 else { return 0 }
        try await TraceRemoval(store: self).mergeSearchIndex()
        // A journal that others are reading is begun anew when they are done.
        _ = try await TraceRemoval(store: self).clearJournal()
        return mentions
    }

    func listedEntries(of source: SourceID) async throws(StorageError) -> ListedEntries? {
        try await read { try ListingRow.fetch(source, in: $0) }
    }

    func entries(withContent digests: [String], of source: SourceID)
        async throws(StorageError) -> [KnownContent]
    {
        try await read { database in
            var seen: Set<String> = []
            return try digests.filter { seen.insert($0).inserted }.flatMap {
                try EntryRow.entries(withContent: $0, of: source, in: database)
            }
        }
    }

    func entries(withKeys keys: [String], of source: SourceID)
        async throws(StorageError) -> [ListedMention]
    {
        try await read { database in
            var seen: Set<String> = []
            return try keys.filter { seen.insert($0).inserted }.compactMap {
                try EntryRow.listed($0, of: source, in: database)
            }
        }
    }

    func hostUsages() async throws(StorageError) -> [HostUsage] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM hostUsage ORDER BY host")
                .map(HostUsage.init(row:))
        }
    }

    func sourceNotices(of source: SourceID?, limit: Int) async throws(StorageError)
        -> [SourceNotice]
    {
        let condition = source == nil ? "" : " WHERE sourceId = ?"
        let arguments = source.map { StatementArguments([$0.rawValue]) } ?? StatementArguments()
        return try await read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM sourceNotice\(condition) ORDER BY id DESC "
                    + "LIMIT \(max(0, limit))",
                arguments: arguments
            ).map(SourceNotice.init(row:))
        }
    }

    func sourceNotices(from: Date, to: Date) async throws(StorageError) -> [SourceNotice] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM sourceNotice WHERE at >= ? AND at < ? ORDER BY at, id",
                arguments: [from.timeIntervalSince1970, to.timeIntervalSince1970]
            ).map(SourceNotice.init(row:))
        }
    }
}

private func isStored(_ source: SourceID, in database: Database) throws -> Bool {
    try Int.fetchOne(
        database, sql: "SELECT 1 FROM source WHERE id = ?", arguments: [source.rawValue]) != nil
}
