/// What people do with mentions: triage, verdicts of their own, suspicions, drafts of replies.
///
/// `mention.triage`, `assignee` and `answeredAt` repeat the events of the mention; `isOpen` says whether
/// it waits for an answer. `mention.label` is the person's where a person judged its wording, and
/// `machineLabel` then what the engine had said. An empty `correction.aspect` means the mention as a whole.
///
/// `facetCount` holds figures by day like those of `dayCount`, by `source`, `language` (empty where it
/// is not known), `stars` (in ten-thousandths) and `word` (the aspect, a space, and what names it).
enum Answers005 {
    static let sql = mentions + events + judgements + TriageCount005.sql + facets

    private static let mentions = """
        ALTER TABLE mention ADD COLUMN triage TEXT NOT NULL DEFAULT 'new';
        ALTER TABLE mention ADD COLUMN assignee TEXT;
        ALTER TABLE mention ADD COLUMN answeredAt REAL;
        ALTER TABLE mention ADD COLUMN machineLabel TEXT;
        ALTER TABLE mention ADD COLUMN reportURL TEXT;
        ALTER TABLE mention ADD COLUMN isOpen INTEGER GENERATED ALWAYS AS (
            triage = 'reopened' OR (hasReply = 0 AND triage IN ('new', 'seen'))) VIRTUAL;
        DROP INDEX mentionUnanswered;
        CREATE INDEX mentionOpen ON mention (occurredAt) WHERE label = 'negative' AND isOpen = 1;
        DROP INDEX mentionAnswer;
        CREATE INDEX mentionAnswer
            ON mention (occurredAt, hasReply, replyDate, answeredAt, isOpen, sourceId, stars, kind,
                triage)
            WHERE kind = 'review';
        DROP INDEX mentionDay;
        CREATE INDEX mentionDay ON mention (day, sourceId, label, stars, language, author);
        CREATE INDEX mentionSurvey ON mention (occurredAt, ratingMin, ratingMax, ratingValue, kind)
            WHERE kind = 'survey' AND ratingValue IS NOT NULL;

        """

    private static let events = """
        CREATE TABLE triageEvent (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            mentionId INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
            action TEXT NOT NULL,
            at REAL NOT NULL,
            by TEXT NOT NULL,
            note TEXT,
            url TEXT,
            assignee TEXT
        );
        CREATE INDEX triageEventMention ON triageEvent (mentionId);

        CREATE TABLE draft (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            mentionId INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
            sourceId TEXT NOT NULL,
            author TEXT,
            template TEXT NOT NULL,
            textDigest TEXT NOT NULL,
            at REAL NOT NULL
        );
        CREATE INDEX draftMention ON draft (mentionId);
        CREATE INDEX draftAuthor ON draft (author, sourceId) WHERE author IS NOT NULL;
        CREATE INDEX draftText ON draft (textDigest, at);

        """

    private static let judgements = """
        CREATE TABLE correction (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            mentionId INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
            version INTEGER NOT NULL,
            aspect TEXT NOT NULL DEFAULT '',
            label TEXT,
            machineLabel TEXT,
            basis TEXT NOT NULL,
            lexicon TEXT NOT NULL,
            at REAL NOT NULL,
            by TEXT NOT NULL,
            note TEXT,
            isSampled INTEGER NOT NULL DEFAULT 0 CHECK (isSampled IN (0, 1))
        );
        CREATE INDEX correctionMention ON correction (mentionId);

        CREATE TABLE flag (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            mentionId INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
            reason TEXT NOT NULL,
            at REAL NOT NULL,
            by TEXT NOT NULL,
            outcome TEXT,
            settledAt REAL
        );
        CREATE INDEX flagMention ON flag (mentionId);

        """

    private static let facets = facetTable + facetFilling

    private static let facetTable = """
        CREATE TABLE facetCount (
            brandId TEXT NOT NULL,
            facet TEXT NOT NULL,
            day INTEGER NOT NULL,
            value TEXT NOT NULL,
            negative INTEGER NOT NULL DEFAULT 0,
            neutral INTEGER NOT NULL DEFAULT 0,
            positive INTEGER NOT NULL DEFAULT 0,
            unscored INTEGER NOT NULL DEFAULT 0,
            rated INTEGER NOT NULL DEFAULT 0,
            starSum REAL NOT NULL DEFAULT 0,
            PRIMARY KEY (brandId, facet, day, value)
        ) WITHOUT ROWID;

        """

    /// Counts what is stored.
    ///
    /// Equal mentions, and equal lists of words, are counted first, in the order of the indexes, so that few are
    /// left to be told apart.
    static let facetFilling = """
        WITH RECURSIVE
            tally (brandId, day, sourceId, language, stars, label, mentions) AS MATERIALIZED (
                SELECT '', day, sourceId, language, stars, label, count(*)
                FROM mention GROUP BY day, sourceId, label, stars, language
                UNION ALL
                SELECT brandId, day, sourceId, language, stars, label, count(*)
                FROM mentionBrand GROUP BY brandId, day, sourceId, label, stars, language),
            mentionDay (mentionId, day) AS (
                SELECT mentionId, min(day) FROM mentionBrand GROUP BY mentionId),
            named (brandId, day, aspect, label, words, mentions) AS MATERIALIZED (
                SELECT '', mentionDay.day, aspect, label, words, count(*)
                FROM mentionDay CROSS JOIN mentionAspect
                    ON mentionAspect.mentionId = mentionDay.mentionId
                WHERE words <> '' GROUP BY mentionDay.day, aspect, label, words
                UNION ALL
                SELECT brandId, mentionBrand.day, aspect, mentionAspect.label, words, count(*)
                FROM mentionBrand CROSS JOIN mentionAspect
                    ON mentionAspect.mentionId = mentionBrand.mentionId
                WHERE words <> ''
                GROUP BY brandId, mentionBrand.day, aspect, mentionAspect.label, words),
            word (brandId, day, aspect, label, mentions, word, rest) AS (
                SELECT brandId, day, aspect, label, mentions, '', words || char(10) FROM named
                UNION ALL
                SELECT brandId, day, aspect, label, mentions,
                    substr(rest, 1, instr(rest, char(10)) - 1),
                    substr(rest, instr(rest, char(10)) + 1)
                FROM word WHERE rest <> ''),
            facet (brandId, facet, day, value, label, stars, mentions) AS (
                SELECT brandId, 'source', day, sourceId, label, stars, mentions FROM tally
                UNION ALL
                SELECT brandId, 'language', day, coalesce(language, ''), label, stars, mentions
                FROM tally
                UNION ALL
                SELECT brandId, 'stars', day, CAST(round(stars * 10000) AS INTEGER), label, stars,
                    mentions
                FROM tally WHERE stars IS NOT NULL
                UNION ALL
                SELECT brandId, 'word', day, aspect || ' ' || word, label, NULL, mentions
                FROM word WHERE word <> '')
        INSERT INTO facetCount
        SELECT brandId, facet, day, CAST(value AS TEXT), sum(mentions * (label = 'negative')),
            sum(mentions * (label = 'neutral')), sum(mentions * (label = 'positive')),
            sum(mentions * (label = 'unscored')), sum(mentions * (stars IS NOT NULL)),
            total(mentions * stars)
        FROM facet GROUP BY brandId, facet, day, CAST(value AS TEXT);
        """
}
