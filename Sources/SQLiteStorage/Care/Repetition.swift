import GRDB

/// What the store holds twice so that questions are quick: how it is compared, and made anew.
enum Repetition {
    private static let brandColumns = [
        "occurredAt", "day", "sourceId", "label", "stars", "language", "score",
    ]

    private static let lastState = """
        (SELECT action FROM triageEvent
            WHERE mentionId = mention.id AND action NOT IN ('assigned', 'noted')
            ORDER BY id DESC LIMIT 1)
        """
    private static let lastAssignee = """
        (SELECT assignee FROM triageEvent WHERE mentionId = mention.id AND action = 'assigned'
            ORDER BY id DESC LIMIT 1)
        """
    private static let firstAnswer = """
        (SELECT at FROM triageEvent
            WHERE mentionId = mention.id
                AND action IN ('answered-publicly', 'answered-privately')
            ORDER BY id LIMIT 1)
        """

    /// Rows of `mentionBrand` that are not what their mention says.
    static let brandDiffers = """
        SELECT 1 FROM mentionBrand JOIN mention ON mention.id = mentionBrand.mentionId
        WHERE \(brandColumns.map { "mentionBrand.\($0) IS NOT mention.\($0)" }
            .joined(separator: " OR "))
        """

    /// Mentions whose brands are not those of their rows.
    static let brandsDiffer = """
        SELECT mention.id, value ->> '$.brand' FROM mention, json_each(mention.brandMatches)
        WHERE NOT EXISTS (
            SELECT 1 FROM mentionBrand
            WHERE mentionId = mention.id AND brandId = value ->> '$.brand')
        UNION ALL
        SELECT mentionId, brandId FROM mentionBrand JOIN mention ON mention.id = mentionId
        WHERE NOT EXISTS (
            SELECT 1 FROM json_each(mention.brandMatches) WHERE value ->> '$.brand' = brandId)
        """

    /// Mentions whose aspects are not those of their rows.
    static let aspectsDiffer = """
        SELECT mention.id FROM mention, json_each(mention.aspects)
        WHERE NOT EXISTS (
            SELECT 1 FROM mentionAspect
            WHERE mentionId = mention.id AND aspect = value ->> '$.aspect'
                AND mentionAspect.label = value ->> '$.label')
        UNION ALL
        SELECT mentionId FROM mentionAspect JOIN mention ON mention.id = mentionId
        WHERE NOT EXISTS (
            SELECT 1 FROM json_each(mention.aspects)
            WHERE value ->> '$.aspect' = aspect AND value ->> '$.label' = mentionAspect.label)
        """

    /// Sources that have another number of mentions.
    static let countDiffers = """
        SELECT 1 FROM source
        WHERE mentionCount <> (SELECT count(*) FROM mention WHERE sourceId = source.id)
        """

    private static let triageCounts = """
        SELECT '' AS brandId, label, state, count(*) AS mentions FROM mention
        GROUP BY label, state
        UNION ALL
        SELECT brandId, mention.label, state, count(*)
        FROM mentionBrand JOIN mention ON mention.id = mentionId
        GROUP BY brandId, mention.label, state
        """

    /// Rows of `triageCount` that are not what the mentions make, either way.
    static let triageCountDiffers = """
        SELECT brandId, label, state FROM (
            SELECT brandId, label, state, mentions FROM triageCount
            UNION ALL
            SELECT brandId, label, state, -mentions FROM (\(triageCounts)))
        GROUP BY brandId, label, state HAVING sum(mentions) <> 0
        """

    /// Mentions that stand otherwise than their events say.
    static let triageDiffers = """
        SELECT 1 FROM mention
        WHERE triage IS NOT coalesce(\(lastState), 'new')
            OR assignee IS NOT \(lastAssignee) OR answeredAt IS NOT \(firstAnswer)
        """

    /// Makes all of it anew, inside one transaction.
    static func rebuild(in database: Database) throws {
        let brandValues = brandColumns.map { "\($0) = mention.\($0)" }.joined(separator: ", ")
        try database.execute(
            sql: """
                UPDATE mention SET
                    triage = coalesce(\(lastState), 'new'), assignee = \(lastAssignee),
                    answeredAt = \(firstAnswer)
                WHERE id IN (SELECT id FROM mention WHERE triage IS NOT coalesce(\(lastState), 'new')
                    OR assignee IS NOT \(lastAssignee) OR answeredAt IS NOT \(firstAnswer));
                DELETE FROM mentionBrand WHERE NOT EXISTS (
                    SELECT 1 FROM mention, json_each(mention.brandMatches)
                    WHERE mention.id = mentionId AND value ->> '$.brand' = brandId);
                INSERT OR IGNORE INTO mentionBrand
                    (mentionId, brandId, \(brandColumns.joined(separator: ", ")))
                SELECT mention.id, value ->> '$.brand', \(brandColumns.joined(separator: ", "))
                FROM mention, json_each(mention.brandMatches);
                UPDATE mentionBrand SET \(brandValues) FROM mention
                WHERE mention.id = mentionBrand.mentionId;
                DELETE FROM mentionAspect WHERE NOT EXISTS (
                    SELECT 1 FROM mention, json_each(mention.aspects)
                    WHERE mention.id = mentionId AND value ->> '$.aspect' = mentionAspect.aspect);
                INSERT INTO mentionAspect (mentionId, aspect, label, words)
                SELECT mention.id, value ->> '$.aspect', value ->> '$.label', ''
                FROM mention, json_each(mention.aspects) WHERE true
                ON CONFLICT (mentionId, aspect) DO UPDATE SET label = excluded.label;
                UPDATE source SET mentionCount =
                    (SELECT count(*) FROM mention WHERE sourceId = source.id);
                DELETE FROM triageCount;
                INSERT INTO triageCount \(triageCounts);
                """)
    }
}
