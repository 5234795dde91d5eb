import Foundation
import GRDB
import Model
import Storage

/// Figures that rules watch.
extension SQLiteStore {
    func spanCounts(_ question: CountQuestion, from start: Date, width: TimeInterval, count: Int)
        async throws(StorageError) -> [Int]
    {
        guard count > 0, width > 0 else { return [] }
        let first = start.timeIntervalSince1970
        let condition = CountCondition(question, everyLabel: true)
        return try await read { database in
            let times = try Double.fetchCursor(
                database.cachedStatement(
                    sql: """
                        SELECT occurredAt FROM \(condition.table)
                        WHERE \(condition.sql) AND occurredAt >= ? AND occurredAt < ?
                        """),
                arguments: condition.arguments + [first, first + width * Double(count)])
            var counts = Array(repeating: 0, count: count)
            while let time = try times.next() {
                counts[min(max(0, Int((time - first) / width)), count - 1)] += 1
            }
            return counts
        }
    }

    func dailyFigures(
        _ figure: FigureKind, of question: CountQuestion, from: CalendarDay, to: CalendarDay
    ) async throws(StorageError) -> [DayFigure] {
        let condition = CountCondition(question, everyLabel: false)
        let (value, isThere) =
            switch figure {
            case .rating: ("stars", "stars IS NOT NULL")
            case .sentiment: ("score", "label <> 'unscored'")
            }
        return try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT day, count(*) AS rows, total(\(value)) AS sum,
                        total(\(value) * \(value)) AS squares
                    FROM \(condition.table)
                    WHERE \(condition.sql) AND day BETWEEN ? AND ? AND \(isThere)
                    GROUP BY day ORDER BY day
                    """,
                arguments: condition.arguments + [from.number, to.number]
            ).map {
                DayFigure(
                    day: CalendarDay(number: $0["day"]), count: $0["rows"], sum: $0["sum"],
                    squares: $0["squares"])
            }
        }
    }

    func responses(brands: [BrandID]?, from: Date, to: Date)
        async throws(StorageError) -> ResponseCounts
    {
        let clocks = try await answerClocks(brands: brands, from: from, to: to)
        return ResponseCounts(
            mentions: clocks.count, answered: clocks.count { $0.isAnswered },
            delays: clocks.compactMap { clock in
                clock.answeredAt?.timeIntervalSince(clock.occurredAt)
            }.sorted())
    }
}

/// A `CountQuestion` as SQL with bound values, on the table that has an index for it.
private struct CountCondition: Sendable {
    let table: String
    private(set) var sql: String
    private(set) var arguments = StatementArguments()

    /// With `everyLabel` all labels are named where the question names none, for an index that
    /// begins with them.
    init(_ question: CountQuestion, everyLabel: Bool) {
        if let brand = question.brand {
            table = "mentionBrand"
            sql = "brandId = ?"
            arguments += [brand.rawValue]
        } else {
            table = "mention"
            sql = "true"
        }
        let labels =
            question.labels.isEmpty && everyLabel && question.brand != nil
            ? Set(Sentiment.Label.allCases) : question.labels
        add("label", labels.map(\.rawValue))
        add("sourceId", question.sources.map(\.rawValue))
        guard !question.kinds.isEmpty else { return }
        let names = question.kinds.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
        sql += " AND sourceId IN (SELECT id FROM source WHERE kind IN (\(names)))"
    }

    /// One of these values; any where there are none.
    private mutating func add(_ column: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        sql += " AND \(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))"
        arguments += StatementArguments(values.sorted())
    }
}
