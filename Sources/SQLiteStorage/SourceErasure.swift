import FoundationEssentials
import GRDB
import Model
import Storage

/// Removes a source from the store, inside one transaction.
struct SourceErasure {
    let database: Database
    let source: SourceID

    /// Removes everything; how many mentions there were.
    func run() throws -> Int {
        try countOut()
        try removeAlerts()
        let mentions = try remove("DELETE FROM mention WHERE sourceId = :source")
        try remove("DELETE FROM entry WHERE sourceId = :source")
        try remove("DELETE FROM sourceNotice WHERE sourceId = :source")
        try remove("DELETE FROM sourceListing WHERE sourceId = :source")
        try remove("DELETE FROM source WHERE id = :source AND isConfigured = 0")
        try remove(Self.renewal)
        return mentions
    }

    @discardableResult
    private func remove(_ sql: String) throws -> Int {
        try database.execute(sql: sql, arguments: ["source": source.rawValue])
        return database.changesCount
    }

    /// Counts the mentions out of the figures by day; those that were pruned stay counted, since
    /// nobody knows any more which they were.
    private func countOut() throws {
        try remove(
            """
            INSERT INTO dayCount
                (brandId, day, negative, neutral, positive, unscored, rated, starSum)
            SELECT brandId, day, -sum(label = 'negative'), -sum(label = 'neutral'),
                -sum(label = 'positive'), -sum(label = 'unscored'), -count(stars),
                -total(stars)
            FROM (
                SELECT '' AS brandId, day, label, stars FROM mention WHERE sourceId = :source
                UNION ALL
                SELECT brandId, day, label, stars FROM mentionBrand
                WHERE mentionId IN (SELECT id FROM mention WHERE sourceId = :source))
            WHERE true GROUP BY brandId, day
            ON CONFLICT (brandId, day) DO UPDATE SET
                negative = negative + excluded.negative,
                neutral = neutral + excluded.neutral,
                positive = positive + excluded.positive,
                unscored = unscored + excluded.unscored,
                rated = rated + excluded.rated,
                starSum = iif(rated + excluded.rated = 0, 0, starSum + excluded.starSum)
            """)
        try remove(
            """
            INSERT INTO aspectCount (brandId, day, aspect, negative, neutral, positive)
            SELECT brandId, day, aspect, -sum(label = 'negative'), -sum(label = 'neutral'),
                -sum(label = 'positive')
            FROM (
                SELECT '' AS brandId, mention.day, mentionAspect.aspect, mentionAspect.label
                FROM mention JOIN mentionAspect ON mentionAspect.mentionId = mention.id
                WHERE mention.sourceId = :source
                UNION ALL
                SELECT mentionBrand.brandId, mentionBrand.day, mentionAspect.aspect,
                    mentionAspect.label
                FROM mention JOIN mentionBrand ON mentionBrand.mentionId = mention.id
                    JOIN mentionAspect ON mentionAspect.mentionId = mention.id
                WHERE mention.sourceId = :source)
            WHERE true GROUP BY brandId, day, aspect
            ON CONFLICT (brandId, day, aspect) DO UPDATE SET
                negative = negative + excluded.negative,
                neutral = neutral + excluded.neutral,
                positive = positive + excluded.positive
            """)
        try FacetFigures.recount(
            "-", where: "sourceId = :source", ["source": source.rawValue], in: database)
    }

    /// Removes the alerts that tell of this source and of no other, with their deliveries; digests
    /// stay.
    ///
    /// The letters that others share with them go on without.
    private func removeAlerts() throws {
        let ids = try Int64.fetchAll(
            database, sql: Self.alerts, arguments: ["source": source.rawValue])
        guard !ids.isEmpty else { return }
        _ = try LetterRows(database: database).cancel(
            DeliverySelection(alerts: Set(ids)), now: .distantPast)
        let removal = try database.cachedStatement(sql: "DELETE FROM alert WHERE id = ?")
        for id in ids { try removal.execute(arguments: [id]) }
    }

    private static let alerts = """
        SELECT id FROM alert WHERE kind <> 'digest' AND id IN (
            SELECT alertId FROM alertMention
            WHERE mentionId IN (SELECT id FROM mention WHERE sourceId = :source)
            UNION
            SELECT alertId FROM alertNotice
            WHERE noticeId IN (SELECT id FROM sourceNotice WHERE sourceId = :source))
        AND NOT EXISTS (
            SELECT 1 FROM alertMention JOIN mention ON mention.id = alertMention.mentionId
            WHERE alertMention.alertId = alert.id AND mention.sourceId <> :source)
        AND NOT EXISTS (
            SELECT 1 FROM alertNotice
            JOIN sourceNotice ON sourceNotice.id = alertNotice.noticeId
            WHERE alertNotice.alertId = alert.id AND sourceNotice.sourceId <> :source)
        """

    /// A row as of a source that was never polled; due when it was, or when it was last asked.
    private static let renewal = """
        UPDATE source SET
            nextPoll = min(nextPoll, coalesce(lastPoll, nextPoll)),
            lastPoll = NULL, lastSuccess = NULL, baselineAt = NULL, etag = NULL,
            lastModified = NULL, bodyDigest = NULL, failures = 0, failingSince = NULL,
            failureReason = NULL, failureDetail = NULL, failureStatus = NULL,
            failureRetryAfter = NULL, movedTo = NULL, feedTitle = NULL, format = NULL,
            lastEntryCount = NULL, mentionCount = 0, pausedAt = NULL, health = 'waiting',
            healthSince = NULL, lastChange = NULL, observedDays = 0, activeDays = 0, arrivals = 0,
            silentDays = 0, longestSilence = 0, cadenceDay = NULL, lastArrival = NULL, shape = 0,
            answer = NULL, quotaRemaining = NULL, urgentUntil = NULL, timeToLive = NULL,
            skippedTimes = 0, isActive = isEnabled, revision = revision + 1
        WHERE id = :source
        """
}
