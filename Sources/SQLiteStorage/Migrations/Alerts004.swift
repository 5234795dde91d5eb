/// More kinds of alerts, letters of several deliveries, channels that fail, and what rules remember.
///
/// `delivery.leadId` names the delivery that leads the letter; `dueAt` is when a delivery can be
/// claimed: when it is due, or when its lease ends if that is later. `mentionBrand.score` repeats
/// that of the mention.
enum Alerts004 {
    static let sql = alerts + deliveries + memory + mentions

    private static let alerts = """
        ALTER TABLE alert ADD COLUMN kind TEXT NOT NULL DEFAULT 'mentions';
        ALTER TABLE alert ADD COLUMN weighing TEXT;
        ALTER TABLE alert ADD COLUMN periodStart REAL;
        ALTER TABLE alert ADD COLUMN periodEnd REAL;
        ALTER TABLE alert ADD COLUMN channelId TEXT;
        UPDATE alert SET kind = 'sources' WHERE id IN (SELECT alertId FROM alertNotice);
        CREATE INDEX alertDigest ON alert (ruleId, periodEnd) WHERE kind = 'digest';
        CREATE INDEX decisionTime ON decision (decidedAt, outcome, ruleId)
            WHERE outcome <> 'alerted';
        CREATE INDEX decisionAlert ON decision (alertId) WHERE alertId IS NOT NULL;

        """

    private static let deliveries = """
        ALTER TABLE delivery ADD COLUMN leadId INTEGER REFERENCES delivery (id) ON DELETE SET NULL;
        ALTER TABLE delivery ADD COLUMN dueAt REAL
            GENERATED ALWAYS AS (max(nextAttempt, coalesce(leaseUntil, nextAttempt))) VIRTUAL;
        DROP INDEX deliveryDue;
        CREATE INDEX deliveryDue ON delivery (channelId, dueAt)
            WHERE state = 'pending' AND leadId IS NULL;
        CREATE INDEX deliveryUntried ON delivery (channelId, dueAt)
            WHERE state = 'pending' AND leadId IS NULL AND attempts = 0;
        CREATE INDEX deliveryStored ON delivery (channelId, createdAt)
            WHERE state = 'pending' AND leadId IS NULL;
        CREATE INDEX deliveryLed ON delivery (leadId) WHERE leadId IS NOT NULL;
        CREATE INDEX deliveryLeased ON delivery (leaseOwner) WHERE leaseOwner IS NOT NULL;
        CREATE INDEX deliveryTaken ON delivery (channelId, settledAt)
            WHERE state = 'delivered' AND leadId IS NULL;

        CREATE TABLE channelState (
            channelId TEXT PRIMARY KEY NOT NULL,
            failures INTEGER NOT NULL,
            failingSince REAL,
            nextTry REAL,
            lastError TEXT,
            lastDelivery REAL,
            disabledAt REAL,
            addressDigest TEXT NOT NULL
        ) WITHOUT ROWID;

        """

    private static let memory = """
        CREATE TABLE ruleMark (
            ruleId TEXT NOT NULL,
            key TEXT NOT NULL,
            at REAL NOT NULL,
            value REAL,
            PRIMARY KEY (ruleId, key)
        ) WITHOUT ROWID;

        CREATE TABLE reminder (
            mentionId INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
            ruleId TEXT NOT NULL,
            count INTEGER NOT NULL,
            at REAL NOT NULL,
            PRIMARY KEY (mentionId, ruleId)
        ) WITHOUT ROWID;

        CREATE TABLE silence (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            ruleId TEXT,
            sourceId TEXT,
            brandId TEXT,
            mentionId INTEGER,
            startsAt REAL NOT NULL,
            endsAt REAL NOT NULL,
            comment TEXT
        );

        """

    private static let mentions = """
        CREATE INDEX mentionSeen ON mention (firstSeen, isBaseline);
        CREATE INDEX mentionAuthor ON mention (sourceId, author, id, label)
            WHERE author IS NOT NULL;
        CREATE INDEX mentionAnswer ON mention (occurredAt, hasReply, replyDate, kind)
            WHERE kind = 'review';

        ALTER TABLE mentionBrand ADD COLUMN score REAL;
        UPDATE mentionBrand SET score = (SELECT score FROM mention WHERE id = mentionId);
        DROP INDEX brandDay;
        CREATE INDEX brandDay
            ON mentionBrand (brandId, day, sourceId, label, stars, language, score);
        CREATE INDEX brandLabel ON mentionBrand (brandId, label, occurredAt, sourceId);
        """
}
