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
            let registration = SourceRegistration(
                database: database, now: now.timeIntervalSince1970)
            try registration.clear()
            for (source, first) in rows { try registration.register(source, first: first) }
        }
    }

    func claimDue(now: Date, limit: Int, lease: Lease) async throws(StorageError)
        -> [SourceState]
    {
        try await write { database in
            var claimed = try Self.claim("dueAt <= :now", in: database, now, limit, lease)
            if claimed.isEmpty {
                // The clock was set back since: what was polled in its future waits for nothing.
                claimed = try Self.claim(
                    "lastPoll > :now + 60 AND coalesce(leaseUntil, :now) <= :now", in: database,
                    now, limit, lease)
            }
            return claimed.sorted {
                ($0.nextPoll, $0.source) < ($1.nextPoll, $1.source)
            }
        }
    }

    private static func claim(
        _ condition: String, in database: Database, _ now: Date, _ limit: Int, _ lease: Lease
    ) throws -> [SourceState] {
        try database.cachedStatement(
            sql: """
                UPDATE source SET leaseOwner = :owner, leaseUntil = :until
                WHERE id IN (
                    SELECT id FROM source
                    WHERE isActive = 1 AND \(condition)
                    ORDER BY dueAt, id LIMIT :limit)
                RETURNING *
                """
        ).rows([
            "owner": lease.owner,
            "until": now.timeIntervalSince1970 + lease.duration,
            "now": now.timeIntervalSince1970, "limit": limit,
        ]) { SourceState(row: $0) }
    }

    func postpone(_ sources: [SourceID: Date]) async throws(StorageError) {
        guard !sources.isEmpty else { return }
        try await write { database in
            let statement = try database.cachedStatement(
                sql: """
                    UPDATE source SET nextPoll = ?, leaseOwner = NULL, leaseUntil = NULL
                    WHERE id = ?
                    """)
            for (source, date) in sources {
                try statement.execute(arguments: [date.timeIntervalSince1970, source.rawValue])
            }
        }
    }

    func nextDueSource() async throws(StorageError) -> Date? {
        try await read { database in
            try Double.fetchOne(
                database.cachedStatement(
                    sql: "SELECT min(dueAt) FROM source WHERE isActive = 1")
            ).map(Date.init(timeIntervalSince1970:))
        }
    }

    func sourceStates() async throws(StorageError) -> [SourceState] {
        try await read { database in
            try database.cachedStatement(
                sql: "SELECT * FROM source WHERE isConfigured = 1 ORDER BY id"
            ).rows { SourceState(row: $0) }
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
