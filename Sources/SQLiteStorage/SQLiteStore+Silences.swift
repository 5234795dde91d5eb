import Foundation
import GRDB
import Model
import Storage

/// What rules remember, and what people asked of them.
extension SQLiteStore {
    func ruleMarks() async throws(StorageError) -> [RuleMark] {
        try await read { database in
            try database.cachedStatement(
                sql: "SELECT * FROM ruleMark ORDER BY ruleId, key"
            ).rows {
                RuleMark(
                    rule: RuleID(trusted: $0["ruleId"]), key: $0["key"],
                    at: $0.date("at") ?? .distantPast, value: $0["value"])
            }
        }
    }

    func silences() async throws(StorageError) -> [AlertSilence] {
        try await read { database in
            try database.cachedStatement(sql: "SELECT * FROM silence ORDER BY id DESC")
                .rows { AlertSilence(row: $0) }
        }
    }

    func add(_ silence: AlertSilence) async throws(StorageError) -> SilenceID {
        try await write { database in
            let values: StatementArguments = [
                silence.rule?.rawValue, silence.source?.rawValue, silence.brand?.rawValue,
                silence.mention, silence.start.timeIntervalSince1970,
                silence.end.timeIntervalSince1970, silence.comment,
            ]
            let same = try Int64.fetchOne(
                database,
                sql: """
                    SELECT id FROM silence
                    WHERE ruleId IS ? AND sourceId IS ? AND brandId IS ? AND mentionId IS ?
                        AND startsAt = ? AND endsAt = ? AND comment IS ?
                    """,
                arguments: values)
            if let same { return same }
            try database.execute(
                sql: """
                    INSERT INTO silence
                        (ruleId, sourceId, brandId, mentionId, startsAt, endsAt, comment)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: values)
            return database.lastInsertedRowID
        }
    }

    func endSilence(_ id: SilenceID, now: Date) async throws(StorageError) -> Bool {
        try await write { database in
            try database.execute(
                sql: "UPDATE silence SET endsAt = :now WHERE id = :id AND endsAt > :now",
                arguments: ["id": id, "now": now.timeIntervalSince1970])
            return database.changesCount > 0
        }
    }

    func addTest(to channel: ChannelID, reason: String, now: Date, lease: Lease)
        async throws(StorageError) -> Delivery
    {
        var test = DecisionRecord.NewAlert(
            rule: .channelTest, severity: .info, brand: nil, mentions: [], reason: reason,
            channels: [channel])
        test.kind = .test
        test.channel = channel
        return try await write { [test] database in
            let stored = try AlertRow.stored(test, at: now, in: database)
            let id =
                try stored
                ?? AlertRow.insert(test, mentions: [], notices: [], at: now, in: database)
            if stored == nil { try DeliveryRow.insert(test, id: id, at: now, in: database) }
            let delivery = try Row.fetchOne(
                database,
                sql: """
                    UPDATE delivery SET
                        attempts = attempts + 1, leaseOwner = ?, leaseUntil = ?
                    WHERE alertId = ?
                    RETURNING *
                    """,
                arguments: [lease.owner, now.timeIntervalSince1970 + lease.duration, id])
            guard let delivery else {
                throw StorageError(
                    reason: .other, detail: "the test was not stored; ask for it again")
            }
            var claimed = Delivery(row: delivery)
            // As a claim: this attempt counts in the store alone.
            claimed.attempts -= 1
            return claimed
        }
    }
}

extension AlertSilence {
    /// Reads a row of `silence`.
    fileprivate init(row: Row) {
        self.init(
            id: row["id"], rule: (row["ruleId"] as String?).map { RuleID(trusted: $0) },
            source: (row["sourceId"] as String?).map { SourceID(trusted: $0) },
            brand: (row["brandId"] as String?).map { BrandID(trusted: $0) },
            mention: row["mentionId"], start: row.date("startsAt") ?? .distantPast,
            end: row.date("endsAt") ?? .distantPast, comment: row["comment"])
    }
}
