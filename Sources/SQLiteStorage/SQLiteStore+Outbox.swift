import Foundation
import GRDB
import Model
import Storage

extension SQLiteStore: OutboxStore {
    func claimDeliveries(of channel: ChannelID, now: Date, limit: Int, lease: Lease)
        async throws(StorageError) -> [Delivery]
    {
        try await write { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    UPDATE delivery SET leaseOwner = :owner, leaseUntil = :until
                    WHERE id IN (
                        SELECT id FROM delivery
                        WHERE state = 'pending' AND channelId = :channel AND nextAttempt <= :now
                            AND (leaseUntil IS NULL OR leaseUntil <= :now)
                        ORDER BY nextAttempt, id LIMIT :limit)
                    RETURNING *
                    """,
                arguments: [
                    "owner": lease.owner, "channel": channel.rawValue,
                    "until": now.timeIntervalSince1970 + lease.duration,
                    "now": now.timeIntervalSince1970, "limit": limit,
                ])
            return rows.map(Delivery.init(row:)).sorted {
                ($0.nextAttempt, $0.id) < ($1.nextAttempt, $1.id)
            }
        }
    }

    func settle(_ id: DeliveryID, as outcome: AttemptOutcome, now: Date)
        async throws(StorageError)
    {
        let (state, next, error): (Delivery.State, Date?, String?) =
            switch outcome {
            case .delivered: (.delivered, nil, nil)
            case .retry(let at, let error): (.pending, at, error)
            case .givenUp(let error): (.givenUp, nil, error)
            }
        try await write { database in
            try database.execute(
                sql: """
                    UPDATE delivery SET
                        state = :state, attempts = attempts + 1,
                        nextAttempt = coalesce(:next, nextAttempt), lastError = :error,
                        settledAt = iif(:state = 'pending', NULL, :now),
                        leaseOwner = NULL, leaseUntil = NULL
                    WHERE id = :id AND state = 'pending'
                    """,
                arguments: [
                    "state": state.rawValue, "next": next?.timeIntervalSince1970, "error": error,
                    "now": now.timeIntervalSince1970, "id": id,
                ])
        }
    }

    func nextDelivery(of channel: ChannelID) async throws(StorageError) -> Date? {
        try await read { database in
            try Double.fetchOne(
                database,
                sql: """
                    SELECT min(max(nextAttempt, coalesce(leaseUntil, nextAttempt)))
                    FROM delivery WHERE state = 'pending' AND channelId = ?
                    """,
                arguments: [channel.rawValue]
            ).map(Date.init(timeIntervalSince1970:))
        }
    }

    func giveUpDeliveries(exceptOf channels: [ChannelID], error: String, now: Date)
        async throws(StorageError) -> Int
    {
        let marks = channels.map { _ in "?" }.joined(separator: ", ")
        return try await write { database in
            try database.execute(
                sql: """
                    UPDATE delivery SET state = 'given-up', lastError = ?, settledAt = ?,
                        leaseOwner = NULL, leaseUntil = NULL
                    WHERE state = 'pending' AND channelId NOT IN (\(marks))
                    """,
                arguments: [error, now.timeIntervalSince1970]
                    + StatementArguments(channels.map(\.rawValue)))
            return database.changesCount
        }
    }

    func outboxSummary() async throws(StorageError) -> OutboxSummary {
        try await read { database in
            var summary = OutboxSummary()
            for row in try Row.fetchAll(
                database,
                sql: """
                    SELECT state, count(*) AS rows, sum(attempts > 0) AS tried,
                        min(createdAt) AS oldest
                    FROM delivery GROUP BY state
                    """)
            {
                switch Delivery.State(rawValue: row["state"]) {
                case .pending:
                    summary.pending = row["rows"]
                    summary.retrying = row["tried"]
                    summary.oldestPending = row.date("oldest")
                case .delivered: summary.delivered = row["rows"]
                case .givenUp: summary.givenUp = row["rows"]
                case nil: break
                }
            }
            return summary
        }
    }

    func deliveries(of alert: AlertID?, page: Page) async throws(StorageError)
        -> PageOf<Delivery>
    {
        let condition = alert == nil ? "" : " WHERE alertId = ?"
        let arguments = alert.map { StatementArguments([$0]) } ?? StatementArguments()
        return try await read { database in
            let total =
                try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM delivery" + condition,
                    arguments: arguments) ?? 0
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT * FROM delivery\(condition) ORDER BY id DESC "
                    + "LIMIT \(page.limit) OFFSET \(page.offset)",
                arguments: arguments)
            return PageOf(rows: rows.map(Delivery.init(row:)), total: total)
        }
    }

    func retryDeliveries(channel: ChannelID?, now: Date) async throws(StorageError) -> Int {
        try await write { database in
            try database.execute(
                sql: """
                    UPDATE delivery SET
                        state = 'pending', attempts = 0, nextAttempt = :now, settledAt = NULL
                    WHERE state IN ('pending', 'given-up')
                        AND (:channel IS NULL OR channelId = :channel)
                    """,
                arguments: ["now": now.timeIntervalSince1970, "channel": channel?.rawValue])
            return database.changesCount
        }
    }
}

extension Delivery {
    /// Reads a row of `delivery`.
    fileprivate init(row: Row) {
        self.init(
            id: row["id"], alert: row["alertId"], channel: ChannelID(trusted: row["channelId"]),
            messageID: row["messageId"], state: State(rawValue: row["state"]) ?? .pending,
            attempts: row["attempts"], nextAttempt: row.date("nextAttempt") ?? .distantPast,
            lastError: row["lastError"], createdAt: row.date("createdAt") ?? .distantPast,
            settledAt: row.date("settledAt"))
    }
}
