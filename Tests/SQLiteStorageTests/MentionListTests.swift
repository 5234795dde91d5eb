import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

/// Four mentions whose keys are their names in these tests.
private func filledStore() async throws -> SQLiteStore {
    let store = try await sampleStore()
    try await store.record([
        draft("a", "Cold soup", author: "Ann", score: -0.6, stars: 1, at: hours(-4)),
        draft(
            "b", "Warm bread", author: "Bo", score: 0.7, brands: [bakery, rival], stars: 4.5,
            language: "de", reply: Entry.OwnerReply(text: "Thanks"), at: hours(-3)),
        draft("c", "Nothing", score: 0, label: .unscored, stars: 3, language: nil, at: hours(-2)),
    ])
    try await store.record(
        [draft("d", "So-so", score: -0.9, brands: [rival], disagrees: true, at: hours(-1))],
        from: press)
    return store
}

private func keys(_ filter: MentionFilter, in store: SQLiteStore, page: Page = Page())
    async throws -> [String]
{
    try await store.mentions(filter, page: page).rows.compactMap(\.entry.id)
}

struct `A list of mentions` {
    @Test(arguments: [
        (MentionFilter(), "dcba"),
        (MentionFilter(brand: bakery), "cba"),
        (MentionFilter(brand: rival), "db"),
        (MentionFilter(brand: BrandID(trusted: "nobody")), ""),
        (MentionFilter(source: press), "d"),
        (MentionFilter(kind: .review), "cba"),
        (MentionFilter(kind: .survey), ""),
        (MentionFilter(labels: [.negative]), "da"),
        (MentionFilter(labels: [.unscored, .positive]), "cb"),
        (MentionFilter(language: "de"), "b"),
        (MentionFilter(since: hours(-2)), "dc"),
        (MentionFilter(until: hours(-2)), "ba"),
        (MentionFilter(since: hours(-3), until: hours(-2)), "b"),
        (MentionFilter(minStars: 3), "cb"),
        (MentionFilter(maxStars: 3), "ca"),
        (MentionFilter(minStars: 4.5, maxStars: 4.5), "b"),
        (MentionFilter(author: "ann"), "a"),
        (MentionFilter(author: "An"), ""),
        (MentionFilter(isUnanswered: true), "dca"),
        (MentionFilter(isUnanswered: false), "b"),
        (MentionFilter(disagrees: true), "d"),
        (MentionFilter(disagrees: false), "cba"),
        (MentionFilter(search: "soup"), "a"),
        (MentionFilter(brand: rival, labels: [.negative], since: hours(-9), search: "so"), "d"),
        (MentionFilter(brand: bakery, source: press), ""),
    ])
    func `holds what every condition lets through`(filter: MentionFilter, expected: String)
        async throws
    {
        let store = try await filledStore()
        #expect(try await keys(filter, in: store).joined() == expected)
        #expect(try await store.mentions(filter, page: Page()).total == expected.count)
    }

    @Test(arguments: [
        (MentionFilter.Order.newestFirst, "dcba"), (.oldestFirst, "abcd"),
        (.mostNegativeFirst, "dabc"),
    ])
    func `has the order asked for`(order: MentionFilter.Order, expected: String) async throws {
        let store = try await filledStore()
        #expect(try await keys(MentionFilter(order: order), in: store).joined() == expected)
    }

    @Test(arguments: [
        (MentionFilter.Order.newestFirst, "cba"), (.oldestFirst, "abc"),
        (.mostNegativeFirst, "abc"),
    ])
    func `has that order for one brand too`(order: MentionFilter.Order, expected: String)
        async throws
    {
        let store = try await filledStore()
        #expect(
            try await keys(MentionFilter(brand: bakery, order: order), in: store).joined()
                == expected)
    }

    @Test(arguments: [
        (Page(offset: 0, limit: 2), "dc"), (Page(offset: 2, limit: 2), "ba"),
        (Page(offset: 3, limit: 2), "a"), (Page(offset: 4, limit: 2), ""),
        (Page(offset: -7, limit: 0), "d"),
    ])
    func `shows a window and counts all rows`(page: Page, expected: String) async throws {
        let store = try await filledStore()
        let rows = try await store.mentions(MentionFilter(), page: page)
        #expect(rows.rows.compactMap(\.entry.id).joined() == expected)
        #expect(rows.total == 4)
    }
}

struct `The oldest unanswered mention` {
    @Test func `is negative, without a reply, and about one of the brands`() async throws {
        let store = try await filledStore()
        #expect(try await store.oldestUnanswered(brands: [bakery, rival])?.entry.id == "a")
        #expect(try await store.oldestUnanswered(brands: [rival])?.entry.id == "d")
        #expect(try await store.oldestUnanswered(brands: []) == nil)
    }

    @Test func `is answered by a reply that appears in the source`() async throws {
        let store = try await filledStore()
        try await store.record([
            draft(
                "a", "Cold soup", author: "Ann", score: -0.6, stars: 1,
                reply: Entry.OwnerReply(date: present), at: hours(-4))
        ])
        #expect(try await store.oldestUnanswered(brands: [bakery]) == nil)
    }

    @Test func `may have come with the baseline`() async throws {
        let store = try await sampleStore()
        try await store.record([draft("1", isNews: false)], isBaseline: true)
        #expect(try await store.oldestUnanswered(brands: [bakery])?.isBaseline == true)
    }
}

struct `A mention that is not stored` {
    @Test func `is nil and has no versions`() async throws {
        let store = try await sampleStore()
        #expect(try await store.mention(7) == nil)
        #expect(try await store.versions(of: 7) == [])
        #expect(try await store.decisions(on: 7) == [])
    }
}
