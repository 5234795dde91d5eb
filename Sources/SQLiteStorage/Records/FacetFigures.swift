import Foundation
import GRDB
import Model

/// What one poll adds to `facetCount`: figures by day of each brand and, under the empty name, of all
/// mentions, for every source, language, rating and word.
struct FacetFigures {
    /// What mentions of a day are told apart by; stored by these names.
    enum Facet: String {
        case source
        case language
        case stars
        case word
    }

    private struct Key: Hashable {
        var brand: String
        var day: CalendarDay
        var facet: Facet
        var value: String
    }

    private var counts: [Key: SentimentCounts] = [:]

    /// Counts a mention under each of `names`.
    mutating func count(
        _ label: Sentiment.Label, stars: Double?, source: SourceID, language: String?,
        of names: [String], on day: CalendarDay
    ) {
        add(.source, source.rawValue, label, stars, names, day)
        add(.language, language ?? "", label, stars, names, day)
        if let stars { add(.stars, Self.value(of: stars), label, stars, names, day) }
    }

    /// Counts the words by which a mention names an aspect, one a line, under each of `names`.
    mutating func count(
        _ words: String, of opinion: AspectOpinion, of names: [String], on day: CalendarDay
    ) {
        for word in words.unicodeScalars.split(separator: "\n") {
            add(.word, "\(opinion.aspect.rawValue) \(String(word))", opinion.label, nil, names, day)
        }
    }

    private mutating func add(
        _ facet: Facet, _ value: String, _ label: Sentiment.Label, _ stars: Double?,
        _ names: [String], _ day: CalendarDay
    ) {
        for name in names {
            let key = Key(brand: name, day: day, facet: facet, value: value)
            counts[key, default: SentimentCounts()].count(label, stars: stars)
        }
    }

    /// Ten-thousandths of a star, so that equal ratings have equal names.
    private static func value(of stars: Double) -> String {
        String(Int((stars * 10_000).rounded()))
    }

    /// The rating that `value` names.
    static func stars(of value: String) -> Double? { Double(value).map { $0 / 10_000 } }

    /// Adds the sums to what is stored.
    func add(to database: Database) throws {
        guard !counts.isEmpty else { return }
        var statement = try BoundStatement(Self.counting, in: database)
        for (key, counts) in counts {
            statement.begin()
            try statement.bind(key.brand)
            try statement.bind(key.facet.rawValue)
            try statement.bind(key.day.number)
            try statement.bind(key.value)
            try statement.bind(counts.negative)
            try statement.bind(counts.neutral)
            try statement.bind(counts.positive)
            try statement.bind(counts.unscored)
            try statement.bind(counts.rated)
            try statement.bind(counts.starSum)
            try statement.execute()
        }
    }

    /// Counts the mentions for which `condition` on `mention` holds, as their rows stand now: in with
    /// the sign `+`, out with `-`.
    ///
    /// The values of the condition are bound by name.
    static func recount(
        _ sign: String, where condition: String, _ arguments: StatementArguments,
        in database: Database
    ) throws {
        try database.cachedStatement(sql: recounting(sign, condition)).execute(arguments: arguments)
    }

    private static let adding = """
        ON CONFLICT (brandId, facet, day, value) DO UPDATE SET
            negative = negative + excluded.negative, neutral = neutral + excluded.neutral,
            positive = positive + excluded.positive, unscored = unscored + excluded.unscored,
            rated = rated + excluded.rated,
            starSum = iif(rated + excluded.rated = 0, 0, starSum + excluded.starSum)
        """

    private static let counting = """
        INSERT INTO facetCount (brandId, facet, day, value, negative, neutral, positive, unscored,
            rated, starSum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) \(adding)
        """

    private static func recounting(_ sign: String, _ condition: String) -> String {
        """
        WITH RECURSIVE
            chosen (id, day, sourceId, language, stars, label) AS (
                SELECT id, day, sourceId, language, stars, label FROM mention WHERE \(condition)),
            scope (mentionId, brandId, day, sourceId, language, stars, label) AS (
                SELECT id, '', day, sourceId, language, stars, label FROM chosen
                UNION ALL
                SELECT mentionBrand.mentionId, mentionBrand.brandId, mentionBrand.day,
                    mentionBrand.sourceId, mentionBrand.language, mentionBrand.stars,
                    mentionBrand.label
                FROM chosen CROSS JOIN mentionBrand ON mentionBrand.mentionId = chosen.id),
            word (mentionId, aspect, label, word, rest) AS (
                SELECT mentionAspect.mentionId, aspect, mentionAspect.label, '', words || char(10)
                FROM chosen CROSS JOIN mentionAspect ON mentionAspect.mentionId = chosen.id
                WHERE words <> ''
                UNION ALL
                SELECT mentionId, aspect, label, substr(rest, 1, instr(rest, char(10)) - 1),
                    substr(rest, instr(rest, char(10)) + 1)
                FROM word WHERE rest <> ''),
            facet (brandId, facet, day, value, label, stars) AS (
                SELECT brandId, 'source', day, sourceId, label, stars FROM scope
                UNION ALL
                SELECT brandId, 'language', day, coalesce(language, ''), label, stars FROM scope
                UNION ALL
                SELECT brandId, 'stars', day, CAST(round(stars * 10000) AS INTEGER), label, stars
                FROM scope WHERE stars IS NOT NULL
                UNION ALL
                SELECT brandId, 'word', day, aspect || ' ' || word, word.label, NULL
                FROM word JOIN scope ON scope.mentionId = word.mentionId WHERE word <> '')
        INSERT INTO facetCount (brandId, facet, day, value, negative, neutral, positive, unscored,
            rated, starSum)
        SELECT brandId, facet, day, CAST(value AS TEXT), \(sign)sum(label = 'negative'),
            \(sign)sum(label = 'neutral'), \(sign)sum(label = 'positive'),
            \(sign)sum(label = 'unscored'), \(sign)count(stars), \(sign)total(stars)
        FROM facet WHERE true GROUP BY brandId, facet, day, CAST(value AS TEXT)
        \(adding)
        """
    }
}
