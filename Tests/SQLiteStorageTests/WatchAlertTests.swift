import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

private let rule = RuleID(trusted: "watch")
private let period = Alert.Period(start: hours(-24), end: present)

/// An alert that a watch makes.
private func watch(
    _ kind: Alert.Kind, on mentions: [MentionID] = [], period: Alert.Period? = nil,
    _ change: (inout DecisionRecord.NewAlert) -> Void = { _ in }
) -> DecisionRecord.NewAlert {
    var alert = DecisionRecord.NewAlert(
        rule: rule, severity: .critical, brand: bakery, mentions: mentions, reason: "why",
        channels: [mail, hook])
    alert.kind = kind
    alert.period = period
    change(&alert)
    return alert
}

private func record(
    _ alerts: [DecisionRecord.NewAlert], at now: Date = present,
    _ change: (inout DecisionRecord) -> Void = { _ in }
) -> DecisionRecord {
    var record = DecisionRecord(alerts: alerts, notes: [], decided: [], now: now)
    change(&record)
    return record
}

struct `An alert of a watch` {
    @Test func `is stored with everything that it says`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2")]).new
        let alert = watch(.surge, on: [ids[1], 99], period: period) {
            $0.weighing = "critical: three times the usual"
            $0.channel = hook
            $0.notBefore = [hook: hours(3)]
        }
        let id = try #require(try await store.commit(record([alert])).first ?? nil)
        #expect(
            try await store.alert(id)
                == Alert(
                    id: id, rule: rule, severity: .critical, brand: bakery, mentions: [ids[1]],
                    reason: "why", createdAt: present, kind: .surge,
                    weighing: "critical: three times the usual", period: period, channel: hook))
        #expect(try await store.deliveries(of: id).map(\.nextAttempt) == [hours(3), present])
        #expect(try await store.nextDelivery(of: hook) == hours(3))
    }

    @Test func `decides nothing on its mentions`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1")]).new
        _ = try await store.commit(record([watch(.surge, on: ids)]))
        #expect(try await store.undecided(limit: 9).count == 1)
        #expect(try await store.decisions(on: ids[0]) == [])
        #expect(try await store.lastAlerts() == [])
        try await store.decide(ids)
        let later = try await store.commit(record([watch(.drop, on: ids)], at: hours(1)))
        #expect(later.compactMap { $0 } == [2])
    }

    @Test(arguments: [Alert.Kind.surge, .drop, .channel, .digest, .test])
    func `is stored once however often the same walk is stored`(kind: Alert.Kind) async throws {
        let store = try await sampleStore()
        let same = record([watch(kind, period: period)])
        #expect(try await store.commit(same).map { $0 != nil } == [true])
        #expect(try await store.commit(same) == [nil])
        let next = Alert.Period(start: period.end, end: hours(24))
        let later = record([watch(kind, period: next)], at: hours(24))
        #expect(try await store.commit(later).map { $0 != nil } == [true])
    }

    @Test func `on a period that a digest told is no digest, at whatever time`() async throws {
        let store = try await sampleStore()
        let first = try await store.commit(record([watch(.digest, period: period)]))
        #expect(first == [1])
        #expect(
            try await store.commit(record([watch(.digest, period: period)], at: hours(1)))
                == [nil])
        let other = watch(.digest, period: period) { $0.rule = RuleID(trusted: "weekly") }
        #expect(try await store.commit(record([other], at: hours(1))) == [2])
    }

    @Test func `counts as an alert unless it is a digest or a test`() async throws {
        let store = try await sampleStore()
        for kind in [Alert.Kind.surge, .drop, .digest, .channel, .test] {
            _ = try await store.commit(record([watch(kind, period: period)]))
        }
        #expect(try await store.alertCount(brands: nil, from: present, to: hours(1)) == 3)
        #expect(try await store.alertCount(brands: nil, from: hours(-1), to: present) == 0)
    }

    @Test func `counts for its brand, and on no brand for none`() async throws {
        let store = try await sampleStore()
        for brand in [bakery, rival, nil] {
            _ = try await store.commit(record([watch(.surge) { $0.brand = brand }]))
        }
        func count(_ brands: [BrandID]?) async throws -> Int {
            try await store.alertCount(brands: brands, from: present, to: hours(1))
        }
        #expect(try await count(nil) == 3)
        #expect(try await count([bakery]) == 1)
        #expect(try await count([bakery, rival]) == 2)
        #expect(try await count([]) == 0)
    }
}

struct `A rule's memory` {
    @Test func `is kept in the place of what it was, with the alert`() async throws {
        let store = try await sampleStore()
        #expect(try await store.ruleMarks() == [])
        let first = RuleMark(rule: rule, key: "bakery", at: present, value: 2.5)
        let other = RuleMark(rule: complaints, at: hours(1))
        _ = try await store.commit(record([watch(.surge)]) { $0.marks = [first, other] })
        #expect(try await store.ruleMarks() == [other, first])
        let second = RuleMark(rule: rule, key: "bakery", at: hours(2))
        _ = try await store.commit(record([]) { $0.marks = [second] })
        #expect(try await store.ruleMarks() == [other, second])
    }

    @Test func `is not touched by a walk that can't be stored`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1")]).new
        let bad = record([watch(.surge, on: ids + ids)]) {
            $0.marks = [RuleMark(rule: rule, at: present)]
        }
        await #expect(throws: StorageError.self) { try await store.commit(bad) }
        #expect(try await store.ruleMarks() == [])
        #expect(try await store.outboxSummary() == OutboxSummary())
    }
}

/// A walk that reminds of mentions for the `count`th time.
private func reminding(_ ids: [MentionID], count: Int, at now: Date = present) -> DecisionRecord {
    record([watch(.reminder, on: ids)], at: now) {
        $0.reminders = ids.map { .init(rule: rule, mention: $0, count: count) }
    }
}

struct `A reminder` {
    private func waiting(in store: SQLiteStore) async throws -> [UnansweredMention] {
        try await store.unanswered(labels: [], since: hours(-99), rule: rule, aspects: false)
    }

    @Test func `is counted, whether the mention is decided or not`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2")]).new
        try await store.decide([ids[0]])
        #expect(try await store.commit(reminding(ids, count: 1)) == [1])
        #expect(try await store.alert(1)?.mentions == ids)
        #expect(try await waiting(in: store).map(\.reminders) == [1, 1])
        #expect(
            try await store.commit(reminding([ids[0]], count: 2, at: hours(24))) == [2])
        let rows = try await waiting(in: store)
        #expect(rows.map(\.reminders) == [2, 1])
        #expect(rows.map(\.lastReminder) == [hours(24), present])
        #expect(try await store.decisions(on: ids[0]) == [])
        let others = try await store.unanswered(
            labels: [], since: hours(-99), rule: complaints, aspects: false)
        #expect(others.map(\.reminders) == [0, 0])
        #expect(others.map(\.lastReminder) == [nil, nil])
    }

    @Test func `is not made of a mention that was answered or removed meanwhile`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2")]).new
        try await store.record([draft("1", reply: .init(text: "Sorry"))])
        #expect(try await store.commit(reminding(ids + [99], count: 1)) == [1])
        #expect(try await store.alert(1)?.mentions == [ids[1]])
        #expect(try await store.commit(reminding([ids[0], 99], count: 1, at: hours(1))) == [nil])
        #expect(try await waiting(in: store).map(\.mention.id) == [ids[1]])
        #expect(try await store.integrityProblems() == [])
    }

    @Test func `is made once by two walks`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1")]).new
        #expect(try await store.commit(reminding(ids, count: 1)) == [1])
        #expect(try await store.commit(reminding(ids, count: 1, at: hours(1))) == [nil])
        #expect(try await waiting(in: store).map(\.lastReminder) == [present])
    }

    @Test func `may be told in two alerts of one walk`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1")]).new
        var walk = reminding(ids, count: 3)
        walk.alerts.append(watch(.reminder, on: ids) { $0.channels = [hook] })
        #expect(try await store.commit(walk).compactMap { $0 } == [1, 2])
    }

    @Test func `goes with its mention`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1")]).new
        _ = try await store.commit(reminding(ids, count: 1))
        _ = try await store.erase(reviews)
        #expect(try await store.integrityProblems() == [])
        #expect(try await waiting(in: store) == [])
    }
}

struct `Unanswered mentions` {
    @Test func `come oldest first, by label and date, without surveys and answered ones`()
        async throws
    {
        let store = try await sampleStore()
        try await store.record([
            draft("new", at: hours(2)), draft("old", at: hours(1)),
            draft("before", at: hours(-1)), draft("nice", score: 0.5, at: hours(3)),
            draft("told", reply: .init(), at: hours(2)),
        ])
        _ = try await store.record(
            poll([draft("survey", at: hours(2))], of: press) { $0.kind = .survey })
        func list(_ labels: Set<Sentiment.Label>) async throws -> [String?] {
            try await store.unanswered(
                labels: labels, since: present, rule: rule, aspects: false
            ).map(\.mention.entry.id)
        }
        #expect(try await list([.negative]) == ["old", "new"])
        #expect(try await list([.positive, .neutral]) == ["nice"])
        #expect(try await list([]) == ["old", "new", "nice"])
    }

    @Test func `come with their author's history and the sites of their story`() async throws {
        let store = try await sampleStore()
        let first = try await store.record([
            draft("1", author: "Ann"), draft("2", author: "Ann", score: 0.2),
        ]).new
        let copy = try await store.record([draft("3")], from: press).new
        var decisions = record([])
        decisions.copies = [StoryCopy(mention: copy[0], first: first[0])]
        _ = try await store.commit(decisions)
        try await store.record([draft("4", author: "Ann", at: hours(-1))])
        let rows = try await store.unanswered(
            labels: [.negative], since: hours(-9), rule: rule, aspects: false)
        #expect(
            rows.map(\.author) == [
                AuthorHistory(mentions: 2, negative: 1), AuthorHistory(), nil,
            ])
        #expect(rows.map(\.siteCount) == [1, 1, 1])
    }
}
