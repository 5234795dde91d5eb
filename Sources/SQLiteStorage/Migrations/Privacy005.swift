/// What is left of mentions that were removed: their figures, and what keeps forgotten ones out.
///
/// `formerFigure` holds what pruned and forgotten mentions still count for in `dayCount` (an empty
/// facet), `aspectCount` (the facet `aspect`) and `facetCount`, so that each of these is the sum of the
/// stored mentions and of these rows. `erasure` holds the receipts of `forget`: `counts` as JSON,
/// `mentions` numbers with spaces between. `erasedIdentity.hash` is the SHA-256 of an identity or a
/// wording.
enum Privacy005 {
    static let sql = figures + erasures + mentions

    private static let figures = """
        CREATE TABLE formerFigure (
            brandId TEXT NOT NULL,
            facet TEXT NOT NULL,
            day INTEGER NOT NULL,
            value TEXT NOT NULL,
            negative INTEGER NOT NULL,
            neutral INTEGER NOT NULL,
            positive INTEGER NOT NULL,
            unscored INTEGER NOT NULL,
            rated INTEGER NOT NULL,
            starSum REAL NOT NULL,
            PRIMARY KEY (brandId, facet, day, value)
        ) WITHOUT ROWID;

        INSERT INTO formerFigure
        SELECT brandId, facet, day, value, sum(negative), sum(neutral), sum(positive),
            sum(unscored), sum(rated), total(starSum)
        FROM (
            SELECT brandId, '' AS facet, day, '' AS value, negative, neutral, positive, unscored,
                rated, starSum
            FROM dayCount
            UNION ALL
            SELECT '', '', day, '', -(label = 'negative'), -(label = 'neutral'),
                -(label = 'positive'), -(label = 'unscored'), -(stars IS NOT NULL),
                -coalesce(stars, 0)
            FROM mention
            UNION ALL
            SELECT brandId, '', day, '', -(label = 'negative'), -(label = 'neutral'),
                -(label = 'positive'), -(label = 'unscored'), -(stars IS NOT NULL),
                -coalesce(stars, 0)
            FROM mentionBrand
            UNION ALL
            SELECT brandId, 'aspect', day, aspect, negative, neutral, positive, 0, 0, 0
            FROM aspectCount
            UNION ALL
            SELECT '', 'aspect', mention.day, aspect, -(mentionAspect.label = 'negative'),
                -(mentionAspect.label = 'neutral'), -(mentionAspect.label = 'positive'), 0, 0, 0
            FROM mentionAspect JOIN mention ON mention.id = mentionAspect.mentionId
            UNION ALL
            SELECT brandId, 'aspect', mentionBrand.day, aspect, -(mentionAspect.label = 'negative'),
                -(mentionAspect.label = 'neutral'), -(mentionAspect.label = 'positive'), 0, 0, 0
            FROM mentionAspect
                JOIN mentionBrand ON mentionBrand.mentionId = mentionAspect.mentionId)
        WHERE EXISTS (SELECT 1 FROM entry WHERE isForgotten = 1)
        GROUP BY brandId, facet, day, value
        HAVING sum(negative) <> 0 OR sum(neutral) <> 0 OR sum(positive) <> 0
            OR sum(unscored) <> 0 OR sum(rated) <> 0;

        """

    private static let erasures = """
        CREATE TABLE erasure (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            at REAL NOT NULL,
            by TEXT NOT NULL,
            mentions TEXT NOT NULL,
            counts TEXT NOT NULL
        );

        CREATE TABLE erasedIdentity (
            sourceId TEXT NOT NULL,
            hash TEXT NOT NULL,
            erasureId INTEGER NOT NULL REFERENCES erasure (id),
            PRIMARY KEY (sourceId, hash)
        ) WITHOUT ROWID;
        CREATE INDEX erasedIdentityErasure ON erasedIdentity (erasureId);

        """

    private static let mentions = """
        CREATE INDEX mentionKept ON mention (sourceId, firstSeen);
        CREATE INDEX mentionNamed ON mention (firstSeen) WHERE author IS NOT NULL;
        """
}
