import Foundation
import GRDB
import Model
import Storage

extension SQLiteStore: MentionStore {
    func known(_ identities: [EntryIdentity], of source: SourceID)
        async throws(StorageError) -> [EntryIdentity: KnownEntry]
    {
        try await read { database in
            var known: [EntryIdentity: KnownEntry] = [:]
            for identity in identities {
                known[identity] = try KnownEntry.fetch(identity.key, of: source, in: database)
            }
            return known
        }
    }

    func record(_ poll: PollRecord) async throws(StorageError) -> PollReceipt {
        try await write { database in
            var receipt = PollReceipt()
            for draft in poll.drafts {
                try draft.store(poll, in: database, receipt: &receipt)
            }
            try poll.state.save(addingMentions: receipt.new.count, in: database)
            return receipt
        }
    }

    func mention(_ id: MentionID) async throws(StorageError) -> Mention? {
        try await read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM mention WHERE id = ?", arguments: [id])
                .map(Mention.init(row:))
        }
    }

    func mentions(_ filter: MentionFilter, page: Page) async throws(StorageError)
        -> PageOf<Mention>
    {
        let query = try MentionQuery(filter)
        return try await read { database in
            let total =
                try Int.fetchOne(database, sql: query.count, arguments: query.arguments) ?? 0
            let rows = try Row.fetchAll(
                database, sql: query.selection + " LIMIT \(page.limit) OFFSET \(page.offset)",
                arguments: query.arguments)
            return PageOf(rows: try rows.map(Mention.init(row:)), total: total)
        }
    }

    func versions(of id: MentionID) async throws(StorageError) -> [MentionVersion] {
        try await read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM mentionVersion WHERE mentionId = ? ORDER BY version",
                arguments: [id]
            ).map(MentionVersion.init(row:))
        }
    }

    func oldestUnanswered(brands: [BrandID]) async throws(StorageError) -> Mention? {
        let marks = Array(repeating: "?", count: brands.count).joined(separator: ", ")
        return try await read { database in
            try Row.fetchOne(
                database,
                sql: """
                    SELECT * FROM mention
                    WHERE label = 'negative' AND hasReply = 0 AND id IN (
                        SELECT mentionId FROM mentionBrand WHERE brandId IN (\(marks)))
                    ORDER BY occurredAt, id LIMIT 1
                    """,
                arguments: StatementArguments(brands.map(\.rawValue))
            ).map(Mention.init(row:))
        }
    }
}

extension KnownEntry {
    fileprivate static func fetch(_ key: String, of source: SourceID, in database: Database) throws
        -> KnownEntry?
    {
        try database.cachedStatement(
            sql: """
                SELECT mentionId, contentDigest, isForgotten FROM entry
                WHERE sourceId = ? AND identityKey = ?
                """
        ).fetchFirst([source.rawValue, key]).map {
            KnownEntry(
                mention: $0["mentionId"], contentDigest: $0["contentDigest"],
                isForgotten: $0["isForgotten"])
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

extension Statement {
    fileprivate func fetchFirst(_ arguments: StatementArguments) throws -> Row? {
        try Row.fetchOne(self, arguments: arguments)
    }
}

extension MentionDraft {
    /// Stores what this draft really changes; what is stored already decides, not what the caller
    /// believed.
    fileprivate func store(_ poll: PollRecord, in database: Database, receipt: inout PollReceipt)
        throws
    {
        let known = try KnownEntry.fetch(entry.identity.key, of: poll.source, in: database)
        if let known, known.isForgotten { return }
        if let id = known?.mention {
            guard known?.contentDigest != contentDigest, let sentiment else { return }
            try replace(id, sentiment, poll: poll, in: database)
            receipt.changed.append(id)
            try saveEntry(poll, mention: id, in: database)
            return
        }
        var id: MentionID?
        if !brands.isEmpty, let sentiment {
            id = try insert(sentiment, poll: poll, in: database)
            id.map { receipt.new.append($0) }
        }
        try saveEntry(poll, mention: id, in: database)
    }

    private func saveEntry(_ poll: PollRecord, mention: MentionID?, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO entry
                    (sourceId, identityKey, identityRung, mentionId, contentDigest, firstSeen)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (sourceId, identityKey) DO UPDATE SET
                    mentionId = excluded.mentionId, contentDigest = excluded.contentDigest
                """
        ).execute(arguments: [
            poll.source.rawValue, entry.identity.key, entry.identity.rung.rawValue, mention,
            contentDigest, poll.now.timeIntervalSince1970,
        ])
    }
}
