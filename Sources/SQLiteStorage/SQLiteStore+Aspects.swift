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
        var tally = AspectWordTally()
        for word in try await counts(by: .word, brands: brands, from: from, to: to) {
            tally.add(word.value, word.counts)
        }
        return tally.most(limit)
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

/// The words that name each aspect, by how it is felt.
private struct AspectWordTally {
    private struct Key: Hashable {
        var aspect: Aspect
        var label: Sentiment.Label
    }

    private var words: [Key: [AspectWordCount]] = [:]

    /// Adds a word as `facetCount` names it: the aspect, a space, and the word.
    mutating func add(_ value: String, _ counts: SentimentCounts) {
        guard let space = value.firstIndex(of: " "),
            let aspect = Aspect(rawValue: String(value[..<space]))
        else { return }
        let word = String(value[value.index(after: space)...])
        let labels: [(Sentiment.Label, Int)] = [
            (.negative, counts.negative), (.neutral, counts.neutral),
            (.positive, counts.positive), (.unscored, counts.unscored),
        ]
        for (label, count) in labels where count > 0 {
            words[Key(aspect: aspect, label: label), default: []].append(
                AspectWordCount(aspect: aspect, label: label, words: word, count: count))
        }
    }

    /// The `limit` commonest of each aspect and label, in the order of these, the commonest first.
    func most(_ limit: Int) -> [AspectWordCount] {
        Aspect.allCases.flatMap { aspect in
            Sentiment.Label.allCases.flatMap { label in
                (words[Key(aspect: aspect, label: label)] ?? [])
                    .sorted { ($1.count, $0.words) < ($0.count, $1.words) }
                    .prefix(max(0, limit))
            }
        }
    }
}
