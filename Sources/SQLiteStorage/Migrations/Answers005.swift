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
        CREATE INDEX mentionSurvey ON mention (occurredAt, ratingMin, ratingMax, ratingValue)
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
        CREATE INDEX draftAuthor ON draft (author, template) WHERE author IS NOT NULL;

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

    /// The table, filled with what is stored.
    private static let facets = """
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

        WITH RECURSIVE
            scope (mentionId, brandId, day, sourceId, language, stars, label) AS (
                SELECT id, '', day, sourceId, language, stars, label FROM mention
                UNION ALL
                SELECT mentionId, brandId, day, sourceId, language, stars, label
                FROM mentionBrand),
            word (mentionId, aspect, label, word, rest) AS (
                SELECT mentionId, aspect, label, '', words || char(10) FROM mentionAspect
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
        INSERT INTO facetCount
        SELECT brandId, facet, day, CAST(value AS TEXT), sum(label = 'negative'),
            sum(label = 'neutral'), sum(label = 'positive'), sum(label = 'unscored'),
            count(stars), total(stars)
        FROM facet GROUP BY brandId, facet, day, CAST(value AS TEXT);
        """
}
