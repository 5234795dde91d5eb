import Foundation

/// Looks whether everything is gone that is too old to be kept.
struct RetentionCheck {
    let town: Town
    let clock: SimulatedClock
    let eyes: StoreEyes

    /// Retention is looked at every six hours.
    private static let latency: TimeInterval = 6 * 3600 + 2 * Course.step

    /// What is still there, in words; nothing near a disturbance, where "too old" depends on whom one asks.
    func problems() throws -> [String] {
        guard !town.isDisturbed(clock.elapsed, within: 86_400) else { return [] }
        let options = town.options
        let day = "day \(Int(clock.elapsed / 86_400))"
        let told = """
            NOT EXISTS (SELECT 1 FROM alertMention JOIN delivery USING (alertId)
                WHERE mentionId = mention.id AND state = 'pending')
            """
        let questions = [
            (
                "mentions that are too old",
                """
                SELECT count(*) FROM mention WHERE \(told) AND (
                    firstSeen < \(limit(options.keptDays)) OR
                    firstSeen < \(limit(options.keptDaysOfBrief)) AND sourceId GLOB 'b*')
                """
            ),
            (
                "names of authors that are too old",
                """
                SELECT count(*) FROM mention WHERE author IS NOT NULL AND isDecided = 1
                    AND max(firstSeen, coalesce(replyDate, 0)) < \(limit(options.namedDays))
                    AND NOT EXISTS (SELECT 1 FROM mentionVersion
                        WHERE mentionId = mention.id AND replacedAt > \(limit(0)))
                """
            ),
            (
                "alerts that are too old",
                """
                SELECT count(*) FROM alert WHERE createdAt < \(limit(options.outboxDays))
                    AND NOT EXISTS (SELECT 1 FROM delivery
                        WHERE alertId = alert.id AND state = 'pending')
                    AND NOT EXISTS (SELECT 1 FROM delivery AS lead
                        JOIN delivery AS other ON other.leadId = lead.id
                        WHERE lead.alertId = alert.id)
                """
            ),
            (
                "notices about sources that are too old",
                """
                SELECT count(*) FROM sourceNotice WHERE at < \(limit(options.outboxDays + 3))
                    AND NOT EXISTS (SELECT 1 FROM alertNotice WHERE noticeId = sourceNotice.id)
                """
            ),
        ]
        return try questions.compactMap { what, sql in
            let count = try eyes.number(sql)
            return count == 0 ? nil : "\(day): \(count) \(what) are still stored"
        }
    }

    private func limit(_ days: Int) -> String {
        let age = Double(days) * 86_400 + Self.latency
        return "\(clock.now.timeIntervalSince1970 - age)"
    }
}
