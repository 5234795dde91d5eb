import Foundation
import GRDB
import Model
import Storage

extension SQLiteStore: FlagStore {
    func flag(_ mention: MentionID, reason: String, by person: String, at: Date)
        async throws(StorageError) -> FlagReceipt
    {
        try await write { database in
            guard try FlagRow.isStored(mention, in: database) else { return .unknown }
            if let last = try FlagRow.last(of: mention, in: database), last.outcome == nil {
                return .refused(last)
            }
            try database.execute(
                sql: "INSERT INTO flag (mentionId, reason, at, by) VALUES (?, ?, ?, ?)",
                arguments: [mention, reason, at.timeIntervalSince1970, person])
            return try FlagRow.last(of: mention, in: database).map(FlagReceipt.done) ?? .unflagged
        }
    }

    func settleFlag(of mention: MentionID, as outcome: SuspicionFlag.Outcome, at: Date)
        async throws(StorageError) -> FlagReceipt
    {
        try await write { database in
            guard var flag = try FlagRow.last(of: mention, in: database) else {
                return try FlagRow.isStored(mention, in: database) ? .unflagged : .unknown
            }
            guard flag.outcome == nil else { return .refused(flag) }
            (flag.outcome, flag.settledAt) = (outcome, at)
            try database.execute(
                sql: "UPDATE flag SET outcome = ?, settledAt = ? WHERE id = ?",
                arguments: [outcome.rawValue, at.timeIntervalSince1970, flag.id])
            return .done(flag)
        }
    }

    func flags(of mention: MentionID) async throws(StorageError) -> [SuspicionFlag] {
        try await read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM flag WHERE mentionId = ? ORDER BY id",
                arguments: [mention]
            ).map(SuspicionFlag.init(row:))
        }
    }

    func flags(isOpen: Bool?, page: Page) async throws(StorageError) -> PageOf<SuspectedMention> {
        let condition =
            switch isOpen {
            case nil: "true"
            case true?: "outcome IS NULL"
            case false?: "outcome IS NOT NULL"
            }
        return try await read { database in
            let total =
                try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM flag WHERE \(condition)") ?? 0
            let flags = try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM flag WHERE \(condition)
                    ORDER BY id DESC LIMIT \(page.limit) OFFSET \(page.offset)
                    """
            ).map(SuspicionFlag.init(row:))
            let mentions = try database.cachedStatement(
                sql: "SELECT \(MentionRow.columns) FROM mention WHERE id = ?")
            let rows = try flags.flatMap { flag in
                try mentions.rows([flag.mention]) {
                    SuspectedMention(flag: flag, mention: try Mention(row: $0, reasons: false))
                }
            }
            return PageOf(rows: rows, total: total)
        }
    }

    func flagCounts(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [FlagCounts]
    {
        let (table, key) = brands == nil ? ("mention", "id") : ("mentionBrand", "mentionId")
        let names = brands?.map(\.rawValue) ?? []
        let brandCondition =
            brands == nil
            ? "" : "brandId IN (\(names.map { _ in "?" }.joined(separator: ", "))) AND "
        let condition = brandCondition + "day BETWEEN ? AND ?"
        let arguments = StatementArguments(names) + [from.number, to.number]
        return try await read { database in
            var counts = FlagTally()
            for row in try Row.fetchAll(
                database,
                sql: """
                    SELECT CAST(round(stars) AS INTEGER) AS whole, count(*) AS mentions
                    FROM \(table) WHERE \(condition) GROUP BY whole
                    """,
                arguments: arguments)
            {
                counts.add(row["mentions"], to: \.mentions, stars: row["whole"])
            }
            for row in try Row.fetchAll(
                database,
                sql: """
                    SELECT CAST(round(stars) AS INTEGER) AS whole, outcome
                    FROM flag CROSS JOIN \(table) ON \(table).\(key) = flag.mentionId
                    WHERE flag.id = (
                            SELECT max(id) FROM flag AS other
                            WHERE other.mentionId = flag.mentionId)
                        AND \(condition)
                    """,
                arguments: arguments)
            {
                counts.add(1, to: FlagTally.place(of: row["outcome"]), stars: row["whole"])
            }
            return counts.all
        }
    }
}

/// Counts by stars.
private struct FlagTally {
    private(set) var all = [FlagCounts(stars: nil)] + (1...5).map { FlagCounts(stars: $0) }

    mutating func add(_ count: Int, to path: WritableKeyPath<FlagCounts, Int>, stars: Int?) {
        guard let place = all.firstIndex(where: { $0.stars == stars }) else { return }
        all[place][keyPath: path] += count
    }

    static func place(of outcome: String?) -> WritableKeyPath<FlagCounts, Int> {
        switch outcome.flatMap(SuspicionFlag.Outcome.init) {
        case nil: \.open
        case .removed: \.removed
        case .kept: \.kept
        case .withdrawn: \.withdrawn
        }
    }
}

/// Rows of `flag`.
private enum FlagRow {
    static func isStored(_ mention: MentionID, in database: Database) throws -> Bool {
        try Int.fetchOne(
            database, sql: "SELECT 1 FROM mention WHERE id = ?", arguments: [mention]) != nil
    }

    static func last(of mention: MentionID, in database: Database) throws -> SuspicionFlag? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM flag WHERE mentionId = ? ORDER BY id DESC LIMIT 1",
            arguments: [mention]
        ).map(SuspicionFlag.init(row:))
    }
}

extension SuspicionFlag {
    /// Reads a row of `flag`.
    fileprivate init(row: Row) {
        self.init(
            id: row["id"], mention: row["mentionId"], reason: row["reason"],
            at: row.date("at") ?? .distantPast, by: row["by"],
            outcome: (row["outcome"] as String?).flatMap(Outcome.init),
            settledAt: row.date("settledAt"))
    }
}
