import FoundationEssentials
import Model
import Testing

@testable import Alerting

private let group = AlertGroup(rule: RuleID(trusted: "complaints"), brand: cafe)

private func decide(
    _ rules: [AlertRule], _ candidates: [AlertCandidate], held: [HeldCandidate] = [],
    last: [AlertGroup: Date] = [:], now: Date
) -> DecisionBatch {
    AlertDecider(rules: rules, brands: brands)
        .decisions(for: candidates, held: held, lastAlert: last, now: now)
}

private func news(_ ids: MentionID...) -> [AlertCandidate] {
    ids.map { AlertCandidate(mention: mention($0)) }
}

/// The rows of a batch, presented again.
private func again(_ batch: DecisionBatch) -> [HeldCandidate] {
    batch.held.map { HeldCandidate(held: $0, mention: mention($0.mention)) }
}

struct `Deciding on news` {
    @Test func `makes one alert a mention without a cool-down`() {
        let batch = decide(
            [rule()], news(1, 2), last: [group: at(0)], now: at(0))
        #expect(batch.alerts.map(\.mentions) == [[1], [2]])
        #expect(batch.alerts.allSatisfy { $0.channels == [mail] && $0.group == group })
        #expect(batch.held.isEmpty)
        #expect(batch.decided == [1, 2])
    }

    @Test func `makes one alert of all mentions of a brand with a cool-down, oldest first`() {
        let candidates = [
            AlertCandidate(mention: mention(3, occurredAt: at(2))),
            AlertCandidate(mention: mention(2, occurredAt: at(1))),
            AlertCandidate(mention: mention(4, occurredAt: at(1))),
            AlertCandidate(mention: mention(5, brands: [bakery])),
        ]
        let batch = decide([rule { $0.coolDown = 600 }], candidates, now: at(9))
        #expect(batch.alerts.map(\.mentions) == [[2, 4, 3], [5]])
        #expect(batch.alerts.map(\.group.brand) == [cafe, bakery])
    }

    @Test func `asks every enabled rule in its order`() {
        let rules = [
            rule { $0.id = RuleID(trusted: "b") },
            rule { $0.id = RuleID(trusted: "a") },
            rule {
                $0.id = RuleID(trusted: "off")
                $0.isEnabled = false
            },
        ]
        let batch = decide(rules, news(1), now: at(0))
        #expect(batch.alerts.map(\.rule.rawValue) == ["b", "a"])
    }

    @Test func `counts a mention of two brands once, for the first that the rule asks for`() {
        let both = AlertCandidate(mention: mention(1, brands: [rival, bakery, cafe]))
        #expect(decide([rule()], [both], now: at(0)).alerts.map(\.group.brand) == [bakery])
        let named = decide([rule { $0.conditions.brands = [cafe] }], [both], now: at(0))
        #expect(named.alerts.map(\.group.brand) == [cafe])
    }

    @Test func `takes the severity of the worst mention`() {
        let rule = rule {
            $0.urgency = .byStars
            $0.coolDown = 60
        }
        let candidates = [3.0, 1, 2].enumerated().map {
            AlertCandidate(mention: mention(Int64($0.offset + 1), stars: $0.element))
        }
        #expect(decide([rule], candidates, now: at(0)).alerts.map(\.severity) == [.critical])
    }

    @Test func `gives an alert as it is stored`() {
        let decision = decide([rule()], news(7), now: at(0)).alerts[0]
        let alert = decision.alert(id: 3, createdAt: at(1))
        #expect(alert.id == 3 && alert.mentions == [7] && alert.brand == cafe)
        #expect(alert.reason == decision.reason && alert.createdAt == at(1))
    }

    @Test func `decides on nothing without complaint`() {
        #expect(decide([], [], now: at(0)) == DecisionBatch())
        #expect(decide([], news(1), now: at(0)).decided == [1])
    }
}

struct `What is no news` {
    @Test func `is noted as baseline, never told`() {
        let batch = decide(
            [rule()],
            [
                AlertCandidate(mention: mention(1), isNews: false),
                AlertCandidate(mention: mention(2, label: .positive), isNews: false),
            ], now: at(0))
        #expect(batch.alerts.isEmpty && batch.held.isEmpty)
        #expect(batch.notes.map(\.mention) == [1])
        #expect(batch.notes.map(\.outcome) == [.baseline])
        #expect(
            batch.notes[0].reason == "negative (−0.72), meets rule “complaints”, but it came with "
                + "the first poll of its source and is not news")
        #expect(batch.decided == [1, 2])
    }

    private func edited(
        _ edit: AlertCandidate.Edit, _ change: (inout AlertRule) -> Void = { _ in }
    ) -> DecisionBatch {
        decide(
            [rule(change)],
            [AlertCandidate(mention: mention(1, stars: 1, text: "no refund"), edit: edit)],
            now: at(0))
    }

    @Test func `an edit is news where the version before did not meet the rule`() {
        let batch = edited(.init(label: .neutral, score: -0.3))
        #expect(
            batch.alerts.map(\.reason) == [
                "edited, neutral before: negative (−0.72), 1 of 5 stars, matches rule "
                    + "“complaints”: label negative"
            ])
    }

    @Test func `an edit is none where the version before met the rule`() {
        let batch = edited(.init(label: .negative))
        #expect(batch.alerts.isEmpty)
        #expect(batch.notes.map(\.outcome) == [.metBefore])
        #expect(batch.notes[0].reason.hasSuffix("before the edit as well (negative)"))
    }

    @Test(arguments: [
        (AlertCandidate.Edit(label: .negative, score: -0.2), true),
        (.init(label: .negative, score: -0.6), false),
        (.init(label: .unscored), true),
        (.init(label: .negative, score: -0.6, stars: 1.9), false),
        (.init(label: .negative, score: -0.6, stars: 3), true),
        (.init(label: .negative, score: -0.6, stars: 1.5), false),
    ])
    func `an edit is weighed by score and stars`(edit: AlertCandidate.Edit, isTold: Bool) {
        let batch = edited(edit) {
            $0.conditions.labels = []
            $0.conditions.maxScore = -0.5
            $0.conditions.maxStars = 2
        }
        #expect(batch.alerts.isEmpty != isTold)
    }

    @Test func `an edit is weighed by its words where the earlier text is known`() {
        func entry(_ text: String) -> Entry {
            Entry(identity: EntryIdentity(rung: .stableID, key: "1"), text: text)
        }
        let words: (inout AlertRule) -> Void = { $0.conditions.condition = Says(word: "refund") }
        #expect(edited(.init(label: .negative), words).alerts.count == 1)
        #expect(
            edited(.init(label: .negative, entry: entry("a refund")), words).alerts.isEmpty)
        #expect(
            edited(.init(label: .negative, entry: entry("soup")), words).alerts.count == 1)
    }
}

struct `A cool-down` {
    private let quiet = rule { $0.coolDown = 600 }

    @Test func `holds what comes before its end`() throws {
        let batch = decide([quiet], news(1, 2), last: [group: at(0)], now: at(4))
        #expect(batch.alerts.isEmpty)
        #expect(batch.held.map(\.mention) == [1, 2])
        #expect(batch.held.allSatisfy { $0.until == at(10) && $0.heldSince == at(4) })
        #expect(
            batch.held[0].reason == "held until 10:10 UTC by the cool-down of 10m: "
                + "negative (−0.72), matches rule “complaints”: label negative")
        #expect(batch.decided == [1, 2])
    }

    @Test func `ends exactly at its length`() {
        #expect(decide([quiet], news(1), last: [group: at(0)], now: at(9.99)).alerts.isEmpty)
        #expect(decide([quiet], news(1), last: [group: at(0)], now: at(10)).alerts.count == 1)
    }

    @Test func `is each brand's own`() {
        let batch = decide(
            [quiet], news(1) + [AlertCandidate(mention: mention(2, brands: [bakery]))],
            last: [group: at(0)], now: at(1))
        #expect(batch.held.map(\.mention) == [1])
        #expect(batch.alerts.map(\.mentions) == [[2]])
    }

    @Test func `lets all go as one alert when it ends, with what is new`() {
        let first = decide([quiet], news(1, 2), last: [group: at(0)], now: at(4))
        let batch = decide(
            [quiet], news(3), held: again(first), last: [group: at(0)], now: at(10))
        #expect(batch.alerts.map(\.mentions) == [[1, 2, 3]])
        #expect(batch.released == first.held)
        #expect(batch.held.isEmpty)
        #expect(batch.decided == [3])
        #expect(
            batch.alerts[0].reason
                == "3 mentions match rule “complaints”: label negative; the worst "
                + "is negative (−0.72); 2 of them held since 10:04 UTC by the cool-down")
    }

    @Test func `keeps what is presented too early, and moves with a newer alert`() {
        let first = decide([quiet], news(1), last: [group: at(0)], now: at(4))
        let early = decide([quiet], [], held: again(first), last: [group: at(0)], now: at(6))
        #expect(early.held.map(\.until) == [at(10)])
        #expect(early.held.map(\.heldSince) == [at(4)])
        #expect(early.released.isEmpty)
        let moved = decide([quiet], [], held: again(first), last: [group: at(8)], now: at(11))
        #expect(moved.held.isEmpty && moved.alerts.map(\.mentions) == [[1]])
    }

    @Test func `lets go at once when it is taken from the rule`() {
        let first = decide([quiet], news(1, 2), last: [group: at(0)], now: at(4))
        let batch = decide([rule()], [], held: again(first), last: [group: at(0)], now: at(5))
        #expect(batch.alerts.map(\.mentions) == [[1], [2]])
        #expect(batch.released.count == 2)
    }

    @Test func `tells a mention once that was held and edited meanwhile`() {
        let first = decide([quiet], news(1), last: [group: at(0)], now: at(4))
        let worse = AlertCandidate(mention: mention(1, score: -0.9), edit: .init(label: .neutral))
        let batch = decide([quiet], [worse], held: again(first), last: [group: at(0)], now: at(20))
        #expect(batch.alerts.map(\.mentions) == [[1]])
        #expect(batch.alerts[0].reason.hasPrefix("edited, neutral before: negative (−0.9)"))
        #expect(batch.alerts[0].reason.hasSuffix("; held since 10:04 UTC by the cool-down"))
    }

    @Test func `tells what matched when it was held even if it no longer does`() {
        let first = decide([quiet], news(1), last: [group: at(0)], now: at(4))
        let better = HeldCandidate(
            held: first.held[0], mention: mention(1, label: .positive, score: 0.6))
        let batch = decide([quiet], [], held: [better], last: [group: at(0)], now: at(10))
        #expect(
            batch.alerts.map(\.reason) == [
                "positive (0.6), matched rule “complaints” when it was held; held since 10:04 UTC by "
                    + "the cool-down"
            ])
    }

    @Test func `notes what was held for a rule that is gone`() {
        let first = decide([quiet], news(1), last: [group: at(0)], now: at(4))
        for rules in [[], [rule { $0.isEnabled = false }]] {
            let batch = decide(rules, [], held: again(first), now: at(5))
            #expect(batch.released == first.held)
            #expect(batch.notes.map(\.outcome) == [.ruleGone])
            #expect(batch.alerts.isEmpty && batch.held.isEmpty)
        }
    }

    @Test func `does not last for ever when the clock is set back`() {
        let year = 525_600.0
        let first = decide([quiet], news(1), last: [group: at(year)], now: at(0))
        #expect(first.held.map(\.until) == [at(10)])
        let second = decide(
            [quiet], news(2), held: again(first), last: [group: at(year)], now: at(5))
        #expect(second.held.map(\.until) == [at(10), at(10)])
        let third = decide([quiet], [], held: again(second), last: [group: at(year)], now: at(10))
        #expect(third.alerts.map(\.mentions) == [[1, 2]])
        let stuck = again(decide([quiet], news(3), last: [group: at(year)], now: at(year)))
        let back = decide([quiet], [], held: stuck, last: [group: at(year)], now: at(0))
        #expect(back.held.map(\.until) == [at(10)])
    }

    @Test(arguments: [-1.0, 0, .nan, .infinity])
    func `is none where its length makes no sense`(length: Double) {
        let batch = decide(
            [rule { $0.coolDown = length }], news(1), last: [group: at(0)], now: at(0))
        #expect(batch.alerts.count == 1)
    }
}
