import Foundation
import GRDB
import Model
import Storage

/// Removes what is too old, at most so much that others don't have to wait for long, inside one
/// transaction.
struct Pruning {
    private let cutoffs: RetentionCutoffs
    private let database: Database
    /// How much may still be removed.
    private var budget: Int
    private var pruned = Pruned()

    init(_ cutoffs: RetentionCutoffs, limit: Int, in database: Database) {
        self.cutoffs = cutoffs
        self.database = database
        budget = max(1, limit)
    }

    /// So many pages are given back for each thing that may be removed: about what it had.
    private static let pagesOfOne = 2
    /// Pages that stay for what comes next, besides an eighth of all.
    private static let sparePages = 256

    /// Mentions first, then names, then alerts; then the room that they had.
    mutating func run() throws -> Pruned {
        try pruneMentions()
        if let time = cutoffs.authors, budget > 0 {
            try pruneAuthors(before: time.timeIntervalSince1970)
        }
        if let time = cutoffs.outbox, budget > 0 {
            try pruneAlerts(before: time.timeIntervalSince1970)
        }
        pruned.isComplete = budget > 0
        if pruned.isComplete { pruned.isComplete = try shrink() }
        return pruned
    }

    /// Gives free pages back to the disk, at the next checkpoint; false where more are to follow.
    ///
    /// A file that was made before it could be shrunk keeps its size, and uses them again.
    private func shrink() throws -> Bool {
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        let free = try Int.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0
        // So many that an eighth of those that are left is free, and the spare ones.
        let excess = (8 * (free - Self.sparePages) - pages) / 7
        guard excess > 0, try Int.fetchOne(database, sql: "PRAGMA auto_vacuum") == 2 else {
            return true
        }
        let step = budget * Self.pagesOfOne
        try database.execute(sql: "PRAGMA incremental_vacuum(\(min(step, excess)))")
        return excess <= step
    }

    private mutating func pruneMentions() throws {
        guard cutoffs.mentions != nil || !cutoffs.sources.isEmpty else { return }
        let removal = try MentionRemoval(in: database)
        for id in try String.fetchAll(database, sql: "SELECT id FROM source") where budget > 0 {
            guard let time = cutoffs.mentions(of: SourceID(trusted: id)) else { continue }
            let count = try removal.list(
                "\(RetentionQuery.dueMentions) ORDER BY firstSeen LIMIT ?",
                [id, time.timeIntervalSince1970, budget])
            budget -= count - pruned.mentions
            pruned.mentions = count
        }
        guard pruned.mentions > 0 else { return }
        try database.execute(
            sql: "UPDATE entry SET isForgotten = 1 WHERE \(MentionRemoval.isOfDoomed)")
        try removal.run()
    }

    private mutating func pruneAuthors(before time: TimeInterval) throws {
        let ids = try Int64.fetchAll(
            database, sql: "\(RetentionQuery.dueAuthors) ORDER BY firstSeen LIMIT :limit",
            arguments: ["time": time, "limit": budget])
        guard !ids.isEmpty else { return }
        let mention = try database.cachedStatement(
            sql: "UPDATE mention SET author = NULL WHERE id = ?")
        let draft = try database.cachedStatement(
            sql: "UPDATE draft SET author = NULL WHERE mentionId = ?")
        for id in ids {
            try mention.execute(arguments: [id])
            try draft.execute(arguments: [id])
        }
        pruned.authors = ids.count
        budget -= ids.count
    }

    private mutating func pruneAlerts(before time: TimeInterval) throws {
        let ids = try Int64.fetchAll(
            database, sql: "\(RetentionQuery.dueAlerts) ORDER BY createdAt LIMIT :limit",
            arguments: ["time": time, "limit": budget])
        let deliveries = try database.cachedStatement(
            sql: "SELECT count(*) FROM delivery WHERE alertId = ?")
        let removal = try database.cachedStatement(sql: "DELETE FROM alert WHERE id = ?")
        for id in ids {
            pruned.deliveries += try Int.fetchOne(deliveries, arguments: [id]) ?? 0
            try removal.execute(arguments: [id])
        }
        budget -= ids.count
        try database.execute(
            sql: """
                DELETE FROM sourceNotice
                WHERE at < ? AND isDecided = 1 AND NOT EXISTS (
                    SELECT 1 FROM alertNotice WHERE noticeId = sourceNotice.id)
                """,
            arguments: [time])
    }
}

/// What is too old.
enum RetentionQuery {
    /// The numbers of the mentions of a source, the first value, that were first seen before the second
    /// and may go.
    static let dueMentions = """
        SELECT id FROM mention INDEXED BY mentionKept
        WHERE sourceId = ? AND firstSeen < ? AND isDecided = 1
            AND NOT EXISTS (
                SELECT 1 FROM decision WHERE mentionId = mention.id AND outcome = 'held')
            AND NOT EXISTS (
                SELECT 1 FROM alertMention JOIN delivery USING (alertId)
                WHERE mentionId = mention.id AND state = 'pending')
        """

    /// The numbers of the mentions whose authors' names may go, by `:time`.
    ///
    /// A mention is closed by the last step of its triage that says so, else by the reply that its
    /// source shows.
    static let dueAuthors = """
        SELECT id FROM mention INDEXED BY mentionNamed
        WHERE author IS NOT NULL AND firstSeen < :time AND isDecided = 1
            AND (isOpen = 1 OR coalesce(
                (SELECT max(at) FROM triageEvent
                    WHERE mentionId = mention.id AND triage NOT IN ('new', 'seen', 'reopened')
                        AND action = mention.triage),
                replyDate, firstSeen) < :time)
        """

    /// The numbers of the alerts that were made before `:time` and have nothing left to send.
    ///
    /// What leads a letter stays as long as anything of that letter does.
    static let dueAlerts = """
        SELECT id FROM alert WHERE createdAt < :time AND NOT EXISTS (
            SELECT 1 FROM delivery WHERE alertId = alert.id AND state = 'pending')
        AND NOT EXISTS (
            SELECT 1 FROM delivery AS lead
                JOIN delivery AS other ON other.leadId = lead.id
            WHERE lead.alertId = alert.id
                AND (other.createdAt >= :time OR other.state = 'pending'))
        """
}
