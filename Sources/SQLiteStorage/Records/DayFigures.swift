import GRDB
import Model

/// What one poll adds to `dayCount`, `aspectCount` and `facetCount`: the figures by day of each brand, and under
/// the empty name of all mentions.
///
/// They are summed first, so that a day of a brand is written once for each poll.
struct DayFigures {
    private struct Day: Hashable {
        var brand: String
        var day: CalendarDay
        /// Nil for the figures of mentions.
        var aspect: Aspect?
    }

    private var days: [Day: SentimentCounts] = [:]
    private var facets = FacetFigures()

    /// Counts a mention under each of `names`.
    mutating func count(
        _ label: Sentiment.Label, stars: Double?, source: SourceID, language: String?,
        of names: [String], on day: CalendarDay
    ) {
        for name in names {
            days[Day(brand: name, day: day), default: SentimentCounts()].count(label, stars: stars)
        }
        facets.count(
            label, stars: stars, source: source, language: language, of: names, on: day)
    }

    /// Counts an aspect of a mention, which it names by `words`, one a line, under each of `names`.
    mutating func count(
        _ opinion: AspectOpinion, words: String, of names: [String], on day: CalendarDay
    ) {
        facets.count(words, of: opinion, of: names, on: day)
        for name in names {
            days[Day(brand: name, day: day, aspect: opinion.aspect), default: SentimentCounts()]
                .count(opinion.label, stars: nil)
        }
    }

    /// Adds the sums to what is stored.
    func add(to database: Database) throws {
        guard !days.isEmpty else { return }
        try facets.add(to: database)
        var days = try BoundStatement(Self.dayCounting, in: database)
        var aspects = try BoundStatement(Self.aspectCounting, in: database)
        for (day, counts) in self.days {
            if let aspect = day.aspect {
                try add(counts, of: aspect, on: day, by: &aspects)
            } else {
                try add(counts, on: day, by: &days)
            }
        }
    }

    private func add(
        _ counts: SentimentCounts, on day: Day, by statement: inout BoundStatement
    ) throws {
        statement.begin()
        try statement.bind(day.brand)
        try statement.bind(day.day.number)
        try statement.bind(counts.negative)
        try statement.bind(counts.neutral)
        try statement.bind(counts.positive)
        try statement.bind(counts.unscored)
        try statement.bind(counts.rated)
        try statement.bind(counts.starSum)
        try statement.execute()
    }

    private func add(
        _ counts: SentimentCounts, of aspect: Aspect, on day: Day,
        by statement: inout BoundStatement
    ) throws {
        statement.begin()
        try statement.bind(day.brand)
        try statement.bind(day.day.number)
        try statement.bind(aspect.rawValue)
        try statement.bind(counts.negative)
        try statement.bind(counts.neutral)
        try statement.bind(counts.positive)
        try statement.execute()
    }

    /// Counts mention `id` and its aspects out of its day, as its rows stand now.
    static func countOut(_ id: MentionID, in database: Database) throws {
        try recount(id, sign: "-", in: database)
    }

    /// Counts mention `id` and its aspects into its day, as its rows stand now.
    static func countIn(_ id: MentionID, in database: Database) throws {
        try recount(id, sign: "", in: database)
    }

    private static func recount(_ id: MentionID, sign: String, in database: Database) throws {
        try database.cachedStatement(sql: dayRecounting(sign)).execute(arguments: [id, id])
        try database.cachedStatement(sql: aspectRecounting(sign)).execute(arguments: [id, id, id])
        try FacetFigures.recount(sign, where: "id = :id", ["id": id], in: database)
    }

    private static let addingDays = """
        ON CONFLICT (brandId, day) DO UPDATE SET
            negative = negative + excluded.negative, neutral = neutral + excluded.neutral,
            positive = positive + excluded.positive, unscored = unscored + excluded.unscored,
            rated = rated + excluded.rated, starSum = starSum + excluded.starSum
        """

    private static let addingAspects = """
        ON CONFLICT (brandId, day, aspect) DO UPDATE SET
            negative = negative + excluded.negative, neutral = neutral + excluded.neutral,
            positive = positive + excluded.positive
        """

    private static let dayCounting = """
        INSERT INTO dayCount (brandId, day, negative, neutral, positive, unscored, rated, starSum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) \(addingDays)
        """

    private static let aspectCounting = """
        INSERT INTO aspectCount (brandId, day, aspect, negative, neutral, positive)
        VALUES (?, ?, ?, ?, ?, ?) \(addingAspects)
        """

    private static func dayRecounting(_ sign: String) -> String {
        """
        INSERT INTO dayCount (brandId, day, negative, neutral, positive, unscored, rated, starSum)
        SELECT brandId, day, \(sign)(label = 'negative'), \(sign)(label = 'neutral'), \(sign)(label = 'positive'),
            \(sign)(label = 'unscored'), \(sign)(stars IS NOT NULL), \(sign)coalesce(stars, 0)
        FROM (
            SELECT '' AS brandId, day, label, stars FROM mention WHERE id = ?
            UNION ALL
            SELECT brandId, day, label, stars FROM mentionBrand WHERE mentionId = ?)
        WHERE true \(addingDays)
        """
    }

    private static func aspectRecounting(_ sign: String) -> String {
        """
        INSERT INTO aspectCount (brandId, day, aspect, negative, neutral, positive)
        SELECT brandId, day, aspect, \(sign)(label = 'negative'), \(sign)(label = 'neutral'),
            \(sign)(label = 'positive')
        FROM (
            SELECT '' AS brandId, day FROM mention WHERE id = ?
            UNION ALL
            SELECT brandId, day FROM mentionBrand WHERE mentionId = ?)
        CROSS JOIN (SELECT aspect, label FROM mentionAspect WHERE mentionId = ?)
        WHERE true \(addingAspects)
        """
    }
}

extension SentimentCounts {
    /// Counts one mention.
    mutating func count(_ label: Sentiment.Label, stars: Double?) {
        switch label {
        case .negative: negative += 1
        case .neutral: neutral += 1
        case .positive: positive += 1
        case .unscored: unscored += 1
        }
        guard let stars else { return }
        rated += 1
        starSum += stars
    }
}
