import Foundation
import GRDB
import Model
import Storage

/// Writes the outcome of a decide walk, inside one transaction.
///
/// Each alert and note is checked against what the store holds now, so that two walks over the same
/// mention make one alert.
struct DecisionLedger {
    let database: Database
    let now: Date

    /// Which of these mentions still wait for a decision on exactly this version.
    func open(_ mentions: [DecidedMention]) throws -> Set<MentionID> {
        let statement = try database.cachedStatement(
            sql: "SELECT 1 FROM mention WHERE id = ? AND version = ? AND isDecided = 0")
        return Set(
            try mentions.filter {
                try Int.fetchOne(statement, arguments: [$0.mention, $0.version]) != nil
            }.map(\.mention))
    }

    /// Stores an alert with its deliveries; nil if no mention of it is left to tell of.
    func store(_ alert: DecisionRecord.NewAlert, open: Set<MentionID>) throws -> AlertID? {
        let brand = alert.brand?.rawValue ?? ""
        let mentions = try alert.mentions.filter {
            try open.contains($0) || isHeld($0, by: alert.rule, brand: brand)
        }
        guard !mentions.isEmpty else { return nil }
        try database.execute(
            sql: """
                INSERT INTO alert (ruleId, brandId, severity, reason, createdAt)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [
                alert.rule.rawValue, brand, alert.severity.rawValue, alert.reason,
                now.timeIntervalSince1970,
            ])
        let id = database.lastInsertedRowID
        for (position, mention) in mentions.enumerated() {
            try database.execute(
                sql: "INSERT INTO alertMention (alertId, mentionId, position) VALUES (?, ?, ?)",
                arguments: [id, mention, position])
            try decide(
                mention, rule: alert.rule, brand: brand, outcome: "alerted", reason: alert.reason,
                alert: id, at: now, heldUntil: nil)
        }
        try fillOutbox(alert.channels, alert: id)
        try database.execute(
            sql: """
                INSERT INTO alertMoment (ruleId, brandId, at) VALUES (?, ?, ?)
                ON CONFLICT (ruleId, brandId) DO UPDATE SET at = excluded.at
                """,
            arguments: [alert.rule.rawValue, brand, now.timeIntervalSince1970])
        return id
    }

    /// Stores any other word of a rule.
    func store(_ note: DecisionRecord.Note, open: Set<MentionID>) throws {
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
            try database.execute(
                sql: """
                    INSERT INTO delivery
                        (alertId, channelId, messageId, state, nextAttempt, createdAt)
                    VALUES (?, ?, ?, 'pending', ?, ?)
                    """,
                arguments: [
                    alert, channel.rawValue, "alert-\(alert)-\(unique)",
                    now.timeIntervalSince1970, now.timeIntervalSince1970,
                ])
        }
    }
}
