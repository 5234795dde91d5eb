import Foundation
import GRDB
import Model
import Storage

extension SQLiteStore: DraftStore {
    func recordDrafts(_ drafts: [ReplyDraft]) async throws(StorageError) {
        try await write { database in
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO draft (mentionId, sourceId, author, template, textDigest, at)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """)
            for draft in drafts {
                try statement.execute(arguments: [
                    draft.mention, draft.source.rawValue, draft.author, draft.template.rawValue,
                    draft.textDigest, draft.at.timeIntervalSince1970,
                ])
            }
        }
    }

    func drafts(for mention: MentionID, to author: String?, in source: SourceID)
        async throws(StorageError) -> [ReplyDraft]
    {
        try await read { database in
            // In two questions, so that each has its index.
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM draft WHERE mentionId = ?1
                    UNION
                    SELECT * FROM draft WHERE author = ?2 AND sourceId = ?3
                    ORDER BY id DESC
                    """,
                arguments: [mention, author, source.rawValue]
            ).compactMap(ReplyDraft.init(row:))
        }
    }

    func lastDrafted(_ textDigests: [String]) async throws(StorageError) -> [String: Date] {
        try await read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT max(at) FROM draft WHERE textDigest = ?")
            var last: [String: Date] = [:]
            for digest in textDigests {
                guard let at = try Double.fetchOne(statement, arguments: [digest]) else { continue }
                last[digest] = Date(timeIntervalSince1970: at)
            }
            return last
        }
    }
}

extension ReplyDraft {
    /// Reads a row of `draft`; nil where a name in it is none.
    fileprivate init?(row: Row) {
        guard let source = SourceID(rawValue: row["sourceId"]),
            let template = ReplyTemplateID(rawValue: row["template"])
        else { return nil }
        self.init(
            mention: row["mentionId"], source: source, author: row["author"], template: template,
            textDigest: row["textDigest"], at: row.date("at") ?? .distantPast)
    }
}
