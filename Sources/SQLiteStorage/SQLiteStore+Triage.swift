import Foundation
import GRDB
import Model
import Storage

extension SQLiteStore: TriageStore {
    func triage(_ mentions: [MentionID], by change: TriageChange, isTrial: Bool)
        async throws(StorageError) -> TriageReceipt
    {
        let work: @Sendable (Database) throws -> TriageReceipt = { database in
            var writing = TriageWriting(change, isTrial: isTrial, in: database)
            var seen: Set<MentionID> = []
            for mention in mentions where seen.insert(mention).inserted {
                try writing.apply(to: mention)
            }
            return writing.receipt
        }
        return isTrial ? try await read(work) : try await write(work)
    }

    func triageEvents(of mention: MentionID) async throws(StorageError) -> [TriageEvent] {
        try await read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM triageEvent WHERE mentionId = ? ORDER BY id",
                arguments: [mention]
            ).compactMap(TriageEvent.init(row:))
        }
    }

    func triageCounts(brands: [BrandID]?) async throws(StorageError) -> TriageCounts {
        let names = brands?.map(\.rawValue) ?? [""]
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        return try await read { database in
            var counts = TriageCounts()
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT label, state, sum(mentions) AS mentions FROM triageCount
                    WHERE brandId IN (\(marks)) GROUP BY label, state
                    """,
                arguments: StatementArguments(names))
            for row in rows {
                guard let label = Sentiment.Label(rawValue: row["label"]),
                    let state = Triage.State(rawValue: row["state"])
                else { continue }
                counts[label, state] = row["mentions"]
            }
            return counts
        }
    }

    func waiting(brands: [BrandID]?, assignee: String?, page: Page)
        async throws(StorageError) -> PageOf<Mention>
    {
        let scope = BrandScope.mention("mention.id", about: brands)
        // Word for word as in the index `mentionWaiting`.
        let waits =
            assignee == nil
            ? "(label = 'negative' OR triage <> 'new')" : "assignee = ? COLLATE NOCASE"
        let table = "mention WHERE isOpen = 1 AND \(waits) AND \(scope.sql)"
        let arguments = StatementArguments(assignee.map { [$0] } ?? []) + scope.arguments
        return try await read { database in
            let total =
                try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM \(table)", arguments: arguments) ?? 0
            let rows = try database.makeStatement(
                sql: """
                    SELECT \(MentionRow.columns) FROM \(table)
                    ORDER BY occurredAt, id LIMIT \(page.limit) OFFSET \(page.offset)
                    """
            ).rows(arguments) { try Mention(row: $0, reasons: false) }
            return PageOf(rows: rows, total: total)
        }
    }

    func select(_ selection: MentionSelection, limit: Int)
        async throws(StorageError) -> SelectedMentions
    {
        var query: MentionQuery?
        if case .filter(let filter) = selection.choice { query = try MentionQuery(filter) }
        let filter = query
        return try await read { database in
            var choosing = MentionChoosing(limit: limit, in: database)
            switch selection.choice {
            case .numbers(let ranges): for range in ranges { try choosing.add(range) }
            case .filter: if let filter { try choosing.add(filter) }
            }
            if selection.withStories { try choosing.addStories() }
            return choosing.selected
        }
    }
}

/// Collects the numbers of mentions, up to a limit.
private struct MentionChoosing {
    private let database: Database
    private let limit: Int
    private var numbers: Set<MentionID> = []
    private var missing: [ClosedRange<MentionID>] = []

    init(limit: Int, in database: Database) {
        self.limit = max(0, min(limit, Int(Int32.max)))
        self.database = database
    }

    var selected: SelectedMentions {
        SelectedMentions(mentions: numbers.sorted(), missing: missing)
    }

    mutating func add(_ range: ClosedRange<MentionID>) throws {
        let count = try add(
            database.cachedStatement(
                sql: "SELECT id FROM mention WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?"),
            [range.lowerBound, range.upperBound])
        if count == 0 { missing.append(range) }
    }

    mutating func add(_ query: MentionQuery) throws {
        _ = try add(
            database.makeStatement(sql: query.numbers(where: "true") + " LIMIT ?"), query.arguments)
    }

    /// Adds the mentions that tell a story with one that was chosen.
    mutating func addStories() throws {
        let incident = try database.cachedStatement(
            sql: "SELECT incidentId FROM mention WHERE id = ?")
        var incidents: Set<MentionID> = []
        for number in numbers {
            if let id = try MentionID.fetchOne(incident, arguments: [number]) {
                incidents.insert(id)
            }
        }
        let others = try database.cachedStatement(
            sql: "SELECT id FROM mention WHERE incidentId = ? LIMIT ?")
        for incident in incidents { _ = try add(others, [incident]) }
    }

    /// Adds the numbers that a statement gives, whose last value is how many it may; how many it gave.
    private mutating func add(_ statement: Statement, _ arguments: StatementArguments) throws -> Int
    {
        let found = try MentionID.fetchAll(statement, arguments: arguments + [limit + 1])
        numbers.formUnion(found)
        guard numbers.count <= limit else {
            throw StorageError(
                reason: .badQuery,
                detail: "more than \(limit) mentions are meant; narrow it, for instance by dates, "
                    + "and do it in several steps")
        }
        return found.count
    }
}
