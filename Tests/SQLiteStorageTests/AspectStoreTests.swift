import Foundation
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

private let rude = AspectOpinion(aspect: .care, score: -0.8, label: .negative, spans: [15..<19])
private let late = AspectOpinion(
    aspect: .reliability, score: -0.5, label: .negative, spans: [0..<4, 20..<24])
private let tasty = AspectOpinion(aspect: .product, score: 0.7, label: .positive, spans: [5..<9])
private let text = "Late soup, and rude LATE staff"

private func draft(
    _ key: String, _ aspects: [AspectOpinion], text: String = text, brands: [BrandID] = [bakery],
    at time: Date = present
) -> MentionDraft {
    var new = draft(key, text, brands: brands, at: time)
    new.sentiment?.aspects = aspects
    new.sentiment?.opinion = 0.75
    new.sentiment?.contributions = Contribution.Origin.allCases.map {
        Contribution(term: "rude", span: 15..<19, valence: -2, weight: -0.4, origin: $0)
    }
    return new
}

private func list(_ filter: MentionFilter, in store: SQLiteStore) async throws -> [String?] {
    try await store.mentions(filter, page: Page()).rows.map(\.entry.id)
}

struct `The aspects of a mention` {
    @Test func `read back as they were, with opinion and origins`() async throws {
        let store = try await sampleStore()
        let new = draft("1", [rude, late])
        let id = try #require(try await store.record([new]).new.first)
        #expect(try await store.mention(id)?.sentiment == new.sentiment)
    }

    @Test func `are replaced by those of an edited wording`() async throws {
        let store = try await sampleStore()
        let id = try #require(try await store.record([draft("1", [rude, late])]).new.first)
        try await store.record([draft("1", [tasty], text: "Soup warm now")])
        #expect(try await store.mention(id)?.sentiment.aspects == [tasty])
        #expect(
            try await store.aspectCounts(brands: nil, from: always.from, to: always.to)
                == [AspectCounts(aspect: .product, positive: 1)])
        #expect(try await list(MentionFilter(aspects: [.care]), in: store) == [])
    }

    @Test func `go with a mention that is pruned, words too, and the counts stay`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1", [rude])]).new
        try await store.decide(ids)
        #expect(try await store.prune(mentionsBefore: hours(1), outboxBefore: nil).mentions == 1)
        let rows = try await store.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM mentionAspect")
        }
        #expect(rows == 0)
        let days = (from: always.from, to: always.to)
        #expect(
            try await store.aspectCounts(brands: [bakery], from: days.from, to: days.to)
                == [AspectCounts(aspect: .care, negative: 1)])
        #expect(
            try await store.aspectWords(brands: nil, from: days.from, to: days.to, limit: 5)
                == [])
        #expect(try await store.integrityProblems() == [])
    }

    @Test func `may have spans outside of the text`() async throws {
        let store = try await sampleStore()
        let broken = AspectOpinion(
            aspect: .care, score: 0, label: .neutral, spans: [0..<900, 3..<4])
        let id = try #require(try await store.record([draft("1", [broken])]).new.first)
        #expect(try await store.mention(id)?.sentiment.aspects == [broken])
    }
}

struct `A list by aspect` {
    private func filled() async throws -> SQLiteStore {
        let store = try await sampleStore()
        try await store.record([
            draft("a", [rude, tasty]), draft("b", [tasty]), draft("c", []),
            draft(
                "d", [AspectOpinion(aspect: .care, score: 0.5, label: .positive, spans: [0..<4])]),
        ])
        return store
    }

    @Test(arguments: [
        (MentionFilter(aspects: [.care], order: .oldestFirst), ["a", "d"]),
        (MentionFilter(aspects: [.care, .product], order: .oldestFirst), ["a", "b", "d"]),
        (MentionFilter(aspects: [.care], aspectLabel: .positive), ["d"]),
        (MentionFilter(brand: bakery, aspects: [.care], aspectLabel: .negative), ["a"]),
        (MentionFilter(brand: rival, aspects: [.care]), []),
        (MentionFilter(aspects: [.privacy]), []),
        (MentionFilter(aspectLabel: .positive, order: .oldestFirst), ["a", "b", "c", "d"]),
    ])
    func `has the mentions that speak of any of them`(filter: MentionFilter, ids: [String])
        async throws
    {
        #expect(try await list(filter, in: filled()) == ids)
    }
}

struct `Figures by aspect` {
    private let today = utcDay(present)

    private func filled() async throws -> SQLiteStore {
        let store = try await sampleStore()
        try await store.record([
            draft("1", [late, rude], at: hours(-24)),
            draft("2", [rude], brands: [bakery, rival]),
            draft("3", [tasty], brands: [rival]),
        ])
        return store
    }

    @Test func `count mentions by aspect and label, each once when no brand is named`() async throws
    {
        let counts = try await filled().aspectCounts(
            brands: nil, from: always.from, to: always.to)
        #expect(
            counts == [
                AspectCounts(aspect: .reliability, negative: 1),
                AspectCounts(aspect: .care, negative: 2),
                AspectCounts(aspect: .product, positive: 1),
            ])
    }

    @Test func `count for each brand, in the days that are asked for`() async throws {
        let store = try await filled()
        #expect(
            try await store.aspectCounts(brands: [rival], from: today, to: today) == [
                AspectCounts(aspect: .care, negative: 1),
                AspectCounts(aspect: .product, positive: 1),
            ])
        #expect(try await store.aspectCounts(brands: [], from: today, to: today) == [])
        #expect(
            try await store.aspectCounts(brands: [bakery], from: today, to: always.to)
                == [AspectCounts(aspect: .care, negative: 1)])
    }

    @Test func `name the commonest words, one a mention of a brand whatever the letters`()
        async throws
    {
        let store = try await filled()
        let words = try await store.aspectWords(
            brands: [bakery, rival], from: always.from, to: always.to, limit: 1)
        #expect(
            words == [
                AspectWordCount(aspect: .reliability, label: .negative, words: "late", count: 1),
                AspectWordCount(aspect: .care, label: .negative, words: "rude", count: 3),
                AspectWordCount(aspect: .product, label: .positive, words: "soup", count: 1),
            ])
        #expect(
            try await store.aspectWords(brands: [rival], from: today, to: today, limit: 0) == [])
    }
}

struct `A store of the first version` {
    @Test func `is brought up to date, with no aspects and no opinion`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try folder.place(Data())
        let old = try DatabaseQueue(path: folder.store)
        try Schema.migrator.migrate(old, upTo: "001 foundation")
        try await old.write { database in
            try database.execute(
                sql: """
                    INSERT INTO source (id, kind, isActive, isConfigured, urlDigest, readingDigest,
                        nextPoll) VALUES ('reviews', 'review', 1, 1, 'u', 'r', 0);
                    INSERT INTO mention (sourceId, kind, identityRung, identityKey, text, hasReply,
                        brandMatches, score, label, confidence, basis, textLabel, disagrees,
                        contributions, lexicon, firstSeen, occurredAt, day, isBaseline, isNews)
                    VALUES ('reviews', 'review', 'id', 'k', 'Rude', 0, '[]', -0.5, 'negative', 0.7,
                        'text', 'negative', 0,
                        '[{"term":"rude","from":0,"to":4,"valence":-2,"weight":-0.5}]', 'en-1', 1, 1,
                        0, 0, 1)
                    """)
        }
        try old.close()
        let store = try await folder.open()
        let mention = try #require(try await store.mention(1))
        #expect(mention.sentiment.opinion == 0)
        #expect(mention.sentiment.aspects == [])
        #expect(
            mention.sentiment.contributions == [
                Contribution(
                    term: "rude", span: 0..<4, valence: -2, weight: -0.5, origin: .written)
            ])
        #expect(try await store.integrityProblems() == [])
        try await store.close()
    }
}
