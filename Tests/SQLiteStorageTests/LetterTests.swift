import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `A letter` {
    @Test func `is one delivery while few are due`() async throws {
        let store = try await sampleStore()
        for _ in 0..<2 { try await tell(in: store) }
        #expect(try await claimLetter(in: store).map(\.id) == [1])
        #expect(try await claimLetter(in: store).map(\.id) == [2])
        #expect(try await claimLetter(in: store) == [])
    }

    @Test func `joins what is due when there is more than may stay single`() async throws {
        let (store, letter) = try await joinedLetter()
        #expect(letter.map(\.lead) == [nil, 1, 1])
        #expect(letter.map(\.alert) == [1, 2, 3])
        #expect(try await claimLetter(in: store) == [])
        #expect(try await store.deliveries().map(\.lead) == [1, 1, nil])
        #expect(try await store.nextDelivery(of: mail) == present.addingTimeInterval(600))
    }

    @Test func `joins two when one was held back for long`() async throws {
        let store = try await sampleStore()
        try await tell(at: hours(-8), notBefore: present, in: store)
        #expect(try await claimLetter(in: store, at: hours(-1)) == [])
        try await tell(in: store)
        #expect(try await claimLetter(in: store).map(\.id) == [1, 2])
    }

    @Test func `joins two when one has waited exactly as long as patience lasts`() async throws {
        for (wait, size) in [(599.0, 1), (600, 2)] {
            let store = try await sampleStore()
            for _ in 0..<2 { try await tell(at: present.addingTimeInterval(-wait), in: store) }
            #expect(try await claimLetter(in: store).count == size)
        }
    }

    @Test func `takes no more than the limit, oldest first, and the next takes the rest`()
        async throws
    {
        let store = try await sampleStore()
        for _ in 0..<5 { try await tell(in: store) }
        let gathering = Gathering(most: 1, limit: 3)
        #expect(try await claimLetter(in: store, gathering).map(\.id) == [1, 2, 3])
        #expect(try await claimLetter(in: store, gathering).map(\.id) == [4, 5])
    }

    @Test func `of a limit of one is never joined`() async throws {
        let store = try await sampleStore()
        for _ in 0..<3 { try await tell(in: store) }
        #expect(try await claimLetter(in: store, Gathering(most: 0, limit: 0)).map(\.id) == [1])
    }

    @Test func `is led by the delivery that is due longest`() async throws {
        let store = try await sampleStore()
        try await tell(notBefore: hours(2), in: store)
        try await tell(notBefore: hours(1), in: store)
        #expect(try await claimLetter(in: store, at: hours(3)).map(\.id) == [2, 1])
    }

    @Test func `leaves out what is not due yet, and other channels`() async throws {
        let store = try await sampleStore()
        for _ in 0..<3 { try await tell(in: store) }
        try await tell(notBefore: hours(1), in: store)
        try await tell(by: [hook], in: store)
        #expect(try await claimLetter(in: store).map(\.id) == [1, 2, 3])
        #expect(try await store.nextDelivery(of: hook) == present)
    }

    @Test func `is never joined where the channel does not gather`() async throws {
        let store = try await sampleStore()
        for _ in 0..<3 { try await tell(at: hours(-8), in: store) }
        for id in 1...3 { #expect(try await claimLetter(in: store, nil).map(\.id) == [Int64(id)]) }
    }

    @Test(arguments: [Alert.Kind.digest, .test])
    func `of its own have digests and tests`(kind: Alert.Kind) async throws {
        let store = try await sampleStore()
        try await tell(kind, at: hours(-8), in: store)
        for _ in 0..<3 { try await tell(at: hours(-7), in: store) }
        try await tell(kind, at: hours(-6), in: store)
        #expect(try await claimLetter(in: store).map(\.id) == [1])
        #expect(try await claimLetter(in: store).map(\.id) == [2, 3, 4])
        #expect(try await claimLetter(in: store).map(\.id) == [5])
    }

    @Test func `that was tried alone stays alone`() async throws {
        let store = try await sampleStore()
        try await tell(in: store)
        let first = try await claimLetter(in: store)
        try await store.settle(
            first[0].id, as: .retry(at: hours(1), error: "no answer"), now: present, channel: nil)
        for _ in 0..<3 { try await tell(in: store) }
        #expect(try await claimLetter(in: store, at: hours(2)).map(\.id) == [2, 3, 4])
        #expect(try await claimLetter(in: store, at: hours(2)).map(\.id) == [1])
    }

    @Test func `is due at once after the clock was set back, and joined as ever`() async throws {
        let store = try await sampleStore()
        for _ in 0..<3 { try await tell(in: store) }
        #expect(try await claimLetter(in: store, at: hours(-5)).map(\.id) == [1, 2, 3])
        #expect(try await claimLetter(in: store, at: hours(-5), lease: otherLease) == [])
        try await store.releaseLeases(heldBy: "first")
        #expect(try await claimLetter(in: store, at: hours(-5)).map(\.id) == [1, 2, 3])
    }
}

struct `A joined letter` {
    @Test func `is the same at every attempt, whatever came since`() async throws {
        let (store, letter) = try await joinedLetter()
        try await store.settle(
            1, as: .retry(at: hours(1), error: "no answer"), now: present, channel: nil)
        for _ in 0..<3 { try await tell(in: store) }
        #expect(try await store.deliveries().map(\.attempts) == [0, 0, 0, 1, 1, 1])
        #expect(try await claimLetter(in: store, at: hours(2)).map(\.id) == [4, 5, 6])
        let again = try await claimLetter(in: store, at: hours(2))
        #expect(again.map(\.messageID) == letter.map(\.messageID))
        #expect(again.map(\.lastError) == ["no answer", "no answer", "no answer"])
    }

    @Test func `survives a crash before it is settled with the same lead`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let killed = try await folder.open()
        for _ in 0..<3 { try await tell(in: killed) }
        let letter = try await claimLetter(in: killed)
        try await killed.close()
        let store = try await folder.open()
        try await tell(in: store)
        #expect(try await claimLetter(in: store, lease: otherLease).map(\.id) == [4])
        #expect(try await claimLetter(in: store, lease: otherLease) == [])
        try await store.releaseLeases(heldBy: nil)
        let again = try await claimLetter(in: store, lease: otherLease)
        #expect(again.map(\.messageID) == letter.map(\.messageID))
        #expect(again.map(\.lead) == letter.map(\.lead))
    }

    @Test func `is claimed by another at the end of the lease`() async throws {
        let (store, letter) = try await joinedLetter()
        let end = present.addingTimeInterval(600)
        let again = try await claimLetter(in: store, at: end, lease: otherLease)
        #expect(again.map(\.messageID) == letter.map(\.messageID))
        #expect(again.map(\.lead) == letter.map(\.lead))
    }

    @Test func `grows no more once it was handed out, however that ended`() async throws {
        let store = try await sampleStore()
        try await tell(in: store)
        #expect(try await claimLetter(in: store).map(\.id) == [1])
        // The process is killed before it can say how the attempt ended.
        try await store.releaseLeases(heldBy: nil)
        for _ in 0..<3 { try await tell(in: store) }
        #expect(try await claimLetter(in: store).map(\.id) == [1])
        #expect(try await store.retryDeliveries(DeliverySelection(alerts: [1]), now: present) == 1)
        try await store.releaseLeases(heldBy: nil)
        #expect(try await claimLetter(in: store).map(\.id) == [1])
        #expect(try await claimLetter(in: store).map(\.id) == [2, 3, 4])
    }

    @Test func `is delivered as a whole, and counts once`() async throws {
        let (store, _) = try await joinedLetter()
        try await store.settle(1, as: .delivered, now: hours(1), channel: nil)
        let rows = try await store.deliveries()
        #expect(rows.allSatisfy { $0.state == .delivered && $0.settledAt == hours(1) })
        #expect(rows.allSatisfy { $0.attempts == 1 })
        #expect(try await store.letterTimes(of: mail, since: present) == [hours(1)])
        #expect(try await store.nextDelivery(of: mail) == nil)
    }

    @Test func `is given up and asked for again as a whole`() async throws {
        let (store, letter) = try await joinedLetter()
        try await store.settle(1, as: .givenUp(error: "no such box"), now: hours(1), channel: nil)
        #expect(try await store.deliveries().allSatisfy { $0.state == .givenUp })
        let one = DeliverySelection(alerts: [2])
        #expect(try await store.retryDeliveries(one, now: hours(2)) == 3)
        let again = try await claimLetter(in: store, at: hours(2))
        #expect(again.map(\.messageID) == letter.map(\.messageID))
        #expect(again.map(\.lead) == [nil, 1, 1])
        #expect(again.allSatisfy { $0.attempts == 1 && $0.lastError == nil })
    }
}
