import Foundation
import GRDB
import Model
import Storage

/// What was decided, and what could have been.
extension SQLiteStore {
    func history(since: Date, after: MentionID, limit: Int, aspects: Bool)
        async throws(StorageError) -> [PastMention]
    {
        try await read { database in
            try Self.past(since: since, after: after, limit: limit, in: database) { row, authors in
                try PastMention(row: row, aspects: aspects, &authors, in: database)
            }
        }
    }

    func arrivals(since: Date, after: MentionID, limit: Int, asking: PastQuestion)
        async throws(StorageError) -> [PastArrival]
    {
        try await read { database in
            try Self.past(since: since, after: after, limit: limit, in: database) { row, authors in
                let sieve = PastSieve(row)
                let interest = sieve.interest(of: asking)
                var past: PastMention?
                if interest != .none {
                    past = try PastMention(
                        row: row, aspects: asking.asksForAspects, &authors,
                        asksForAuthor: interest == .withAuthor, in: database)
                }
                return PastArrival(id: sieve.id, firstSeen: sieve.firstSeen, past: past)
            }
        }
    }

    /// What `read` makes of mentions of the past, in the order of their numbers.
    private static func past<Value>(
        since: Date, after: MentionID, limit: Int, in database: Database,
        _ read: (Row, inout Circumstances) throws -> Value
    ) throws -> [Value] {
        let since = since.timeIntervalSince1970
        // The first number is looked for once: a page after it is found by its number alone.
        let first = after > 0 ? after : try Self.first(since: since, in: database) - 1
        var circumstances = try Circumstances(in: database)
        return try database.cachedStatement(
            sql: """
                SELECT \(MentionRow.columns), isNews, stars FROM mention
                WHERE id > ? AND +firstSeen >= ? ORDER BY id LIMIT ?
                """
        ).rows([first, since, limit]) { try read($0, &circumstances) }
    }

    /// The lowest number of a mention first seen at or after `since`.
    ///
    /// Numbers grow with that time as a rule, but not where polls end in another order than they
    /// began in, or where a clock was set back.
    private static func first(since: Double, in database: Database) throws -> MentionID {
        try Int64.fetchOne(
            database,
            sql: "SELECT min(id) FROM mention INDEXED BY mentionSeen WHERE firstSeen >= ?",
            arguments: [since]) ?? 1
    }

    func historyCount(since: Date) async throws(StorageError) -> Int {
        try await read { database in
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM mention WHERE firstSeen >= ?",
                arguments: [since.timeIntervalSince1970]) ?? 0
        }
    }

    func outcomeCounts(brands: [BrandID]?, from: Date, to: Date)
        async throws(StorageError) -> [OutcomeCount]
    {
        let scope = BrandScope.decision(on: brands)
        return try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT ruleId, outcome, count(*) AS rows FROM decision
                    WHERE outcome <> 'alerted' AND decidedAt >= ? AND decidedAt < ?
                        AND \(scope.sql)
                    GROUP BY ruleId, outcome ORDER BY ruleId, outcome
                    """,
                arguments: [from.timeIntervalSince1970, to.timeIntervalSince1970]
                    + scope.arguments
            ).map {
                OutcomeCount(
                    rule: RuleID(trusted: $0["ruleId"]), outcome: $0["outcome"], count: $0["rows"])
            }
        }
    }

    func mentions(
        decidedAs outcome: String, by rule: RuleID, brands: [BrandID]?, from: Date, to: Date,
        limit: Int
    ) async throws(StorageError) -> [Mention] {
        let scope = BrandScope.decision(on: brands)
        // What was not alerted on has an index of its own.
        let known = outcome == "alerted" ? "" : "outcome <> 'alerted' AND "
        return try await read { database in
            try database.cachedStatement(
                sql: """
                    SELECT \(MentionRow.allColumns) FROM (
                        SELECT mentionId, max(decidedAt) AS at FROM decision
                        WHERE \(known)outcome = ? AND ruleId = ? AND decidedAt >= ?
                            AND decidedAt < ? AND \(scope.sql)
                        GROUP BY mentionId ORDER BY at DESC, mentionId DESC LIMIT ?)
                    CROSS JOIN mention ON mention.id = mentionId
                    ORDER BY at DESC, mentionId DESC
                    """
            ).rows(
                [outcome, rule.rawValue, from.timeIntervalSince1970, to.timeIntervalSince1970]
                    + scope.arguments + [limit]
            ) { try Mention(row: $0) }
        }
    }

    func unanswered(
        labels: Set<Sentiment.Label>, since: Date, rule: RuleID, aspects: Bool
    ) async throws(StorageError) -> [UnansweredMention] {
        // An `IN` of one would not be answered by the index of what is negative.
        let names = labels.map { "label = '\($0.rawValue)'" }.sorted()
        let felt = names.isEmpty ? "" : "AND (\(names.joined(separator: " OR ")))"
        return try await read { database in
            var circumstances = try Circumstances(in: database)
            return try database.cachedStatement(
                sql: """
                    SELECT \(MentionRow.columns), reminder.count AS reminders,
                        reminder.at AS lastReminder
                    FROM mention LEFT JOIN reminder
                        ON reminder.mentionId = mention.id AND reminder.ruleId = ?
                    WHERE isOpen = 1 AND occurredAt >= ? AND kind <> 'survey' \(felt)
                    ORDER BY occurredAt, mention.id
                    """
            ).rows([rule.rawValue, since.timeIntervalSince1970]) { row in
                let mention = try Mention(row: row, aspects: aspects, in: database)
                return UnansweredMention(
                    mention: mention, author: try circumstances.author(of: mention),
                    siteCount: try circumstances.siteCount(of: mention),
                    reminders: row["reminders"] ?? 0, lastReminder: row.date("lastReminder"))
            }
        }
    }
}
