import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

/// A store in which `count` alerts wait for both channels.
private func waitingStore(_ count: Int = 1) async throws -> SQLiteStore {
    let store = try await sampleStore()
    let ids = try await store.record((0..<count).map { draft("\($0)") }).new
    for id in ids { _ = try await store.alert(on: [id], channels: [mail, hook]) }
    return store
}

/// The deliveries of the letters that are due, each in a letter of its own.
private func claim(
    _ channel: ChannelID = mail, in store: SQLiteStore, at now: Date = present, limit: Int = 9
) async throws -> [Delivery] {
    var letters: [Delivery] = []
    while letters.count < limit {
        let letter = try await store.claimLetter(
            of: channel, now: now, lease: lease, gathering: nil)
        if letter.isEmpty { break }
        letters += letter
    }
    return letters
}

struct `Claiming deliveries` {
    @Test func `takes those of one channel that are due, oldest first`() async throws {
        let store = try await waitingStore(3)
        let first = try await claim(in: store, limit: 2)
        #expect(first.map(\.alert) == [1, 2])
        #expect(first.allSatisfy { $0.channel == mail })
        #expect(try await claim(in: store).map(\.alert) == [3])
        #expect(try await claim(in: store) == [])
        #expect(try await claim(hook, in: store).count == 3)
    }

    @Test func `lasts until the end of the lease`() async throws {
        let store = try await waitingStore()
        _ = try await claim(in: store)
        let end = present.addingTimeInterval(600)
        #expect(try await store.nextDelivery(of: mail) == end)
        #expect(try await store.nextDelivery(of: hook) == present)
        #expect(try await claim(in: store, at: end).count == 1)
    }

    @Test func `is given back by its owner`() async throws {
        let store = try await waitingStore()
        _ = try await claim(in: store)
        try await store.releaseLeases(heldBy: "second")
        #expect(try await claim(in: store) == [])
        try await store.releaseLeases(heldBy: "first")
        #expect(try await claim(in: store).count == 1)
    }
}

struct `Settling a delivery` {
    @Test func `as delivered ends it`() async throws {
        let store = try await waitingStore()
        let letter = try #require(try await claim(in: store).first)
        try await store.settle(letter.id, as: .delivered, now: hours(1), channel: nil)
        var expected = letter
        expected.state = .delivered
        expected.attempts = 1
        expected.settledAt = hours(1)
        #expect(try await store.deliveries().last == expected)
        #expect(try await claim(in: store, at: hours(9)) == [])
        #expect(try await store.nextDelivery(of: mail) == nil)
    }

    @Test func `as failed puts it off with the same message id`() async throws {
        let store = try await waitingStore()
        let letter = try #require(try await claim(in: store).first)
        try await store.settle(
            letter.id, as: .retry(at: hours(2), error: "no answer"), now: present, channel: nil)
        #expect(try await store.nextDelivery(of: mail) == hours(2))
        #expect(try await claim(in: store, at: hours(1)) == [])
        let again = try #require(try await claim(in: store, at: hours(2)).first)
        #expect(again.messageID == letter.messageID)
        #expect(again.attempts == 1)
        #expect(again.lastError == "no answer")
        #expect(again.settledAt == nil)
    }

    @Test func `as given up keeps the error and touches no other`() async throws {
        let store = try await waitingStore()
        let letter = try #require(try await claim(in: store).first)
        try await store.settle(
            letter.id, as: .givenUp(error: "no such box"), now: hours(1), channel: nil)
        let rows = try await store.deliveries(of: letter.alert)
        #expect(rows.map(\.state) == [.pending, .givenUp])
        #expect(rows.last?.lastError == "no such box")
        #expect(rows.last?.settledAt == hours(1))
    }

    @Test func `a second time changes nothing`() async throws {
        let store = try await waitingStore()
        let letter = try #require(try await claim(in: store).first)
        try await store.settle(letter.id, as: .delivered, now: hours(1), channel: nil)
        try await store.settle(letter.id, as: .givenUp(error: "late"), now: hours(2), channel: nil)
        let row = try await store.deliveries().last
        #expect(row?.state == .delivered)
        #expect(row?.attempts == 1)
    }
}

struct `Retrying deliveries` {
    @Test func `makes failed and given-up ones due with one attempt counted`() async throws {
        let store = try await waitingStore(3)
        let letters = try await claim(in: store)
        try await store.settle(letters[0].id, as: .delivered, now: present, channel: nil)
        try await store.settle(letters[1].id, as: .givenUp(error: "x"), now: present, channel: nil)
        try await store.settle(
            letters[2].id, as: .retry(at: hours(50), error: "y"), now: present, channel: nil)
        #expect(
            try await store.retryDeliveries(DeliverySelection(channel: mail), now: hours(1)) == 2)
        let due = try await claim(in: store, at: hours(1))
        #expect(due.map(\.id) == [letters[1].id, letters[2].id])
        #expect(due.allSatisfy { $0.attempts == 1 && $0.settledAt == nil && $0.lastError == nil })
        #expect(due.map(\.messageID) == letters.dropFirst().map(\.messageID))
    }

    @Test func `of all channels or of one that has none`() async throws {
        let store = try await waitingStore(2)
        #expect(try await store.retryDeliveries(DeliverySelection(), now: present) == 4)
        let other = ChannelID(trusted: "other")
        #expect(
            try await store.retryDeliveries(DeliverySelection(channel: other), now: present) == 0)
    }
}

struct `Giving up deliveries` {
    @Test func `ends those of channels that are configured no more`() async throws {
        let store = try await waitingStore(2)
        #expect(
            try await store.giveUpDeliveries(exceptOf: [mail], error: "no channel", now: hours(1))
                == 2)
        #expect(try await claim(hook, in: store) == [])
        #expect(try await claim(mail, in: store).count == 2)
        let ended = try await store.deliveries(of: 1).first {
            $0.channel == hook
        }
        #expect(ended?.state == .givenUp)
        #expect(ended?.lastError == "no channel")
        #expect(ended?.settledAt == hours(1))
    }

    @Test func `ends all when no channel is left`() async throws {
        let store = try await waitingStore(2)
        #expect(try await store.giveUpDeliveries(exceptOf: [], error: "x", now: present) == 4)
        #expect(try await store.giveUpDeliveries(exceptOf: [], error: "x", now: present) == 0)
    }
}

struct `The outbox` {
    @Test func `sums up how it stands`() async throws {
        let store = try await waitingStore(2)
        #expect(
            try await store.outboxSummary() == OutboxSummary(pending: 4, oldestPending: present))
        let letters = try await claim(in: store)
        try await store.settle(letters[0].id, as: .delivered, now: present, channel: nil)
        try await store.settle(
            letters[1].id, as: .retry(at: hours(1), error: "x"), now: present, channel: nil)
        let hooks = try await claim(hook, in: store)
        try await store.settle(hooks[0].id, as: .givenUp(error: "x"), now: present, channel: nil)
        #expect(
            try await store.outboxSummary()
                == OutboxSummary(
                    pending: 2, retrying: 1, delivered: 1, givenUp: 1, oldestPending: present))
    }

    @Test func `lists newest first in windows`() async throws {
        let store = try await waitingStore(2)
        let page = try await store.deliveries(
            DeliverySelection(), page: Page(offset: 1, limit: 2))
        #expect(page.rows.map(\.id) == [3, 2])
        #expect(page.total == 4)
        #expect(try await store.deliveries(of: 2).count == 2)
        #expect(try await store.deliveries(of: 99).isEmpty)
    }
}
