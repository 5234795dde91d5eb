import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `An entry under another key` {
    @Test func `belongs to the mention that it was`() async throws {
        let store = try await sampleStore()
        let id = try #require(try await store.record([draft("1")]).new.first)
        let receipt = try await store.record(
            poll([draft("2", "Other")], at: hours(1)) { $0.relinks = [relink("1", to: "new")] })
        #expect(receipt.new.count == 1)
        let keys = try await store.entries(withKeys: ["1", "new"], of: reviews)
        #expect(keys.map(\.mention) == [id, id])
        #expect(try await store.mention(id)?.version == 1)
        #expect(try await store.record([draft("new"), draft("1")]) == PollReceipt())
        #expect(try await store.sourceStates().last?.mentionCount == 2)
    }

    @Test func `is an edit when it comes with another wording, in the same poll too`() async throws
    {
        let store = try await sampleStore()
        let id = try #require(try await store.record([draft("1")]).new.first)
        let receipt = try await store.record(
            poll([draft("new", "Colder")], at: hours(1)) { $0.relinks = [relink("1", to: "new")] })
        #expect(receipt == PollReceipt(changed: [id]))
        #expect(try await store.record([draft("new", "Coldest")]) == PollReceipt(changed: [id]))
        let mention = try #require(try await store.mention(id))
        #expect(mention.version == 3)
        #expect(mention.entry.text == "Coldest")
        #expect(mention.entry.identity == draft("1").entry.identity)
        #expect(try await store.versions(of: id).map(\.text) == ["Cold soup", "Colder"])
        #expect(try await store.mentions(MentionFilter(), page: Page()).total == 1)
        #expect(try await store.record([draft("1")]) == PollReceipt())
    }

    @Test func `can move on again and again`() async throws {
        let store = try await sampleStore()
        let id = try #require(try await store.record([draft("1")]).new.first)
        _ = try await store.record(
            poll { $0.relinks = [relink("1", to: "2"), relink("2", to: "3")] })
        let keys = try await store.entries(withKeys: ["1", "2", "3"], of: reviews)
        #expect(keys.map(\.mention) == [id, id, id])
        #expect(
            try await store.record(poll { $0.relinks = [relink("1", to: "2")] }) == PollReceipt())
    }

    @Test func `stays removed if it was`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1")]).new
        try await store.decide(ids)
        _ = try await store.prune(mentionsBefore: hours(1), outboxBefore: nil)
        _ = try await store.record(poll { $0.relinks = [relink("1", to: "new")] })
        let identity = draft("new").entry.identity
        #expect(try await store.known([identity], of: reviews)[identity]?.isForgotten == true)
        #expect(try await store.record([draft("new", "Edited")]) == PollReceipt())
    }

    @Test func `goes with its mention when that is pruned`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1")]).new
        _ = try await store.record(poll { $0.relinks = [relink("1", to: "new")] })
        try await store.decide(ids)
        _ = try await store.prune(mentionsBefore: hours(1), outboxBefore: nil)
        #expect(try await store.record([draft("new", "Edited"), draft("1")]) == PollReceipt())
        #expect(try await store.integrityProblems() == [])
    }

    @Test func `is no mention if it was none, until a brand matches it`() async throws {
        let store = try await sampleStore()
        try await store.record([draft("1", brands: [])], from: press)
        _ = try await store.record(poll(of: press) { $0.relinks = [relink("1", to: "new")] })
        let known = try await store.entries(withKeys: ["new"], of: press)
        #expect(known.map(\.mention) == [nil])
        #expect(try await store.record([draft("new")], from: press).new.count == 1)
    }

    @Test func `is new if nothing is known under the former key`() async throws {
        let store = try await sampleStore()
        try await store.record([draft("1")], from: press)
        _ = try await store.record(poll { $0.relinks = [relink("1", to: "new")] })
        #expect(try await store.entries(withKeys: ["new"], of: reviews) == [])
        #expect(try await store.record([draft("new")]).new.count == 1)
    }

    @Test func `keeps a mention or a tombstone of its own`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2"), draft("3")]).new
        try await store.decide([ids[2]])
        _ = try await store.prune(mentionsBefore: hours(1), outboxBefore: nil)
        _ = try await store.record(
            poll { $0.relinks = [relink("1", to: "2"), relink("1", to: "3")] })
        let keys = try await store.entries(withKeys: ["1", "2", "3"], of: reviews)
        #expect(keys.map(\.mention) == [ids[0], ids[1], nil])
        #expect(try await store.record([draft("3", "Edited")]) == PollReceipt())
    }
}
