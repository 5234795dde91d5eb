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
        try await counts(by: .source, brands: brands, from: from, to: to).map {
            SourceCounts(source: SourceID(trusted: $0.value), counts: $0.counts)
        }
    }

    func languageCounts(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [(language: String?, counts: SentimentCounts)]
    {
        try await counts(by: .language, brands: brands, from: from, to: to).map {
            (language: $0.value.isEmpty ? nil : $0.value, counts: $0.counts)
        }
    }

    func ratingCounts(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [RatingCount]
    {
        try await counts(by: .stars, brands: brands, from: from, to: to).compactMap { rating in
            FacetFigures.stars(of: rating.value).map {
                RatingCount(stars: $0, count: rating.counts.rated)
            }
        }.sorted { $0.stars < $1.stars }
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

    /// Counts by what mentions of the days are told apart by, most mentions first, of equals by name.
    func counts(
        by facet: FacetFigures.Facet, brands: [BrandID]?, from: CalendarDay, to: CalendarDay
    ) async throws(StorageError) -> [(value: String, counts: SentimentCounts)] {
        let names = brands?.map(\.rawValue) ?? [""]
        return try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT value, sum(negative) AS negative, sum(neutral) AS neutral,
                        sum(positive) AS positive, sum(unscored) AS unscored,
                        sum(rated) AS rated, total(starSum) AS starSum
                    FROM facetCount
                    WHERE brandId IN (\(marks(names))) AND facet = ? AND day BETWEEN ? AND ?
                    GROUP BY value
                    HAVING sum(negative + neutral + positive + unscored) > 0
                    ORDER BY sum(negative + neutral + positive + unscored) DESC, value
                    """,
                arguments: StatementArguments(names)
                    + [facet.rawValue, from.number, to.number]
            ).map { (value: $0["value"], counts: SentimentCounts(row: $0)) }
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
