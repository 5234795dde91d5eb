import Model
import Testing

@testable import Notifying

private let situations: [(Sentiment.Label, Double?, Bool, [SampleOpinion], ReplyTopic, Aspect?)] = [
    (
        Sentiment.Label.negative, nil, false, [SampleOpinion](), ReplyTopic.complaint,
        Aspect?.none
    ),
    (.negative, 1, false, [SampleOpinion(aspect: .care, score: -0.4)], .care, .care),
    (
        .negative, 2, false,
        [
            SampleOpinion(aspect: .care, score: -0.3),
            SampleOpinion(aspect: .integrity, score: -0.9),
            SampleOpinion(aspect: .delivery, score: -1),
        ], .integrity, .integrity
    ),
    (.negative, 1, false, [SampleOpinion(aspect: .delivery, score: -1)], .complaint, .delivery),
    (.negative, 1, false, [SampleOpinion(aspect: .care, score: 0.9)], .complaint, nil),
    (.negative, 1, true, [SampleOpinion(aspect: .care, score: -0.9)], .mixed, .care),
    (.neutral, nil, false, [], .mixed, nil),
    (.positive, 5, false, [SampleOpinion(aspect: .care, score: 0.7)], .praise, .care),
    (.positive, 4, false, [SampleOpinion(aspect: .value, score: -0.2)], .mixed, .value),
    (.positive, 3, false, [], .mixed, nil), (.positive, nil, false, [], .praise, nil),
    (.unscored, nil, false, [], .mixed, nil), (.unscored, 1, false, [], .complaint, nil),
    (.unscored, 3, false, [], .mixed, nil), (.unscored, 5, false, [], .praise, nil),
]

struct `The situation of a reply` {
    @Test(arguments: situations)
    func `follows verdict, rating and the worst dimension of trust`(
        label: Sentiment.Label, stars: Double?, disagrees: Bool, opinions: [SampleOpinion],
        topic: ReplyTopic, lead: Aspect?
    ) {
        let situation = ReplySituation(
            sampleMention(label: label, stars: stars, disagrees: disagrees, about: opinions))
        #expect(situation.topic == topic)
        #expect(situation.lead == lead)
        #expect(situation.topic.isComplaint == (topic != .mixed && topic != .praise))
    }

    @Test func `has a topic for each dimension of trust, and no other aspect`() {
        for aspect in Aspect.allCases {
            #expect(
                (ReplyTopic(rawValue: aspect.rawValue)?.dimension == aspect)
                    == aspect.isTrustDimension)
        }
    }

    @Test func `quotes the words that name the aspect, each once and three at most`() {
        let mention = sampleMention(
            "LATE, Late, cold, slow and forgotten",
            about: [
                SampleOpinion(
                    aspect: .reliability, score: -0.5,
                    words: ["LATE", "Late", "cold", "slow", "forgotten"])
            ])
        #expect(ReplySituation(mention).words == ["late", "cold", "slow"])
    }

    @Test(arguments: [
        "order 4711", "me@home.example", "+49 170 555", "{{business}}", "a\u{202E}b", "a\u{1B}[31m",
        "https://x.example", "a word that is much longer than any word", "—",
    ])
    func `quotes nothing that could be private or more than words`(words: String) {
        let mention = sampleMention(
            "It was \(words)!",
            about: [SampleOpinion(aspect: .reliability, score: -0.5, words: [words])])
        #expect(ReplySituation(mention).words.isEmpty)
    }

    @Test func `takes no spans that lie outside the text or split a character`() {
        var mention = sampleMention("größe")
        mention.sentiment.aspects = [
            AspectOpinion(
                aspect: .care, score: -1, label: .negative,
                spans: [3..<99, 0..<3, -1..<2, 2..<2, 0..<7])
        ]
        #expect(ReplySituation(mention).words == ["größe"])
    }
}

struct `The name of an author` {
    @Test(arguments: [
        ("Ada Lovelace", "Ada"), ("Ada", "Ada"), ("Jean-Luc P.", "Jean-Luc"),
        ("Zoë (London)", "Zoë"),
        ("O’Neil Byrne", "O’Neil"), ("Łukasz", "Łukasz"),
    ])
    func `gives the first name where it is written like one`(author: String, name: String) {
        #expect(AuthorName.first(of: author) == name)
    }

    @Test(arguments: [
        nil, "", "A Google user", "Anonymous", "foodie_99", "ada", "J. Smith", "Dr Who",
        "Frau Meier",
        "{{business}}", "Ada {{x}}", "Ada\u{1B}[31m", "Ada\u{202E}", "Ada <b>", "ada@home.example",
        "Lovelace, Ada", "A", "Call0170555", "Ada\nLovelace", "李", "😀 Ada",
        String(repeating: "Ada ", count: 2560), String(repeating: "A", count: 10_000),
    ])
    func `gives none for anything else`(author: String?) {
        #expect(AuthorName.first(of: author) == nil)
    }

    @Test func `that many go by is nobody's`() {
        for name in ["A Google user", "Anonymous", "Verified Customer", "ANONYM", "Gast"] {
            #expect(AuthorName.ofSomebody(name) == nil)
        }
        for name in ["Ada", "foodie_99", "The Old Sailor", "***"] {
            #expect(AuthorName.ofSomebody(name) == name)
        }
    }
}
