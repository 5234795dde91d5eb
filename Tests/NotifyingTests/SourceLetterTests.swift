import Foundation
import Model
import Testing

@testable import Notifying

/// Letters about sources, edits and stories.
enum Telling {
    static let hostile = "<script>x</script>\" onload=\"y\r\nBcc: thief@example.net @here"

    static func notice(
        _ id: SourceNoticeID = 3, kind: SourceNotice.Kind = .unreachable,
        source: SourceID = Sample.source, detail: String? = nil, since: TimeInterval? = 1560,
        mentions: [MentionID] = []
    ) -> SourceNotice {
        SourceNotice(
            id: id, source: source, kind: kind,
            detail: detail
                ?? "The server did not answer within 30 seconds, 4 times in a row. It is asked again "
                + "every 10 minutes; look whether the address opens in a browser.",
            at: Sample.time, since: since.map { Sample.time.addingTimeInterval(-$0) },
            mentions: mentions)
    }

    static func letter(
        _ notices: [SourceNotice], reason: String = "Town Maps can't be reached",
        mentions: [Mention] = []
    ) throws -> Letter {
        var letter = try Sample.letter(mentions, reason: reason, told: [])
        letter.alert.rule = .sourceHealth
        letter.alert.brand = nil
        letter.alert.notices = notices
        letter.lastReads = [Sample.source: Sample.time.addingTimeInterval(-2160)]
        letter.answers = [Sample.source: "no answer within 30 seconds"]
        return letter
    }

    static func edit() throws -> Letter {
        var letter = try Sample.letter(
            reason: "edited: 5★ → 1★: negative (−0.94), 1 of 5 stars, matches rule “complaints”")
        letter.edits[42] = Letter.Wording(
            title: "Our Sunday place", text: "Warm bread, warm people. We come every week.",
            rating: Rating(value: 5, min: 1, max: 5), label: .positive, score: 0.9,
            replacedAt: Sample.time)
        return letter
    }

    static func story(copies: Int = 3, url: String? = nil) throws -> Letter {
        var letter = try Sample.letter()
        let others = (1..<copies).map { number in
            Incident.Copy(
                mention: 42 + MentionID(number), source: SourceID(trusted: "news-\(number)"),
                url: url ?? "https://news\(number).example.org/a?b=1&c=2", firstSeen: Sample.time)
        }
        let own = Incident.Copy(
            mention: 42, source: Sample.source, url: letter.mentions[0].entry.url,
            firstSeen: Sample.time)
        letter.incidents[42] = Incident(id: 42, copies: [own] + others)
        letter.sourceTitles[SourceID(trusted: "news-1")] = "Elmstadt Gazette"
        return letter
    }
}

struct `A letter about sources` {
    private func message(_ letter: Letter) throws -> MailMessage {
        MailMessage(letter, settings: try Sample.mailSettings())
    }

    @Test func `is as in the golden files`() throws {
        let message = try message(Telling.letter([Telling.notice()]))
        try Golden.expect(message.text, is: "source.txt")
        try Golden.expect(message.html, is: "source.html")
        let bytes = WebhookPayload(try Telling.letter([Telling.notice()])).bytes
        try Golden.expect(String(decoding: bytes, as: UTF8.self) + "\n", is: "source.json")
    }

    @Test func `says in the subject what happened, and since when on the owner's clock`() throws {
        let today = try message(Telling.letter([Telling.notice()]))
        #expect(today.subject == "[Hollow Oak Bakery] Town Maps can't be reached since 10:04")
        let before = try message(Telling.letter([Telling.notice(since: 86_400)]))
        #expect(before.subject.hasSuffix(" since 21 Nov 2026, 10:30"))
        let back = try message(Telling.letter([Telling.notice(kind: .recovered)]))
        #expect(back.subject == "[Hollow Oak Bakery] Town Maps is well again")
    }

    @Test func `says of several sources what the alert says`() throws {
        let notices = (0..<12).map {
            Telling.notice(SourceNoticeID($0), source: SourceID(trusted: "s\($0)"))
        }
        let message = try message(
            Telling.letter(
                notices,
                reason: "your internet connection may be down: 12 of 14 sources can't be reached"))
        #expect(
            message.subject == "[Hollow Oak Bakery] Your internet connection may be down: 12 of 14 "
                + "sources can't be reached")
        #expect(message.text.contains("s11 can't be reached"))
    }

    @Test func `counts the notices that it does not tell`() throws {
        let notices = (0..<60).map { Telling.notice(SourceNoticeID($0)) }
        #expect(try message(Telling.letter(notices)).text.contains("… and 10 more: repute status"))
        let payload = String(
            decoding: WebhookPayload(try Telling.letter(notices)).bytes, as: UTF8.self)
        #expect(payload.contains("\"noticesOmitted\":10"))
    }

    @Test func `shows which mentions are listed no more`() throws {
        var mention = Sample.complaint()
        mention.delistedAt = Sample.time
        let letter = try Telling.letter(
            [Telling.notice(kind: .delisted, mentions: [42, 43])], mentions: [mention])
        let message = try message(letter)
        #expect(message.text.contains("No longer listed since Sun 22 Nov 2026, 10:30 (UTC+1)"))
        #expect(message.text.contains("1 further mention was removed since."))
        #expect(message.html.contains("No longer listed since"))
    }

    @Test func `escapes what servers say`() throws {
        var letter = try Telling.letter([Telling.notice(detail: Telling.hostile)])
        letter.answers = [Sample.source: Telling.hostile]
        letter.sourceTitles = [Sample.source: Telling.hostile]
        let message = try message(letter)
        #expect(!message.html.contains("<script") && !message.html.contains("\" onload"))
        #expect(!message.subject.unicodeScalars.contains { $0.value < 0x20 })
        #expect(!message.source.contains("\nBcc:"))
    }
}

struct `A letter about an edit` {
    @Test func `is as in the golden files`() throws {
        let message = MailMessage(try Telling.edit(), settings: try Sample.mailSettings())
        try Golden.expect(message.text, is: "edit.txt")
        try Golden.expect(message.html, is: "edit.html")
    }

    @Test func `names both ratings in the subject and shows both wordings`() throws {
        let letter = try Telling.edit()
        let message = MailMessage(letter, settings: try Sample.mailSettings())
        #expect(
            message.subject.hasPrefix(
                "[Hollow Oak Bakery] Edited from ★★★★★ to ★☆☆☆☆ on Town Maps: “Never again"))
        #expect(message.text.contains("Warm bread") && message.text.contains("soup was cold"))
        let payload = String(decoding: WebhookPayload(letter).bytes, as: UTF8.self)
        #expect(
            payload.contains("\"edited\":{\"at\":\"2026-11-22T09:30:00Z\",\"title\":\"Our Sunday"))
    }

    @Test func `names the verdicts where there are no stars`() throws {
        var letter = try Telling.edit()
        letter.edits[42]?.rating = nil
        let message = MailMessage(letter, settings: try Sample.mailSettings())
        #expect(message.subject.contains("] Edited from positive to negative on Town Maps"))
    }

    @Test func `escapes and bounds the earlier words`() throws {
        var letter = try Telling.edit()
        letter.edits[42]?.text = Telling.hostile + String(repeating: "é", count: 500_000)
        let message = MailMessage(letter, settings: try Sample.mailSettings())
        #expect(!message.html.contains("<script") && message.html.utf8.count < 40_000)
        #expect(message.text.contains(" more characters)"))
        #expect(WebhookPayload(letter).bytes.count < WebhookPayload.maxSize)
    }
}

struct `A letter about a story` {
    @Test func `is as in the golden files`() throws {
        let message = MailMessage(try Telling.story(), settings: try Sample.mailSettings())
        try Golden.expect(message.text, is: "story.txt")
        try Golden.expect(message.html, is: "story.html")
    }

    @Test func `counts the sites in the subject and names the first ten`() throws {
        let message = MailMessage(
            try Telling.story(copies: 15), settings: try Sample.mailSettings())
        #expect(message.subject.contains("on Town Maps and 14 more sites: “Never again"))
        #expect(message.text.contains("The same story on 15 sites:\n  Elmstadt Gazette  https://"))
        #expect(message.text.contains("  … and 4 more: repute show 42"))
        #expect(!message.text.contains("news11.example"))
    }

    @Test func `links to http and https only`() throws {
        let letter = try Telling.story(url: "javascript:alert(1)")
        let message = MailMessage(letter, settings: try Sample.mailSettings())
        #expect(!message.html.contains("javascript:"))
        #expect(
            !String(decoding: WebhookPayload(letter).bytes, as: UTF8.self).contains("javascript:"))
    }
}
