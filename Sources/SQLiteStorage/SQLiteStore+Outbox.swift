import Foundation
import GRDB
import Model
import Storage

extension SQLiteStore: OutboxStore {
    func claimLetter(of channel: ChannelID, now: Date, lease: Lease, gathering: Gathering?)
        async throws(StorageError) -> [Delivery]
    {
        try await write { database in
            try LetterRows(database: database)
                .claim(of: channel, now: now, lease: lease, gathering: gathering)
        }
    }

    func settle(
        _ lead: DeliveryID, as outcome: AttemptOutcome, now: Date, channel: ChannelState?
    ) async throws(StorageError) {
        try await write { database in
            try LetterRows(database: database).settle(lead, as: outcome, now: now)
            try channel?.save(in: database)
        }
    }

    func nextDelivery(of channel: ChannelID) async throws(StorageError) -> Date? {
        try await read { database in
            try Double.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT min(dueAt) FROM delivery
                        WHERE state = 'pending' AND leadId IS NULL AND channelId = ?
                        """),
                arguments: [channel.rawValue]
            ).map(Date.init(timeIntervalSince1970:))
        }
    }

    func channelStates() async throws(StorageError) -> [ChannelState] {
        try await read { database in
            try database.cachedStatement(sql: "SELECT * FROM channelState ORDER BY channelId")
                .rows { ChannelState(row: $0) }
        }
    }

    func setChannelState(_ state: ChannelState) async throws(StorageError) {
        try await write { try state.save(in: $0) }
    }

    func letterTimes(of channel: ChannelID, since: Date) async throws(StorageError) -> [Date] {
        try await read { database in
            try Double.fetchAll(
                database,
                sql: """
                    SELECT settledAt FROM delivery
                    WHERE state = 'delivered' AND leadId IS NULL AND channelId = ?
                        AND settledAt >= ?
                    ORDER BY settledAt DESC
                    """,
                arguments: [channel.rawValue, since.timeIntervalSince1970]
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
                    SELECT state, count(*) AS rows, sum(lastError IS NOT NULL) AS tried,
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
                case .cancelled: summary.cancelled = row["rows"]
                case nil: break
                }
            }
            return summary
        }
    }

    func pendingDeliveries() async throws(StorageError) -> [ChannelID: Int] {
        try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT channelId, count(*) AS rows FROM delivery WHERE state = 'pending'
                    GROUP BY channelId
                    """)
            return Dictionary(
                uniqueKeysWithValues: rows.map { (ChannelID(trusted: $0["channelId"]), $0["rows"]) }
            )
        }
    }
}
