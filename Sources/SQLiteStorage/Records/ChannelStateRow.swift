import Foundation
import GRDB
import Model

extension ChannelState {
    /// Reads a row of `channelState`.
    init(row: Row) {
        self.init(
            channel: ChannelID(trusted: row["channelId"]), failures: row["failures"],
            failingSince: row.date("failingSince"), nextTry: row.date("nextTry"),
            lastError: row["lastError"], lastDelivery: row.date("lastDelivery"),
            disabledAt: row.date("disabledAt"), addressDigest: row["addressDigest"])
    }

    /// Writes the row, in the place of the one before.
    func save(in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO channelState
                    (channelId, failures, failingSince, nextTry, lastError, lastDelivery,
                    disabledAt, addressDigest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            channel.rawValue, failures, failingSince?.timeIntervalSince1970,
            nextTry?.timeIntervalSince1970, lastError, lastDelivery?.timeIntervalSince1970,
            disabledAt?.timeIntervalSince1970, addressDigest,
        ])
    }
}
