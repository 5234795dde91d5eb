import Foundation
import GRDB
import Model
import Storage

extension SQLiteStore {
    func aspectCounts(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [AspectCounts]
    {
        let names = brands?.map(\.rawValue) ?? [""]
        return try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT aspect, sum(negative) AS negative, sum(neutral) AS neutral,
                        sum(positive) AS positive
                    FROM aspectCount WHERE brandId IN (\(marks(names))) AND day BETWEEN ? AND ?
                    GROUP BY aspect HAVING sum(negative + neutral + positive) > 0
                    """,
                arguments: StatementArguments(names) + [from.number, to.number])
            let counts = rows.compactMap(AspectCounts.init(row:))
            return Aspect.allCases.compactMap { aspect in counts.first { $0.aspect == aspect } }
        }
    }

    func aspectWords(brands: [BrandID]?, from: CalendarDay, to: CalendarDay, limit: Int)
        async throws(StorageError) -> [AspectWordCount]
    {
        let table =
            brands == nil
            ? "SELECT id FROM mention WHERE day BETWEEN ? AND ?"
            : """
            SELECT DISTINCT mentionId AS id FROM mentionBrand
            WHERE brandId IN (\(marks(brands ?? []))) AND day BETWEEN ? AND ?
            """
        let arguments =
            StatementArguments(brands?.map(\.rawValue) ?? []) + [from.number, to.number]
        return try await read { database in
            var tally = AspectWordTally()
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT aspect, label, words FROM (\(table)) JOIN mentionAspect ON mentionId = id
                    """,
                arguments: arguments)
            while let row = try rows.next() {
                tally.add(aspect: row["aspect"], label: row["label"], words: row["words"])
            }
            return tally.most(limit)
        }
    }
}

private func marks(_ values: [some Any]) -> String {
    values.map { _ in "?" }.joined(separator: ", ")
}

extension AspectCounts {
    /// Reads columns named as the properties are; nil for an aspect of another version.
    init?(row: Row) {
        guard let aspect = Aspect(rawValue: row["aspect"]) else { return nil }
        self.init(
            aspect: aspect, negative: row["negative"], neutral: row["neutral"],
            positive: row["positive"])
    }
}

/// Counts the words that name each aspect, by how it is felt.
private struct AspectWordTally {
    private struct Key: Hashable {
        var aspect: Aspect
        var label: Sentiment.Label
    }

    private var counts: [Key: [Substring: Int]] = [:]

    mutating func add(aspect: String, label: String, words: String) {
        guard let aspect = Aspect(rawValue: aspect), let label = Sentiment.Label(rawValue: label)
        else { return }
        for word in words.split(separator: "\n") {
            counts[Key(aspect: aspect, label: label), default: [:]][word, default: 0] += 1
        }
    }

    /// The `limit` commonest of each aspect and label, in the order of these, the commonest first.
    func most(_ limit: Int) -> [AspectWordCount] {
        var most: [AspectWordCount] = []
        for aspect in Aspect.allCases {
            for label in Sentiment.Label.allCases {
                let words = (counts[Key(aspect: aspect, label: label)] ?? [:])
                    .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                most += words.prefix(max(0, limit)).map {
                    AspectWordCount(
                        aspect: aspect, label: label, words: String($0.key), count: $0.value)
                }
            }
        }
        return most
    }
}
