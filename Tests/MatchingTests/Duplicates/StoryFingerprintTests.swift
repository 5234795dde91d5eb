import Model
import Testing

@testable import Matching

private let long = """
    The Hollow Oak Bakery in Elmstadt was shut on Monday after food inspectors found mould in its \
    flour store. The owners said that they would clean the rooms.
    """

struct `A story's fingerprint` {
    @Test func `is the same on every machine and in every release`() {
        let fingerprint = StoryFingerprint.of(
            story(title: "Hollow Oak Bakery closes after mould find", text: long).entry)
        #expect(fingerprint.title == 10_759_290_609_387_919_757)
        #expect(fingerprint.text == 16_974_547_573_203_499_675)
    }

    @Test(arguments: [nil, "", "Great service!", "Very good food and friendly staff", "!!! ???"])
    func `is none for a text too short to tell a story`(text: String?) {
        #expect(StoryFingerprint.of(story(title: "Never again", text: text).entry).isBlank)
    }

    @Test(arguments: [
        "RT @elm_reader: \(long)", "\(long) …", "\(long) [...]", "\(long) via @elm_reader",
        "\(long) https://elm.example/a?b=1", "\(long)\nsubmitted by /u/elm [link] [comments]",
        "\(long)\nThe post Mould appeared first on Elm News.", "\(long) Continue reading",
        long.uppercased(), long.replacing("mould", with: "móuld"),
    ])
    func `leaves out what sites put around a text`(text: String) {
        #expect(
            StoryFingerprint.of(story(text: text).entry) == .of(story(text: long).entry))
    }

    @Test(
        arguments: [
            ("Hollow Oak Bakery closes after mould find - Elmstadt Gazette", nil),
            ("Hollow Oak Bakery closes after mould find | elm.example", nil),
            ("Hollow Oak Bakery closes after mould find – Wenlow", "wenlow.example"),
        ] as [(String, String?)])
    func `leaves out the publisher of a headline`(title: String, site: String?) {
        #expect(
            StoryFingerprint.of(story(title: title, site: site).entry)
                == .of(story(title: "Hollow Oak Bakery closes after mould find", site: nil).entry))
    }

    @Test func `keeps what only looks like a publisher`() {
        let one = story(title: "Barista wanted at Copper Kettle, full time - Elmstadt").entry
        let other = story(title: "Barista wanted at Copper Kettle, full time - Dunmere").entry
        #expect(StoryFingerprint.of(one) != .of(other))
    }

    @Test func `has no text where that repeats the headline`() {
        let title = "Hollow Oak Bakery closes after mould find"
        let fingerprint = StoryFingerprint.of(
            story(title: title, text: "\(title)  Elmstadt Gazette").entry)
        #expect(fingerprint.title != nil && fingerprint.text == nil)
    }

    @Test func `of near texts differs in few bits, of others in many`() throws {
        let near = try #require(
            StoryFingerprint.of(story(text: String(long.dropLast(40))).entry).text)
        let far = try #require(
            StoryFingerprint.of(
                story(text: "A reader thanks the ferry crew for a lost hat that came back by post.")
                    .entry
            ).text)
        let own = try #require(StoryFingerprint.of(story(text: long).entry).text)
        #expect((own ^ near).nonzeroBitCount <= 12)
        #expect((own ^ far).nonzeroBitCount > StoryFinder.textDistance)
    }

    @Test func `takes hostile text without harm`() {
        for text in [
            String(repeating: "a", count: 200_000), String(repeating: "- | ", count: 20_000),
            String(repeating: "RT @", count: 20_000), String(repeating: "\u{301}", count: 10_000),
            String(repeating: "[...]", count: 20_000), String(repeating: "1,", count: 20_000),
            String(repeating: "submitted by /u/", count: 10_000), "\u{0}\u{FFFD}\u{10FFFF}",
        ] {
            let mention = story(title: text, text: text)
            _ = StoryFingerprint.of(mention.entry)
            _ = StoryFinder().isSameStory(mention, mention)
        }
    }
}

struct `A story finder` {
    @Test func `looks at the nearest rows first, and at no more than its limit`() {
        let own = StoryFingerprint(title: 0, text: nil)
        let rows = [
            StoryFingerprint(title: 0b111, text: nil), StoryFingerprint(title: nil, text: 0),
            StoryFingerprint(title: 0, text: nil), StoryFingerprint(title: ~0, text: nil),
            StoryFingerprint(title: 0b111, text: nil),
        ]
        #expect(StoryFinder().candidates(for: own, among: rows[...]) == [2, 0, 4])
        #expect(StoryFinder().candidates(for: own, among: rows[3...]) == [4])
        #expect(StoryFinder().candidates(for: StoryFingerprint(), among: rows[...]).isEmpty)
        let many = Array(repeating: own, count: 100)
        #expect(StoryFinder().candidates(for: own, among: many[...]) == Array(0..<32))
    }

    @Test func `answers the same both ways round`() throws {
        for pair in try LabelledPair.all() {
            let finder = StoryFinder()
            #expect(
                finder.isSameStory(pair.left, pair.right)
                    == finder.isSameStory(pair.right, pair.left), "\(pair.file):\(pair.line)")
        }
    }

    @Test func `calls no two people's short reviews one story`() {
        let words = "Good coffee and nice people, we will be back"
        let one = story(1, text: words, site: "maps.example", author: "Ann", stars: 5)
        let other = story(2, text: words, site: "tables.example", author: "Bo", stars: 5)
        let same = story(2, text: words, site: "tables.example", author: "Ann", stars: 5)
        #expect(!StoryFinder().isSameStory(one, other))
        #expect(StoryFinder().isSameStory(one, same))
    }
}
