import Foundation
import GRDB
import Model
import Storage

extension SQLiteStore: CorrectionStore {
    func correct(_ judgements: [Judgement], now: Date) async throws(StorageError)
        -> [JudgementOutcome]
    {
        try await write { database in
            try judgements.map { try CorrectionWriting($0, now: now, in: database).run() }
        }
    }

    func corrections(of mention: MentionID?) async throws(StorageError) -> [Correction] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM correction WHERE ?1 IS NULL OR mentionId = ?1 ORDER BY id",
                arguments: [mention]
            ).map(Correction.init(row:))
        }
    }

    func sample(_ filter: MentionFilter, count: Int) async throws(StorageError) -> [Mention] {
        let query = try MentionQuery(filter)
        return try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT \(MentionRow.allColumns) FROM mention WHERE id IN (
                        \(query.numbers(where: Self.isUnjudged)) ORDER BY random() LIMIT ?)
                    ORDER BY random()
                    """,
                arguments: query.arguments + [max(0, count)]
            ).map { try Mention(row: $0) }
        }
    }

    func mentions(_ filter: MentionFilter, after: MentionID, limit: Int)
        async throws(StorageError) -> [Mention]
    {
        let query = try MentionQuery(filter)
        return try await read { database in
            try database.makeStatement(
                sql: """
                    SELECT \(MentionRow.columns) FROM mention WHERE id IN (
                        \(query.numbers(where: "mention.id > ?")) ORDER BY mention.id LIMIT ?)
                    ORDER BY id
                    """
            ).rows(query.arguments + [after, max(0, limit)]) {
                try Mention(row: $0, reasons: false)
            }
        }
    }

    private static let isUnjudged = """
        mention.label <> 'unscored' AND NOT EXISTS (
            SELECT 1 FROM correction WHERE correction.mentionId = mention.id
                AND correction.version = mention.version AND correction.aspect = '')
        """
}

extension Correction {
    /// Reads a row of `correction`.
    init(row: Row) {
        self.init(
            id: row["id"], mention: row["mentionId"], version: row["version"],
            aspect: Aspect(rawValue: row["aspect"]),
            label: (row["label"] as String?).flatMap(Sentiment.Label.init),
            machineLabel: (row["machineLabel"] as String?).flatMap(Sentiment.Label.init),
            basis: Sentiment.Basis(rawValue: row["basis"]) ?? .none, lexicon: row["lexicon"],
            at: row.date("at") ?? .distantPast, by: row["by"], note: row["note"],
            isSampled: row["isSampled"])
    }
}
