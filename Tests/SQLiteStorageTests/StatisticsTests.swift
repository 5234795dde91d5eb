import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

private let today = utcDay(present)
private let yesterday = CalendarDay(number: today.number - 1)

/// Two of yesterday, three of today; one about both brands, one about the rival alone.
private func filledStore() async throws -> SQLiteStore {
    let store = try await sampleStore()
    try await store.record([
        draft("1", score: -0.5, stars: 1, at: hours(-24)),
        draft(
            "2", score: 0.5, brands: [bakery, rival], stars: 4.6, language: "de", at: hours(-24)),
        draft("3", score: 0),
        draft("4", score: 0.9, brands: [rival], stars: 5),
    ])
    try await store.record([draft("5", score: 0, label: .unscored, language: nil)], from: press)
    return store
}

struct `Counts by day` {
    @Test func `count each mention once when no brand is named`() async throws {
        let store = try await filledStore()
        let days = try await store.dailyCounts(brands: nil, from: yesterday, to: today)
        #expect(
            days == [
                DayCounts(
                    day: yesterday,
                    counts: SentimentCounts(negative: 1, positive: 1, rated: 2, starSum: 5.6)),
                DayCounts(
                    day: today,
                    counts: SentimentCounts(
                        neutral: 1, positive: 1, unscored: 1, rated: 1, starSum: 5)),
            ])
    }

    @Test func `count a mention for each of the brands that it is about`() async throws {
        let store = try await filledStore()
        func total(_ brands: [BrandID]) async throws -> [Int] {
            try await store.dailyCounts(brands: brands, from: always.from, to: always.to)
                .map(\.counts.total)
        }
        #expect(try await total([bakery]) == [2, 2])
        #expect(try await total([rival]) == [1, 1])
        #expect(try await total([bakery, rival]) == [3, 3])
        #expect(try await total([]) == [])
    }

    @Test func `leave out days outside and days without mentions`() async throws {
        let store = try await filledStore()
        let days = try await store.dailyCounts(brands: nil, from: today, to: always.to)
        #expect(days.map(\.day) == [today])
        #expect(try await store.dailyCounts(brands: nil, from: always.to, to: always.from) == [])
    }

    @Test func `follow an edit to its new day, brand, label and rating`() async throws {
        let store = try await filledStore()
        try await store.record([draft("1", "Good", score: 0.5, brands: [rival], stars: 3)])
        let days = try await store.dailyCounts(brands: [bakery], from: always.from, to: always.to)
        #expect(
            days.map(\.counts) == [
                SentimentCounts(positive: 1, rated: 1, starSum: 4.6),
                SentimentCounts(neutral: 1, unscored: 1),
            ])
        let theirs = try await store.dailyCounts(brands: [rival], from: today, to: today)
        #expect(theirs.map(\.counts) == [SentimentCounts(positive: 2, rated: 2, starSum: 8)])
    }

    @Test func `leave out a day that an edit emptied`() async throws {
        let store = try await sampleStore()
        try await store.record([draft("1", stars: 2, at: hours(-24))])
        try await store.record([draft("1", "Other", at: present)])
        let days = try await store.dailyCounts(brands: nil, from: always.from, to: always.to)
        #expect(days == [DayCounts(day: today, counts: SentimentCounts(negative: 1))])
    }

    @Test func `agree with the mentions after many edits and are never negative`() async throws {
        let store = try await sampleStore()
        for round in 0..<12 {
            let drafts = (0..<10).map { number in
                let mark = (number * 7 + round * 5) % 11
                return draft(
                    "\(number)", "wording \(mark)", score: Double(mark - 5) / 5,
                    brands: mark % 3 == 0 ? [bakery, rival] : [mark % 2 == 0 ? bakery : rival],
                    stars: mark % 4 == 0 ? nil : Double(mark % 5 + 1), at: hours(Double(-mark * 9)))
            }
            try await store.record(drafts)
        }
        for brands in [nil, [bakery], [rival]] {
            let days = try await store.dailyCounts(
                brands: brands, from: always.from, to: always.to)
            let sources = try await store.sourceCounts(
                brands: brands, from: always.from, to: always.to)
            let sum = days.map(\.counts).reduce(SentimentCounts(), +)
            #expect(sum == sources.map(\.counts).reduce(SentimentCounts(), +))
            for counts in days.map(\.counts) {
                let parts = [
                    counts.negative, counts.neutral, counts.positive, counts.unscored, counts.rated,
                ]
                #expect(parts.allSatisfy { $0 >= 0 })
            }
        }
        #expect(try await store.totals().total == 10)
    }
}

struct `Counts over days` {
    @Test func `by source have the busiest first`() async throws {
        let store = try await filledStore()
        let counts = try await store.sourceCounts(brands: nil, from: always.from, to: always.to)
        #expect(counts.map(\.source) == [reviews, press])
        #expect(
            counts.first?.counts
                == SentimentCounts(
                    negative: 1, neutral: 1, positive: 2, rated: 3, starSum: 10.6))
        let theirs = try await store.sourceCounts(brands: [rival], from: today, to: today)
        #expect(theirs.map(\.counts.total) == [1])
    }

    @Test func `by language have the unknown under nil`() async throws {
        let store = try await filledStore()
        let counts = try await store.languageCounts(
            brands: [bakery], from: always.from, to: always.to)
        #expect(counts.first?.language == "en")
        #expect(counts.map(\.counts.total) == [2, 1, 1])
        #expect(Set(counts.map(\.language)) == ["en", "de", nil])
    }

    @Test func `by rating leave out the unrated`() async throws {
        let store = try await filledStore()
        let ratings = try await store.ratingCounts(
            brands: nil, from: always.from, to: always.to)
        #expect(
            ratings == [
                RatingCount(stars: 1, count: 1), RatingCount(stars: 4.6, count: 1),
                RatingCount(stars: 5, count: 1),
            ])
        let ours = try await store.ratingCounts(
            brands: [bakery], from: always.from, to: always.to)
        #expect(ours.map(\.stars) == [1, 4.6])
    }

    @Test func `in all are those of every mention`() async throws {
        let totals = try await filledStore().totals()
        #expect(totals.total == 5)
        #expect(totals.negative == 1)
        #expect(try await sampleStore().totals() == SentimentCounts())
    }
}
