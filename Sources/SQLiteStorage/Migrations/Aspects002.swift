/// What mentions are about: each aspect with its verdict, and figures by day.
///
/// `mention.aspects` is read with its mention; `mentionAspect` repeats what filters and figures need.
/// `words` holds the words that name the aspect, in small letters, one a line. Mentions that were
/// stored before have no aspects, and an opinion of 0, until they are edited.
enum Aspects002 {
    static let sql = """
        ALTER TABLE mention ADD COLUMN opinion REAL NOT NULL DEFAULT 0;
        ALTER TABLE mention ADD COLUMN aspects TEXT NOT NULL DEFAULT '[]';

        CREATE TABLE mentionAspect (
            mentionId INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
            aspect TEXT NOT NULL,
            label TEXT NOT NULL,
            words TEXT NOT NULL,
            PRIMARY KEY (mentionId, aspect)
        ) WITHOUT ROWID;
        CREATE INDEX mentionAspectLabel ON mentionAspect (aspect, label, mentionId);

        CREATE TABLE aspectCount (
            brandId TEXT NOT NULL,
            day INTEGER NOT NULL,
            aspect TEXT NOT NULL,
            negative INTEGER NOT NULL DEFAULT 0,
            neutral INTEGER NOT NULL DEFAULT 0,
            positive INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (brandId, day, aspect)
        ) WITHOUT ROWID;
        """
}
