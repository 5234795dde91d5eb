import Foundation
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `A store file after retention` {
    private func pages(_ store: SQLiteStore) async throws -> (all: Int, free: Int) {
        try await store.read { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0,
                try Int.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0
            )
        }
    }

    private func fill(_ store: SQLiteStore) async throws {
        try await store.register([registered(reviews)], now: present) { _ in present }
        // One word, so that the index of the search stays small.
        let text = String(repeating: "o", count: 10_000)
        let drafts = (0..<400).map { number in
            var draft = draft("\(number)", text)
            draft.contentDigest = "\(number)"
            return draft
        }
        try await store.decide(try await store.record(drafts).new)
        try await store.checkpoint()
    }

    @Test func `is smaller, with room left for what comes next`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await folder.open()
        try await fill(store)
        let before = try await pages(store).all
        let cutoffs = RetentionCutoffs(mentions: hours(1))
        #expect(try await store.pruneAll(cutoffs, limit: 100).mentions == 400)
        let after = try await pages(store)
        #expect(before > 1000 && after.all < before / 2)
        #expect((1...after.all / 8 + 257).contains(after.free))
        try await store.checkpoint()
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.store)
        #expect(attributes[.size] as? Int == after.all * 4096)
        #expect(try await store.findings { _ in } == [])
        try await fill(store)
        #expect(try await store.findings { _ in } == [])
    }

    @Test func `that an earlier version made keeps its size, and is complete`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try folder.place(Data())
        let former = try DatabaseQueue(path: folder.store)
        try await former.write { try $0.execute(sql: "PRAGMA user_version = 1") }
        try former.close()
        let store = try await folder.open()
        try await fill(store)
        let before = try await pages(store).all
        let pruned = try await store.pruneAll(RetentionCutoffs(mentions: hours(1)), limit: 100)
        #expect(pruned.mentions == 400 && pruned.isComplete)
        #expect(try await pages(store).all == before)
        #expect(try await store.findings { _ in } == [])
    }
}
