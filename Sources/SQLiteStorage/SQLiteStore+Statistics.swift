import Foundation
import GRDB
import Model
import Storage

extension SQLiteStore: StatisticsStore {
    func dailyCounts(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [DayCounts]
    {
        let names = brands?.map(\.rawValue) ?? [""]
        return try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT day, sum(negative) AS negative, sum(neutral) AS neutral,
                        sum(positive) AS positive, sum(unscored) AS unscored,
                        sum(rated) AS rated, sum(starSum) AS starSum
                    FROM dayCount WHERE brandId IN (\(marks(names))) AND day BETWEEN ? AND ?
                    GROUP BY day
                    HAVING sum(negative + neutral + positive + unscored) > 0
                    ORDER BY day
                    """,
                arguments: StatementArguments(names) + [from.number, to.number]
            ).map {
                DayCounts(day: CalendarDay(number: $0["day"]), counts: SentimentCounts(row: $0))
            }
        }
    }

    func sourceCounts(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [SourceCounts]
    {
        try await grouped(by: "sourceId", brands: brands, from: from, to: to) { row in
            SourceCounts(source: SourceID(trusted: row["name"]), counts: SentimentCounts(row: row))
        }
    }

    func languageCounts(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [(language: String?, counts: SentimentCounts)]
    {
        try await grouped(by: "language", brands: brands, from: from, to: to) { row in
            (language: row["name"] as String?, counts: SentimentCounts(row: row))
        }
    }

    func starDistribution(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [Int: Int]
    {
        let pairs: [(Int?, Int)] = try await grouped(
            by: "CAST(round(stars) AS INTEGER)", brands: brands, from: from, to: to
        ) { row in
            (row["name"] as Int?, row["total"] as Int)
        }
        return pairs.reduce(into: [:]) { counts, pair in
            if let stars = pair.0 { counts[stars] = pair.1 }
        }
    }

    func totals() async throws(StorageError) -> SentimentCounts {
        try await read { database in
            try Row.fetchOne(
                database,
                sql: """
                    SELECT coalesce(sum(negative), 0) AS negative,
                        coalesce(sum(neutral), 0) AS neutral,
                        coalesce(sum(positive), 0) AS positive,
                        coalesce(sum(unscored), 0) AS unscored,
                        coalesce(sum(rated), 0) AS rated, coalesce(sum(starSum), 0) AS starSum
                    FROM dayCount WHERE brandId = ''
                    """
            ).map(SentimentCounts.init(row:)) ?? SentimentCounts()
        }
    }

    /// Counts by `column` through the covering index of mentions or of brands, most first.
    private func grouped<Value: Sendable>(
        by column: String, brands: [BrandID]?, from: CalendarDay, to: CalendarDay,
        _ value: @escaping @Sendable (Row) -> Value
    ) async throws(StorageError) -> [Value] {
        let table = brands == nil ? "mention" : "mentionBrand"
        let names = brands?.map(\.rawValue) ?? []
        let condition = brands == nil ? "" : "brandId IN (\(marks(names))) AND "
        return try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT \(column) AS name, count(*) AS total,
                        sum(label = 'negative') AS negative, sum(label = 'neutral') AS neutral,
                        sum(label = 'positive') AS positive, sum(label = 'unscored') AS unscored,
                        count(stars) AS rated, total(stars) AS starSum
                    FROM \(table) WHERE \(condition)day BETWEEN ? AND ?
                    GROUP BY name ORDER BY total DESC, name
                    """,
                arguments: StatementArguments(names) + [from.number, to.number]
            ).map(value)
        }
    }
}

private func marks(_ values: [String]) -> String {
    values.map { _ in "?" }.joined(separator: ", ")
}

extension SentimentCounts {
    /// Reads columns named as the properties are.
    init(row: Row) {
        self.init(
            negative: row["negative"], neutral: row["neutral"], positive: row["positive"],
            unscored: row["unscored"], rated: row["rated"], starSum: row["starSum"])
    }
}
