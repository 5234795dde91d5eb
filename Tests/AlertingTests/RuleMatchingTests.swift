import Model
import Testing

@testable import Alerting

private struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var change: @Sendable (inout AlertRule) -> Void
    var met: [Mention]
    var unmet: [Mention]
}

private let cases: [Case] = [
    Case(
        testDescription: "label", change: { $0.conditions.labels = [.negative, .unscored] },
        met: [mention(1), mention(1, label: .unscored)], unmet: [mention(1, label: .positive)]),
    Case(
        testDescription: "any label", change: { $0.conditions.labels = [] },
        met: [mention(1), mention(1, label: .positive), mention(1, label: .unscored)], unmet: []),
    Case(
        testDescription: "highest score",
        change: {
            $0.conditions.labels = []
            $0.conditions.maxScore = -0.5
        },
        met: [mention(1, score: -0.5), mention(1, score: -1)],
        unmet: [mention(1, score: -0.49), mention(1, label: .positive, score: 0.4)]),
    Case(
        testDescription: "a score where there is no verdict",
        change: {
            $0.conditions.labels = []
            $0.conditions.maxScore = 0.5
        },
        met: [mention(1, score: 0)], unmet: [mention(1, label: .unscored)]),
    Case(
        testDescription: "lowest confidence", change: { $0.conditions.minConfidence = 0.6 },
        met: [mention(1, confidence: 0.6)], unmet: [mention(1, confidence: 0.59)]),
    Case(
        testDescription: "highest rating", change: { $0.conditions.maxStars = 2 },
        met: [mention(1, stars: 1), mention(1, stars: 2)],
        unmet: [mention(1, stars: 3), mention(1)]),
    Case(
        testDescription: "lowest rating",
        change: {
            $0.conditions.labels = []
            $0.conditions.minStars = 4
        },
        met: [mention(1, label: .positive, stars: 4)],
        unmet: [mention(1, stars: 3.5), mention(1, label: .positive)]),
    Case(
        testDescription: "brand", change: { $0.conditions.brands = [bakery] },
        met: [mention(1, brands: [bakery]), mention(1, brands: [cafe, bakery])],
        unmet: [mention(1), mention(1, brands: [])]),
    Case(
        testDescription: "source", change: { $0.conditions.sources = [SourceID(trusted: "forum")] },
        met: [mention(1, source: "forum")], unmet: [mention(1)]),
    Case(
        testDescription: "kind", change: { $0.conditions.kinds = [.mention, .survey] },
        met: [mention(1, kind: .survey)], unmet: [mention(1)]),
    Case(
        testDescription: "words", change: { $0.conditions.condition = Says(word: "refund") },
        met: [mention(1, text: "no refund")], unmet: [mention(1, text: "no refunds"), mention(1)]),
    Case(
        testDescription: "no competitor", change: { _ in },
        met: [mention(1), mention(1, brands: []), mention(1, brands: [rival, cafe])],
        unmet: [mention(1, brands: [rival])]),
    Case(
        testDescription: "competitors too", change: { $0.conditions.includesCompetitors = true },
        met: [mention(1, brands: [rival])], unmet: []),
    Case(
        testDescription: "a competitor by name", change: { $0.conditions.brands = [rival] },
        met: [mention(1, brands: [rival])], unmet: [mention(1)]),
    Case(
        testDescription: "everything at once",
        change: {
            $0.conditions.maxScore = -0.3
            $0.conditions.minConfidence = 0.5
            $0.conditions.maxStars = 2
            $0.conditions.minStars = 1
            $0.conditions.brands = [cafe]
            $0.conditions.sources = [SourceID(trusted: "reviews")]
            $0.conditions.kinds = [.review]
            $0.conditions.condition = Says(word: "cold")
        },
        met: [mention(1, stars: 1, text: "cold soup")],
        unmet: [
            mention(1, label: .neutral, stars: 1, text: "cold soup"),
            mention(1, score: -0.2, stars: 1, text: "cold soup"),
            mention(1, confidence: 0.4, stars: 1, text: "cold soup"),
            mention(1, stars: 3, text: "cold soup"),
            mention(1, stars: 1, brands: [bakery], text: "cold soup"),
            mention(1, stars: 1, source: "forum", text: "cold soup"),
            mention(1, stars: 1, kind: .survey, text: "cold soup"),
            mention(1, stars: 1, text: "hot soup"),
        ]),
]

struct `A rule` {
    @Test(arguments: cases)
    private func `matches where all its conditions hold`(example: Case) {
        let rule = rule(example.change)
        let decider = AlertDecider(rules: [rule], brands: brands)
        for (mentions, isMatch) in [(example.met, true), (example.unmet, false)] {
            for mention in mentions {
                let explanation = decider.explanation(of: rule, for: mention)
                #expect(explanation.isMatch == isMatch)
                let batch = decider.decisions(
                    for: [AlertCandidate(mention: mention)], held: [], lastAlert: [:], now: at(0))
                #expect(batch.alerts.count == (isMatch ? 1 : 0))
                #expect(batch.decided == [1])
            }
        }
    }

    @Test func `explains each condition with what it wants and what it found`() {
        let rule = rule {
            $0.conditions.maxScore = -0.3
            $0.conditions.maxStars = 2
            $0.conditions.condition = Says(word: "refund")
            $0.conditions.conditionText = "refund"
        }
        let explanation = AlertDecider(rules: [rule], brands: brands)
            .explanation(of: rule, for: mention(1, stars: 4, brands: [rival, cafe], text: "nice"))
        #expect(!explanation.isMatch)
        #expect(explanation.brand == cafe)
        #expect(
            explanation.conditions.map { "\($0.isMet ? "+" : "-") \($0.sentence)" } == [
                "+ negative; the rule asks for label negative",
                "+ score −0.72; the rule asks for score ≤ −0.3",
                "- 4 of 5 stars; the rule asks for at most 2 stars",
                "+ rival (competitor), cafe; the rule asks for any brand but competitors",
                "- the words do not match; the rule asks for words refund",
            ])
    }

    @Test(arguments: [
        (1.0, Alert.Severity.critical), (1.5, .critical), (2, .warning), (3, .info), (5, .info),
    ])
    func `can take its severity from the stars`(stars: Double, severity: Alert.Severity) {
        let rule = rule { $0.urgency = .byStars }
        #expect(rule.weight(of: mention(1, stars: stars)).severity == severity)
        #expect(rule.weight(of: mention(1)).severity == .warning)
        #expect(rule.weight(of: mention(1, label: .positive)).severity == .info)
    }

    @Test func `knows whether it asks for anything`() {
        #expect(!rule().conditions.asksForNothing)
        #expect(rule { $0.conditions.labels = [] }.conditions.asksForNothing)
        #expect(
            !rule {
                $0.conditions.labels = []
                $0.conditions.kinds = [.review]
            }.conditions.asksForNothing)
    }
}
