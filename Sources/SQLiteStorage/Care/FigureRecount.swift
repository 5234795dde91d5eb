import GRDB

/// The figures by day, recomputed from the mentions: rows of brand, facet, day, value and sums over all
/// of `dayCount` (an empty facet), `aspectCount` (the facet `aspect`) and `facetCount`.
enum FigureRecount {
    /// The columns of a row that are sums.
    static let sums = ["negative", "neutral", "positive", "unscored", "rated", "starSum"]

    /// Common table expressions that end in `recounted`: a row for each figure that the mentions for
    /// which `condition` holds count for.
    static func tables(where condition: String) -> String {
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
            named (mentionId, aspect, label, words) AS (
                SELECT mentionAspect.mentionId, aspect, mentionAspect.label, words
                FROM chosen CROSS JOIN mentionAspect ON mentionAspect.mentionId = chosen.id),
            word (mentionId, aspect, label, word, rest) AS (
                SELECT mentionId, aspect, label, '', words || char(10) FROM named WHERE words <> ''
                UNION ALL
                SELECT mentionId, aspect, label, substr(rest, 1, instr(rest, char(10)) - 1),
                    substr(rest, instr(rest, char(10)) + 1)
                FROM word WHERE rest <> ''),
            facet (brandId, facet, day, value, label, stars) AS (
                SELECT brandId, '', day, '', label, stars FROM scope
                UNION ALL
                SELECT brandId, 'source', day, sourceId, label, stars FROM scope
                UNION ALL
                SELECT brandId, 'language', day, coalesce(language, ''), label, stars FROM scope
                UNION ALL
                SELECT brandId, 'stars', day, CAST(round(stars * 10000) AS INTEGER), label, stars
                FROM scope WHERE stars IS NOT NULL
                UNION ALL
                SELECT brandId, 'aspect', day, aspect, named.label, NULL
                FROM named CROSS JOIN scope ON scope.mentionId = named.mentionId
                UNION ALL
                SELECT brandId, 'word', day, aspect || ' ' || word, word.label, NULL
                FROM word CROSS JOIN scope ON scope.mentionId = word.mentionId
                WHERE word <> ''),
            recounted AS (
                SELECT brandId, facet, day, CAST(value AS TEXT) AS value,
                    sum(label = 'negative') AS negative, sum(label = 'neutral') AS neutral,
                    sum(label = 'positive') AS positive, sum(label = 'unscored') AS unscored,
                    count(stars) AS rated, total(stars) AS starSum
                FROM facet GROUP BY 1, 2, 3, 4)
        """
    }

    /// The same rows as they are stored.
    static let stored = """
        SELECT brandId, '' AS facet, day, '' AS value, negative, neutral, positive, unscored, rated,
            starSum
        FROM dayCount
        UNION ALL
        SELECT brandId, 'aspect', day, aspect, negative, neutral, positive, 0, 0, 0
        FROM aspectCount
        UNION ALL
        SELECT brandId, facet, day, value, negative, neutral, positive, unscored, rated, starSum
        FROM facetCount
        """

    /// Counts the words by which the mentions for which `condition` holds name aspects out of the figures.
    static func removeWords(where condition: String, in database: Database) throws {
        try database.execute(
            sql: """
                CREATE TEMP TABLE goneWord AS
                \(tables(where: condition))
                SELECT * FROM recounted WHERE facet = 'word';
                UPDATE facetCount SET
                    negative = facetCount.negative - gone.negative,
                    neutral = facetCount.neutral - gone.neutral,
                    positive = facetCount.positive - gone.positive,
                    unscored = facetCount.unscored - gone.unscored
                FROM goneWord AS gone
                WHERE facetCount.brandId = gone.brandId AND facetCount.facet = gone.facet
                    AND facetCount.day = gone.day AND facetCount.value = gone.value;
                DELETE FROM facetCount
                WHERE (brandId, facet, day, value) IN (
                        SELECT brandId, facet, day, value FROM goneWord)
                    AND negative = 0 AND neutral = 0 AND positive = 0 AND unscored = 0;
                DROP TABLE goneWord;
                """)
    }

    /// Lets the mentions for which `condition` holds go on counting once they are removed, but for the
    /// words by which they name aspects.
    static func keep(where condition: String, in database: Database) throws {
        let addition = sums.map { "\($0) = \($0) + excluded.\($0)" }.joined(separator: ", ")
        try database.execute(
            sql: """
                \(tables(where: condition))
                INSERT INTO formerFigure
                SELECT * FROM recounted WHERE facet <> 'word'
                ON CONFLICT (brandId, facet, day, value) DO UPDATE SET \(addition)
                """)
    }

    /// Makes all figures by day anew from the mentions and from what removed ones still count for.
    static func rebuild(in database: Database) throws {
        try database.execute(
            sql: """
                CREATE TEMP TABLE figure AS
                \(tables(where: "true"))
                SELECT brandId, facet, day, value, sum(negative) AS negative,
                    sum(neutral) AS neutral, sum(positive) AS positive, sum(unscored) AS unscored,
                    sum(rated) AS rated, total(starSum) AS starSum
                FROM (SELECT * FROM recounted UNION ALL SELECT * FROM formerFigure)
                GROUP BY 1, 2, 3, 4;
                DELETE FROM dayCount;
                INSERT INTO dayCount (brandId, day, \(sums.joined(separator: ", ")))
                SELECT brandId, day, \(sums.joined(separator: ", ")) FROM figure
                WHERE facet = '';
                DELETE FROM aspectCount;
                INSERT INTO aspectCount (brandId, day, aspect, negative, neutral, positive)
                SELECT brandId, day, value, negative, neutral, positive FROM figure
                WHERE facet = 'aspect';
                DELETE FROM facetCount;
                INSERT INTO facetCount
                    (brandId, facet, day, value, \(sums.joined(separator: ", ")))
                SELECT brandId, facet, day, value, \(sums.joined(separator: ", ")) FROM figure
                WHERE facet NOT IN ('', 'aspect');
                DROP TABLE figure;
                """)
    }

    /// How many figures of each facet are not what the mentions, and those that were removed, make.
    static func differences(in database: Database) throws -> [(facet: String, count: Int)] {
        let negated = sums.map { "-\($0)" }.joined(separator: ", ")
        let whole = sums.dropLast().map { "sum(\($0)) <> 0" }.joined(separator: " OR ")
        return try Row.fetchAll(
            database,
            sql: """
                \(tables(where: "true"))
                SELECT facet, count(*) FROM (
                    SELECT facet FROM (
                        \(stored)
                        UNION ALL SELECT brandId, facet, day, value, \(negated) FROM recounted
                        UNION ALL SELECT brandId, facet, day, value, \(negated) FROM formerFigure)
                    GROUP BY brandId, facet, day, value
                    HAVING \(whole) OR abs(total(starSum)) > 1e-6)
                GROUP BY facet ORDER BY facet
                """
        ).map { ($0[0], $0[1]) }
    }
}
