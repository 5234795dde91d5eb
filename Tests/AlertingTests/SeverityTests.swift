import Model
import Testing

@testable import Alerting

private struct Case: Sendable, CustomTestStringConvertible {
    var facts: MentionFacts
    var sentence: String
    var testDescription: String { sentence }

    init(
        _ sentence: String, stars: Double? = nil, label: Sentiment.Label = .negative,
        text: Double = -0.5, confidence: Double = 0.8, sites: Int = 1, complaints: Int? = nil,
        kind: Source.Kind = .review
    ) {
        self.sentence = sentence
        facts = MentionFacts(
            mention(
                1, label: label, score: stars == nil ? text : -1, confidence: confidence,
                stars: stars, kind: kind
            ) {
                $0.sentiment.basis = stars == nil ? .text : .rating
                $0.sentiment.textScore = text
            },
            author: complaints.map { AuthorHistory(mentions: $0 + 1, negative: $0) },
            siteCount: sites)
    }
}

/// The table of docs/alerts.md, line by line and at its limits.
private let cases = [
    Case("warning: 1 of 5 stars (+2)", stars: 1),
    Case("warning: 1.5 of 5 stars (+2)", stars: 1.5),
    Case("warning: 1.6 of 5 stars (+1)", stars: 1.6),
    Case("warning: 2.5 of 5 stars (+1)", stars: 2.5),
    Case("info: 3 of 5 stars (0)", stars: 3, label: .negative),
    Case("info: 3 of 5 stars (0)", stars: 3, label: .neutral, text: -1, sites: 30, complaints: 4),
    Case("info: 5 of 5 stars (0)", stars: 5, label: .positive),
    Case("info: positive (0)", label: .positive, text: 0.9, sites: 30),
    Case("info: unscored (0)", label: .unscored),
    Case("warning: negative (+1)"),
    Case("warning: negative (+1)", confidence: 0.6),
    Case("info: negative (+1), not a sure verdict (−1)", confidence: 0.59),
    Case("warning: 1 of 5 stars (+2)", stars: 1, confidence: 0.1),
    Case("warning: 1 of 5 stars (+2), strong words (+1)", stars: 1, text: -0.9),
    Case("warning: 1 of 5 stars (+2)", stars: 1, text: -0.89),
    Case("warning: negative (+1), strong words (+1)", text: -0.95),
    Case("warning: negative (+1)", sites: 2),
    Case("warning: negative (+1), on 3 sites (+1)", sites: 3),
    Case("warning: negative (+1), on 10 sites (+2)", sites: 10),
    Case("critical: negative (+1), on 30 sites (+3)", sites: 30),
    Case("critical: negative (+1), strong words (+1), on 12 sites (+2)", text: -1, sites: 12),
    Case("warning: 1 of 5 stars (+2)", stars: 1, complaints: 0),
    Case(
        "warning: 1 of 5 stars (+2), second complaint of this author (+1)", stars: 1, complaints: 1),
    Case(
        "critical: 1 of 5 stars (+2), strong words (+1), third complaint of this author (+1)",
        stars: 1, text: -0.95, complaints: 2),
    Case("info: 2 of 5 stars (+1), a survey answer (−1)", stars: 2, kind: .survey),
    Case("warning: 1 of 5 stars (+2), a survey answer (−1)", stars: 1, kind: .survey),
]

struct `A weighed severity` {
    private let weighed = rule { $0.urgency = .weighed }

    @Test(arguments: cases)
    private func `adds up its parts`(example: Case) {
        let facts = example.facts
        let weight = weighed.weight(
            of: facts.mention, author: facts.author, siteCount: facts.siteCount)
        #expect(weight.weighing == example.sentence)
        #expect(example.sentence.hasPrefix(weight.severity.rawValue + ":"))
    }

    @Test func `stands in the alert`() {
        let batch = AlertDecider(rules: [weighed], brands: brands).decisions(
            for: [
                AlertCandidate(mention: mention(1, stars: 1), author: AuthorHistory(negative: 1))
            ],
            held: [], lastAlert: [:], now: at(0))
        let alert = batch.alerts[0]
        #expect(
            alert.weighing == "warning: 1 of 5 stars (+2), second complaint of this author (+1)")
        #expect(alert.alert(id: 1, createdAt: at(0)).weighing == alert.weighing)
    }

    @Test func `of several mentions is that of the worst`() {
        let rule = rule {
            $0.urgency = .weighed
            $0.coolDown = 60
        }
        let candidates = [2.0, 1, 1.5].enumerated().map {
            AlertCandidate(
                mention: mention(Int64($0.offset + 1), stars: $0.element),
                author: AuthorHistory(negative: $0.offset == 2 ? 4 : 0))
        }
        let alert = AlertDecider(rules: [rule], brands: brands).decisions(
            for: candidates, held: [], lastAlert: [:], now: at(0)
        ).alerts[0]
        #expect(alert.severity == .warning)
        #expect(
            alert.weighing == "warning by the worst of 3: 1.5 of 5 stars (+2), fifth complaint of "
                + "this author (+1)")
    }

    @Test func `of a held mention counts its author and reach as they are known then`() {
        let group = AlertGroup(rule: weighed.id, brand: cafe)
        let row = HeldCandidate(
            held: HeldMention(
                group: group, mention: 1, heldSince: at(0), until: at(10), reason: ""),
            mention: mention(1, stars: 1), author: AuthorHistory(negative: 1), siteCount: 3)
        let batch = AlertDecider(rules: [weighed], brands: brands).decisions(
            for: [], held: [row], lastAlert: [:], now: at(10))
        #expect(batch.alerts.map(\.severity) == [.critical])
    }

    @Test(arguments: [AlertRule.Urgency.fixed(.critical), .byStars])
    func `is none where the rule does not weigh`(urgency: AlertRule.Urgency) {
        let rule = rule { $0.urgency = urgency }
        #expect(rule.weight(of: mention(1, stars: 1)) == AlertWeight(severity: .critical))
    }

    @Test func `takes any history`() {
        let weight = weighed.weight(
            of: mention(1, stars: 1), author: AuthorHistory(mentions: .max, negative: .max),
            siteCount: .max)
        #expect(weight.severity == .critical)
        #expect(
            weighed.weight(of: mention(1), author: AuthorHistory(mentions: -1, negative: -1))
                .severity == .warning)
    }
}
