import Foundation
import GRDB
import Model
import Storage

extension SQLiteStore: AlertStore {
    func undecided(limit: Int, aspects: Bool) async throws(StorageError) -> [UndecidedMention] {
        try await read { database in
            var circumstances = try Circumstances(in: database)
            return try database.cachedStatement(
                sql: """
                    SELECT \(MentionRow.columns), isNews, decidedVersion
                    FROM mention WHERE isDecided = 0 ORDER BY id LIMIT ?
                    """
            ).rows([limit]) { row in
                let mention = try Mention(row: row, aspects: aspects, in: database)
                return UndecidedMention(
                    mention: mention, isNews: row["isNews"],
                    decidedVersion: try MentionVersion.fetch(
                        row["decidedVersion"], of: mention.id, in: database),
                    author: try circumstances.author(of: mention))
            }
        }
    }

    func undecidedNotices() async throws(StorageError) -> [SourceNotice] {
        try await read { database in
            try database.cachedStatement(
                sql: "SELECT * FROM sourceNotice WHERE isDecided = 0 ORDER BY id"
            ).rows { SourceNotice(row: $0) }
        }
    }

    func stories(of brands: Set<BrandID?>, since: Date) async throws(StorageError)
        -> [BrandID?: [StoredStory]]
    {
        try await read { try IncidentRow.stories(of: brands, since: since, in: $0) }
    }

    func held() async throws(StorageError) -> [HeldDecision] {
        try await read { database in
            var circumstances = try Circumstances(in: database)
            return try database.cachedStatement(
                sql: """
                    SELECT \(MentionRow.columns), decision.ruleId AS heldRule,
                        decision.brandId AS heldBrand, decision.decidedAt AS heldSince,
                        decision.heldUntil AS heldUntil
                    FROM decision JOIN mention ON mention.id = decision.mentionId
                    WHERE decision.outcome = 'held'
                    ORDER BY mention.id
                    """
            ).rows { row in
                let mention = try Mention(row: row, reasons: false)
                return HeldDecision(
                    rule: RuleID(trusted: row["heldRule"]),
                    brand: BrandID(stored: row["heldBrand"]), mention: mention,
                    heldSince: row.date("heldSince") ?? .distantPast,
                    until: row.date("heldUntil") ?? .distantPast,
                    author: try circumstances.author(of: mention),
                    siteCount: try circumstances.siteCount(of: mention))
            }
        }
    }

    func nextHeld() async throws(StorageError) -> Date? {
        try await read { database in
            try Double.fetchOne(
                database.cachedStatement(
                    sql: "SELECT min(heldUntil) FROM decision WHERE outcome = 'held'")
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

    func alertCount(brands: [BrandID]?, from: Date, to: Date) async throws(StorageError) -> Int {
        let scope = BrandScope.alert(on: brands)
        return try await read { database in
            try Int.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM alert
                    WHERE createdAt >= ? AND createdAt < ? AND kind NOT IN ('digest', 'test')
                        AND \(scope.sql)
                    """,
                arguments: [from.timeIntervalSince1970, to.timeIntervalSince1970]
                    + scope.arguments) ?? 0
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
