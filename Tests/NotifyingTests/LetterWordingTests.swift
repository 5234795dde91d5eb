import Model
import Testing

@testable import Notifying

struct `The wording of a letter` {
    private func subject(
        _ mentions: [Mention], business: String = "Hollow Oak Bakery"
    ) throws -> String {
        LetterWording(try Sample.letter(mentions, business: business)).subject
    }

    @Test func `names business, stars, source and first words in the subject`() throws {
        #expect(
            try subject([Sample.complaint()])
                == "[Hollow Oak Bakery] ★☆☆☆☆ on Town Maps: “Never again – Waited 40 minutes and the "
                + "soup was cold. The…”")
    }

    @Test(arguments: [
        (Sentiment.Label.negative, "Negative mention on Town Maps: “Oh well”"),
        (.positive, "Positive mention on Town Maps: “Oh well”"),
        (.neutral, "Mention on Town Maps: “Oh well”"),
        (.unscored, "Mention on Town Maps: “Oh well”"),
    ])
    func `tells the label where there are no stars`(label: Sentiment.Label, end: String) throws {
        let mention = Sample.mention(
            entry: Sample.entry(title: nil, text: "Oh well", rating: nil),
            sentiment: Sample.sentiment(label, 0))
        #expect(try subject([mention]) == "[Hollow Oak Bakery] " + end)
    }

    @Test func `says so where a rating has no text`() throws {
        let mention = Sample.mention(entry: Sample.entry(title: nil))
        #expect(try subject([mention]) == "[Hollow Oak Bakery] ★☆☆☆☆ on Town Maps, without text")
    }

    @Test func `names the brand where it is not the business`() throws {
        let mention = Sample.mention(entry: Sample.entry(title: nil))
        let text = try subject([mention], business: "Oak Group")
        #expect(text == "[Oak Group · Hollow Oak Bakery] ★☆☆☆☆ on Town Maps, without text")
    }

    @Test func `counts several mentions and quotes the worst`() throws {
        let mild = Sample.mention(
            id: 1, entry: Sample.entry(title: nil, text: "Meh", rating: nil),
            sentiment: Sample.sentiment(.negative, -0.2))
        let bad = Sample.mention(
            id: 2, entry: Sample.entry(title: nil, text: "Awful", rating: nil),
            sentiment: Sample.sentiment(.negative, -0.8))
        let fine = Sample.mention(
            id: 3, entry: Sample.entry(title: nil, text: "Fine", rating: nil),
            sentiment: Sample.sentiment(.positive, 0.8))
        #expect(
            try subject([mild, bad])
                == "[Hollow Oak Bakery] 2 new complaints: “Awful” and 1 more")
        #expect(
            try subject([mild, bad, fine])
                == "[Hollow Oak Bakery] 3 new mentions, 2 of them negative: “Awful” and 2 more")
        #expect(
            try subject([fine, fine])
                == "[Hollow Oak Bakery] 2 new positive mentions: “Fine” and 1 more")
    }

    @Test func `is short and on one line whatever the words are`() throws {
        let noise = String(repeating: "x\r\nBcc: thief@example.net\u{2028}", count: 40_000)
        let mention = Sample.mention(entry: Sample.entry(title: noise, text: noise))
        let text = try subject([mention], business: noise)
        #expect(text.count <= 200)
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x2028 })
    }

    @Test(arguments: [
        (Rating(value: 1, min: 1, max: 5), "★☆☆☆☆", "1 of 5, very bad"),
        (Rating(value: 3.5, min: 1, max: 5), "★★★★☆", "3.5 of 5, good"),
        (Rating(value: 0, min: 0, max: 10), "★☆☆☆☆", "0 of 10, very bad"),
        (Rating(value: 10, min: 0, max: 10), "★★★★★", "10 of 10, very good"),
        (Rating(value: 5, min: 0, max: 10), "★★★☆☆", "5 of 10, mixed"),
    ])
    func `shows a rating as stars and in words`(
        rating: Rating?, stars: String, words: String
    ) throws {
        let mention = Sample.mention(entry: Sample.entry(rating: rating))
        let wording = MentionWording(mention, in: try Sample.letter(), textLimit: 100)
        #expect(wording.starRow == stars)
        #expect(wording.rating == words)
    }

    @Test(arguments: [
        ("https://a.example/x?y=1#z", true), ("HTTP://a.example/", true),
        ("javascript:alert(1)", false), ("data:text/html,x", false), ("ftp://a.example/", false),
        ("https://a.example/\nBcc: x", false), ("https://a.example/a b", false), ("", false),
        ("https://a.example/" + String(repeating: "a", count: 2000), false),
    ])
    func `links to http and https only`(url: String, isLinked: Bool) throws {
        let mention = Sample.mention(entry: Sample.entry(url: url))
        let wording = MentionWording(mention, in: try Sample.letter(), textLimit: 100)
        #expect(wording.link == (isLinked ? url : nil))
    }

    @Test func `lists the twelve strongest words in the order of the text and counts the rest`()
        throws
    {
        let text = (0..<15).map { "w\($0)" }.joined(separator: " ")
        var sentiment = Sample.sentiment(.negative, -0.9)
        sentiment.contributions = (0..<15).map {
            Sample.contribution("w\($0)", in: text, valence: -1, weight: -1 - Double($0) / 10)
        }
        let mention = Sample.mention(
            entry: Sample.entry(title: nil, text: text, rating: nil), sentiment: sentiment)
        let wording = MentionWording(mention, in: try Sample.letter(), textLimit: 100)
        #expect(wording.words.map(\.term) == (3..<15).map { "w\($0)" })
        #expect(wording.furtherWords == 3)
    }

    @Test func `says why there is no score`() throws {
        let mention = Sample.mention(entry: Sample.entry())
        let wording = MentionWording(mention, in: try Sample.letter(), textLimit: 100)
        #expect(wording.verdict.hasPrefix("Unscored: "))
    }

    @Test func `points at a rating that the words contradict`() throws {
        var mention = Sample.complaint()
        mention.sentiment.disagrees = true
        mention.sentiment.textScore = 0.7
        mention.sentiment.textLabel = .positive
        let wording = MentionWording(mention, in: try Sample.letter(), textLimit: 100)
        #expect(wording.verdict.contains("; the text alone is positive (+0.70): "))
        #expect(
            wording.verdict.hasSuffix(
                " Rating and text say opposite things: a person should look."))
    }
}
