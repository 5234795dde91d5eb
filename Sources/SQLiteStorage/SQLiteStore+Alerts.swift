import Foundation
import GRDB
import Model
import Storage

extension SQLiteStore: AlertStore {
    func undecided(limit: Int) async throws(StorageError) -> [UndecidedMention] {
        try await read { database in
            try database.cachedStatement(
                sql: "SELECT * FROM mention WHERE isDecided = 0 ORDER BY id LIMIT ?"
            ).rows([limit]) { row in
                UndecidedMention(
                    mention: try Mention(row: row, reasons: false), isNews: row["isNews"],
                    decidedVersion: try MentionVersion.fetch(
                        row["decidedVersion"], of: row["id"], in: database))
            }
        }
    }

    func undecidedNotices() async throws(StorageError) -> [SourceNotice] {
        try await read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM sourceNotice WHERE isDecided = 0 ORDER BY id"
            ).map(SourceNotice.init(row:))
        }
    }

    func stories(of brand: BrandID?, since: Date) async throws(StorageError) -> [StoredStory] {
        try await read { try IncidentRow.stories(of: brand, since: since, in: $0) }
    }

    func held() async throws(StorageError) -> [HeldDecision] {
        try await read { database in
            try database.cachedStatement(
                sql: """
                    SELECT mention.*, decision.ruleId AS heldRule, decision.brandId AS heldBrand,
                        decision.decidedAt AS heldSince, decision.heldUntil AS heldUntil
                    FROM decision JOIN mention ON mention.id = decision.mentionId
                    WHERE decision.outcome = 'held'
                    ORDER BY mention.id
                    """
            ).rows { row in
                HeldDecision(
                    rule: RuleID(trusted: row["heldRule"]),
                    brand: BrandID(stored: row["heldBrand"]),
                    mention: try Mention(row: row, reasons: false),
                    heldSince: row.date("heldSince") ?? .distantPast,
                    until: row.date("heldUntil") ?? .distantPast)
            }
        }
    }

    func nextHeld() async throws(StorageError) -> Date? {
        try await read { database in
            try Double.fetchOne(
                database, sql: "SELECT min(heldUntil) FROM decision WHERE outcome = 'held'"
            ).map(Date.init(timeIntervalSince1970:))
        }
    }

    func lastAlerts() async throws(StorageError) -> [AlertMoment] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM alertMoment").map { row in
                AlertMoment(
                    rule: RuleID(trusted: row["ruleId"]), brand: BrandID(stored: row["brandId"]),
                    at: row.date("at") ?? .distantPast)
            }
        }
    }

    func commit(_ decisions: DecisionRecord) async throws(StorageError) -> [AlertID?] {
        try await write { database in
            try DecisionLedger(decisions, in: database).commit()
        }
    }

    func alert(_ id: AlertID) async throws(StorageError) -> Alert? {
        try await read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM alert WHERE id = ?", arguments: [id])
                .map { try Alert(row: $0, in: database) }
        }
    }

    func alerts(since: Date?, page: Page) async throws(StorageError) -> PageOf<Alert> {
        let from = since?.timeIntervalSince1970 ?? -Double.greatestFiniteMagnitude
        return try await read { database in
            let total =
                try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM alert WHERE createdAt >= ?",
                    arguments: [from]) ?? 0
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM alert WHERE createdAt >= ?
                    ORDER BY createdAt DESC, id DESC LIMIT ? OFFSET ?
                    """,
                arguments: [from, page.limit, page.offset])
            return PageOf(rows: try rows.map { try Alert(row: $0, in: database) }, total: total)
        }
    }

    func decisions(on mention: MentionID) async throws(StorageError) -> [RecordedDecision] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql:
                    "SELECT * FROM decision WHERE mentionId = ? ORDER BY decidedAt, version, ruleId",
                arguments: [mention]
            ).map { row in
                RecordedDecision(
                    rule: RuleID(trusted: row["ruleId"]), outcome: row["outcome"],
                    reason: row["reason"], alert: row["alertId"],
                    decidedAt: row.date("decidedAt") ?? .distantPast)
            }
        }
    }
}

extension Alert {
    /// Reads a row of `alert`, and the mentions and notices that belong to it.
    fileprivate init(row: Row, in database: Database) throws {
        let id: AlertID = row["id"]
        self.init(
            id: id, rule: RuleID(trusted: row["ruleId"]),
            severity: Severity(rawValue: row["severity"]) ?? .warning,
            brand: BrandID(stored: row["brandId"]),
            mentions: try Int64.fetchAll(
                database,
                sql: "SELECT mentionId FROM alertMention WHERE alertId = ? ORDER BY position",
                arguments: [id]),
            notices: try Row.fetchAll(
                database,
                sql: """
                    SELECT sourceNotice.* FROM alertNotice
                    JOIN sourceNotice ON sourceNotice.id = alertNotice.noticeId
                    WHERE alertNotice.alertId = ? ORDER BY alertNotice.position
                    """,
                arguments: [id]
            ).map(SourceNotice.init(row:)),
            reason: row["reason"], createdAt: row.date("createdAt") ?? .distantPast)
    }
}

extension Identifier {
    /// A column in which the empty text stands for none.
    init?(stored text: String) {
        guard !text.isEmpty else { return nil }
        self.init(trusted: text)
    }
}
