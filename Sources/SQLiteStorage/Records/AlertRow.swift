import Foundation
import GRDB
import Model
import Storage

/// Rows of `alert`, with the mentions and notices that belong to them.
enum AlertRow {
    /// Adds an alert that tells of `mentions` and `notices`; its number.
    static func insert(
        _ alert: DecisionRecord.NewAlert, mentions: [MentionID], notices: [SourceNoticeID],
        at now: Date, in database: Database
    ) throws -> AlertID {
        try database.cachedStatement(
            sql: """
                INSERT INTO alert
                    (ruleId, brandId, severity, reason, createdAt, kind, weighing, periodStart,
                    periodEnd, channelId)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            alert.rule.rawValue, alert.brand?.rawValue ?? "", alert.severity.rawValue,
            alert.reason, now.timeIntervalSince1970, alert.kind.rawValue, alert.weighing,
            alert.period?.start.timeIntervalSince1970, alert.period?.end.timeIntervalSince1970,
            alert.channel?.rawValue,
        ])
        let id = database.lastInsertedRowID
        for (position, mention) in mentions.enumerated() {
            try database.cachedStatement(
                sql: "INSERT INTO alertMention (alertId, mentionId, position) VALUES (?, ?, ?)"
            ).execute(arguments: [id, mention, position])
        }
        for (position, notice) in notices.enumerated() {
            try database.cachedStatement(
                sql: """
                    INSERT OR IGNORE INTO alertNotice (alertId, noticeId, position)
                    VALUES (?, ?, ?)
                    """
            ).execute(arguments: [id, notice, position])
        }
        return id
    }

    /// The number of the alert that says the same already: a digest on the same period, or any other
    /// of its rule that was made at `now`; nil where there is none.
    static func stored(
        _ alert: DecisionRecord.NewAlert, at now: Date, in database: Database
    ) throws -> AlertID? {
        let isTimed = alert.kind == .digest && alert.period != nil
        let time =
            isTimed
            ? "kind = 'digest' AND periodStart = :start AND periodEnd = :end"
            : "kind = :kind AND createdAt = :now"
        var arguments: StatementArguments = [
            "rule": alert.rule.rawValue, "brand": alert.brand?.rawValue ?? "",
            "channel": alert.channel?.rawValue,
        ]
        if let period = alert.period, isTimed {
            arguments += [
                "start": period.start.timeIntervalSince1970,
                "end": period.end.timeIntervalSince1970,
            ]
        } else {
            arguments += ["kind": alert.kind.rawValue, "now": now.timeIntervalSince1970]
        }
        return try Int64.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT id FROM alert
                    WHERE ruleId = :rule AND brandId = :brand AND channelId IS :channel AND \(time)
                    """),
            arguments: arguments)
    }
}

extension Alert {
    /// Reads a row of `alert`, and the mentions and notices that belong to it.
    init(row: Row, in database: Database) throws {
        let id: AlertID = row["id"]
        let start = row.date("periodStart")
        let end = row.date("periodEnd")
        self.init(
            id: id, rule: RuleID(trusted: row["ruleId"]),
            severity: Severity(rawValue: row["severity"]) ?? .warning,
            brand: BrandID(stored: row["brandId"]),
            mentions: try Int64.fetchAll(
                database.cachedStatement(
                    sql: "SELECT mentionId FROM alertMention WHERE alertId = ? ORDER BY position"),
                arguments: [id]),
            notices: try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT sourceNotice.* FROM alertNotice
                        JOIN sourceNotice ON sourceNotice.id = alertNotice.noticeId
                        WHERE alertNotice.alertId = ? ORDER BY alertNotice.position
                        """),
                arguments: [id]
            ).map(SourceNotice.init(row:)),
            reason: row["reason"], createdAt: row.date("createdAt") ?? .distantPast,
            kind: Kind(rawValue: row["kind"]) ?? .mentions, weighing: row["weighing"],
            period: start.flatMap { start in end.map { Period(start: start, end: $0) } },
            channel: (row["channelId"] as String?).map { ChannelID(trusted: $0) })
    }
}

extension Identifier {
    /// A column in which the empty text stands for none.
    init?(stored text: String) {
        guard !text.isEmpty else { return nil }
        self.init(trusted: text)
    }
}
