/// The first schema: sources, entries, mentions, rollups, decisions, alerts, outbox.
///
/// Times are seconds since 1970 in UTC; days are days since 1970 in the owner's zone; labels and
/// states are the raw values of their enums.
enum Foundation001 {
    static let sql = sources + mentions + figures + alerts

    private static let sources = """
        CREATE TABLE source (
            id TEXT PRIMARY KEY NOT NULL,
            kind TEXT NOT NULL,
            isActive INTEGER NOT NULL CHECK (isActive IN (0, 1)),
            isConfigured INTEGER NOT NULL CHECK (isConfigured IN (0, 1)),
            urlDigest TEXT NOT NULL,
            readingDigest TEXT NOT NULL,
            nextPoll REAL NOT NULL,
            lastPoll REAL,
            lastSuccess REAL,
            baselineAt REAL,
            etag TEXT,
            lastModified TEXT,
            bodyDigest TEXT,
            failures INTEGER NOT NULL DEFAULT 0,
            failingSince REAL,
            failureReason TEXT,
            failureDetail TEXT,
            failureStatus INTEGER,
            failureRetryAfter REAL,
            movedTo TEXT,
            feedTitle TEXT,
            format TEXT,
            lastEntryCount INTEGER,
            mentionCount INTEGER NOT NULL DEFAULT 0,
            leaseOwner TEXT,
            leaseUntil REAL
        ) WITHOUT ROWID;
        CREATE INDEX sourceDue ON source (nextPoll) WHERE isActive = 1;

        """

    private static let mentions = """
        CREATE TABLE mention (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            sourceId TEXT NOT NULL REFERENCES source (id),
            kind TEXT NOT NULL,
            identityRung TEXT NOT NULL,
            identityKey TEXT NOT NULL,
            entryId TEXT,
            url TEXT,
            title TEXT,
            text TEXT,
            author TEXT,
            published REAL,
            updated REAL,
            ratingValue REAL,
            ratingMin REAL,
            ratingMax REAL,
            stars REAL,
            declaredLanguage TEXT,
            hasReply INTEGER NOT NULL CHECK (hasReply IN (0, 1)),
            replyText TEXT,
            replyDate REAL,
            brandMatches TEXT NOT NULL,
            score REAL NOT NULL,
            label TEXT NOT NULL,
            confidence REAL NOT NULL,
            basis TEXT NOT NULL,
            textScore REAL,
            textLabel TEXT NOT NULL,
            disagrees INTEGER NOT NULL CHECK (disagrees IN (0, 1)),
            language TEXT,
            contributions TEXT NOT NULL,
            lexicon TEXT NOT NULL,
            firstSeen REAL NOT NULL,
            occurredAt REAL NOT NULL,
            day INTEGER NOT NULL,
            version INTEGER NOT NULL DEFAULT 1,
            isBaseline INTEGER NOT NULL CHECK (isBaseline IN (0, 1)),
            isNews INTEGER NOT NULL CHECK (isNews IN (0, 1)),
            isDecided INTEGER NOT NULL DEFAULT 0 CHECK (isDecided IN (0, 1)),
            decidedVersion INTEGER
        );
        CREATE UNIQUE INDEX mentionIdentity ON mention (sourceId, identityKey);
        CREATE INDEX mentionOccurred ON mention (occurredAt);
        CREATE INDEX mentionSource ON mention (sourceId, occurredAt);
        CREATE INDEX mentionScore ON mention (score) WHERE label <> 'unscored';
        CREATE INDEX mentionDay ON mention (day, sourceId, label, stars, language);
        CREATE INDEX mentionUndecided ON mention (id) WHERE isDecided = 0;
        CREATE INDEX mentionUnanswered ON mention (occurredAt)
            WHERE label = 'negative' AND hasReply = 0;

        CREATE TABLE entry (
            sourceId TEXT NOT NULL REFERENCES source (id),
            identityKey TEXT NOT NULL,
            identityRung TEXT NOT NULL,
            mentionId INTEGER REFERENCES mention (id) ON DELETE SET NULL,
            contentDigest TEXT NOT NULL,
            isForgotten INTEGER NOT NULL DEFAULT 0 CHECK (isForgotten IN (0, 1)),
            firstSeen REAL NOT NULL,
            PRIMARY KEY (sourceId, identityKey)
        ) WITHOUT ROWID;
        CREATE INDEX entryMention ON entry (mentionId);

        CREATE TABLE mentionVersion (
            mentionId INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
            version INTEGER NOT NULL,
            title TEXT,
            text TEXT,
            ratingValue REAL,
            ratingMin REAL,
            ratingMax REAL,
            score REAL NOT NULL,
            label TEXT NOT NULL,
            replacedAt REAL NOT NULL,
            PRIMARY KEY (mentionId, version)
        ) WITHOUT ROWID;

        CREATE TABLE mentionBrand (
            mentionId INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
            brandId TEXT NOT NULL,
            occurredAt REAL NOT NULL,
            day INTEGER NOT NULL,
            sourceId TEXT NOT NULL,
            label TEXT NOT NULL,
            stars REAL,
            language TEXT,
            PRIMARY KEY (mentionId, brandId)
        ) WITHOUT ROWID;
        CREATE INDEX brandOccurred ON mentionBrand (brandId, occurredAt);
        CREATE INDEX brandDay ON mentionBrand (brandId, day, sourceId, label, stars, language);

        CREATE VIRTUAL TABLE mentionText USING fts5(
            title, text, author, content = 'mention', content_rowid = 'id',
            tokenize = 'unicode61 remove_diacritics 2');
        CREATE TRIGGER mentionTextInsert AFTER INSERT ON mention BEGIN
            INSERT INTO mentionText (rowid, title, text, author)
            VALUES (new.id, new.title, new.text, new.author);
        END;
        CREATE TRIGGER mentionTextDelete AFTER DELETE ON mention BEGIN
            INSERT INTO mentionText (mentionText, rowid, title, text, author)
            VALUES ('delete', old.id, old.title, old.text, old.author);
        END;
        CREATE TRIGGER mentionTextUpdate AFTER UPDATE OF title, text, author ON mention BEGIN
            INSERT INTO mentionText (mentionText, rowid, title, text, author)
            VALUES ('delete', old.id, old.title, old.text, old.author);
            INSERT INTO mentionText (rowid, title, text, author)
            VALUES (new.id, new.title, new.text, new.author);
        END;

        """

    private static let figures = """
        CREATE TABLE dayCount (
            brandId TEXT NOT NULL,
            day INTEGER NOT NULL,
            negative INTEGER NOT NULL DEFAULT 0,
            neutral INTEGER NOT NULL DEFAULT 0,
            positive INTEGER NOT NULL DEFAULT 0,
            unscored INTEGER NOT NULL DEFAULT 0,
            rated INTEGER NOT NULL DEFAULT 0,
            starSum REAL NOT NULL DEFAULT 0,
            PRIMARY KEY (brandId, day)
        ) WITHOUT ROWID;

        """

    private static let alerts = """
        CREATE TABLE alert (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            ruleId TEXT NOT NULL,
            brandId TEXT NOT NULL,
            severity TEXT NOT NULL,
            reason TEXT NOT NULL,
            createdAt REAL NOT NULL
        );
        CREATE INDEX alertCreated ON alert (createdAt);

        CREATE TABLE alertMention (
            alertId INTEGER NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
            mentionId INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            PRIMARY KEY (alertId, mentionId)
        ) WITHOUT ROWID;
        CREATE INDEX alertMentionMention ON alertMention (mentionId);

        CREATE TABLE alertMoment (
            ruleId TEXT NOT NULL,
            brandId TEXT NOT NULL,
            at REAL NOT NULL,
            PRIMARY KEY (ruleId, brandId)
        ) WITHOUT ROWID;

        CREATE TABLE decision (
            ruleId TEXT NOT NULL,
            brandId TEXT NOT NULL,
            mentionId INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
            version INTEGER NOT NULL,
            outcome TEXT NOT NULL,
            reason TEXT NOT NULL,
            alertId INTEGER REFERENCES alert (id) ON DELETE SET NULL,
            decidedAt REAL NOT NULL,
            heldUntil REAL,
            PRIMARY KEY (mentionId, ruleId, brandId, version)
        ) WITHOUT ROWID;
        CREATE INDEX decisionHeld ON decision (heldUntil) WHERE outcome = 'held';

        CREATE TABLE delivery (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            alertId INTEGER NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
            channelId TEXT NOT NULL,
            messageId TEXT NOT NULL UNIQUE,
            state TEXT NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0,
            nextAttempt REAL NOT NULL,
            lastError TEXT,
            createdAt REAL NOT NULL,
            settledAt REAL,
            leaseOwner TEXT,
            leaseUntil REAL,
            UNIQUE (alertId, channelId)
        );
        CREATE INDEX deliveryDue ON delivery (channelId, nextAttempt) WHERE state = 'pending';
        CREATE INDEX deliveryState ON delivery (state, channelId);
        """
}
