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
    private let reminders: ReminderRows

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
        reminders = try ReminderRows(decisions, in: database)
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
        for mark in decisions.marks { try store(mark) }
        try reminders.save()
        for copy in decisions.copies { try IncidentRow.join(copy, in: database) }
        return ids
    }

    private func store(_ alert: DecisionRecord.NewAlert) throws -> AlertID? {
        guard let mentions = try mentions(toldBy: alert) else { return nil }
        let id = try AlertRow.insert(
            alert, mentions: mentions, notices: alert.notices.filter(openNotices.contains),
            at: now, in: database)
        if alert.kind.isDecision {
            let brand = alert.brand?.rawValue ?? ""
            for mention in mentions {
                try decide(
                    mention, rule: alert.rule, brand: brand, outcome: "alerted",
                    reason: alert.reason, alert: id, at: now, heldUntil: nil)
            }
        }
        if alert.kind == .mentions { try remember(alert) }
        try DeliveryRow.insert(alert, id: id, at: now, in: database)
        return id
    }

    /// What is left to tell of the mentions of an alert; nil where it is not to be stored.
    private func mentions(toldBy alert: DecisionRecord.NewAlert) throws -> [MentionID]? {
        switch alert.kind {
        case .mentions, .sources:
            let brand = alert.brand?.rawValue ?? ""
            let left = try alert.mentions.filter {
                try open.contains($0) || isHeld($0, by: alert.rule, brand: brand)
            }
            return left.isEmpty && openNotices.isDisjoint(with: alert.notices) ? nil : left
        case .reminder:
            let left = try alert.mentions.filter { try reminders.isDue($0, by: alert.rule) }
            return left.isEmpty ? nil : left
        case .surge, .drop, .digest, .channel, .test:
            guard try AlertRow.stored(alert, at: now, in: database) == nil else { return nil }
            let stored = try database.cachedStatement(sql: "SELECT 1 FROM mention WHERE id = ?")
            return try alert.mentions.filter {
                try Int.fetchOne(stored, arguments: [$0]) != nil
            }
        }
    }

    /// Stores the moment that the rule's next cool-down counts from.
    private func remember(_ alert: DecisionRecord.NewAlert) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO alertMoment (ruleId, brandId, at) VALUES (?, ?, ?)
                ON CONFLICT (ruleId, brandId) DO UPDATE SET at = excluded.at
                """
        ).execute(arguments: [
            alert.rule.rawValue, alert.brand?.rawValue ?? "", now.timeIntervalSince1970,
        ])
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

    /// Stores what a rule remembers.
    private func store(_ mark: RuleMark) throws {
        try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO ruleMark (ruleId, key, at, value) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [
            mark.rule.rawValue, mark.key, mark.at.timeIntervalSince1970, mark.value,
        ])
    }
}

extension Alert.Kind {
    /// Whether its alerts are decisions on their mentions.
    fileprivate var isDecision: Bool { self == .mentions || self == .sources }
}
