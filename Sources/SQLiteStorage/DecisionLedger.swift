import Foundation
import GRDB
import Model
import Storage

/// Writes the outcome of a decide walk, inside one transaction.
///
/// Each alert and note is checked against what the store holds now, so that two walks over the same
/// mention make one alert.
struct DecisionLedger {
    private let database: Database
    private let decisions: DecisionRecord
    private let now: Date
    /// Mentions that still wait for a decision on exactly the version that was looked at.
    private let open: Set<MentionID>
    /// Notices that still wait for a decision.
    private let openNotices: Set<SourceNoticeID>

    init(_ decisions: DecisionRecord, in database: Database) throws {
        self.database = database
        self.decisions = decisions
        now = decisions.now
        let mention = try database.cachedStatement(
            sql: "SELECT 1 FROM mention WHERE id = ? AND version = ? AND isDecided = 0")
        open = Set(
            try decisions.decided.filter {
                try Int.fetchOne(mention, arguments: [$0.mention, $0.version]) != nil
            }.map(\.mention))
        let notice = try database.cachedStatement(
            sql: "SELECT 1 FROM sourceNotice WHERE id = ? AND isDecided = 0")
        openNotices = try Set(decisions.alerts.flatMap(\.notices) + decisions.decidedNotices)
            .filter { try Int.fetchOne(notice, arguments: [$0]) != nil }
    }

    /// Stores everything; the number of each alert, nil for one that has nothing left to tell.
    func commit() throws -> [AlertID?] {
        let ids = try decisions.alerts.map(store)
        for note in decisions.notes { try store(note) }
        for decided in decisions.decided where open.contains(decided.mention) {
            try database.cachedStatement(
                sql: """
                    UPDATE mention SET isDecided = 1, decidedVersion = version
                    WHERE id = ? AND version = ?
                    """
            ).execute(arguments: [decided.mention, decided.version])
        }
        for notice in openNotices {
            try database.cachedStatement(sql: "UPDATE sourceNotice SET isDecided = 1 WHERE id = ?")
                .execute(arguments: [notice])
        }
        for copy in decisions.copies { try IncidentRow.join(copy, in: database) }
        return ids
    }

    private func store(_ alert: DecisionRecord.NewAlert) throws -> AlertID? {
        let brand = alert.brand?.rawValue ?? ""
        let mentions = try alert.mentions.filter {
            try open.contains($0) || isHeld($0, by: alert.rule, brand: brand)
        }
        let notices = alert.notices.filter(openNotices.contains)
        guard !mentions.isEmpty || !notices.isEmpty else { return nil }
        try database.cachedStatement(
            sql: """
                INSERT INTO alert (ruleId, brandId, severity, reason, createdAt)
                VALUES (?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            alert.rule.rawValue, brand, alert.severity.rawValue, alert.reason,
            now.timeIntervalSince1970,
        ])
        let id = database.lastInsertedRowID
        for (position, mention) in mentions.enumerated() {
            try database.cachedStatement(
                sql: "INSERT INTO alertMention (alertId, mentionId, position) VALUES (?, ?, ?)"
            ).execute(arguments: [id, mention, position])
            try decide(
                mention, rule: alert.rule, brand: brand, outcome: "alerted", reason: alert.reason,
                alert: id, at: now, heldUntil: nil)
        }
        for (position, notice) in notices.enumerated() {
            try database.cachedStatement(
                sql: """
                    INSERT OR IGNORE INTO alertNotice (alertId, noticeId, position)
                    VALUES (?, ?, ?)
                    """
            ).execute(arguments: [id, notice, position])
        }
        try fillOutbox(alert.channels, alert: id)
        try remember(alert.rule, brand: brand)
        return id
    }

    private func remember(_ rule: RuleID, brand: String) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO alertMoment (ruleId, brandId, at) VALUES (?, ?, ?)
                ON CONFLICT (ruleId, brandId) DO UPDATE SET at = excluded.at
                """
        ).execute(arguments: [rule.rawValue, brand, now.timeIntervalSince1970])
    }

    /// Stores any other word of a rule.
    private func store(_ note: DecisionRecord.Note) throws {
        let brand = note.brand?.rawValue ?? ""
        let isHeld = try isHeld(note.mention, by: note.rule, brand: brand)
        guard open.contains(note.mention) || isHeld else { return }
        switch note.outcome {
        case .held(let since, let until):
            try decide(
                note.mention, rule: note.rule, brand: brand, outcome: "held", reason: note.reason,
                alert: nil, at: since, heldUntil: until)
        case .settled(let name):
            try decide(
                note.mention, rule: note.rule, brand: brand, outcome: name, reason: note.reason,
                alert: nil, at: now, heldUntil: nil)
        }
    }

    private func isHeld(_ mention: MentionID, by rule: RuleID, brand: String) throws -> Bool {
        try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT 1 FROM decision
                    WHERE mentionId = ? AND ruleId = ? AND brandId = ? AND outcome = 'held'
                    """),
            arguments: [mention, rule.rawValue, brand]) != nil
    }

    private func decide(
        _ mention: MentionID, rule: RuleID, brand: String, outcome: String, reason: String,
        alert: AlertID?, at time: Date, heldUntil: Date?
    ) throws {
        try database.cachedStatement(
            sql: """
                DELETE FROM decision
                WHERE mentionId = ? AND ruleId = ? AND brandId = ? AND outcome = 'held'
                """
        ).execute(arguments: [mention, rule.rawValue, brand])
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO decision
                    (ruleId, brandId, mentionId, version, outcome, reason, alertId, decidedAt,
                    heldUntil)
                SELECT ?, ?, id, version, ?, ?, ?, ?, ? FROM mention WHERE id = ?
                """
        ).execute(arguments: [
            rule.rawValue, brand, outcome, reason, alert, time.timeIntervalSince1970,
            heldUntil?.timeIntervalSince1970, mention,
        ])
    }

    /// One delivery for each channel, with the message id that every attempt will carry.
    private func fillOutbox(_ channels: [ChannelID], alert: AlertID) throws {
        var seen: Set<ChannelID> = []
        for channel in channels where seen.insert(channel).inserted {
            let unique = UUID().uuidString.lowercased()
            try database.cachedStatement(
                sql: """
                    INSERT INTO delivery
                        (alertId, channelId, messageId, state, nextAttempt, createdAt)
                    VALUES (?, ?, ?, 'pending', ?, ?)
                    """
            ).execute(arguments: [
                alert, channel.rawValue, "alert-\(alert)-\(unique)",
                now.timeIntervalSince1970, now.timeIntervalSince1970,
            ])
        }
    }
}
