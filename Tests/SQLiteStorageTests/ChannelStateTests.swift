import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

private let broken = ChannelState(
    channel: mail, failures: 3, failingSince: hours(-2), nextTry: hours(4), lastError: "no answer",
    lastDelivery: hours(-3), disabledAt: hours(-1), addressDigest: "digest")

struct `A channel` {
    @Test func `is kept with all that is known of it`() async throws {
        let store = try await sampleStore()
        #expect(try await store.channelStates() == [])
        try await store.setChannelState(broken)
        let fine = ChannelState(channel: hook)
        try await store.setChannelState(fine)
        #expect(try await store.channelStates() == [fine, broken])
        try await store.setChannelState(ChannelState(channel: mail))
        #expect(try await store.channelStates() == [fine, ChannelState(channel: mail)])
    }

    @Test func `stands as the settled attempt left it`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1")]).new
        _ = try await store.alert(on: ids)
        let outcome = AttemptOutcome.retry(at: hours(1), error: "no answer")
        try await store.settle(1, as: outcome, now: present, channel: broken)
        #expect(try await store.channelStates() == [broken])
        try await store.settle(1, as: .delivered, now: present, channel: nil)
        #expect(try await store.channelStates() == [broken])
    }

    @Test func `may be tried at once when its deliveries are asked for again`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1")]).new
        _ = try await store.alert(on: ids)
        var other = broken
        other.channel = hook
        for state in [broken, other] { try await store.setChannelState(state) }
        #expect(
            try await store.retryDeliveries(DeliverySelection(alerts: [1]), now: present) == 1)
        var freed = broken
        freed.nextTry = nil
        freed.disabledAt = nil
        #expect(try await store.channelStates() == [other, freed])
    }

    @Test func `may be tried at once even if nothing waits for it`() async throws {
        let store = try await sampleStore()
        try await store.setChannelState(broken)
        let selection = DeliverySelection(channel: mail)
        #expect(try await store.retryDeliveries(selection, now: present) == 0)
        #expect(try await store.channelStates().map(\.disabledAt) == [nil])
    }

    @Test func `tells when letters were taken, latest first`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2"), draft("3")]).new
        for id in ids { _ = try await store.alert(on: [id], channels: [mail, hook]) }
        for delivery in try await store.deliveries().reversed() where delivery.channel == mail {
            try await store.settle(
                delivery.id, as: .delivered, now: hours(Double(delivery.alert)), channel: nil)
        }
        #expect(try await store.letterTimes(of: mail, since: hours(2)) == [hours(3), hours(2)])
        #expect(try await store.letterTimes(of: hook, since: hours(-9)) == [])
    }

    @Test func `counts what waits for it`() async throws {
        let store = try await sampleStore()
        #expect(try await store.pendingDeliveries() == [:])
        let ids = try await store.record([draft("1"), draft("2")]).new
        for id in ids { _ = try await store.alert(on: [id], channels: [mail, hook]) }
        try await store.settle(1, as: .delivered, now: present, channel: nil)
        #expect(try await store.pendingDeliveries() == [mail: 1, hook: 2])
    }
}

struct `Deliveries` {
    @Test func `are listed by channel, alert and state`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2")]).new
        for id in ids { _ = try await store.alert(on: [id], channels: [mail, hook]) }
        try await store.settle(1, as: .delivered, now: present, channel: nil)
        func list(_ selection: DeliverySelection) async throws -> [DeliveryID] {
            try await store.deliveries(selection, page: Page()).rows.map(\.id)
        }
        #expect(try await list(DeliverySelection()) == [4, 3, 2, 1])
        #expect(try await list(DeliverySelection(channel: mail)) == [3, 1])
        #expect(try await list(DeliverySelection(alerts: [1, 9])) == [2, 1])
        #expect(try await list(DeliverySelection(states: [.delivered])) == [1])
        #expect(
            try await list(
                DeliverySelection(channel: mail, alerts: [1, 2], states: [.pending, .givenUp]))
                == [3])
    }
}
