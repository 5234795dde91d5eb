import Foundation
import GRDB
import Model
import Storage

/// What a person sees of the outbox, and asks of it.
extension SQLiteStore {
    func deliveries(_ selection: DeliverySelection, page: Page)
        async throws(StorageError) -> PageOf<Delivery>
    {
        let (condition, arguments) = selection.condition
        return try await read { database in
            let total =
                try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM delivery WHERE " + condition,
                    arguments: arguments) ?? 0
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT * FROM delivery WHERE \(condition) ORDER BY id DESC "
                    + "LIMIT \(page.limit) OFFSET \(page.offset)",
                arguments: arguments)
            return PageOf(rows: rows.map(Delivery.init(row:)), total: total)
        }
    }

    func retryDeliveries(_ selection: DeliverySelection, now: Date)
        async throws(StorageError) -> Int
    {
        try await write { try LetterRows(database: $0).retry(selection, now: now) }
    }

    func cancelDeliveries(_ selection: DeliverySelection, now: Date)
        async throws(StorageError) -> Int
    {
        try await write { try LetterRows(database: $0).cancel(selection, now: now) }
    }
}

extension LetterRows {
    /// Makes the letters of what is selected due at `now`, and lets their channels try; how many
    /// deliveries.
    fileprivate func retry(_ selection: DeliverySelection, now: Date) throws -> Int {
        let (condition, arguments) = selection.condition
        let open = "state IN ('pending', 'given-up')"
        let named = selection.alerts.isEmpty ? selection.channel?.rawValue : nil
        try database.execute(
            sql: """
                UPDATE channelState SET nextTry = NULL, disabledAt = NULL
                WHERE channelId = ? OR channelId IN (
                    SELECT channelId FROM delivery WHERE \(open) AND \(condition))
                """,
            arguments: [named] + arguments)
        try database.execute(
            sql: """
                UPDATE delivery SET
                    state = 'pending', attempts = min(attempts, 1), nextAttempt = ?, lastError = NULL,
                    settledAt = NULL
                WHERE \(open) AND coalesce(leadId, id) IN (
                    SELECT coalesce(leadId, id) FROM delivery WHERE \(open) AND \(condition))
                """,
            arguments: [now.timeIntervalSince1970] + arguments)
        return database.changesCount
    }

    /// Takes back what is selected and still open; how many deliveries.
    func cancel(_ selection: DeliverySelection, now: Date) throws -> Int {
        let (condition, arguments) = selection.condition
        let ids = try Int64.fetchAll(
            database,
            sql: """
                UPDATE delivery SET state = 'cancelled', settledAt = ?
                WHERE state IN ('pending', 'given-up') AND \(condition) RETURNING id
                """,
            arguments: [now.timeIntervalSince1970] + arguments)
        for id in ids { try passOn(id) }
        try database.execute(
            sql: """
                UPDATE delivery SET leaseOwner = NULL, leaseUntil = NULL
                WHERE leaseOwner IS NOT NULL AND state = 'cancelled'
                """)
        return ids.count
    }
}
