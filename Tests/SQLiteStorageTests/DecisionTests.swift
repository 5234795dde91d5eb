import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

/// A record of decisions on version 1 of these mentions.
private func decisions(
    alerts: [DecisionRecord.NewAlert] = [], notes: [DecisionRecord.Note] = [],
    decided: [MentionID] = [], at now: Date = present
) -> DecisionRecord {
    DecisionRecord(
        alerts: alerts, notes: notes,
        decided: decided.map { DecidedMention(mention: $0, version: 1) }, now: now)
}

struct `Undecided mentions` {
    @Test func `come oldest first and no more than asked for`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2"), draft("3")]).new
        #expect(try await store.undecided(limit: 2).map(\.mention.id) == Array(ids.prefix(2)))
        try await store.decide([ids[0]])
        let rest = try await store.undecided(limit: 9)
        #expect(rest.map(\.mention.id) == Array(ids.dropFirst()))
        #expect(rest.allSatisfy { $0.isNews && $0.decidedVersion == nil })
    }

    @Test func `stay undecided if they changed since they were looked at`() async throws {
        let store = try await sampleStore()
        let id = try #require(try await store.record([draft("1")]).new.first)
        try await store.record([draft("1", "Worse", score: -0.9)])
        #expect(try await store.alert(on: [id]) == nil)
        #expect(try await store.undecided(limit: 9).map(\.mention.version) == [2])
        #expect(try await store.outboxSummary() == OutboxSummary())
    }
}

struct `Committing decisions` {
    @Test func `stores an alert with a delivery for each channel and the moment`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2")]).new
        let id = try #require(
            try await store.alert(on: ids, channels: [mail, hook, mail], at: hours(1)))
        #expect(
            try await store.alert(id)
                == Alert(
                    id: id, rule: complaints, severity: .warning, brand: bakery, mentions: ids,
                    reason: "a review is negative", createdAt: hours(1)))
        let letters = try await store.deliveries(of: id)
        #expect(letters.map(\.channel) == [hook, mail])
        #expect(letters.allSatisfy { $0.state == .pending && $0.attempts == 0 })
        #expect(Set(letters.map(\.messageID)).count == 2)
        let safe = Set("abcdefghijklmnopqrstuvwxyz0123456789-_")
        #expect(letters.allSatisfy { safe.isSuperset(of: $0.messageID) })
        #expect(
            try await store.lastAlerts() == [
                AlertMoment(rule: complaints, brand: bakery, at: hours(1))
            ])
        #expect(try await store.undecided(limit: 9) == [])
        #expect(try await store.decisions(on: ids[0]).map(\.outcome) == ["alerted"])
        #expect(try await store.decisions(on: ids[0]).map(\.alert) == [id])
    }

    @Test func `moves the moment of a rule and brand on`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2")]).new
        _ = try await store.alert(on: [ids[0]], at: hours(1))
        _ = try await store.alert(on: [ids[1]], at: hours(2))
        #expect(try await store.lastAlerts().map(\.at) == [hours(2)])
    }

    @Test func `leaves out a mention that was decided meanwhile`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2")]).new
        try await store.decide([ids[0]])
        let id = try #require(try await store.alert(on: ids))
        #expect(try await store.alert(id)?.mentions == [ids[1]])
        #expect(try await store.decisions(on: ids[0]) == [])
    }

    @Test func `stores no alert of which no mention is left`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2")]).new
        _ = try await store.alert(on: [ids[0]])
        let outcome = try await store.commit(
            decisions(alerts: [alarm(on: [ids[0]]), alarm(on: [ids[1]])], decided: ids))
        #expect(outcome.map { $0 == nil } == [true, false])
        #expect(try await store.alerts(since: nil, page: Page()).total == 2)
        #expect(try await store.deliveries().count == 2)
    }

    @Test func `keeps a note of what was not told`() async throws {
        let store = try await sampleStore()
        let id = try #require(try await store.record([draft("1")]).new.first)
        _ = try await store.commit(
            decisions(notes: [note(id, .settled(as: "baseline"))], decided: [id]))
        #expect(
            try await store.decisions(on: id) == [
                RecordedDecision(
                    rule: complaints, outcome: "baseline", reason: "cooling down", alert: nil,
                    decidedAt: present)
            ])
        #expect(try await store.undecided(limit: 9) == [])
        _ = try await store.commit(
            decisions(notes: [note(id, .settled(as: "late"))], decided: [id]))
        #expect(try await store.decisions(on: id).map(\.outcome) == ["baseline"])
    }

    @Test func `stores nothing if any part of it can't be stored`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1")]).new
        let record = decisions(
            alerts: [alarm(on: ids), alarm(on: ids + ids)], decided: ids)
        await #expect(throws: StorageError.self) { try await store.commit(record) }
        #expect(try await store.alerts(since: nil, page: Page()).total == 0)
        #expect(try await store.undecided(limit: 9).count == 1)
        #expect(try await store.lastAlerts() == [])
    }
}

struct `A held mention` {
    private func holding() async throws -> (SQLiteStore, MentionID) {
        let store = try await sampleStore()
        let id = try #require(try await store.record([draft("1")]).new.first)
        _ = try await store.commit(
            decisions(notes: [note(id, .held(since: present, until: hours(3)))], decided: [id]))
        return (store, id)
    }

    @Test func `is decided, and listed until it is told`() async throws {
        let (store, id) = try await holding()
        #expect(try await store.undecided(limit: 9) == [])
        #expect(try await store.nextHeld() == hours(3))
        let held = try #require(try await store.held().first)
        #expect(held.mention.id == id)
        #expect(held.rule == complaints)
        #expect(held.brand == bakery)
        #expect(held.heldSince == present)
        #expect(held.until == hours(3))
        #expect(try await store.decisions(on: id).map(\.outcome) == ["held"])
    }

    @Test func `is told once, by a later walk`() async throws {
        let (store, id) = try await holding()
        let told = decisions(alerts: [alarm(on: [id])], at: hours(3))
        #expect(try await store.commit(told).compactMap { $0 }.count == 1)
        #expect(try await store.held() == [])
        #expect(try await store.nextHeld() == nil)
        #expect(try await store.decisions(on: id).map(\.outcome) == ["alerted"])
        #expect(try await store.commit(told) == [nil])
    }

    @Test func `can be held longer, since the same time`() async throws {
        let (store, id) = try await holding()
        _ = try await store.commit(
            decisions(notes: [note(id, .held(since: present, until: hours(8)))], at: hours(3)))
        #expect(try await store.held().map(\.until) == [hours(8)])
        #expect(try await store.held().map(\.heldSince) == [present])
    }

    @Test func `can be settled without being told`() async throws {
        let (store, id) = try await holding()
        _ = try await store.commit(
            decisions(notes: [note(id, .settled(as: "rule-removed"))], at: hours(3)))
        #expect(try await store.held() == [])
        #expect(try await store.decisions(on: id).map(\.outcome) == ["rule-removed"])
    }

    @Test func `is held with its new wording after an edit`() async throws {
        let (store, id) = try await holding()
        try await store.record([draft("1", "Better", score: 0.4)], at: hours(1))
        let held = try await store.held()
        #expect(held.map(\.mention.entry.text) == ["Better"])
        #expect(held.map(\.mention.id) == [id])
    }
}

struct `Alerts` {
    @Test func `are listed newest first, since a time, in windows`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2"), draft("3")]).new
        var alerts: [AlertID] = []
        for (hour, id) in ids.enumerated() {
            alerts.append(try #require(try await store.alert(on: [id], at: hours(Double(hour)))))
        }
        #expect(
            try await store.alerts(since: nil, page: Page()).rows.map(\.id) == alerts.reversed())
        let late = try await store.alerts(since: hours(1), page: Page(offset: 1, limit: 5))
        #expect(late.rows.map(\.id) == [alerts[1]])
        #expect(late.total == 2)
        #expect(try await store.alert(99) == nil)
    }
}
