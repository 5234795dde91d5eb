import Testing

@testable import Model

struct `The sentence on a verdict` {
    private let body = "Great coffee, but the waiter was rude. Never again!"

    private func contribution(
        _ words: String, _ valence: Double, counts weight: Double? = nil, rules: [String] = [],
        origin: Contribution.Origin = .written
    ) -> Contribution {
        var offset = 0
        while !body.utf8.dropFirst(offset).starts(with: words.utf8), offset < body.utf8.count {
            offset += 1
        }
        return Contribution(
            term: words.lowercased(), span: offset..<offset + words.utf8.count, valence: valence,
            weight: weight ?? valence / 4, rules: rules, origin: origin)
    }

    private func sentence(
        _ score: Double, _ label: Sentiment.Label, confidence: Double = 0.9,
        _ contributions: [Contribution] = [], opinion: Double = 0.9, body: String? = nil
    ) -> String {
        let sentiment = Sentiment(
            score: score, label: label, confidence: confidence, basis: .text, textScore: score,
            textLabel: label, language: "en", opinion: opinion, contributions: contributions,
            lexicon: "en-2026.2")
        return VerdictSentence(sentiment, rating: nil, body: body ?? self.body).text
    }

    @Test func `names what speaks for the verdict, then what speaks against it`() {
        #expect(
            sentence(
                -0.82, .negative,
                [
                    contribution(
                        "Great coffee", 1.1, counts: 0.14, rules: ["before \"but\""]),
                    contribution("rude", -1.4), contribution("Never again", -1.9),
                ])
                == "Negative (−0.82, sure): “Never again” −1.9, “rude” −1.4; "
                + "“Great coffee” +1.1 halved before “but”.")
    }

    @Test func `names four terms and counts the others`() {
        let many = (1...6).map { contribution("rude", -Double($0) / 2) }
        let text = sentence(-0.9, .negative, many)
        #expect(text.components(of: "“") == 4)
        #expect(text.hasSuffix("; 2 weaker words."))
        #expect(text.contains("): “rude” −3.0, “rude” −2.5"))
        #expect(sentence(-0.9, .negative, Array(many.prefix(5))).hasSuffix("; 1 weaker word."))
    }

    @Test(arguments: [
        ("negated by \"not\"", "turned by “not”"), ("stronger: \"very\"", "stronger by “very”"),
        ("weaker: \"a bit\"", "weaker by “a bit”"), ("too much: \"too\"", "made worse by “too”"),
        ("after \"but\"", "more after “but”"),
        ("conceded by \"although\"", "less after “although”"),
        ("emphasis: capitals", "louder in capitals"), ("emphasis: \"!\"", "louder by “!”"),
        ("something \"new\"", "something “new”"), ("odd\"", "odd\""),
    ])
    func `tells each rule in words`(rule: String, clause: String) {
        #expect(
            sentence(-0.5, .negative, [contribution("rude", -1.4, rules: [rule])])
                == "Negative (−0.50, sure): “rude” −1.4 \(clause).")
    }

    @Test func `says whose list a term is from`() {
        #expect(
            sentence(-0.5, .negative, [contribution("waiter", -2.5, origin: .overlay)])
                == "Negative (−0.50, sure): “waiter” −2.5 (from your own list).")
    }

    @Test(arguments: [
        (0.75, "sure"), (0.74, "fairly sure"), (0.5, "fairly sure"), (0.49, "a guess"),
    ])
    func `is as sure as the confidence`(confidence: Double, word: String) {
        #expect(
            sentence(0.4, .positive, confidence: confidence, [contribution("Great coffee", 2)])
                == "Positive (+0.40, \(word)): “Great coffee” +2.0.")
    }

    @Test func `of a neutral text says why it is neutral`() {
        #expect(
            sentence(0, .neutral, confidence: 0.4)
                == "Neutral (0.00, a guess): no word of it counts."
        )
        let both = [contribution("Great coffee", 2), contribution("rude", -2)]
        #expect(
            sentence(0.01, .neutral, both)
                == "Neutral (+0.01, sure): praise and complaint balance: “Great coffee” +2.0; “rude” −2.0."
        )
        #expect(
            sentence(0.1, .neutral, [both[0]], opinion: 0.3)
                == "Neutral (+0.10, sure): more a plain statement than an opinion, though there is "
                + "“Great coffee” +2.0.")
        #expect(
            sentence(0.1, .neutral, [both[0]], opinion: 0.6)
                == "Neutral (+0.10, sure): too little speaks for either side: “Great coffee” +2.0.")
    }

    @Test(
        arguments: [
            ("", "en", "en-2026.2", "Unscored: there is no text."),
            (" \n", nil, "2026.2", "Unscored: there is no text."),
            (
                "xq", nil, "2026.2",
                "Unscored: the language is not known, or there is too little text to judge by."
            ),
            (
                "привет всем", "ru", "2026.2",
                "Unscored: the language (ru) is not one that Repute reads."
            ),
            ("The", "en", "en-2026.2", "Unscored: there is too little in the text to judge by."),
        ] as [(String, String?, String, String)])
    func `of no verdict says why there is none`(
        body: String, language: String?, lexicon: String, sentence: String
    ) {
        let sentiment = Sentiment(
            score: 0, label: .unscored, confidence: 0, basis: .none, language: language,
            lexicon: lexicon)
        #expect(VerdictSentence(sentiment, rating: nil, body: body).text == sentence)
    }

    @Test(
        arguments: [
            (2.0, 1.0, 5.0, "2 of 5"), (7.5, 0, 10, "7.5 of 10"), (-1, -3, 3, "−1 of −3…3"),
        ]
    )
    func `tells of a rating on its own scale`(
        value: Double, least: Double, most: Double, words: String
    ) throws {
        let rating = try #require(Rating(value: value, min: least, max: most))
        let sentiment = Sentiment(
            score: -0.5, label: .negative, confidence: 0.95, basis: .rating, textScore: nil,
            lexicon: "x")
        #expect(
            VerdictSentence(sentiment, rating: rating, body: "").text
                == "Negative (−0.50, sure): rated \(words); the text alone gives no verdict.")
    }

    @Test func `quotes the beginning of a word without end, and the term for a span that is wrong`()
    {
        let long = String(repeating: "o", count: 100_000)
        let whole = Contribution(term: "o", span: 0..<100_000, valence: -2, weight: -1)
        let text = sentence(-0.5, .negative, [whole], body: long)
        #expect(text.hasSuffix("ooo…” −2.0.") && text.count < 120)
        let outside = Contribution(term: "rude", span: 5..<900, valence: -2, weight: -1)
        #expect(sentence(-0.5, .negative, [outside]).contains("“rude” −2.0"))
    }
}

extension String {
    fileprivate func components(of character: Character) -> Int { count { $0 == character } }
}

struct `The sentence on a verdict that a person changed` {
    @Test func `says both, the person's first`() {
        var sentiment = Sentiment(
            score: -0.5, label: .negative, confidence: 0.8, basis: .text, language: "en",
            lexicon: "en-1")
        let engine = VerdictSentence(sentiment, rating: nil, body: "Wicked").text
        sentiment.machineLabel = .negative
        sentiment.label = .positive
        #expect(
            VerdictSentence(sentiment, rating: nil, body: "Wicked").text
                == "Judged positive by a person. The engine says: " + engine)
    }
}
