import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `What waits for an answer` {
    private func waiting(
        _ store: SQLiteStore, brands: [BrandID]? = nil, assignee: String? = nil,
        page: Page = Page()
    ) async throws -> (keys: [String], total: Int) {
        let found = try await store.waiting(brands: brands, assignee: assignee, page: page)
        return (found.rows.map(\.entry.identity.key), found.total)
    }

    @Test func `is negative or taken up by somebody, the oldest first`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([
            draft("late", at: hours(-1)), draft("early", at: hours(-9)),
            draft("praise", score: 0.8, at: hours(-8)),
            draft("seen", score: 0.8, brands: [rival], at: hours(-5)),
            draft("answered", reply: answered, at: hours(-7)), draft("done", at: hours(-6)),
            draft("again", reply: answered, at: hours(-4)),
        ]).new
        try await store.take(step(.seen), ids[3])
        try await store.take(step(.resolved), ids[5])
        try await store.take(step(.reopened), ids[6])
        #expect(try await waiting(store).keys == ["early", "seen", "again", "late"])
        #expect(try await waiting(store, brands: [bakery]).keys == ["early", "again", "late"])
        let second = try await waiting(store, page: Page(offset: 1, limit: 1))
        #expect(second.keys == ["seen"] && second.total == 4)
        #expect(try await waiting(store, brands: []).total == 0)
    }

    @Test func `is whatever a person cares for`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2", score: 0.5), draft("3")]).new
        for id in ids { try await store.take(step(.assigned, assignee: "Ben"), id) }
        try await store.take(step(.wontAnswer), ids[2])
        #expect(try await waiting(store, assignee: "ben").keys == ["1", "2"])
        #expect(try await waiting(store, assignee: "Be").total == 0)
        try await store.take(step(.assigned, assignee: nil), ids[1])
        #expect(try await waiting(store, assignee: "Ben").keys == ["1"])
    }

    @Test func `is listed by state and by who cares for it`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([
            draft("new"), draft("seen"), draft("replied", reply: answered), draft("told"),
        ]).new
        try await store.take(step(.seen), ids[1])
        try await store.take(step(.answeredPublicly), ids[3])
        try await store.take(step(.assigned, assignee: "Ben"), ids[3])
        func keys(_ filter: MentionFilter) async throws -> Set<String> {
            Set(try await store.mentions(filter, page: Page()).rows.map(\.entry.identity.key))
        }
        #expect(try await keys(MentionFilter(states: [.new])) == ["new"])
        #expect(try await keys(MentionFilter(states: [.answeredPublicly])) == ["replied", "told"])
        #expect(try await keys(MentionFilter(states: [.new, .seen])) == ["new", "seen"])
        #expect(try await keys(MentionFilter(states: [.resolved, .reopened])) == [])
        #expect(try await keys(MentionFilter(assignee: "BEN")) == ["told"])
        #expect(try await keys(MentionFilter(isUnanswered: false)) == ["replied", "told"])
    }
}
