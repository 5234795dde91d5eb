import Foundation
import GRDB
import Model
import Storage

extension SQLiteStore: SourceStore {
    func register(
        _ sources: [RegisteredSource], now: Date, firstPoll: @Sendable (SourceID) -> Date
    ) async throws(StorageError) {
        let rows = sources.map { ($0, firstPoll($0.id).timeIntervalSince1970) }
        try await write { database in
            try database.execute(sql: "UPDATE source SET isConfigured = 0, isActive = 0")
            let upsert = try database.cachedStatement(
                sql: """
                    INSERT INTO source
                        (id, kind, isActive, isConfigured, urlDigest, readingDigest, nextPoll)
                    VALUES (:id, :kind, :active, 1, :url, :reading, :first)
                    ON CONFLICT (id) DO UPDATE SET
                        kind = :kind, isActive = :active, isConfigured = 1,
                        etag = iif(urlDigest = :url AND readingDigest = :reading, etag, NULL),
                        lastModified =
                            iif(urlDigest = :url AND readingDigest = :reading, lastModified, NULL),
                        bodyDigest =
                            iif(urlDigest = :url AND readingDigest = :reading, bodyDigest, NULL),
                        movedTo = iif(urlDigest = :url, movedTo, NULL),
                        nextPoll =
                            iif(urlDigest = :url AND readingDigest = :reading, nextPoll, :now),
                        urlDigest = :url, readingDigest = :reading
                    """)
            for (source, first) in rows {
                try upsert.execute(arguments: [
                    "id": source.id.rawValue, "kind": source.kind.rawValue,
                    "active": source.isEnabled, "url": source.urlDigest,
                    "reading": source.readingDigest, "first": first,
                    "now": now.timeIntervalSince1970,
                ])
            }
        }
    }

    func claimDue(now: Date, limit: Int, lease: Lease) async throws(StorageError)
        -> [SourceState]
    {
        try await write { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    UPDATE source SET leaseOwner = :owner, leaseUntil = :until
                    WHERE id IN (
                        SELECT id FROM source
                        WHERE isActive = 1 AND nextPoll <= :now
                            AND (leaseUntil IS NULL OR leaseUntil <= :now)
                        ORDER BY nextPoll, id LIMIT :limit)
                    RETURNING *
                    """,
                arguments: [
                    "owner": lease.owner,
                    "until": now.timeIntervalSince1970 + lease.duration,
                    "now": now.timeIntervalSince1970, "limit": limit,
                ])
            return rows.map(SourceState.init(row:)).sorted {
                ($0.nextPoll, $0.source) < ($1.nextPoll, $1.source)
            }
        }
    }

    func nextDueSource() async throws(StorageError) -> Date? {
        try await read { database in
            try Double.fetchOne(
                database,
                sql: """
                    SELECT min(max(nextPoll, coalesce(leaseUntil, nextPoll)))
                    FROM source WHERE isActive = 1
                    """
            ).map(Date.init(timeIntervalSince1970:))
        }
    }

    func sourceStates() async throws(StorageError) -> [SourceState] {
        try await read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM source WHERE isConfigured = 1 ORDER BY id"
            ).map(SourceState.init(row:))
        }
    }

    func pollSoon(_ sources: [SourceID]?, now: Date) async throws(StorageError) {
        try await write { database in
            if let sources {
                for source in sources {
                    try database.execute(
                        sql: "UPDATE source SET nextPoll = min(nextPoll, ?) WHERE id = ?",
                        arguments: [now.timeIntervalSince1970, source.rawValue])
                }
            } else {
                try database.execute(
                    sql: "UPDATE source SET nextPoll = min(nextPoll, ?) WHERE isActive = 1",
                    arguments: [now.timeIntervalSince1970])
            }
        }
    }
}
