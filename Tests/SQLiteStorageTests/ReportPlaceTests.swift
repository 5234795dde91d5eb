import FoundationEssentials
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `The place where a mention can be reported` {
    private func stored(_ store: SQLiteStore) async throws -> Mention? {
        try await store.mention(1)
    }

    @Test func `is stored when the source begins to tell it, without a version or a decision`()
        async throws
    {
        let store = try await sampleStore()
        try await store.decide(try await store.record([draft("1")]).new)
        let places = [1: "https://reviews.example/report/1"] as [MentionID: String]
        let receipt = try await store.record(poll(at: hours(1)) { $0.reportURLs = places })
        #expect(receipt == PollReceipt())
        #expect(try await stored(store)?.entry.reportURL == places[1])
        #expect(try await stored(store)?.version == 1)
        #expect(try await store.undecided(limit: 9, aspects: false).isEmpty)
        #expect(try await store.versions(of: 1).isEmpty)
        _ = try await store.record(poll { $0.reportURLs = [1: "https://reviews.example/flag"] })
        #expect(try await stored(store)?.entry.reportURL == "https://reviews.example/flag")
    }

    @Test func `is not written again where it is the same, nor by another source`() async throws {
        let store = try await sampleStore()
        try await store.record([draft("1")])
        _ = try await store.record(poll { $0.reportURLs = [1: "a"] })
        func changes(_ record: PollRecord) async throws -> Int {
            let before = try await store.write { $0.totalChangesCount }
            _ = try await store.record(record)
            return try await store.write { $0.totalChangesCount } - before
        }
        let plain = try await changes(poll())
        #expect(try await changes(poll { $0.reportURLs = [1: "a"] }) == plain)
        #expect(try await changes(poll(of: press) { $0.reportURLs = [1: "b"] }) == plain)
        #expect(try await stored(store)?.entry.reportURL == "a")
    }
}
