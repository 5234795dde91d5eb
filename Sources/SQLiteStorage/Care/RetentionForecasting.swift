import Foundation
import GRDB
import Model
import Storage

/// Looks what pruning would remove, on one snapshot.
struct RetentionForecasting {
    private let cutoffs: RetentionCutoffs
    private let database: Database

    init(_ cutoffs: RetentionCutoffs, in database: Database) {
        self.cutoffs = cutoffs
        self.database = database
    }

    func run() throws -> RetentionForecast {
        let sources = try Row.fetchAll(
            database, sql: "SELECT id, mentionCount FROM source ORDER BY id"
        ).map { try share(of: SourceID(trusted: $0["id"]), stored: $0["mentionCount"]) }
        return RetentionForecast(
            sources: sources, authors: try authors(), deliveries: try deliveries())
    }

    private func share(of source: SourceID, stored: Int) throws -> RetentionForecast.SourceShare {
        let time = cutoffs.mentions(of: source)?.timeIntervalSince1970
        let due = try time.map {
            try Int.fetchOne(
                database.cachedStatement(
                    sql: "SELECT count(*) FROM (\(RetentionQuery.dueMentions))"),
                arguments: [source.rawValue, $0]) ?? 0
        }
        let next = try time.flatMap { try firstSeen(of: source, from: $0) }
        return RetentionForecast.SourceShare(
            source: source, stored: stored, due: due ?? 0,
            oldest: try firstSeen(of: source, from: -Double.greatestFiniteMagnitude),
            nextFirstSeen: next)
    }

    private func firstSeen(of source: SourceID, from: Double) throws -> Date? {
        try Double.fetchOne(
            database.cachedStatement(
                sql: "SELECT min(firstSeen) FROM mention WHERE sourceId = ? AND firstSeen >= ?"),
            arguments: [source.rawValue, from]
        ).map(Date.init(timeIntervalSince1970:))
    }

    /// Names that would go, of mentions that would stay.
    private func authors() throws -> Int {
        guard let time = cutoffs.authors?.timeIntervalSince1970 else { return 0 }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT sourceId, firstSeen FROM mention
                WHERE id IN (\(RetentionQuery.dueAuthors))
                """,
            arguments: ["time": time])
        return rows.count { row in
            let limit = cutoffs.mentions(of: SourceID(trusted: row[0]))?.timeIntervalSince1970
            return limit.map { ($0 as Double) <= row[1] } ?? true
        }
    }

    private func deliveries() throws -> Int {
        guard let time = cutoffs.outbox?.timeIntervalSince1970 else { return 0 }
        return try Int.fetchOne(
            database,
            sql: "SELECT count(*) FROM delivery WHERE alertId IN (\(RetentionQuery.dueAlerts))",
            arguments: ["time": time]) ?? 0
    }
}
