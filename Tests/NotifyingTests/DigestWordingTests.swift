import Foundation
import Model
import Testing

@testable import Notifying

struct `A digest` {
    private func message(_ letter: Letter) throws -> MailMessage {
        MailMessage(letter, settings: try Sample.mailSettings())
    }

    @Test func `has its day and its figures in the subject`() throws {
        #expect(
            try message(KindSample.letter("digest")).subject
                == "[Hollow Oak Bakery] Morning digest, Sat 21 Nov: 8 mentions, 2 negative, 5 unanswered"
        )
    }

    @Test func `of a quiet day is short and calm`() throws {
        let message = try message(KindSample.quiet())
        #expect(message.subject == "[Hollow Oak Bakery] Morning digest, Sat 21 Nov: all quiet")
        #expect(message.text.contains("All quiet"))
        #expect(message.text.split(separator: "\n").count <= 8)
        #expect(!message.text.contains("▲") && !message.text.contains("0 "))
    }

    @Test func `tells a change only where chance does not explain it`() throws {
        let day = try message(KindSample.letter("digest")).text.replacing("\n", with: " ")
        #expect(day.contains("0 the day before: too few to compare"))
        #expect(day.contains("Nothing clearly: "))
        let week = try message(KindSample.letter("weekly")).text
        #expect(week.contains("▲ more than the week before (3)"))
        #expect(week.contains("▲ More complaints about delivery: 12 (the week before: 1)"))
        #expect(week.contains("39 the week before: no clear change"))
    }

    @Test func `names what waits with the links to answer`() throws {
        let message = try message(KindSample.letter("digest"))
        #expect(message.text.contains("5 UNANSWERED"))
        #expect(
            message.text.contains(
                "Town Maps, waits for 9 days\n  https://reviews.example.org/maps-reviews/150"))
        #expect(message.text.contains("… and 2 more"))
        #expect(message.html.contains(">Answer</a>"))
        #expect(message.text.contains("4 of 7 reviews answered, half of them within 5 hours"))
    }

    @Test func `draws the trend in characters and in blocks`() throws {
        let message = try message(KindSample.letter("digest"))
        #expect(message.text.contains("All       ▃▂▄▃·▁▅▃▃▃▂·▁▆▄▃▂▃▃▁▅▆▃▃▄▇█▆\n"))
        #expect(
            message.text.contains("28 days: 114 mentions, 22 negative; the most on Fri 20 Nov: 11.")
        )
        #expect(message.html.components(separatedBy: "class=\"bad\"").count == 14)
    }

    @Test func `tells troubles, matches, silences and alerts`() throws {
        let text = try message(KindSample.letter("digest")).text
        for words in [
            "Elmstadt Forum can't be reached since Sat 21 Nov, 01:10", "PRAISE WORTH THANKING: 4",
            "3 mentions not told because of a silence", "2 alerts in this time",
        ] {
            #expect(text.contains(words))
        }
    }

    @Test func `names the times of a period that does not begin at midnight`() throws {
        var letter = try KindSample.letter("digest")
        letter.digest?.period.start -= 16 * 3600
        letter.digest?.period.end -= 16 * 3600
        let wording = try #require(DigestWording(letter))
        #expect(wording.periodName == "Fri 20 Nov, 08:00 to Sat 21 Nov, 08:00")
    }

    @Test func `bears hostile figures`() throws {
        var letter = try KindSample.letter("digest")
        letter.digest?.dayCount = .max
        letter.digest?.lastDay = CalendarDay(number: .max / 2)
        letter.digest?.days[0].counts.negative = .max / 4
        letter.digest?.counts.rated = 7
        letter.digest?.counts.starSum = .nan
        letter.digest?.responses.delays = [.infinity]
        #expect(try message(letter).text.contains("Morning digest"))
    }

    @Test func `is filed as a list, and no list of many`() throws {
        let source = try message(KindSample.letter("digest")).source
        #expect(
            source.contains("Precedence: list\n") && source.contains("Auto-Submitted: auto-gen"))
        #expect(!source.contains("List-Unsubscribe"))
        #expect(try !message(Sample.letter()).source.contains("Precedence"))
    }
}

struct `A change of a figure` {
    private let change = ChangeWording(span: .week, book: EnglishPhrases())

    @Test(arguments: [
        (0, 0, ChangeWording.Direction.tooFew), (5, 0, .tooFew), (6, 0, .up), (0, 6, .down),
        (7, 1, .unclear), (8, 1, .up), (12, 3, .up), (48, 39, .unclear), (1000, 900, .up),
        (1000, 990, .unclear), (Int.max, Int.max, .unclear),
    ])
    func `of counts is told from 6 on and where chance does not explain it`(
        now: Int, before: Int, direction: ChangeWording.Direction
    ) {
        #expect(ChangeWording.direction(now, before) == direction)
    }

    @Test func `of ratings needs 5 on each side and more than their spread`() {
        func counts(_ rated: Int, _ mean: Double) -> SentimentCounts {
            SentimentCounts(positive: rated, rated: rated, starSum: mean * Double(rated))
        }
        #expect(change.stars(counts(4, 1), counts(50, 5)).0.hasSuffix("too few to compare"))
        #expect(change.stars(counts(40, 4.2), counts(40, 4.5)).0.hasSuffix("no clear change"))
        #expect(
            change.stars(counts(60, 3.2), counts(60, 4.5)).0 == "▼ down from 4.5 the week before")
        #expect(change.stars(counts(0, 0), counts(60, 4.5)).0 == "no rating")
    }

    @Test func `of answers needs 5 on each side`() {
        let few = ResponseCounts(mentions: 4, answered: 4)
        let many = ResponseCounts(mentions: 60, answered: 20)
        #expect(change.share(few, many).0 == "33 % the week before: too few to compare")
        #expect(
            change.share(ResponseCounts(mentions: 60, answered: 50), many).0
                == "▲ up from 33 % the week before")
    }
}
