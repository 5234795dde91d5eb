/// What people do with mentions: triage, verdicts of their own, suspicions, drafts of replies.
///
/// `mention.triage`, `assignee` and `answeredAt` repeat the events of the mention; `isOpen` says whether
/// it waits for an answer. `mention.label` is the person's where a person judged its wording, and
/// `machineLabel` then what the engine had said. An empty `correction.aspect` means the mention as a whole.
enum Answers005 {
    static let sql = mentions + events + judgements

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
            ON mention (occurredAt, hasReply, replyDate, answeredAt, isOpen, sourceId, stars, kind)
            WHERE kind = 'review';

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
}
