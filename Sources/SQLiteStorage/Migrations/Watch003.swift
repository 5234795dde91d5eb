/// How sources are watched: their health, cadence, lists and notices; what was asked of hosts; which
/// mentions tell one story, and which are listed no more.
///
/// `dueAt` is when a source can be claimed: when it is due, or when its lease ends if that is later.
/// `isActive` says `isConfigured` and `isEnabled` and not paused, so that one index answers the
/// schedule. `sourceListing.items` holds a line for each key, `sourceNotice.mentions` numbers with
/// spaces between; `titleHash` and `textHash` hold the bits of an unsigned number.
enum Watch003 {
    static let sql = sources + listings + hosts + mentions + formerSources

    private static let sources = """
        ALTER TABLE source ADD COLUMN isEnabled INTEGER NOT NULL DEFAULT 1
            CHECK (isEnabled IN (0, 1));
        ALTER TABLE source ADD COLUMN pausedAt REAL;
        ALTER TABLE source ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE source ADD COLUMN health TEXT NOT NULL DEFAULT 'waiting';
        ALTER TABLE source ADD COLUMN healthSince REAL;
        ALTER TABLE source ADD COLUMN lastChange REAL;
        ALTER TABLE source ADD COLUMN observedDays REAL NOT NULL DEFAULT 0;
        ALTER TABLE source ADD COLUMN activeDays REAL NOT NULL DEFAULT 0;
        ALTER TABLE source ADD COLUMN arrivals REAL NOT NULL DEFAULT 0;
        ALTER TABLE source ADD COLUMN silentDays INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE source ADD COLUMN longestSilence REAL NOT NULL DEFAULT 0;
        ALTER TABLE source ADD COLUMN cadenceDay INTEGER;
        ALTER TABLE source ADD COLUMN lastArrival REAL;
        ALTER TABLE source ADD COLUMN shape INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE source ADD COLUMN answer TEXT;
        ALTER TABLE source ADD COLUMN quotaRemaining INTEGER;
        ALTER TABLE source ADD COLUMN urgentUntil REAL;
        ALTER TABLE source ADD COLUMN timeToLive REAL;
        ALTER TABLE source ADD COLUMN skippedTimes INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE source ADD COLUMN dueAt REAL
            GENERATED ALWAYS AS (max(nextPoll, coalesce(leaseUntil, nextPoll))) VIRTUAL;
        DROP INDEX sourceDue;
        CREATE INDEX sourceDue ON source (dueAt) WHERE isActive = 1;
        CREATE INDEX sourceLeased ON source (leaseOwner) WHERE leaseOwner IS NOT NULL;

        """

    private static let listings = """
        CREATE TABLE sourceListing (
            sourceId TEXT PRIMARY KEY NOT NULL REFERENCES source (id) ON DELETE CASCADE,
            items TEXT NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE sourceNotice (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            sourceId TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            detail TEXT NOT NULL,
            at REAL NOT NULL,
            since REAL,
            mentions TEXT NOT NULL DEFAULT '',
            isDecided INTEGER NOT NULL DEFAULT 0 CHECK (isDecided IN (0, 1))
        );
        CREATE INDEX sourceNoticeSource ON sourceNotice (sourceId);
        CREATE INDEX sourceNoticeUndecided ON sourceNotice (id) WHERE isDecided = 0;

        CREATE TABLE alertNotice (
            alertId INTEGER NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
            noticeId INTEGER NOT NULL REFERENCES sourceNotice (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            PRIMARY KEY (alertId, noticeId)
        ) WITHOUT ROWID;
        CREATE INDEX alertNoticeNotice ON alertNotice (noticeId);

        """

    private static let hosts = """
        CREATE TABLE hostUsage (
            host TEXT PRIMARY KEY NOT NULL,
            day INTEGER NOT NULL,
            requests INTEGER NOT NULL,
            requestLimit INTEGER,
            remaining INTEGER,
            resetsAt REAL,
            blockedUntil REAL
        ) WITHOUT ROWID;

        """

    private static let mentions = """
        ALTER TABLE mention ADD COLUMN incidentId INTEGER;
        ALTER TABLE mention ADD COLUMN delistedAt REAL;
        ALTER TABLE mention ADD COLUMN titleHash INTEGER;
        ALTER TABLE mention ADD COLUMN textHash INTEGER;
        CREATE INDEX mentionIncident ON mention (incidentId) WHERE incidentId IS NOT NULL;
        CREATE INDEX mentionStory ON mention (firstSeen, titleHash, textHash, sourceId, incidentId)
            WHERE titleHash IS NOT NULL OR textHash IS NOT NULL;
        CREATE INDEX entryContent ON entry (sourceId, contentDigest);

        """

    /// What the rows of before are known to be.
    private static let formerSources = """
        UPDATE source SET isEnabled = isActive WHERE isConfigured = 1;
        UPDATE source SET
            health = CASE
                WHEN failures > 0 AND failureReason IS NOT NULL THEN
                    CASE
                    WHEN failureReason IN ('too-large', 'empty', 'not-a-feed', 'malformed')
                        THEN 'unreadable'
                    WHEN failureReason = 'gone' THEN 'gone'
                    ELSE 'unreachable' END
                WHEN lastSuccess IS NOT NULL THEN 'well'
                ELSE 'waiting' END,
            healthSince = CASE
                WHEN failures > 0 AND failureReason IS NOT NULL THEN failingSince
                ELSE lastSuccess END,
            lastChange = (SELECT max(firstSeen) FROM entry WHERE sourceId = source.id);
        UPDATE source SET lastArrival = lastChange;
        """
}
