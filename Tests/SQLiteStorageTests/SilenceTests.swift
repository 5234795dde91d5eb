import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `A silence` {
    private let whole = AlertSilence(
        id: 0, rule: complaints, source: reviews, brand: bakery, mention: 7, start: present,
        end: hours(9), comment: "the oven is being mended")

    @Test func `is stored with all its conditions, and listed newest first`() async throws {
        let store = try await sampleStore()
        #expect(try await store.silences() == [])
        let first = try await store.add(whole)
        let bare = AlertSilence(id: 99, start: hours(-9), end: hours(-1))
        let second = try await store.add(bare)
        var expected = [bare, whole]
        expected[0].id = second
        expected[1].id = first
        #expect(try await store.silences() == expected)
        #expect(second > first)
    }

    @Test func `is stored once however often it is asked for`() async throws {
        let store = try await sampleStore()
        let first = try await store.add(whole)
        #expect(try await store.add(whole) == first)
        var other = whole
        other.comment = nil
        #expect(try await store.add(other) != first)
        #expect(try await store.add(other) == first + 1)
    }

    @Test func `ends when it is ended, once`() async throws {
        let store = try await sampleStore()
        let id = try await store.add(whole)
        #expect(try await store.endSilence(id, now: hours(2)))
        #expect(try await store.silences().map(\.end) == [hours(2)])
        #expect(try await store.endSilence(id, now: hours(3)) == false)
        #expect(try await store.endSilence(99, now: hours(3)) == false)
        #expect(try await store.silences().map(\.end) == [hours(2)])
    }
}

struct `A test of a channel` {
    private func test(_ store: SQLiteStore, at now: Date = present) async throws -> Delivery {
        try await store.addTest(to: mail, reason: "Ada asked for it", now: now, lease: lease)
    }

    @Test func `is an alert with one delivery, which is claimed`() async throws {
        let store = try await sampleStore()
        let delivery = try await test(store)
        #expect(delivery.channel == mail)
        #expect(delivery.state == .pending && delivery.nextAttempt == present)
        #expect(
            try await store.alert(delivery.alert)
                == Alert(
                    id: delivery.alert, rule: .channelTest, severity: .info, brand: nil,
                    mentions: [], reason: "Ada asked for it", createdAt: present, kind: .test,
                    channel: mail))
        var stored = delivery
        stored.attempts = 1
        #expect(try await store.deliveries() == [stored])
        let claimed = try await store.claimLetter(
            of: mail, now: present, lease: otherLease, gathering: nil)
        #expect(claimed == [])
        try await store.settle(delivery.id, as: .delivered, now: hours(1), channel: nil)
        #expect(try await store.deliveries().map(\.state) == [.delivered])
    }

    @Test func `is stored once at a time`() async throws {
        let store = try await sampleStore()
        let first = try await test(store)
        let again = try await test(store)
        #expect(again.id == first.id && (first.attempts, again.attempts) == (0, 1))
        #expect(try await test(store, at: hours(1)).id != first.id)
    }
}
