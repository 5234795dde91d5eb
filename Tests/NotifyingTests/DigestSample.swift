import Foundation
import Model

@testable import Notifying

extension KindSample {
    /// Sun, 22 Nov 2026, 00:00 in Berlin.
    static let midnight = before(630)

    static func blank(days: Int) -> Digest {
        let length = Double(days) * 86_400
        return Digest(
            title: days == 1 ? "Morning digest" : "Weekly digest",
            period: Alert.Period(start: midnight.addingTimeInterval(-length), end: midnight),
            previous: Alert.Period(
                start: midnight.addingTimeInterval(-2 * length),
                end: midnight.addingTimeInterval(-length)),
            lastDay: CalendarDay(midnight.addingTimeInterval(-3600), secondsFromGMT: 3600))
    }

    static func plainDigest(_ digest: Digest) throws -> Letter {
        var letter = try plain(
            .digest, rule: RuleID(trusted: digest.dayCount == 28 ? "morning" : "weekly"),
            severity: .info, reason: "a digest on every day at 08:00")
        letter.alert.period = digest.period
        letter.digest = digest
        return letter
    }

    static func quiet() throws -> Letter { try plainDigest(blank(days: 1)) }

    static func digest(days: Int) throws -> Letter {
        var digest = blank(days: days)
        let scale = days == 1 ? 1 : 6
        digest.counts = counts(negative: 2 * scale, neutral: scale, positive: 5 * scale, stars: 3.9)
        digest.countsBefore = counts(
            negative: scale / 2, neutral: scale, positive: 5 * scale, stars: 4.6)
        digest.days = trend(until: digest.lastDay)
        digest.worst = complaints.prefix(3).map(dayBefore)
        digest.best = [
            mention(
                301, 5, "The best rye bread in town, and the kindest people.", minutesAgo: 1000,
                author: "Anke B."),
            mention(
                302, 5, "Cinnamon rolls like at my grandmother's.", from: table, minutesAgo: 1200),
        ]
        digest.unanswered = [
            mention(
                150, 1, "Two euros for tap water? Shame.", minutesAgo: 9 * 1440, author: "Lutz"),
            mention(171, 2, "Waited forever at an empty counter.", from: table, minutesAgo: 3000),
            dayBefore(complaints[0]),
        ]
        digest.unansweredCount = 5
        digest.responses = ResponseCounts(
            mentions: 7 * scale, answered: 4 * scale, delays: [3600, 18_000, 40_000])
        digest.responsesBefore = ResponseCounts(
            mentions: 6 * scale, answered: 5 * scale, delays: [7200])
        digest.aspects = [
            AspectCounts(aspect: .product, negative: scale, positive: 4 * scale),
            AspectCounts(aspect: .staff, negative: 1, positive: 2 * scale),
            AspectCounts(aspect: .delivery, negative: 2 * scale, neutral: 1),
        ]
        digest.aspectsBefore = [
            AspectCounts(aspect: .product, negative: scale, positive: 4 * scale),
            AspectCounts(aspect: .delivery, negative: 1, positive: scale / 3),
        ]
        digest.troubles = [
            Digest.SourceTrouble(source: forum, health: .unreachable, since: before(2000))
        ]
        digest.matches = [
            Digest.Matches(
                rule: "Praise worth thanking",
                mentions: [
                    mention(
                        301, 5, "The best rye bread in town.", minutesAgo: 1000, author: "Anke B.")
                ],
                count: 4)
        ]
        digest.silenced = 3
        digest.alerts = 2
        return try plainDigest(digest)
    }

    /// The same, said on the day that the digest tells of.
    private static func dayBefore(_ mention: Mention) -> Mention {
        var mention = mention
        mention.firstSeen -= 16 * 3600
        mention.occurredAt -= 16 * 3600
        return mention
    }

    private static func counts(
        negative: Int, neutral: Int, positive: Int, stars: Double
    ) -> SentimentCounts {
        let rated = negative + positive
        return SentimentCounts(
            negative: negative, neutral: neutral, positive: positive, rated: rated,
            starSum: stars * Double(rated))
    }

    private static func trend(until last: CalendarDay) -> [DayCounts] {
        let totals = [
            3, 2, 5, 4, 0, 1, 6, 3, 4, 4, 2, 0, 1, 7, 5, 3, 2, 4, 3, 1, 6, 8, 4, 3, 5, 9, 11, 8,
        ]
        let bad = [
            0, 0, 1, 0, 0, 0, 2, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 1, 2, 0, 1, 1, 3, 5, 2,
        ]
        return totals.indices.filter { totals[$0] > 0 }.map { index in
            DayCounts(
                day: CalendarDay(number: last.number - totals.count + 1 + index),
                counts: SentimentCounts(
                    negative: bad[index], positive: totals[index] - bad[index]))
        }
    }

    /// What a night's quiet hours held back: seven alerts on five mentions and a source.
    static func gathered() throws -> Letter {
        var mentions = complaints
        mentions.append(
            mention(205, 5, "Lovely place, lovely cake.", from: table, minutesAgo: 90))
        var letter = try plain(
            .mentions, rule: Sample.rule,
            reason: "negative, 2 of 5 stars, matches rule “Complaints”",
            mentions: mentions)
        letter.timeZone = try Sample.zone()
        var number: AlertID = 7
        func alert(
            _ kind: Alert.Kind, _ rule: String, _ severity: Alert.Severity, _ minutesAgo: Double,
            _ reason: String, _ ids: [MentionID] = []
        ) -> Alert {
            number += 1
            return Alert(
                id: number, rule: RuleID(trusted: rule), severity: severity, brand: nil,
                mentions: ids, reason: reason, createdAt: before(minutesAgo), kind: kind)
        }
        letter.alert = alert(
            .mentions, "complaints", .warning, 740,
            "negative, 2 of 5 stars, matches rule “Complaints”",
            [202])
        var worst = alert(
            .mentions, "complaints", .critical, 700,
            "negative, 1 of 5 stars, matches rule “Complaints”",
            [201])
        worst.weighing = "1 of 5 stars (+2), strong words (+1), 2nd complaint of this author (+1)"
        var sources = alert(
            .sources, "source-health", .warning, 610, "Elmstadt Forum can't be reached")
        sources.notices = [
            Telling.notice(source: forum, since: 610 * 60)
        ]
        var surge = alert(
            .surge, "bad-day", .critical, 500,
            "9 negative mentions within 24 hours, where 1.4 are usual",
            [201, 202])
        surge.period = Alert.Period(start: before(1940), end: before(500))
        letter.further = [
            worst, sources, surge,
            alert(
                .mentions, "complaints", .warning, 400, "negative, matches rule “Complaints”", [203]
            ),
            alert(.reminder, "unanswered", .warning, 300, "nobody has answered in time", [204]),
            alert(.mentions, "praise", .info, 90, "positive, matches rule “Praise”", [205]),
        ]
        letter.reminders[204] = Letter.Reminder(since: before(1900), count: 1)
        return letter
    }
}
