import Foundation
import GRDB
import Model
import Storage

extension SQLiteStore {
    func arrivals(brands: [BrandID]?, from: Date, to: Date, limit: Int)
        async throws(StorageError) -> Arrivals
    {
        let query = ArrivalQuery(brands: brands, from: from, to: to)
        return try await read { database in
            Arrivals(
                counts: try query.counts(in: database), aspects: try query.aspects(in: database),
                worst: try query.mentions("negative", "score", limit: limit, in: database),
                best: try query.mentions("positive", "score DESC", limit: limit, in: database))
        }
    }
}

/// What came in a time: mentions first seen then, other than those of a baseline.
private struct ArrivalQuery: Sendable {
    private let table: String
    private let arguments: StatementArguments

    init(brands: [BrandID]?, from: Date, to: Date) {
        let scope = BrandScope.mention("mention.id", about: brands)
        table = """
            mention INDEXED BY mentionSeen
            WHERE firstSeen >= ? AND firstSeen < ? AND isBaseline = 0 AND \(scope.sql)
            """
        arguments =
            [from.timeIntervalSince1970, to.timeIntervalSince1970]
            + scope.arguments
    }

    func counts(in database: Database) throws -> SentimentCounts {
        try Row.fetchOne(
            database,
            sql: """
                SELECT coalesce(sum(label = 'negative'), 0) AS negative,
                    coalesce(sum(label = 'neutral'), 0) AS neutral,
                    coalesce(sum(label = 'positive'), 0) AS positive,
                    coalesce(sum(label = 'unscored'), 0) AS unscored,
                    count(stars) AS rated, total(stars) AS starSum
                FROM \(table)
                """,
            arguments: arguments
        ).map(SentimentCounts.init(row:)) ?? SentimentCounts()
    }

    func aspects(in database: Database) throws -> [AspectCounts] {
        let counts = try Row.fetchAll(
            database,
            sql: """
                SELECT aspect, sum(label = 'negative') AS negative,
                    sum(label = 'neutral') AS neutral, sum(label = 'positive') AS positive
                FROM (SELECT id FROM \(table))
                CROSS JOIN mentionAspect ON mentionAspect.mentionId = id
                GROUP BY aspect
                """,
            arguments: arguments
        ).compactMap(AspectCounts.init(row:))
        return Aspect.allCases.compactMap { aspect in counts.first { $0.aspect == aspect } }
    }

    /// Those of a label in an order, of equals the latest first; at most `limit`.
    func mentions(_ label: String, _ order: String, limit: Int, in database: Database) throws
        -> [Mention]
    {
        let order = "\(order), occurredAt DESC, mention.id DESC"
        return try database.makeStatement(
            sql: """
                SELECT \(MentionRow.allColumns) FROM mention
                WHERE id IN (
                    SELECT id FROM \(table) AND label = '\(label)' ORDER BY \(order) LIMIT ?)
                ORDER BY \(order)
                """
        ).rows(arguments + [limit]) { try Mention(row: $0) }
    }
}
