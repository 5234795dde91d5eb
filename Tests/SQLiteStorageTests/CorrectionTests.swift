import Foundation
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

private let rude = AspectOpinion(aspect: .care, score: -0.8, label: .negative, spans: [0..<4])
private let days = (from: always.from, to: always.to)

private func judged(
    _ id: MentionID, _ label: Sentiment.Label?, aspect: Aspect? = nil, version: Int? = nil,
    isSampled: Bool = false
) -> Judgement {
    Judgement(
        mention: id, version: version, aspect: aspect, label: label, by: "ada", note: "irony",
        isSampled: isSampled)
}

/// A store with one negative mention of two brands that is rude.
private func shop() async throws -> (store: SQLiteStore, id: MentionID) {
    let store = try await sampleStore()
    var new = draft("1", "Rude staff", brands: [bakery, rival], stars: 2)
    new.sentiment?.aspects = [rude]
    let id = try #require(try await store.record([new]).new.first)
    return (store, id)
}

struct `A person's verdict` {
    @Test func `stands beside the engine's, and counts everywhere`() async throws {
        let (store, id) = try await shop()
        let outcome = try await store.correct([judged(id, .positive)], now: hours(1))
        let stored = try #require(try await store.corrections(of: id).first)
        #expect(outcome == [.stored(stored, changed: true)])
        #expect(stored.label == .positive && stored.machineLabel == .negative)
        #expect(stored.by == "ada" && stored.note == "irony" && stored.at == hours(1))
        #expect(stored.version == 1 && stored.basis == .text && stored.lexicon == "test-1")
        let mention = try #require(try await store.mention(id))
        #expect(mention.sentiment.label == .positive)
        #expect(mention.sentiment.machineLabel == .negative)
        #expect(mention.sentiment.score == -0.6)
        let found = try await store.mentions(MentionFilter(labels: [.negative]), page: Page())
        #expect(found.total == 0)
        for brands in [nil, [bakery], [rival]] as [[BrandID]?] {
            let day = try await store.dailyCounts(brands: brands, from: days.from, to: days.to)
            #expect(day.map(\.counts) == [SentimentCounts(positive: 1, rated: 1, starSum: 2)])
            let source = try await store.sourceCounts(brands: brands, from: days.from, to: days.to)
            #expect(source.map(\.counts.positive) == [1])
        }
        #expect(try await store.oldestUnanswered(brands: [bakery]) == nil)
    }

    @Test func `that is the engine's own confirms it`() async throws {
        let (store, id) = try await shop()
        let outcome = try await store.correct([judged(id, .negative)], now: hours(1))
        let stored = try #require(try await store.corrections(of: nil).first)
        #expect(outcome == [.stored(stored, changed: false)])
        #expect(stored.isConfirmation)
        #expect(try await store.mention(id)?.sentiment.machineLabel == nil)
    }

    @Test func `can be changed, and the engine's word is kept`() async throws {
        let (store, id) = try await shop()
        _ = try await store.correct(
            [judged(id, .positive), judged(id, .neutral), judged(id, .negative)], now: hours(1))
        #expect(
            try await store.corrections(of: id).map(\.machineLabel) == [
                .negative, .negative, .negative,
            ])
        let mention = try #require(try await store.mention(id))
        #expect(mention.sentiment.label == .negative && mention.sentiment.machineLabel == nil)
        let day = try await store.dailyCounts(brands: [rival], from: days.from, to: days.to)
        #expect(day.map(\.counts) == [SentimentCounts(negative: 1, rated: 1, starSum: 2)])
    }

    @Test func `on an edited wording is refused, and an edit is judged by the engine anew`()
        async throws
    {
        let (store, id) = try await shop()
        _ = try await store.correct([judged(id, .positive, version: 1)], now: hours(1))
        try await store.record([draft("1", "Rude and slow", brands: [bakery, rival], stars: 2)])
        let mention = try #require(try await store.mention(id))
        #expect(mention.sentiment.label == .negative && mention.sentiment.machineLabel == nil)
        #expect(
            try await store.correct([judged(id, .positive, version: 1)], now: hours(2)) == [.edited]
        )
        #expect(try await store.corrections(of: id).count == 1)
        let day = try await store.dailyCounts(brands: [bakery], from: days.from, to: days.to)
        #expect(day.map(\.counts) == [SentimentCounts(negative: 1, rated: 1, starSum: 2)])
    }

    @Test func `on a mention that is not there is refused, and the others are stored`()
        async throws
    {
        let (store, id) = try await shop()
        let outcomes = try await store.correct(
            [judged(id + 7, .positive), judged(id, .neutral)], now: hours(1))
        #expect(outcomes.first == .unknown)
        #expect(try await store.mention(id)?.sentiment.label == .neutral)
    }
}

struct `A person's verdict on an aspect` {
    @Test func `changes the aspect and its figures, and not the mention's verdict`() async throws {
        let (store, id) = try await shop()
        _ = try await store.correct([judged(id, .positive, aspect: .care)], now: hours(1))
        let mention = try #require(try await store.mention(id))
        #expect(mention.sentiment.label == .negative)
        #expect(mention.sentiment.aspects.map(\.label) == [.positive])
        for brands in [nil, [rival]] as [[BrandID]?] {
            #expect(
                try await store.aspectCounts(brands: brands, from: days.from, to: days.to)
                    == [AspectCounts(aspect: .care, positive: 1)])
        }
        let day = try await store.dailyCounts(brands: nil, from: days.from, to: days.to)
        #expect(day.map(\.counts) == [SentimentCounts(negative: 1, rated: 1, starSum: 2)])
    }

    @Test func `adds one that the engine did not find, without words`() async throws {
        let (store, id) = try await shop()
        _ = try await store.correct([judged(id, .negative, aspect: .integrity)], now: hours(1))
        let aspects = try #require(try await store.mention(id)).sentiment.aspects
        #expect(aspects.map(\.aspect) == [.integrity, .care])
        #expect(aspects.first?.spans == [])
        let correction = try #require(try await store.corrections(of: id).first)
        #expect(correction.machineLabel == nil && !correction.isConfirmation)
        let words = try await store.aspectWords(
            brands: nil, from: days.from, to: days.to, limit: 9)
        #expect(words.map(\.words) == ["rude"])
        #expect(
            try await store.mentions(MentionFilter(aspects: [.integrity]), page: Page()).total == 1)
    }

    @Test func `takes one away that is not meant`() async throws {
        let (store, id) = try await shop()
        _ = try await store.correct([judged(id, nil, aspect: .care)], now: hours(1))
        #expect(try await store.mention(id)?.sentiment.aspects == [])
        #expect(try await store.aspectCounts(brands: nil, from: days.from, to: days.to) == [])
        _ = try await store.correct([judged(id, .negative, aspect: .care)], now: hours(2))
        #expect(
            try await store.corrections(of: id).map(\.machineLabel) == [.negative, .negative])
    }
}

struct `A sample for judging` {
    @Test func `leaves out what was judged or has no verdict, and draws nothing twice`()
        async throws
    {
        let store = try await sampleStore()
        let ids = try await store.record(
            (1...20).map { draft("\($0)", "Cold soup \($0)") }
                + [draft("none", "?", label: .unscored)]
        ).new
        _ = try await store.correct(ids.prefix(12).map { judged($0, .negative) }, now: hours(1))
        let sample = try await store.sample(MentionFilter(), count: 100).map(\.id)
        #expect(Set(sample) == Set(ids[12..<20]) && sample.count == 8)
        #expect(try await store.sample(MentionFilter(), count: 3).count == 3)
        #expect(try await store.sample(MentionFilter(brand: rival), count: 3).isEmpty)
    }

    @Test func `draws another one every time`() async throws {
        let store = try await sampleStore()
        _ = try await store.record((1...60).map { draft("\($0)", "Cold soup \($0)") })
        var seen: Set<MentionID> = []
        for _ in 0..<12 {
            seen.formUnion(try await store.sample(MentionFilter(), count: 5).map(\.id))
        }
        // With five of sixty at a time, ten different ones or fewer would come once in 10⁴⁰ runs.
        #expect(seen.count > 10)
    }
}

struct `A walk over mentions` {
    @Test func `meets each once, in the order of their numbers`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record(
            (1...7).map { draft("\($0)", "Soup \($0)", brands: $0 % 2 == 0 ? [rival] : [bakery]) }
        ).new
        var walked: [MentionID] = []
        while true {
            let rows = try await store.mentions(
                MentionFilter(brand: bakery), after: walked.last ?? 0, limit: 2)
            guard !rows.isEmpty else { break }
            walked += rows.map(\.id)
        }
        #expect(walked == [ids[0], ids[2], ids[4], ids[6]])
    }
}
