import Foundation
import GRDB
import Model
import Storage

/// Rows of `reminder`, and which of those that a walk wants to make still have to be made.
struct ReminderRows {
    private struct Key: Hashable {
        var rule: RuleID
        var mention: MentionID
    }

    private let database: Database
    private let decisions: DecisionRecord
    /// Reminders that were made meanwhile.
    private let made: Set<Key>

    init(_ decisions: DecisionRecord, in database: Database) throws {
        self.database = database
        self.decisions = decisions
        let statement = try database.cachedStatement(
            sql: "SELECT 1 FROM reminder WHERE mentionId = ? AND ruleId = ? AND count >= ?")
        made = Set(
            try decisions.reminders.filter {
                try Int.fetchOne(
                    statement, arguments: [$0.mention, $0.rule.rawValue, $0.count]) != nil
            }.map { Key(rule: $0.rule, mention: $0.mention) })
    }

    /// Whether `mention` is stored, has no reply, and was not reminded of meanwhile.
    func isDue(_ mention: MentionID, by rule: RuleID) throws -> Bool {
        guard !made.contains(Key(rule: rule, mention: mention)) else { return false }
        return try Int.fetchOne(
            database.cachedStatement(sql: "SELECT 1 FROM mention WHERE id = ? AND isOpen = 1"),
            arguments: [mention]) != nil
    }

    /// Writes those that are due.
    func save() throws {
        for reminder in decisions.reminders
        where try isDue(reminder.mention, by: reminder.rule) {
            try database.cachedStatement(
                sql: """
                    INSERT OR REPLACE INTO reminder (mentionId, ruleId, count, at)
                    VALUES (?, ?, ?, ?)
                    """
            ).execute(arguments: [
                reminder.mention, reminder.rule.rawValue, reminder.count,
                decisions.now.timeIntervalSince1970,
            ])
        }
    }
}
