import Foundation
import Model
import Testing

@testable import Notifying

struct `A mail's thread` {
    private func root(_ letter: Letter) throws -> String? {
        let message = MailMessage(letter, settings: try Sample.mailSettings())
        let lines = message.source.split(separator: "\n")
        let fields = ["In-Reply-To: ", "References: "].map { name in
            lines.first { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) }
        }
        #expect(fields[0] == fields[1])
        return fields[0]
    }

    @Test func `is the same for the first mail on a mention, its edit and its reminders`() throws {
        let first = try root(Sample.letter())
        #expect(first == "<incident-42-1795339800@shop.example>")
        #expect(try root(Telling.edit()) == first)
        var reminder = try Sample.letter()
        reminder.alert.kind = .reminder
        reminder.alert.id = 99
        reminder.reminders[42] = Letter.Reminder(since: Sample.time, count: 3)
        #expect(try root(reminder) == first)
    }

    @Test func `is as in the golden files, which a mail program threads`() throws {
        var reminder = try Sample.letter()
        reminder.alert.kind = .reminder
        reminder.reminders[42] = Letter.Reminder(since: Sample.time, count: 1)
        let letters = [
            "1-first": try Sample.letter(), "2-story": try Telling.story(),
            "3-edit": try Telling.edit(), "4-reminder": reminder,
        ]
        for (name, letter) in letters {
            var letter = letter
            letter.delivery.messageID = "thread-\(name)"
            let message = MailMessage(letter, settings: try Sample.mailSettings())
            try Golden.expect(message.source, is: "thread/\(name).eml")
        }
    }

    @Test func `is that of the first telling for every mention of a story`() throws {
        var copy = try Telling.story()
        let incident = try #require(copy.incidents[42])
        let later = Sample.complaint(id: 43)
        copy.mentions = [later]
        copy.alert.mentions = [43]
        copy.incidents = [43: incident]
        #expect(try root(copy) == root(Telling.story()))
        #expect(try root(copy) == root(Sample.letter()))
    }

    @Test func `is another one for another store`() throws {
        var letter = try Sample.letter()
        letter.mentions[0].firstSeen += 86_400
        #expect(try root(letter) != root(Sample.letter()))
    }

    @Test func `holds together what is told of a source or a channel`() throws {
        let down = try root(Telling.letter([Telling.notice()]))
        #expect(down?.hasPrefix("<source-maps-reviews-") == true)
        #expect(try root(Telling.letter([Telling.notice(9, kind: .recovered)])) == down)
        var other = try Telling.letter([Telling.notice()])
        other.business = "Another Bakery"
        #expect(try root(other) != down)
        let broken = try root(KindSample.letter("channel"))
        #expect(broken?.hasPrefix("<channel-team-chat-") == true)
        #expect(try root(KindSample.letter("channel-back")) == broken)
    }

    @Test(arguments: [
        "burst", "surge", "drop", "reminders", "digest", "weekly", "test", "gathered",
    ])
    func `is none for what is about more than one incident`(kind: String) throws {
        #expect(try root(KindSample.letter(kind)) == nil)
    }

    @Test func `has one subject for all reminders of a mention`() throws {
        var letter = try KindSample.letter("reminder")
        let first = LetterWording(letter).subject
        #expect(first.hasPrefix("[Hollow Oak Bakery] Unanswered: ★☆☆☆☆ on Town Maps: “Ordered"))
        letter.alert.createdAt += 7 * 86_400
        letter.reminders[201]?.count = 5
        #expect(LetterWording(letter).subject == first)
    }

    @Test func `takes dates beyond all calendars`() throws {
        var letter = try Sample.letter()
        letter.mentions[0].firstSeen = Date(timeIntervalSince1970: .infinity)
        #expect(try root(letter)?.hasPrefix("<incident-42-") == true)
    }
}
