import Foundation
import Model

@testable import Notifying

/// Letters as Repute itself makes them, reasons included, for tests of languages.
enum LanguageSample {
    static let foreign = LetterLanguage.allCases.filter { $0 != .english }

    static let kinds = [
        "complaint", "edit", "story", "burst", "surge", "drop", "reminder", "reminders", "digest",
        "weekly", "quiet", "source", "sources", "channel", "channel-off", "channel-back", "test",
        "gathered",
    ]

    static let weighing =
        "critical: 1 of 5 stars (+2), strong words (+1), on 3 sites (+1), third complaint of this "
        + "author (+1)"

    /// As the scorer writes them.
    private static let rules = [
        [], ["emphasis: capitals"], ["before \"but\""], ["after \"but\"", "stronger: \"so\""],
        ["negated by \"not\""],
    ]

    static func letter(_ kind: String) throws -> Letter {
        var letter =
            switch kind {
            case "complaint": try Sample.letter(severity: .critical)
            case "edit": try Telling.edit()
            case "story": try Telling.story(copies: 4)
            case "source": try Telling.letter([Telling.notice()])
            case "sources":
                try Telling.letter([
                    Telling.notice(),
                    Telling.notice(4, source: KindSample.table),
                    Telling.notice(5, source: KindSample.forum),
                ])
            default: try KindSample.letter(kind)
            }
        if kind == "complaint" { letter.alert.weighing = weighing }
        for mention in letter.mentions.indices {
            for index in letter.mentions[mention].sentiment.contributions.indices {
                letter.mentions[mention].sentiment.contributions[index].rules = rules[index % 5]
            }
        }
        if kind == "burst" {
            letter.alert.weighing =
                "critical by the worst of 4: 1 of 5 stars (+2), strong words (+1)"
        }
        canonize(&letter.alert)
        for index in letter.further.indices { canonize(&letter.further[index]) }
        return letter
    }

    /// With the sentences that the deciders write.
    private static func canonize(_ alert: inout Alert) {
        if alert.weighing?.contains("2nd") ?? false { alert.weighing = weighing }
        for index in alert.notices.indices {
            alert.notices[index].detail = NoticeSample.unreachable
        }
        switch alert.kind {
        case .surge:
            alert.reason =
                SurgeTelling(
                    count: 9, labels: [.negative], name: "Hollow Oak Bakery", window: .hours(24),
                    usual: 0...3, rarity: .years(40)
                ).text
        case .drop:
            alert.reason =
                DropTelling(
                    figure: .rating, name: "Hollow Oak Bakery", before: "4.5", recent: "3.9",
                    count: 31, days: 30, countBefore: 1188
                ).text
        default: break
        }
    }

    /// The letter with nothing in it that strangers, owners or servers wrote but `Zq`.
    static func bare(_ kind: String) throws -> Letter {
        var letter = try letter(kind)
        letter.business = "Zq"
        letter.brandNames = letter.brandNames.mapValues { _ in "Zq" }
        letter.sourceTitles = [
            Sample.source: "Zq", KindSample.table: "Zq", KindSample.forum: "Zq",
            SourceID(trusted: "news-1"): "Zq", SourceID(trusted: "news-2"): "Zq",
            SourceID(trusted: "news-3"): "Zq",
        ]
        letter.answers = letter.answers.mapValues { _ in "zq" }
        letter.mentions = letter.mentions.map(bare)
        letter.edits = letter.edits.mapValues { wording in
            var wording = wording
            (wording.title, wording.text) = ("Zq", "zq")
            return wording
        }
        bare(&letter.alert)
        for index in letter.further.indices { bare(&letter.further[index]) }
        if letter.channelState?.lastError != nil { letter.channelState?.lastError = "zq" }
        letter.digest = letter.digest.map { digest in
            var digest = digest
            digest.title = "Zq"
            digest.worst = digest.worst.map(bare)
            digest.best = digest.best.map(bare)
            digest.unanswered = digest.unanswered.map(bare)
            digest.matches = digest.matches.map {
                Digest.Matches(rule: "Zq", mentions: $0.mentions.map(bare), count: $0.count)
            }
            return digest
        }
        return letter
    }

    private static func bare(_ alert: inout Alert) {
        alert.rule = RuleID(trusted: "zq")
        alert.reason = alert.reason.replacing("Hollow Oak Bakery", with: "Zq")
        if alert.kind != .surge, alert.kind != .drop { alert.reason = "Stored words." }
    }

    private static func bare(_ mention: Mention) -> Mention {
        var mention = mention
        if mention.entry.title != nil { mention.entry.title = "Zq" }
        mention.entry.text = "zq zq"
        mention.entry.author = mention.entry.author.map { _ in "Zq" }
        for index in mention.sentiment.contributions.indices {
            mention.sentiment.contributions[index].span = 0..<0
            mention.sentiment.contributions[index].term = "zq"
        }
        return mention
    }

    static func mail(_ letter: Letter, _ language: LetterLanguage) throws -> MailMessage {
        var settings = try Sample.mailSettings()
        settings.language = language
        return MailMessage(letter, settings: settings)
    }
}
