import Foundation
import GRDB
import Storage

/// Looks whether everything holds that has to hold in a store, the index of the search apart, on one
/// snapshot.
struct StoreInspection {
    private let database: Database
    private let progress: @Sendable (StoreFinding.Check) -> Void

    init(in database: Database, progress: @escaping @Sendable (StoreFinding.Check) -> Void) {
        self.database = database
        self.progress = progress
    }

    /// All findings, the worst first; where pages are damaged, nothing else is looked at, since no
    /// answer could be believed.
    func run() throws -> [StoreFinding] {
        progress(.pages)
        let pages = try pages()
        guard pages.isEmpty else { return pages }
        var findings: [StoreFinding] = []
        let looks: [(StoreFinding.Check, () throws -> [StoreFinding])] = [
            (.references, references), (.figures, figures), (.repetitions, repetitions),
            (.counts, counts), (.triage, triage), (.outbox, outbox),
        ]
        for (check, look) in looks {
            progress(check)
            findings += try look()
        }
        return findings
    }

    private func pages() throws -> [StoreFinding] {
        do {
            return try String.fetchAll(database, sql: "PRAGMA integrity_check")
                .filter { $0 != "ok" }.map { StoreFinding(check: .pages, detail: $0) }
        } catch let error as DatabaseError where error.isDamage {
            return [StoreFinding(check: .pages, detail: error.message ?? "the file is damaged")]
        }
    }

    private func references() throws -> [StoreFinding] {
        let rows = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
        return Dictionary(grouping: rows) { $0["table"] as String? ?? "?" }
            .sorted { $0.key < $1.key }.map { table, rows in
                StoreFinding(
                    check: .references,
                    detail: "rows of \(table) name rows that are not there", count: rows.count)
            }
    }

    private func figures() throws -> [StoreFinding] {
        try FigureRecount.differences(in: database).map { facet, count in
            let what = facet.isEmpty ? "mentions" : facet == "aspect" ? "aspects" : facet + "s"
            return StoreFinding(
                check: .figures,
                detail: "figures by day of \(what) are not what the mentions make", count: count)
        }
    }

    private func repetitions() throws -> [StoreFinding] {
        try findings(
            .repetitions,
            [
                ("rows of brands say something else than their mentions", Repetition.brandDiffers),
                ("mentions and their rows of brands name other brands", Repetition.brandsDiffer),
                ("mentions and their rows of aspects differ", Repetition.aspectsDiffer),
            ])
    }

    private func counts() throws -> [StoreFinding] {
        try findings(
            .counts,
            [
                ("sources have another number of mentions than they say", Repetition.countDiffers),
                ("counts of states of triage are wrong", Repetition.triageCountDiffers),
            ])
    }

    private func triage() throws -> [StoreFinding] {
        try findings(
            .triage,
            [("mentions stand otherwise than their steps of triage say", Repetition.triageDiffers)])
    }

    private func outbox() throws -> [StoreFinding] {
        try findings(.outbox, OutboxInvariant.all)
    }

    /// A finding for each query that gives rows, which are counted.
    private func findings(_ check: StoreFinding.Check, _ queries: [(String, String)]) throws
        -> [StoreFinding]
    {
        try queries.compactMap { detail, sql in
            let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM (\(sql))") ?? 0
            return count > 0 ? StoreFinding(check: check, detail: detail, count: count) : nil
        }
    }
}

extension DatabaseError {
    /// Whether it says that the file is not what it should be.
    var isDamage: Bool { resultCode == .SQLITE_CORRUPT || resultCode == .SQLITE_NOTADB }
}

/// The index of the search.
enum SearchIndex {
    /// What is wrong with it; nil where it holds exactly the texts of the mentions.
    ///
    /// FTS5, section 6.6. The command is written as an insertion, but changes nothing.
    static func problem(in database: Database) throws -> String? {
        do {
            try database.execute(
                sql: "INSERT INTO mentionText (mentionText, rank) VALUES ('integrity-check', 1)")
            return nil
        } catch let error as DatabaseError where error.isDamage {
            return "the index of the search does not hold what the mentions say"
        }
    }

    /// Makes it anew.
    static func rebuild(in database: Database) throws {
        try database.execute(sql: "INSERT INTO mentionText (mentionText) VALUES ('rebuild')")
    }
}

/// What has to hold of letters.
enum OutboxInvariant {
    /// What is wrong, and a query for the rows of which it is.
    static let all: [(String, String)] = [
        (
            "letters that wait have an end, or ended ones have none",
            """
            SELECT 1 FROM delivery WHERE (state = 'pending') <> (settledAt IS NULL)
            """
        ),
        (
            "letters that ended are still claimed",
            "SELECT 1 FROM delivery WHERE state <> 'pending' AND leaseOwner IS NOT NULL"
        ),
        (
            "deliveries wait in the letter of one that waits no more",
            """
            SELECT 1 FROM delivery JOIN delivery AS lead ON lead.id = delivery.leadId
            WHERE delivery.state = 'pending' AND lead.state <> 'pending'
            """
        ),
        (
            "deliveries share the letter of another channel",
            """
            SELECT 1 FROM delivery JOIN delivery AS lead ON lead.id = delivery.leadId
            WHERE delivery.channelId <> lead.channelId
            """
        ),
        (
            "mentions are decided in a version that they do not have",
            "SELECT 1 FROM mention WHERE decidedVersion > version"
        ),
    ]
}
