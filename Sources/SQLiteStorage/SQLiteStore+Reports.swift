import Foundation
import GRDB
import Model
import Storage

extension SQLiteStore: ReportStore {
    func answerClocks(brands: [BrandID]?, from: Date, to: Date)
        async throws(StorageError) -> [AnswerClock]
    {
        let span: StatementArguments = [from.timeIntervalSince1970, to.timeIntervalSince1970]
        return try await read { database in
            let counted = try MentionSet.about(
                brands, by: "brandOccurred", where: "occurredAt >= ? AND occurredAt < ?", span,
                in: database)
            return try database.makeStatement(
                sql: """
                    SELECT id, sourceId, stars, occurredAt, hasReply, replyDate, answeredAt, triage
                    FROM mention INDEXED BY mentionAnswer
                    WHERE kind = 'review' AND occurredAt >= ? AND occurredAt < ?
                    ORDER BY occurredAt
                    """
            ).rows(span) { row in
                counted?.contains(row[0]) ?? true ? AnswerClock(row: row) : nil
            }.compactMap { $0 }
        }
    }

    func surveyAnswers(brands: [BrandID]?, from: Date, to: Date)
        async throws(StorageError) -> [SurveyAnswer]
    {
        let scope = BrandScope.mention("mention.id", about: brands)
        return try await read { database in
            try database.makeStatement(
                sql: """
                    SELECT id, ratingValue, ratingMin, ratingMax
                    FROM mention INDEXED BY mentionSurvey
                    WHERE kind = 'survey' AND ratingValue IS NOT NULL
                        AND occurredAt >= ? AND occurredAt < ? AND \(scope.sql)
                    ORDER BY occurredAt
                    """
            ).rows([from.timeIntervalSince1970, to.timeIntervalSince1970] + scope.arguments) {
                row in
                Rating(value: row[1], min: row[2], max: row[3]).map {
                    SurveyAnswer(mention: row[0], rating: $0)
                }
            }.compactMap { $0 }
        }
    }

    func repeatAuthors(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [RepeatAuthor]
    {
        let days: StatementArguments = [from.number, to.number]
        return try await read { database in
            let counted = try MentionSet.about(
                brands, by: "brandDay", where: "day BETWEEN ? AND ?", days, in: database)
            var tally = AuthorTally()
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT id, sourceId, author, label FROM mention INDEXED BY mentionDay
                    WHERE day BETWEEN ? AND ? AND author IS NOT NULL
                    """, arguments: days)
            while let row = try rows.next() {
                guard counted?.contains(row[0]) ?? true else { continue }
                tally.count(row[0], source: row[1], author: row[2], label: row[3])
            }
            return tally.repeated
        }
    }

    func flaggedMentions(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [FlaggedMention]
    {
        let scope = BrandScope.mention("mention.id", about: brands)
        return try await read { database in
            try database.makeStatement(
                sql: """
                    SELECT mention.id, mention.stars, flag.outcome
                    FROM (SELECT max(id) AS id FROM flag GROUP BY mentionId) AS latest
                        CROSS JOIN flag ON flag.id = latest.id
                        CROSS JOIN mention ON mention.id = flag.mentionId
                    WHERE mention.day BETWEEN ? AND ? AND flag.outcome IS NOT 'withdrawn'
                        AND \(scope.sql)
                    ORDER BY mention.occurredAt DESC, mention.id DESC
                    """
            ).rows([from.number, to.number] + scope.arguments) { row in
                FlaggedMention(
                    mention: row[0], stars: row[1],
                    outcome: (row[2] as String?).flatMap(SuspicionFlag.Outcome.init))
            }
        }
    }

    func worstMentions(brands: [BrandID]?, from: CalendarDay, to: CalendarDay, limit: Int)
        async throws(StorageError) -> [Mention]
    {
        let period = PeriodScope(
            brands: brands, from: from, to: to, condition: "label = 'negative'")
        return try await read { database in
            let worst = try MentionID.fetchAll(
                database,
                sql: """
                    SELECT id FROM (\(period.sql)) ORDER BY score, id DESC LIMIT ?
                    """, arguments: period.arguments + [max(0, limit)])
            return try worst.compactMap { id in
                try database.cachedStatement(
                    sql: "SELECT \(MentionRow.allColumns) FROM mention WHERE id = ?"
                ).rows([id]) { try Mention(row: $0) }.first
            }
        }
    }

    func mentionTraces(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [MentionTrace]
    {
        let period = PeriodScope(brands: brands, from: from, to: to)
        return try await read { database in
            var aspects: [MentionID: [AspectWordCount]] = [:]
            let rows = try database.makeStatement(
                sql: """
                    SELECT mentionId, aspect, label, words
                    FROM (\(period.sql)) AS period
                        CROSS JOIN mentionAspect ON mentionId = period.id
                    """
            ).rows(period.arguments) { row in
                Self.words(row)
            }
            for (mention, words) in rows { aspects[mention, default: []] += words }
            return try database.makeStatement(
                sql: """
                    SELECT mention.id, day, sourceId, label, stars, language
                    FROM (\(period.sql)) AS period CROSS JOIN mention ON mention.id = period.id
                    ORDER BY mention.occurredAt DESC, mention.id DESC
                    """
            ).rows(period.arguments) { row in
                MentionTrace(
                    mention: row[0], day: CalendarDay(number: row[1]),
                    source: SourceID(trusted: row[2]),
                    label: Sentiment.Label(rawValue: row[3]) ?? .unscored, stars: row[4],
                    language: row[5], aspects: aspects[row[0]] ?? [])
            }
        }
    }

    private static func words(_ row: Row) -> (MentionID, [AspectWordCount]) {
        guard let aspect = Aspect(rawValue: row[1]), let label = Sentiment.Label(rawValue: row[2])
        else { return (row[0], []) }
        let words = (row[3] as String).unicodeScalars.split(separator: "\n")
        // An aspect without words, by a person's verdict, is there too.
        let named = words.isEmpty ? [""] : words.map { String($0) }
        return (
            row[0], named.map { AspectWordCount(aspect: aspect, label: label, words: $0, count: 1) }
        )
    }
}

/// The mentions of some days, as a statement that gives `id` and `score` of each once.
private struct PeriodScope: Sendable {
    let sql: String
    let arguments: StatementArguments

    init(
        brands: [BrandID]?, from: CalendarDay, to: CalendarDay, condition: String = "true"
    ) {
        let days = [from.number, to.number]
        guard let brands else {
            sql = """
                SELECT id, score FROM mention
                WHERE day BETWEEN ? AND ? AND \(condition)
                """
            arguments = StatementArguments(days)
            return
        }
        let places = brands.map { _ in "?" }.joined(separator: ", ")
        sql = """
            SELECT \(brands.count > 1 ? "DISTINCT " : "")mentionId AS id, score
            FROM mentionBrand INDEXED BY brandDay
            WHERE brandId IN (\(places)) AND day BETWEEN ? AND ? AND \(condition)
            """
        arguments = StatementArguments(brands.map(\.rawValue)) + StatementArguments(days)
    }
}

extension AnswerClock {
    /// Reads `id, sourceId, stars, occurredAt, hasReply, replyDate, answeredAt, triage`.
    fileprivate init(row: Row) {
        let occurredAt: Double = row[3]
        let hasReply: Bool = row[4]
        let answers = [hasReply ? row[5] : nil, row[6] as Double?].compactMap { $0 }
        let state = Triage.State(rawValue: row[7]) ?? .new
        let isJustSeen = state == .new || state == .seen
        self.init(
            mention: row[0], source: SourceID(trusted: row[1]), stars: row[2],
            occurredAt: Date(timeIntervalSince1970: occurredAt),
            answeredAt: answers.min().map { Date(timeIntervalSince1970: max($0, occurredAt)) },
            isAnswered: hasReply || (row[6] as Double?) != nil,
            state: isJustSeen && hasReply ? .answeredPublicly : state)
    }
}
