import FoundationEssentials
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `A selection of mentions` {
    private func selected(
        _ store: SQLiteStore, _ ranges: ClosedRange<MentionID>..., limit: Int = 100
    ) async throws -> SelectedMentions {
        try await store.select(MentionSelection(.numbers(ranges)), limit: limit)
    }

    @Test func `takes the numbers there are of any range, each once`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record((1...5).map { draft("\($0)") }).new
        #expect(try await selected(store, 1...(.max)).mentions == ids)
        #expect(
            try await selected(store, 4...9, 2...4, 70...70, 50...60, 0...0)
                == SelectedMentions(
                    mentions: Array(ids[1...]), missing: [70...70, 50...60, 0...0]))
    }

    @Test func `fails where it means too many`() async throws {
        let store = try await sampleStore()
        try await store.record((1...5).map { draft("\($0)") })
        #expect(try await selected(store, 1...(.max), limit: 5).mentions.count == 5)
        let error = await #expect(throws: StorageError.self) {
            try await selected(store, 1...2, 3...5, limit: 4)
        }
        #expect(error?.reason == .badQuery && error?.detail.contains("more than 4") == true)
        await #expect(throws: StorageError.self) {
            try await store.select(MentionSelection(.filter(MentionFilter())), limit: 4)
        }
    }

    @Test func `by a filter may take whole stories`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2"), draft("3"), draft("4")]).new
        try await store.write { database in
            try database.execute(
                sql: "UPDATE mention SET incidentId = ? WHERE id IN (?, ?)",
                arguments: [ids[0], ids[0], ids[2]])
        }
        func numbers(_ withStories: Bool) async throws -> [MentionID] {
            try await store.select(
                MentionSelection(.numbers([ids[2]...ids[3]]), withStories: withStories), limit: 9
            ).mentions
        }
        #expect(try await numbers(false) == [ids[2], ids[3]])
        #expect(try await numbers(true) == [ids[0], ids[2], ids[3]])
        let filtered = MentionSelection(.filter(MentionFilter(brand: bakery, labels: [.negative])))
        #expect(try await store.select(filtered, limit: 9).mentions == ids)
        await #expect(throws: StorageError.self) {
            try await store.select(MentionSelection(.filter(MentionFilter(search: "…"))), limit: 9)
        }
    }
}
