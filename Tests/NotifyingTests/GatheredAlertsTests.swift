import Foundation
import Model
import Testing

@testable import Notifying

struct `A letter of several alerts` {
    private func message(_ letter: Letter) throws -> MailMessage {
        MailMessage(letter, settings: try Sample.mailSettings())
    }

    /// Single alerts on these mentions, as a burst without a cool-down makes them.
    private func burst(_ mentions: [Mention], critical: Int = 0) throws -> Letter {
        var letter = try Sample.letter(mentions)
        let alerts = mentions.enumerated().map { index, mention in
            Alert(
                id: AlertID(index + 7), rule: Sample.rule,
                severity: index < critical ? .critical : .warning, brand: Sample.brand,
                mentions: [mention.id], reason: "negative", createdAt: mention.firstSeen)
        }
        letter.alert = try #require(alerts.first)
        letter.further = Array(alerts.dropFirst())
        return letter
    }

    @Test func `counts alerts since the first, and the critical ones, in its subject`() throws {
        let message = try message(KindSample.gathered())
        #expect(message.subject == "[Hollow Oak Bakery] 7 alerts since Sat 22:10: 2 critical")
        #expect(message.text.contains("2 critical, 4 warnings, 1 for information"))
    }

    @Test func `of complaints only counts complaints, minutes and what they are about`() throws {
        let complaints = (0..<12).map { index in
            KindSample.mention(
                MentionID(300 + index), 1, "Late.", minutesAgo: 30 - Double(index) * 10 / 11,
                faults: index < 9 ? [.delivery] : [.staff])
        }
        let letter = try burst(complaints)
        #expect(
            try message(letter).subject
                == "[Hollow Oak Bakery] 12 new complaints in 10 minutes, 9 about delivery")
        #expect(
            try message(burst(complaints, critical: 2)).subject.hasSuffix(
                "12 new complaints in 10 minutes, 9 about delivery: 2 critical"))
    }

    @Test func `tells the most urgent first`() throws {
        let text = try message(KindSample.gathered()).text
        let places = ["CRITICAL", "WARNINGS", "FOR INFORMATION"].map {
            text.range(of: $0)?.lowerBound
        }
        #expect(places.allSatisfy { $0 != nil })
        #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    }

    @Test func `tells a mention once, with each reason`() throws {
        let text = try message(KindSample.gathered()).text
        #expect(text.components(separatedBy: "repute show 202").count == 2)
        #expect(text.contains("Also part of alert 11, rule bad-day."))
        #expect(
            text.replacing("\n", with: " ").contains("Why (alert 8, rule complaints): negative, 2"))
    }

    @Test func `tells notices of sources and for how long an answer is due`() throws {
        let text = try message(KindSample.gathered()).text
        #expect(text.contains("Elmstadt Forum can't be reached"))
        #expect(text.contains("Unanswered for 26 hours"))
        #expect(text.contains("Answer it on Town Maps"))
    }

    @Test func `tells 20 mentions in full and 200 in a line, whichever alerts they are of`() throws
    {
        let mentions = (0..<400).map { KindSample.mention(MentionID(1000 + $0), 1, "Late \($0).") }
        let text = try message(burst(mentions)).text
        #expect(text.contains("repute show 1019\n") && !text.contains("repute show 1020\n"))
        #expect(text.contains("\n1020  ★☆☆☆☆") && text.contains("\n1219  ★☆☆☆☆"))
        #expect(!text.contains("\n1220  ★"))
        #expect(text.contains("… and 180 more, with ids from 1220 to 1399: repute mentions"))
        #expect(text.contains("Alerts 7 to 406."))
    }

    @Test func `says what was removed since`() throws {
        var letter = try burst(KindSample.complaints)
        letter.mentions.removeLast()
        let text = try message(letter).text
        #expect(text.contains("1 further mention was removed since."))
        #expect(text.contains("Removed since: negative."))
    }

    @Test func `is dated by its last alert, and filed under its rule or as a summary`() throws {
        let source = try message(KindSample.gathered()).source
        #expect(source.contains("Date: Sun, 22 Nov 2026 09:00:00 +0100\n"))
        #expect(source.contains("<summary.repute.shop.example>"))
        #expect(source.contains("Importance: high\n"))
        #expect(
            try message(burst(KindSample.complaints)).source.contains("<complaints.repute.shop"))
    }
}

struct `A burst in words` {
    @Test func `leaves out a time that says nothing`() {
        let now = KindSample.complaints.map { mention in
            var mention = mention
            mention.firstSeen = Sample.time
            mention.occurredAt = Sample.time
            return mention
        }
        #expect(BurstWording(now, in: EnglishPhrases()).headline == "4 new negative mentions")
        var late = KindSample.complaints
        late[0].occurredAt -= 30 * 86_400
        #expect(BurstWording(late, in: EnglishPhrases()).headline == "4 new negative mentions")
    }

    @Test func `names a topic only where half of them blame it, and stars where half have them`() {
        let few = KindSample.complaints.map { mention in
            var mention = mention
            if mention.id != 201 { mention.sentiment.aspects = [] }
            return mention
        }
        #expect(BurstWording(few, in: EnglishPhrases()).topic == nil)
        #expect(BurstWording(few, in: EnglishPhrases()).stars == "1.3 ★ on average")
        #expect(
            BurstWording(KindSample.complaints, in: EnglishPhrases()).topic == "3 about delivery")
        #expect(BurstWording([], in: EnglishPhrases()).text == "No mention")
    }

    @Test(arguments: [
        (0.0, "1 minute"), (600, "10 minutes"), (7199, "119 minutes"), (7200, "2 hours"),
        (172_799, "47 hours"), (172_800, "2 days"), (1_814_400, "3 weeks"), (.infinity, "1 minute"),
    ])
    func `tells a length of time in its largest unit`(seconds: Double, text: String) {
        #expect(EnglishPhrases().duration(seconds) == text)
    }
}
