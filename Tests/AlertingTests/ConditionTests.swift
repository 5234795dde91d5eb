import Model
import Testing

@testable import Alerting

private struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var change: @Sendable (inout MentionConditions) -> Void
    var met: [MentionFacts]
    var unmet: [MentionFacts]
}

private func speaks(of opinions: (Aspect, Sentiment.Label)...) -> MentionFacts {
    MentionFacts(
        mention(1) {
            $0.sentiment.aspects = opinions.map { aspect, label in
                AspectOpinion(aspect: aspect, score: 0, label: label, spans: [])
            }
        })
}

private func speaks(_ language: String?) -> MentionFacts {
    MentionFacts(mention(1) { $0.sentiment.language = language })
}

private func by(_ mentions: Int, _ negative: Int) -> MentionFacts {
    MentionFacts(mention(1), author: AuthorHistory(mentions: mentions, negative: negative))
}

private let nameless = MentionFacts(mention(1))

private let cases: [Case] = [
    Case(
        testDescription: "lowest score", change: { $0.minScore = -0.5 },
        met: [MentionFacts(mention(1, score: -0.5)), MentionFacts(mention(1, score: 1))],
        unmet: [
            MentionFacts(mention(1, score: -0.51)), MentionFacts(mention(1, label: .unscored)),
        ]),
    Case(
        testDescription: "language", change: { $0.languages = ["de", "fr"] },
        met: [speaks("de"), speaks("fr")], unmet: [speaks("en"), speaks(nil)]),
    Case(
        testDescription: "aspect", change: { $0.aspects = [.delivery, .price] },
        met: [
            speaks(of: (.delivery, .positive)), speaks(of: (.staff, .neutral), (.price, .neutral)),
        ],
        unmet: [speaks(of: (.staff, .negative)), speaks()]),
    Case(
        testDescription: "how an aspect is felt",
        change: {
            $0.aspects = [.delivery, .price]
            $0.aspectLabel = .negative
        },
        met: [
            speaks(of: (.delivery, .negative)), speaks(of: (.staff, .neutral), (.price, .negative)),
        ],
        unmet: [speaks(of: (.delivery, .positive), (.staff, .negative)), speaks()]),
    Case(
        testDescription: "a feeling without an aspect", change: { $0.aspectLabel = .negative },
        met: [speaks(of: (.delivery, .positive)), speaks()], unmet: []),
    Case(
        testDescription: "a new author", change: { $0.authors = [.new] }, met: [by(0, 0)],
        unmet: [by(1, 0), by(3, 2), nameless]),
    Case(
        testDescription: "a known author", change: { $0.authors = [.known] },
        met: [by(1, 0), by(3, 2)], unmet: [by(0, 0), nameless]),
    Case(
        testDescription: "an author who complained", change: { $0.authors = [.complainedBefore] },
        met: [by(1, 1), by(3, 2)], unmet: [by(0, 0), by(7, 0), nameless]),
    Case(
        testDescription: "one of several kinds of author",
        change: { $0.authors = [.new, .complainedBefore] },
        met: [by(0, 0), by(1, 1)], unmet: [by(7, 0), nameless]),
    Case(
        testDescription: "reach", change: { $0.minSites = 3 },
        met: [MentionFacts(mention(1), siteCount: 3), MentionFacts(mention(1), siteCount: 40)],
        unmet: [MentionFacts(mention(1), siteCount: 2), MentionFacts(mention(1))]),
]

struct `A condition` {
    private func explanation(
        _ facts: MentionFacts, _ change: (inout MentionConditions) -> Void
    ) -> RuleExplanation {
        let rule = rule {
            $0.conditions = MentionConditions()
            change(&$0.conditions)
        }
        return AlertDecider(rules: [rule], brands: brands).explanation(
            of: rule, for: facts.mention, author: facts.author, siteCount: facts.siteCount)
    }

    @Test(arguments: cases)
    private func `holds of what it asks for and of nothing else`(example: Case) {
        for facts in example.met { #expect(explanation(facts, example.change).isMatch) }
        for facts in example.unmet { #expect(!explanation(facts, example.change).isMatch) }
    }

    @Test(arguments: [
        (
            speaks(of: (.staff, .neutral), (.price, .negative)), "negative about delivery or price",
            "about staff (neutral), price (negative)"
        ),
        (speaks(), "negative about delivery or price", "no aspect"),
    ])
    func `on aspects says what is spoken of`(facts: MentionFacts, wanted: String, found: String) {
        let answer = explanation(facts) {
            $0.aspects = [.price, .delivery]
            $0.aspectLabel = .negative
        }.conditions[1]
        #expect(answer.subject == .aspect && answer.wanted == wanted && answer.found == found)
    }

    @Test(arguments: [
        (nameless, "an author without a name"), (by(0, 0), "a new author"),
        (by(1, 0), "an author of 1 earlier mention, none of them negative"),
        (by(3, 2), "an author of 3 earlier mentions, 2 of them negative"),
    ])
    func `on authors says what they wrote before`(facts: MentionFacts, found: String) {
        let answer = explanation(facts) { $0.authors = [.complainedBefore, .new] }.conditions[1]
        #expect(
            answer.sentence
                == "\(found); the rule asks for a new author or an author who complained before")
    }

    @Test func `on language, score and reach says what was found`() {
        let asked = explanation(speaks("en")) {
            $0.languages = ["fr", "de"]
            $0.minScore = 0.5
            $0.minSites = 2
        }
        #expect(
            asked.conditions.map(\.sentence) == [
                "score −0.72; the rule asks for score ≥ 0.5",
                "cafe; the rule asks for any brand but competitors",
                "language en; the rule asks for language de or fr",
                "on 1 site; the rule asks for a story on at least 2 sites",
            ])
        #expect(
            asked.conditions.map(\.subject) == [.score, .brand, .language, .reach])
    }

    @Test(arguments: cases.filter { $0.testDescription != "a feeling without an aspect" })
    private func `makes a rule ask for something`(example: Case) {
        var conditions = MentionConditions()
        #expect(conditions.asksForNothing)
        example.change(&conditions)
        #expect(!conditions.asksForNothing)
    }
}

struct `Conditions on an edit` {
    private func decide(
        _ edit: AlertCandidate.Edit, mention: Mention, _ change: (inout MentionConditions) -> Void
    ) -> DecisionNote.Outcome? {
        let rule = rule { change(&$0.conditions) }
        return AlertDecider(rules: [rule], brands: brands).decisions(
            for: [AlertCandidate(mention: mention, edit: edit, siteCount: 5)], held: [],
            lastAlert: [:], now: at(0)
        ).notes.first?.outcome
    }

    @Test func `on aspects need those of the version before`() {
        let present = speaks(of: (.delivery, .negative)).mention
        let opinion = present.sentiment.aspects
        let other = [AspectOpinion(aspect: .staff, score: 0, label: .negative, spans: [])]
        let cases: [([AspectOpinion]?, DecisionNote.Outcome?)] = [
            (nil, nil), (other, nil), ([], nil), (opinion, .metBefore),
        ]
        for (before, outcome) in cases {
            let edit = AlertCandidate.Edit(label: .negative, score: -0.72, aspects: before)
            #expect(decide(edit, mention: present) { $0.aspects = [.delivery] } == outcome)
        }
    }

    @Test(
        arguments: [(-0.9, nil), (-0.8, .metBefore), (-0.5, .metBefore)]
            as [(Double, DecisionNote.Outcome?)])
    func `on the lowest score look at the version before`(
        score: Double, outcome: DecisionNote.Outcome?
    ) {
        let edit = AlertCandidate.Edit(label: .negative, score: score)
        #expect(decide(edit, mention: mention(1)) { $0.minScore = -0.8 } == outcome)
    }

    @Test func `on author, language and reach take them as unchanged`() {
        let edit = AlertCandidate.Edit(label: .negative, score: -0.72)
        #expect(decide(edit, mention: mention(1)) { $0.minSites = 5 } == .metBefore)
        #expect(decide(edit, mention: mention(1)) { $0.minSites = 6 } == nil)
        let german = speaks("de").mention
        #expect(decide(edit, mention: german) { $0.languages = ["de"] } == .metBefore)
    }
}
