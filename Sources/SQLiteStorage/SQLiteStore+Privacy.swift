import Foundation
import GRDB
import Model
import Storage

extension SQLiteStore: PrivacyStore {
    func retentionForecast(_ cutoffs: RetentionCutoffs) async throws(StorageError)
        -> RetentionForecast
    {
        try await read { try RetentionForecasting(cutoffs, in: $0).run() }
    }

    func forgetPreview(_ selection: ForgetSelection) async throws(StorageError) -> ForgetPreview {
        let query = ForgetQuery(selection)
        return try await read { database in
            let mentions = try database.makeStatement(
                sql: """
                    SELECT \(MentionRow.columns) FROM mention WHERE id IN (\(query.sql))
                    ORDER BY occurredAt, id
                    """
            ).rows(query.arguments) { try Mention(row: $0, reasons: false) }
            let copies = try MentionID.fetchAll(
                database,
                sql: """
                    SELECT id FROM mention
                    WHERE incidentId IN (
                            SELECT incidentId FROM mention WHERE id IN (\(query.sql)))
                        AND id NOT IN (\(query.sql))
                    ORDER BY id
                    """,
                arguments: query.arguments + query.arguments)
            return ForgetPreview(
                mentions: mentions,
                counts: try ForgetQuery.counts(
                    where: "mentionId IN (\(query.sql))", query.arguments, in: database),
                copies: copies)
        }
    }

    func forget(_ selection: ForgetSelection, by: String, now: Date)
        async throws(StorageError) -> ForgetReceipt
    {
        var receipt = try await write { database in
            try MentionErasure(by: by, now: now, in: database).run(selection)
        }
        guard receipt.id > 0 else { return receipt }
        try await TraceRemoval(store: self).mergeSearchIndex()
        receipt.isJournalCleared = try await TraceRemoval(store: self).clearJournal()
        return receipt
    }

    func forgetReceipts() async throws(StorageError) -> [ForgetReceipt] {
        try await read { try ErasureRow.fetchAll(in: $0) }
    }
}
