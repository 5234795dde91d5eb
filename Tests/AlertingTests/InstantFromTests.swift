import FoundationEssentials
import Model
import Testing

@testable import Alerting

private let complaints = RuleID(trusted: "complaints")

private func weighed(from least: Alert.Severity?) -> AlertRule {
    rule {
        $0.urgency = .weighed
        $0.instantFrom = least
    }
}

private func decide(
    _ rule: AlertRule, _ candidates: [AlertCandidate], held: [HeldCandidate] = [],
    last: Date? = nil, now: Date = at(0)
) -> DecisionBatch {
    AlertDecider(rules: [rule], brands: brands).decisions(
        for: candidates, held: held,
        lastAlert: last.map { [AlertGroup(rule: rule.id, brand: cafe): $0] } ?? [:], now: now)
}

struct `What is less urgent than a rule tells at once` {
    @Test(
        arguments: [
            (.info, [1, 2, 3]), (.warning, [2, 3]), (.critical, [3]), (nil, []),
        ] as [(Alert.Severity?, [MentionID])])
    func `waits for the digest`(least: Alert.Severity?, told: [MentionID]) {
        let candidates = [
            AlertCandidate(mention: mention(1, confidence: 0.5)),
            AlertCandidate(mention: mention(2, stars: 2)),
            AlertCandidate(
                mention: mention(3, score: -0.95, stars: 1),
                author: AuthorHistory(mentions: 2, negative: 1)),
        ]
        let batch = decide(weighed(from: least), candidates)
        #expect(batch.alerts.flatMap(\.mentions) == told)
        #expect(batch.notes.map(\.mention) == [1, 2, 3].filter { !told.contains($0) })
        #expect(batch.notes.allSatisfy { $0.outcome == .digest })
        #expect(batch.decided == [1, 2, 3])
    }

    @Test(
        arguments: [
            (
                .critical,
                "the rule tells at once only what is critical; it is left to the digest (warning: 1 of 5 "
                    + "stars (+2))"
            ),
            (
                nil,
                "the rule tells nothing at once; it is left to the digest (warning: 1 of 5 stars (+2))"
            ),
        ] as [(Alert.Severity?, String)])
    func `says so`(least: Alert.Severity?, reason: String) {
        let batch = decide(weighed(from: least), [AlertCandidate(mention: mention(1, stars: 1))])
        #expect(
            batch.notes.map(\.reason) == [
                "negative (−0.72), 1 of 5 stars, meets rule “complaints”, but " + reason
            ])
    }

    @Test func `says so by its severity where the rule does not weigh`() {
        let rule = rule {
            $0.urgency = .fixed(.info)
            $0.instantFrom = .warning
        }
        let batch = decide(rule, [AlertCandidate(mention: mention(1))])
        #expect(
            batch.notes.first?.reason.hasSuffix(
                "but the rule tells at once only a warning or more; it is left to the digest (info)"
            )
                == true)
    }

    @Test func `is noted for its first reason where it is no news`() {
        let rule = weighed(from: nil)
        let copy = AlertCandidate.Story(first: 1, siteCount: 2, toldBy: [complaints])
        let batch = decide(
            rule,
            [
                AlertCandidate(mention: mention(2), isNews: false),
                AlertCandidate(mention: mention(3), edit: .init(label: .negative)),
                AlertCandidate(mention: mention(4), story: copy),
            ])
        #expect(batch.notes.map(\.outcome) == [.baseline, .metBefore, .copy])
    }

    @Test func `opens no cool-down and waits for none`() {
        var rule = weighed(from: .critical)
        rule.coolDown = 600
        let batch = decide(rule, [AlertCandidate(mention: mention(1, stars: 1))], last: at(-1))
        #expect(batch.held.isEmpty && batch.notes.map(\.outcome) == [.digest])
    }

    @Test func `is told at once when an edit makes it urgent, though it met the rule before`() {
        let rule = rule {
            $0.urgency = .byStars
            $0.instantFrom = .critical
        }
        func edit(_ stars: Double) -> DecisionBatch {
            decide(
                rule,
                [
                    AlertCandidate(
                        mention: mention(1, stars: 1.5),
                        edit: .init(label: .negative, score: -0.72, stars: stars))
                ])
        }
        #expect(edit(2).alerts.map(\.severity) == [.critical])
        #expect(edit(1.5).notes.map(\.outcome) == [.metBefore])
        #expect(edit(3).alerts.map(\.severity) == [.critical])
    }

    @Test func `is left to the digest when an edit made it worse, but not bad enough`() {
        let edit = AlertCandidate.Edit(label: .positive, score: 0.9, stars: 5)
        let batch = decide(
            weighed(from: .critical), [AlertCandidate(mention: mention(1, stars: 2), edit: edit)])
        #expect(batch.alerts.isEmpty && batch.notes.map(\.outcome) == [.digest])
    }

    @Test func `is told all the same where it was held already`() {
        let group = AlertGroup(rule: complaints, brand: cafe)
        let row = HeldCandidate(
            held: HeldMention(group: group, mention: 1, heldSince: at(0), until: at(1), reason: ""),
            mention: mention(1))
        #expect(decide(weighed(from: nil), [], held: [row], now: at(1)).alerts.count == 1)
    }
}

struct `A story that was left to the digest` {
    private func copy(
        _ id: MentionID, sites: Int, step: Int? = nil, digestedBy: Set<RuleID> = []
    ) -> AlertCandidate {
        AlertCandidate(
            mention: mention(id, score: -0.95),
            story: .init(
                first: 1, siteCount: sites, toldBy: [], digestedBy: digestedBy, step: step))
    }

    @Test func `is left to it once`() {
        let rule = weighed(from: .critical)
        let first = AlertCandidate(mention: mention(1))
        let batch = decide(rule, [first, copy(2, sites: 2), copy(3, sites: 2)])
        #expect(batch.notes.map(\.outcome) == [.digest, .copy, .copy])
        let later = decide(rule, [copy(4, sites: 3, digestedBy: [complaints])])
        #expect(later.notes.map(\.outcome) == [.copy])
        let other = decide(rule, [copy(4, sites: 3, digestedBy: [RuleID(trusted: "praise")])])
        #expect(other.notes.map(\.outcome) == [.digest])
    }

    @Test func `is told at once by the copy that makes it urgent, even in the same batch`() {
        let rule = weighed(from: .critical)
        let first = AlertCandidate(mention: mention(1))
        let batch = decide(
            rule, [first, copy(2, sites: 10, step: 10), copy(3, sites: 10, step: 10)])
        #expect(batch.alerts.map(\.mentions) == [[2]])
        #expect(batch.notes.map(\.outcome) == [.digest, .copy])
        let later = decide(rule, [copy(4, sites: 10, digestedBy: [complaints])])
        #expect(later.alerts.map(\.mentions) == [[4]])
    }
}
