import Foundation
import Model
import Testing

@testable import Notifying

struct `A mail of every kind` {
    private static func message(_ letter: Letter) throws -> MailMessage {
        MailMessage(letter, settings: try Sample.mailSettings())
    }

    /// The letter with hostile words wherever a stranger or a server may have put some.
    private static func hostile(_ kind: String) throws -> Letter {
        let words = `A mail message`.hostile + "\u{0}\u{202E}\u{2028}.\nFrom here\n" + "wört" + "é"
        var letter = try KindSample.letter(kind)
        letter.business = words
        letter.sourceTitles = letter.sourceTitles.mapValues { _ in words }
        letter.alert.reason = words
        letter.alert.weighing = words
        for index in letter.further.indices { letter.further[index].reason = words }
        for index in letter.mentions.indices { spoil(&letter.mentions[index], words) }
        letter.channelState?.lastError = words
        letter.digest = letter.digest.map { digest in
            var digest = digest
            digest.title = words
            digest.worst = digest.worst.map { spoiled($0, words) }
            digest.unanswered = digest.unanswered.map { spoiled($0, words) }
            digest.matches = [Digest.Matches(rule: words, mentions: [], count: 1)]
            return digest
        }
        return letter
    }

    private static func spoiled(_ mention: Mention, _ words: String) -> Mention {
        var mention = mention
        spoil(&mention, words)
        return mention
    }

    private static func spoil(_ mention: inout Mention, _ words: String) {
        mention.entry.title = words
        mention.entry.text = words + String(repeating: "lang", count: 400)
        mention.entry.author = words
        mention.entry.url = "javascript:alert(1)"
    }

    @Test(arguments: KindSample.kinds)
    func `is as in the golden files`(kind: String) throws {
        let message = try Self.message(KindSample.letter(kind))
        try Golden.expect("Subject: \(message.subject)\n\n\(message.text)", is: "kinds/\(kind).txt")
        try Golden.expect(message.html, is: "kinds/\(kind).html")
    }

    @Test(arguments: ["digest", "gathered"])
    func `is as in the golden file as a whole message`(kind: String) throws {
        var letter = try KindSample.letter(kind)
        letter.delivery.messageID = "whole-\(kind)"
        try Golden.expect(Self.message(letter).source, is: "kinds/\(kind).eml")
    }

    @Test(.enabled(if: Python.path != nil, "python3 is not in PATH"), arguments: KindSample.kinds)
    func `is read by Python's email package without a defect`(kind: String) async throws {
        for letter in [try KindSample.letter(kind), try Self.hostile(kind)] {
            let message = try Self.message(letter)
            let parsed = try await Python.parsedMail(message.bytes)
            #expect(parsed.defects == [])
            #expect(parsed.headers["Subject"] == message.subject)
            #expect(parsed.headers["Bcc"] == nil && parsed.headerCount == parsed.headers.count)
            #expect(parsed.types == ["text/plain", "text/html"])
            #expect(parsed.parts == [message.text, message.html])
        }
    }

    @Test(arguments: KindSample.kinds)
    func `is ASCII in short lines and loads nothing, whatever was said`(kind: String) throws {
        for letter in [try KindSample.letter(kind), try Self.hostile(kind)] {
            let message = try Self.message(letter)
            #expect(message.source.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
            #expect(message.source.split(separator: "\n").allSatisfy { $0.utf8.count <= 78 })
            #expect(!message.source.contains("\n.\n") && !message.source.contains("\nFrom "))
            let html = message.html
            for tag in [
                "<script", "<img", "<link", "<iframe", "src=", "url(", "@import", "@font-face",
                "javascript:", "\" onmouseover",
            ] {
                #expect(!html.contains(tag))
            }
            for text in [message.subject, message.text, html] {
                #expect(!text.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0 })
            }
        }
    }

    @Test(arguments: KindSample.kinds)
    func `is the same for every attempt`(kind: String) throws {
        var later = try KindSample.letter(kind)
        later.delivery.attempts = 9
        later.delivery.lastError = "timeout"
        #expect(try Self.message(KindSample.letter(kind)).bytes == Self.message(later).bytes)
    }

    @Test(arguments: KindSample.kinds)
    func `has lines of at most 72 columns but for addresses and commands`(kind: String) throws {
        let text = try Self.message(KindSample.letter(kind)).text
        for line in text.split(separator: "\n") where !line.contains("://") {
            #expect(TextWrap.columns(line) <= 72, "\(line)")
        }
    }

    @Test func `shows how urgent it is, with the parts`() throws {
        let text = try Self.message(KindSample.burst()).text.replacing("\n", with: " ")
        #expect(
            text.contains(
                "How urgent: Critical: 1 of 5 stars (+2), strong words (+1), on 3 sites (+1)."))
    }

    @Test func `of a test is clearly marked as one`() throws {
        let message = try Self.message(KindSample.letter("test"))
        #expect(message.subject == "[Hollow Oak Bakery] Test of channel owner-mail")
        #expect(message.text.hasPrefix("This is a test\n"))
    }

    @Test func `of a channel says what is broken, since when, why, and what to do`() throws {
        let text = try Self.message(KindSample.letter("channel")).text.replacing("\n", with: " ")
        for words in [
            "Channel team-chat can't deliver since 08:55", "answered 503", "12 letters wait for it",
            "repute alerts test team-chat", "repute alerts retry --channel team-chat",
        ] {
            #expect(text.contains(words))
        }
        let back = try Self.message(KindSample.letter("channel-back"))
        #expect(back.subject == "[Hollow Oak Bakery] Channel team-chat delivers again")
        #expect(!back.text.contains("repute alerts"))
    }

    @Test func `on a channel that works again meanwhile says so`() throws {
        var letter = try KindSample.letter("channel")
        letter.channelState = KindSample.state(failures: 0)
        let message = try Self.message(letter)
        #expect(message.subject.hasSuffix("Channel team-chat could not deliver"))
        #expect(message.text.contains("It works again meanwhile"))
    }

    @Test
    func `of a reminder says how long it has waited, how often it was told, and where to answer`()
        throws
    {
        let message = try Self.message(KindSample.letter("reminder"))
        #expect(message.text.contains("Still without an answer after 3 days"))
        #expect(message.text.contains("Reminder 2."))
        #expect(
            message.text.contains(
                "Answer it on Town Maps:\nhttps://reviews.example.org/maps-reviews/201"))
        let several = try Self.message(KindSample.letter("reminders"))
        #expect(several.subject.hasSuffix("3 mentions wait for an answer, the oldest for 9 days"))
    }

    @Test func `of a reminder that was answered meanwhile says so`() throws {
        var letter = try KindSample.letter("reminder")
        letter.mentions[0].entry.ownerReply = Entry.OwnerReply(text: "Sorry!")
        #expect(try Self.message(letter).text.contains("Answered meanwhile"))
    }
}
