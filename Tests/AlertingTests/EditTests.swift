import FoundationEssentials
import Model
import Testing

@testable import Alerting

private let group = AlertGroup(rule: RuleID(trusted: "complaints"), brand: cafe)

private func decide(
    _ mention: Mention, _ edit: AlertCandidate.Edit, coolDown: TimeInterval = 0,
    held: [HeldCandidate] = [], last: Date? = nil,
    now: Date = at(5)
) -> DecisionBatch {
    AlertDecider(rules: [rule { $0.coolDown = coolDown }], brands: brands).decisions(
        for: [AlertCandidate(mention: mention, edit: edit)], held: held,
        lastAlert: last.map { [group: $0] } ?? [:], now: now)
}

struct `An edit that made a mention worse` {
    @Test func `is told though the version before met the rule`() {
        let batch = decide(mention(1, stars: 1), .init(label: .negative, score: -0.4, stars: 2))
        #expect(
            batch.alerts.map(\.reason) == [
                "edited: 2★ → 1★: negative (−0.72), 1 of 5 stars, matches rule “complaints”: label "
                    + "negative"
            ])
    }

    @Test func `is told by score where it has no stars`() {
        let batch = decide(mention(1, score: -0.8), .init(label: .negative, score: -0.3))
        #expect(batch.alerts.first?.reason.hasPrefix("edited: score −0.3 → −0.8: ") == true)
    }

    @Test func `waits for no cool-down and no other mention`() throws {
        let batch = decide(
            mention(1, stars: 1), .init(label: .positive, score: 0.9, stars: 5), coolDown: 600,
            last: at(4))
        #expect(batch.held.isEmpty && batch.alerts.map(\.mentions) == [[1]])
    }

    @Test func `takes the place of a row that held the mention, and of no other`() {
        func row(_ id: MentionID) -> HeldCandidate {
            HeldCandidate(
                held: HeldMention(
                    group: group, mention: id, heldSince: at(1), until: at(10), reason: ""),
                mention: mention(id, stars: 1))
        }
        let batch = decide(
            mention(1, stars: 1), .init(label: .negative, score: -0.4, stars: 2), coolDown: 600,
            held: [row(1), row(2)], last: at(0))
        #expect(batch.alerts.map(\.mentions) == [[1]])
        #expect(batch.released.map(\.mention) == [1] && batch.held.map(\.mention) == [2])
    }

    @Test(arguments: [
        (AlertCandidate.Edit(label: .negative, score: -0.9, stars: 1), 1.0, -0.72),
        (.init(label: .negative, score: -0.9, stars: 1), 2, -0.5),
        (.init(label: .negative, score: -0.5, stars: 1.5), 1, -0.72),
    ])
    func `is none where it got better or stayed`(
        edit: AlertCandidate.Edit, stars: Double, score: Double
    ) {
        let batch = decide(mention(1, score: score, stars: stars), edit)
        #expect(batch.alerts.isEmpty && batch.notes.map(\.outcome) == [.metBefore])
    }

    @Test(arguments: [
        (AlertCandidate.Edit(label: .positive, score: 0.4), Sentiment.Label.negative, -0.1, true),
        (.init(label: .positive, score: 0.4), .negative, -0.09, false),
        (.init(label: .positive, score: 0.9), .positive, 0.3, false),
        (.init(label: .neutral), .negative, -0.9, false),
    ])
    func `is one by half a point of score and a negative verdict`(
        edit: AlertCandidate.Edit, label: Sentiment.Label, score: Double, isWorse: Bool
    ) {
        #expect(edit.isWorse(in: mention(1, label: label, score: score)) == isWorse)
    }
}
