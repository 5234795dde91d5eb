import Foundation
import Model

@testable import Notifying

/// A letter of every kind, of a café's ordinary weeks.
enum KindSample {
    static let business = "Hollow Oak Bakery"
    static let maps = SourceID(trusted: "maps-reviews")
    static let table = SourceID(trusted: "table-guide")
    static let forum = SourceID(trusted: "town-forum")
    static let titles = [maps: "Town Maps", table: "Table Guide", forum: "Elmstadt Forum"]

    static let kinds = [
        "burst", "surge", "drop", "reminder", "reminders", "digest", "weekly", "quiet", "channel",
        "channel-off", "channel-back", "test", "gathered",
    ]

    static func letter(_ name: String) throws -> Letter {
        switch name {
        case "burst": try burst()
        case "surge": try figure(.surge)
        case "drop": try figure(.drop)
        case "reminder": try reminder(1)
        case "reminders": try reminder(3)
        case "digest": try digest(days: 1)
        case "weekly": try digest(days: 7)
        case "quiet": try quiet()
        case "channel": try channel(state(failures: 7))
        case "channel-off": try channel(state(failures: 1, isOff: true))
        case "channel-back": try channel(state(failures: 0), severity: .info)
        case "test": try plain(.test, rule: .channelTest, severity: .info, reason: testReason)
        case "gathered": try gathered()
        default: try Sample.letter()
        }
    }

    static let testReason = "somebody asked for it with repute alerts test owner-mail"

    static func before(_ minutes: Double) -> Date { Sample.time.addingTimeInterval(-minutes * 60) }

    /// A mention; `faults` are the aspects that it blames.
    static func mention(
        _ id: MentionID, _ stars: Double?, _ text: String, from source: SourceID = maps,
        minutesAgo: Double = 30, author: String? = nil, faults: [Aspect] = [],
        score: Double? = nil
    ) -> Mention {
        var entry = Sample.entry(
            title: nil, text: text, author: author,
            url: "https://reviews.example.org/\(source)/\(id)",
            rating: stars.flatMap { Rating(value: $0, min: 1, max: 5) })
        entry.published = before(minutesAgo)
        let value = score ?? ((stars ?? 2) - 3) / 2
        var sentiment = Sample.sentiment(
            value < 0 ? .negative : value > 0 ? .positive : .neutral, value)
        sentiment.aspects = faults.map {
            AspectOpinion(aspect: $0, score: -0.6, label: .negative, spans: [0..<1])
        }
        var mention = Sample.mention(id: id, entry: entry, sentiment: sentiment)
        mention.source = source
        mention.kind = source == forum ? .mention : .review
        mention.firstSeen = before(minutesAgo)
        mention.occurredAt = before(minutesAgo)
        return mention
    }

    static let complaints = [
        mention(
            201, 1, "Ordered a birthday cake for Saturday, it came on Sunday. Nobody called.",
            minutesAgo: 41, author: "M. Ortmann", faults: [.delivery]),
        mention(
            202, 2, "Delivery was two hours late and the rolls were hard as stone.", from: table,
            minutesAgo: 38, author: "Kim", faults: [.delivery, .product]),
        mention(
            203, nil, "Has anybody else waited for their Hollow Oak box in vain today?",
            from: forum,
            minutesAgo: 35, author: "elm_42", faults: [.delivery], score: -0.4),
        mention(204, 1, "Rude on the phone. Never again.", minutesAgo: 32, faults: [.staff]),
    ]

    static func plain(
        _ kind: Alert.Kind, rule: RuleID, severity: Alert.Severity = .warning, reason: String,
        mentions: [Mention] = []
    ) throws -> Letter {
        var letter = try Sample.letter(mentions, reason: reason, severity: severity)
        letter.business = business
        letter.alert.kind = kind
        letter.alert.rule = rule
        letter.sourceTitles = titles
        if kind != .mentions { letter.alert.brand = nil }
        return letter
    }

    static func burst() throws -> Letter {
        var letter = try plain(
            .mentions, rule: Sample.rule, severity: .critical,
            reason:
                "4 mentions match rule “Complaints”: label negative; the worst is negative (−1.00), "
                + "1 of 5 stars", mentions: complaints)
        letter.alert.weighing = "critical: 1 of 5 stars (+2), strong words (+1), on 3 sites (+1)"
        return letter
    }

    static func figure(_ kind: Alert.Kind) throws -> Letter {
        let reason =
            kind == .surge
            ? "9 negative mentions within 24 hours, where 1.4 are usual; so many come by chance once "
                + "in 40 years"
            : "the average rating fell from 4.5 to 3.9 stars: 31 ratings in the last 30 days, 188 in the "
                + "180 days before"
        var letter = try plain(
            kind, rule: RuleID(trusted: kind == .surge ? "bad-day" : "rating-falls"),
            reason: reason, mentions: kind == .surge ? Array(complaints.prefix(2)) : [])
        letter.alert.period = Alert.Period(
            start: before(kind == .surge ? 1440 : 30 * 1440), end: Sample.time)
        return letter
    }

    static func reminder(_ count: Int) throws -> Letter {
        let waits = [3.2, 9.4, 1.1]
        let mentions = complaints.prefix(count)
        var letter = try plain(
            .reminder, rule: RuleID(trusted: "unanswered"),
            reason: "nobody has answered within 8 business hours", mentions: Array(mentions))
        for (index, mention) in mentions.enumerated() {
            letter.reminders[mention.id] = Letter.Reminder(
                since: before(waits[index] * 1440), count: index + 2)
        }
        return letter
    }

    static func state(failures: Int, isOff: Bool = false) -> ChannelState {
        var state = ChannelState(
            channel: ChannelID(trusted: "team-chat"), failures: failures,
            lastDelivery: before(600))
        if failures > 0 {
            state.failingSince = before(95)
            state.lastError = "server-error: hooks.example.org answered 503 (Service Unavailable)"
            state.nextTry = before(-25)
        }
        if isOff {
            state.disabledAt = before(95)
            state.lastError = "gone: hooks.example.org answered 410 (Gone)"
        }
        return state
    }

    static func channel(_ state: ChannelState, severity: Alert.Severity = .warning) throws -> Letter
    {
        var letter = try plain(
            .channel, rule: .deliveryHealth, severity: severity,
            reason: state.isInTrouble
                ? "7 attempts in a row failed" : "a letter was taken again after 95 minutes")
        letter.alert.channel = state.channel
        letter.channelState = state
        letter.waitingLetters = state.isInTrouble ? 12 : 0
        return letter
    }
}
