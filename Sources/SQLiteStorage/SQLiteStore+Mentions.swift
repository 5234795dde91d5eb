import Foundation
import GRDB
import Model
import Storage

extension SQLiteStore: MentionStore {
    func known(_ identities: [EntryIdentity], of source: SourceID)
        async throws(StorageError) -> [EntryIdentity: KnownEntry]
    {
        try await read { database in
            var lookup = try BoundStatement(EntryRow.lookup, in: database)
            let erased = try ErasedIdentities(of: source, in: database)
            var known: [EntryIdentity: KnownEntry] = [:]
            for identity in identities {
                known[identity] = try EntryRow.fetch(identity.key, of: source, by: &lookup)
                if known[identity] == nil, try erased.contains(identity.key) {
                    known[identity] = KnownEntry(
                        mention: nil, contentDigest: "", isForgotten: true)
                }
            }
            return known
        }
    }

    func record(_ poll: PollRecord) async throws(StorageError) -> PollReceipt {
        try checkOpen()
        return try await polls.record(poll, in: self)
    }

    func mention(_ id: MentionID) async throws(StorageError) -> Mention? {
        try await read { database in
            try database.cachedStatement(
                sql: "SELECT \(MentionRow.allColumns) FROM mention WHERE id = ?"
            ).rows([id]) { try Mention(row: $0) }.first
        }
    }

    func mentionWithoutReasons(_ id: MentionID) async throws(StorageError) -> Mention? {
        try await read { database in
            try database.cachedStatement(
                sql: "SELECT \(MentionRow.columns) FROM mention WHERE id = ?"
            ).rows([id]) { try Mention(row: $0, reasons: false) }.first
        }
    }

    func mentions(_ filter: MentionFilter, page: Page) async throws(StorageError)
        -> PageOf<Mention>
    {
        let query = try MentionQuery(filter)
        return try await read { database in
            let total =
                try Int.fetchOne(database, sql: query.count, arguments: query.arguments) ?? 0
            let rows = try database.makeStatement(
                sql: query.selection + " LIMIT \(page.limit) OFFSET \(page.offset)"
            ).rows(query.arguments) { try Mention(row: $0) }
            return PageOf(rows: rows, total: total)
        }
    }

    func versions(of id: MentionID) async throws(StorageError) -> [MentionVersion] {
        try await read { database in
            try MentionVersion.fetchAll(of: id, in: database)
        }
    }

    func incident(of mention: MentionID) async throws(StorageError) -> Incident? {
        try await read { try IncidentRow.fetch(of: mention, in: $0) }
    }

    func oldestUnanswered(brands: [BrandID]) async throws(StorageError) -> Mention? {
        let marks = Array(repeating: "?", count: brands.count).joined(separator: ", ")
        return try await read { database in
            try Row.fetchOne(
                database,
                sql: """
                    SELECT \(MentionRow.allColumns) FROM mention
                    WHERE label = 'negative' AND isOpen = 1 AND EXISTS (
                        SELECT 1 FROM mentionBrand
                        WHERE mentionId = mention.id AND brandId IN (\(marks)))
                    ORDER BY occurredAt, id LIMIT 1
                    """,
                arguments: StatementArguments(brands.map(\.rawValue))
            ).map { try Mention(row: $0) }
        }
    }
}

extension MentionVersion {
    /// Reads a row of `mentionVersion`.
    fileprivate init(row: Row) {
        self.init(
            version: row["version"], title: row["title"], text: row["text"],
            rating: Rating(row: row), score: row["score"],
            label: Sentiment.Label(rawValue: row["label"]) ?? .unscored,
            replacedAt: row.date("replacedAt") ?? .distantPast)
    }

    /// The rows of a mention, oldest first.
    static func fetchAll(of id: MentionID, in database: Database) throws -> [MentionVersion] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT * FROM mentionVersion WHERE mentionId = ? ORDER BY version"),
            arguments: [id]
        ).map(MentionVersion.init(row:))
    }

    /// The row of one version; nil for no version, or one that is still in force.
    static func fetch(_ version: Int?, of id: MentionID, in database: Database) throws
        -> MentionVersion?
    {
        guard let version else { return nil }
        return try Row.fetchOne(
            database, sql: "SELECT * FROM mentionVersion WHERE mentionId = ? AND version = ?",
            arguments: [id, version]
        ).map(MentionVersion.init(row:))
    }
}
