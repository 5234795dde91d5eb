import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `Cancelling` {
    private func cancel(_ alerts: Set<AlertID>, in store: SQLiteStore) async throws -> Int {
        try await store.cancelDeliveries(DeliverySelection(alerts: alerts), now: hours(1))
    }

    @Test func `one that is told with others leaves these`() async throws {
        let (store, _) = try await joinedLetter()
        #expect(try await cancel([2], in: store) == 1)
        try await store.releaseLeases(heldBy: nil)
        #expect(try await claimLetter(in: store).map(\.id) == [1, 3])
        let row = try #require(try await store.deliveries(of: 2).first)
        #expect(row.state == .cancelled && row.settledAt == hours(1))
        try await store.settle(1, as: .delivered, now: hours(2), channel: nil)
        #expect(
            try await store.deliveries().map(\.state) == [.delivered, .cancelled, .delivered])
        #expect(try await store.outboxSummary().cancelled == 1)
    }

    @Test func `the one that leads lets the next lead`() async throws {
        let (store, _) = try await joinedLetter()
        try await store.settle(
            1, as: .retry(at: present, error: "no answer"), now: present, channel: nil)
        #expect(try await cancel([1], in: store) == 1)
        let rest = try await claimLetter(in: store)
        #expect(rest.map(\.id) == [2, 3])
        #expect(rest.map(\.lead) == [nil, 2])
        #expect(try await claimLetter(in: store) == [])
        #expect(try await store.integrityProblems() == [])
    }

    @Test func `the one that leads while it is tried ends the letter with that attempt`()
        async throws
    {
        let (store, _) = try await joinedLetter()
        #expect(try await cancel([1], in: store) == 1)
        #expect(try await claimLetter(in: store) == [])
        #expect(try await cancel([2], in: store) == 1)
        try await store.settle(1, as: .delivered, now: hours(1), channel: nil)
        #expect(
            try await store.deliveries().map(\.state) == [.delivered, .cancelled, .cancelled])
        #expect(try await store.letterTimes(of: mail, since: present).count == 1)
    }

    @Test func `all of a letter leaves nothing`() async throws {
        let (store, _) = try await joinedLetter()
        #expect(try await cancel([], in: store) == 3)
        #expect(try await cancel([], in: store) == 0)
        try await store.settle(1, as: .delivered, now: hours(1), channel: nil)
        #expect(try await store.deliveries().allSatisfy { $0.state == .cancelled })
        #expect(try await store.nextDelivery(of: mail) == nil)
        #expect(try await store.retryDeliveries(DeliverySelection(), now: hours(2)) == 0)
    }

    @Test func `takes back what was given up, and nothing that was delivered`() async throws {
        let store = try await sampleStore()
        for _ in 0..<2 { try await tell(in: store) }
        for (id, outcome) in [(1, AttemptOutcome.delivered), (2, .givenUp(error: "x"))] {
            try await store.settle(Int64(id), as: outcome, now: present, channel: nil)
        }
        #expect(try await cancel([1, 2], in: store) == 1)
        #expect(try await store.deliveries().map(\.state) == [.cancelled, .delivered])
        try await store.settle(2, as: .delivered, now: hours(2), channel: nil)
        #expect(try await store.deliveries(of: 2).map(\.state) == [.cancelled])
    }
}
struct `Erasing what leads a letter` {
    @Test func `lets the rest of it go on`() async throws {
        let store = try await sampleStore()
        let gone = try await store.record([draft("1")]).new
        _ = try await store.alert(on: gone)
        for _ in 0..<2 { try await tell(in: store) }
        let digest = try await tell(.digest, in: store)
        #expect(try await claimLetter(in: store).map(\.id) == [1, 2, 3])
        _ = try await store.erase(reviews)
        try await store.releaseLeases(heldBy: nil)
        let left = try await claimLetter(in: store)
        #expect(left.map(\.id) == [2, 3])
        #expect(left.map(\.lead) == [nil, 2])
        #expect(try await store.alert(digest)?.kind == .digest)
        #expect(try await store.integrityProblems() == [])
    }
}

struct `Pruning a letter` {
    @Test func `keeps what leads it while a part of it is younger`() async throws {
        let store = try await sampleStore()
        try await tell(at: hours(-9), in: store)
        for _ in 0..<2 { try await tell(in: store) }
        #expect(try await claimLetter(in: store).count == 3)
        try await store.settle(1, as: .delivered, now: present, channel: nil)
        #expect(
            try await store.prune(mentionsBefore: nil, outboxBefore: hours(-1)) == Pruned())
        #expect(
            try await store.prune(mentionsBefore: nil, outboxBefore: hours(1))
                == Pruned(deliveries: 3))
        #expect(try await store.integrityProblems() == [])
    }
}
