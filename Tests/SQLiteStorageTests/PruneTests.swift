import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

private func prune(_ store: SQLiteStore, mentions: Date? = hours(1), outbox: Date? = nil)
    async throws -> Pruned
{
    try await store.prune(mentionsBefore: mentions, outboxBefore: outbox)
}

struct `Pruning mentions` {
    @Test func `deletes the old and keeps the young`() async throws {
        let store = try await sampleStore()
        let old = try await store.record([draft("1", "x"), draft("1", "y")]).new
        let young = try await store.record([draft("2")], at: hours(1)).new
        try await store.decide(old, version: 2)
        try await store.decide(young)
        #expect(try await prune(store) == Pruned(mentions: 1))
        #expect(try await store.mention(old[0]) == nil)
        #expect(try await store.versions(of: old[0]) == [])
        #expect(try await store.mention(young[0]) != nil)
        #expect(try await store.mentions(MentionFilter(search: "y"), page: Page()).total == 0)
        #expect(try await store.sourceStates().last?.mentionCount == 1)
        #expect(try await store.integrityProblems() == [])
        #expect(try await prune(store) == Pruned())
    }

    @Test func `keeps all without a time`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1")]).new
        try await store.decide(ids)
        #expect(try await prune(store, mentions: nil) == Pruned())
    }

    @Test func `keeps the undecided, the held and those still to be told of`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2"), draft("3"), draft("4")]).new
        _ = try await store.commit(
            DecisionRecord(
                alerts: [alarm(on: [ids[2]])],
                notes: [note(ids[1], .held(since: present, until: hours(5)))],
                decided: ids.dropFirst().map { DecidedMention(mention: $0, version: 1) },
                now: present))
        #expect(try await prune(store) == Pruned(mentions: 1))
        let left = try await store.mentions(MentionFilter(order: .oldestFirst), page: Page())
        #expect(left.rows.map(\.id) == Array(ids.prefix(3)))
    }

    @Test func `lets nothing come back`() async throws {
        let store = try await sampleStore()
        try await store.decide(try await store.record([draft("1")]).new)
        _ = try await prune(store)
        let identity = draft("1").entry.identity
        let known = try await store.known([identity], of: reviews)[identity]
        #expect(known?.isForgotten == true)
        #expect(known?.mention == nil)
        #expect(try await store.record([draft("1"), draft("1", "Edited")]) == PollReceipt())
        #expect(try await store.mentions(MentionFilter(), page: Page()).total == 0)
    }

    @Test func `leaves the figures by day`() async throws {
        let store = try await sampleStore()
        try await store.decide(try await store.record([draft("1", stars: 2)]).new)
        let before = try await store.dailyCounts(
            brands: [bakery], from: always.from, to: always.to)
        _ = try await prune(store)
        #expect(before.map(\.counts.total) == [1])
        #expect(
            try await store.dailyCounts(brands: [bakery], from: always.from, to: always.to)
                == before)
        #expect(try await store.totals().total == 1)
    }

    @Test func `takes the words that name aspects out of the figures`() async throws {
        let store = try await sampleStore()
        func spoken(_ key: String) -> MentionDraft {
            var draft = draft(key)
            draft.sentiment?.aspects = [
                AspectOpinion(aspect: .allCases[0], score: -0.5, label: .negative, spans: [0..<4])
            ]
            return draft
        }
        let old = try await store.record([spoken("1"), spoken("2")]).new
        try await store.record([spoken("3")], at: hours(1))
        func words() async throws -> [Int] {
            try await store.aspectWords(brands: nil, from: always.from, to: always.to, limit: 5)
                .map(\.count)
        }
        #expect(try await words() == [3])
        let aspects = try await store.aspectCounts(brands: nil, from: always.from, to: always.to)
        try await store.decide(old)
        #expect(try await prune(store) == Pruned(mentions: 2))
        #expect(try await words() == [1])
        #expect(
            try await store.aspectCounts(brands: nil, from: always.from, to: always.to) == aspects)
        #expect(try await store.findings { _ in } == [])
    }

    @Test func `never gives a number twice`() async throws {
        let store = try await sampleStore()
        let old = try await store.record([draft("1")]).new
        try await store.decide(old)
        _ = try await prune(store)
        #expect(try await store.record([draft("2")]).new[0] > old[0])
    }
}

struct `Pruning the outbox` {
    @Test func `deletes old alerts with nothing pending and counts deliveries`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2"), draft("3")]).new
        _ = try await store.alert(on: [ids[0]], channels: [mail, hook])
        _ = try await store.alert(on: [ids[1]])
        _ = try await store.alert(on: [ids[2]], at: hours(2))
        for delivery in try await store.deliveries()
        where delivery.alert != 2 {
            try await store.settle(delivery.id, as: .delivered, now: present, channel: nil)
        }
        #expect(
            try await prune(store, mentions: nil, outbox: hours(1)) == Pruned(deliveries: 2))
        #expect(try await store.alerts(since: nil, page: Page()).rows.map(\.id) == [3, 2])
        #expect(try await store.decisions(on: ids[0]).map(\.outcome) == ["alerted"])
        #expect(try await store.decisions(on: ids[0]).map(\.alert) == [nil])
        #expect(try await store.integrityProblems() == [])
    }
}
