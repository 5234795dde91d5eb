import Foundation
import GRDB
import Model
import Storage

/// Rows of `delivery`, which is the outbox.
enum DeliveryRow {
    /// Adds one delivery for each channel, due when the alert says, with the message id that every
    /// attempt will carry.
    static func insert(
        _ alert: DecisionRecord.NewAlert, id: AlertID, at now: Date, in database: Database
    ) throws {
        var seen: Set<ChannelID> = []
        for channel in alert.channels where seen.insert(channel).inserted {
            let unique = randomUUID().uuidString.lowercased()
            let due = alert.notBefore[channel] ?? now
            try database.cachedStatement(
                sql: """
                    INSERT INTO delivery
                        (alertId, channelId, messageId, state, nextAttempt, createdAt)
                    VALUES (?, ?, ?, 'pending', ?, ?)
                    """
            ).execute(arguments: [
                id, channel.rawValue, "alert-\(id)-\(unique)", due.timeIntervalSince1970,
                now.timeIntervalSince1970,
            ])
        }
    }

    /// A UUID of version 4 (RFC 9562).
    ///
    /// `UUID()` reads `/dev/urandom` and repeats itself where the process can't open it; this needs no
    /// descriptor.
    private static func randomUUID() -> UUID {
        var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        withUnsafeMutableBytes(of: &bytes) { buffer in
            for index in buffer.indices { buffer[index] = .random(in: .min ... .max) }
            buffer[6] = buffer[6] & 0x0F | 0x40
            buffer[8] = buffer[8] & 0x3F | 0x80
        }
        return UUID(uuid: bytes)
    }
}

extension Delivery {
    /// Reads a row of `delivery`.
    init(row: Row) {
        self.init(
            id: row["id"], alert: row["alertId"], channel: ChannelID(trusted: row["channelId"]),
            messageID: row["messageId"], state: State(rawValue: row["state"]) ?? .pending,
            attempts: row["attempts"], nextAttempt: row.date("nextAttempt") ?? .distantPast,
            lastError: row["lastError"], createdAt: row.date("createdAt") ?? .distantPast,
            settledAt: row.date("settledAt"), lead: row["leadId"])
    }
}

extension DeliverySelection {
    /// The selection as a condition on `delivery`, and the values that it asks for.
    var condition: (sql: String, arguments: StatementArguments) {
        var parts = ["true"]
        var arguments = StatementArguments()
        if let channel {
            parts.append("channelId = ?")
            arguments += [channel.rawValue]
        }
        if !alerts.isEmpty {
            parts.append("alertId IN (SELECT value FROM json_each(?))")
            arguments += ["[" + alerts.map(String.init).joined(separator: ",") + "]"]
        }
        if !states.isEmpty {
            parts.append("state IN (\(states.map { _ in "?" }.joined(separator: ", ")))")
            arguments += StatementArguments(states.map(\.rawValue).sorted())
        }
        return (parts.joined(separator: " AND "), arguments)
    }
}
