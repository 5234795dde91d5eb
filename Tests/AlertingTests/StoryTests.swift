import FoundationEssentials
import Model
import Testing

@testable import Alerting

private let complaints = RuleID(trusted: "complaints")

private func copy(
    _ id: MentionID, of first: MentionID = 1, sites: Int = 2, toldBy: Set<RuleID> = [],
    step: Int? = nil, label: Sentiment.Label = .negative
) -> AlertCandidate {
    AlertCandidate(
        mention: mention(id, label: label),
        story: .init(first: first, siteCount: sites, toldBy: toldBy, step: step))
}

private func decide(_ candidates: [AlertCandidate]) -> DecisionBatch {
    AlertDecider(rules: [rule()], brands: brands).decisions(
        for: candidates, held: [], lastAlert: [:], now: at(0))
}

struct `A copy of a story` {
    @Test func `is noted where the rule has told of the story`() {
        let batch = decide([copy(12, of: 3, sites: 7, toldBy: [complaints])])
        #expect(batch.alerts.isEmpty && batch.notes.map(\.outcome) == [.copy])
        #expect(
            batch.notes[0].reason == "negative (−0.72), meets rule “complaints”, but it tells the "
                + "same story as mention 3, now on 7 sites")
    }

    @Test func `is noted where the first is told in the same batch`() {
        let batch = decide([AlertCandidate(mention: mention(1)), copy(2), copy(3)])
        #expect(batch.alerts.map(\.mentions) == [[1]])
        #expect(batch.notes.map(\.mention) == [2, 3])
    }

    @Test func `is told once where no other was, as after a first that was history`() {
        let first = AlertCandidate(mention: mention(1), isNews: false)
        let batch = decide([first, copy(2), copy(3)])
        #expect(batch.alerts.map(\.mentions) == [[2]])
        #expect(batch.notes.map(\.outcome) == [.baseline, .copy])
    }

    @Test func `is told by a rule that the first did not match`() {
        let first = AlertCandidate(mention: mention(1, label: .neutral))
        #expect(decide([first, copy(2)]).alerts.map(\.mentions) == [[2]])
        let other = RuleID(trusted: "praise")
        #expect(decide([copy(2, toldBy: [other])]).alerts.map(\.mentions) == [[2]])
    }

    @Test func `is told once at a step of the spread, with the reason`() {
        let told = Set([complaints])
        let batch = decide([
            copy(8, sites: 10, toldBy: told, step: 10), copy(9, sites: 10, toldBy: told, step: 10),
        ])
        #expect(batch.alerts.map(\.mentions) == [[8]] && batch.notes.map(\.mention) == [9])
        #expect(
            batch.alerts[0].reason
                == "the story of mention 1 is now on 10 sites: negative (−0.72), "
                + "matches rule “complaints”: label negative")
    }

    @Test func `makes no step of its own where the story is first told`() {
        let batch = decide([
            AlertCandidate(mention: mention(1)), copy(2, sites: 3, step: 3),
            copy(3, sites: 3, step: 3),
        ])
        #expect(batch.alerts.map(\.mentions) == [[1]])
    }

    @Test func `makes no step where it is not negative`() {
        let batch = AlertDecider(rules: [rule { $0.conditions.labels = [] }], brands: brands)
            .decisions(
                for: [
                    copy(2, sites: 3, toldBy: [complaints], step: 3, label: .positive),
                    copy(3, sites: 3, toldBy: [complaints], step: 3),
                ], held: [], lastAlert: [:], now: at(0))
        #expect(batch.alerts.map(\.mentions) == [[3]] && batch.notes.map(\.mention) == [2])
    }

    @Test(
        arguments: [
            (1, 2, nil), (2, 3, 3), (3, 9, nil), (2, 12, 10), (9, 30, 30), (30, 90, nil),
        ] as [(Int, Int, Int?)])
    func `makes steps at 3, 10 and 30 sites`(before: Int, after: Int, step: Int?) {
        #expect(AlertCandidate.Story.step(from: before, to: after) == step)
    }
}

struct `A rule on stories that many tell` {
    private func decide(_ candidates: [AlertCandidate]) -> DecisionBatch {
        let rules = [
            rule(),
            rule {
                $0.id = RuleID(trusted: "spread")
                $0.conditions.minSites = 5
            },
        ]
        return AlertDecider(rules: rules, brands: brands).decisions(
            for: candidates, held: [], lastAlert: [:], now: at(0))
    }

    @Test func `speaks when the copy comes that makes it so many, though it is no step`() {
        #expect(decide([copy(4, sites: 4, toldBy: [complaints])]).alerts.isEmpty)
        let batch = decide([
            copy(5, sites: 5, toldBy: [complaints]), copy(6, sites: 5, toldBy: [complaints]),
        ])
        #expect(batch.alerts.map(\.mentions) == [[5]])
        #expect(
            batch.alerts.map(\.reason) == [
                "negative (−0.72), matches rule “spread”: label negative, a story on at least 5 sites"
            ])
        #expect(batch.notes.map(\.mention) == [5, 6, 6])
    }

    @Test func `speaks when a whole story comes at once`() {
        let batch = decide([AlertCandidate(mention: mention(1)), copy(2, sites: 7)])
        #expect(batch.alerts.map(\.mentions) == [[1], [2]])
    }

    @Test func `speaks again only at the next step`() {
        let told: Set = [complaints, RuleID(trusted: "spread")]
        #expect(decide([copy(6, sites: 6, toldBy: told)]).alerts.isEmpty)
        let batch = decide([copy(10, sites: 10, toldBy: told, step: 10)])
        #expect(batch.alerts.map(\.rule.rawValue) == ["complaints", "spread"])
    }
}
