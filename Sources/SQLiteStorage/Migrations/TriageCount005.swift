/// How mentions stand, by brand and label; part of the step that brings answers.
///
/// `mention.state` is the effective state: a reply that the source shows answers what is new or seen.
/// `triageCount` counts the stored mentions by it, under an empty brand all of them; only triggers write
/// it. When a mention is deleted its brands go after it, so that they are counted out by one trigger only.
enum TriageCount005 {
    static let sql = columns + counts + triggers

    private static let columns = """

        ALTER TABLE mention ADD COLUMN state TEXT GENERATED ALWAYS AS (
            iif(hasReply = 1 AND triage IN ('new', 'seen'), 'answered-publicly', triage)) VIRTUAL;
        CREATE INDEX mentionState ON mention (state, occurredAt) WHERE state <> 'new';
        CREATE INDEX mentionAssignee ON mention (assignee COLLATE NOCASE, occurredAt)
            WHERE assignee IS NOT NULL;
        CREATE INDEX mentionWaiting ON mention (occurredAt)
            WHERE isOpen = 1 AND (label = 'negative' OR triage <> 'new');
        CREATE UNIQUE INDEX flagOpen ON flag (mentionId) WHERE outcome IS NULL;

        """

    private static let counts = """
        CREATE TABLE triageCount (
            brandId TEXT NOT NULL,
            label TEXT NOT NULL,
            state TEXT NOT NULL,
            mentions INTEGER NOT NULL,
            PRIMARY KEY (brandId, label, state)
        ) WITHOUT ROWID;
        INSERT INTO triageCount SELECT '', label, state, count(*) FROM mention GROUP BY label, state;
        INSERT INTO triageCount
            SELECT brandId, mention.label, state, count(*)
            FROM mentionBrand JOIN mention ON mention.id = mentionId
            GROUP BY brandId, mention.label, state;

        """

    private static let countingUp = "ON CONFLICT DO UPDATE SET mentions = mentions + 1"

    private static let triggers = """
        CREATE TRIGGER mentionCountInsert AFTER INSERT ON mention BEGIN
            INSERT INTO triageCount VALUES ('', new.label, new.state, 1) \(countingUp);
        END;
        CREATE TRIGGER mentionCountUpdate AFTER UPDATE OF label, hasReply, triage ON mention
        WHEN old.label <> new.label OR old.state <> new.state BEGIN
            UPDATE triageCount SET mentions = mentions - 1
            WHERE label = old.label AND state = old.state AND brandId IN (
                SELECT '' UNION ALL SELECT brandId FROM mentionBrand WHERE mentionId = new.id);
            INSERT INTO triageCount
                SELECT brandId, new.label, new.state, 1 FROM (
                    SELECT '' AS brandId
                    UNION ALL SELECT brandId FROM mentionBrand WHERE mentionId = new.id)
                WHERE true \(countingUp);
        END;
        CREATE TRIGGER mentionCountDelete BEFORE DELETE ON mention BEGIN
            UPDATE triageCount SET mentions = mentions - 1
            WHERE label = old.label AND state = old.state AND brandId IN (
                SELECT '' UNION ALL SELECT brandId FROM mentionBrand WHERE mentionId = old.id);
        END;
        CREATE TRIGGER brandCountInsert AFTER INSERT ON mentionBrand BEGIN
            INSERT INTO triageCount
                SELECT new.brandId, label, state, 1 FROM mention WHERE id = new.mentionId
                \(countingUp);
        END;
        CREATE TRIGGER brandCountDelete AFTER DELETE ON mentionBrand BEGIN
            UPDATE triageCount SET mentions = mentions - 1
            WHERE brandId = old.brandId
                AND (label, state) = (SELECT label, state FROM mention WHERE id = old.mentionId);
        END;
        """
}
