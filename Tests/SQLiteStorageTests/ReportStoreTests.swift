import FoundationEssentials
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

private let today = utcDay(present)
private let rude = AspectOpinion(aspect: .care, score: -0.8, label: .negative, spans: [0..<4])
private let kind = AspectOpinion(aspect: .care, score: 0.8, label: .positive, spans: [5..<9])
private let staff = AspectOpinion(
    aspect: .staff, score: -0.5, label: .negative, spans: [0..<4, 10..<15])
private let wording = "Rude kind staff"

private func opinion(
    _ key: String, _ aspects: [AspectOpinion], brands: [BrandID] = [bakery], stars: Double? = nil,
    language: String? = "en", score: Double = -0.5, at time: Date = present
) -> MentionDraft {
    var new = draft(
        key, "\(wording) \(score)", score: score, brands: brands, stars: stars,
        language: language, at: time)
    new.sentiment?.aspects = aspects
    return new
}

/// All rows of the rollup that count anything, told in the order of their keys.
private func facets(in store: SQLiteStore) async throws -> [String] {
    try await store.read { database in
        try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM facetCount WHERE negative + neutral + positive + unscored <> 0
                ORDER BY brandId, facet, day, value
                """
        ).map { row in
            (row["brandId"] as String) + "|" + (row["facet"] as String) + "|"
                + (row["value"] as String)
                + "|\(row["negative"] as Int) \(row["neutral"] as Int) \(row["positive"] as Int)"
                + " \(row["unscored"] as Int) \(row["rated"] as Int)"
                + " \((row["starSum"] as Double * 1000).rounded())"
        }
    }
}

/// Counts all rows anew, as the migration does for a store of before.
private func recounted(_ store: SQLiteStore) async throws -> [String] {
    try await store.write { database in
        try database.execute(sql: "DELETE FROM facetCount")
        try FacetFigures.recount("+", where: "true", [], in: database)
    }
    return try await facets(in: store)
}

struct `Figures by source, language, rating and word` {
    @Test func `count a mention for all mentions and for each of its brands`() async throws {
        let store = try await sampleStore()
        try await store.record([
            opinion("1", [rude, staff], brands: [bakery, rival], stars: 4.6, language: nil)
        ])
        let counts = ["language||", "source|reviews|", "stars|46000|"].map {
            "\($0)1 0 0 0 1 4600.0"
        }
        let words = ["word|care rude|", "word|staff rude|", "word|staff staff|"].map {
            "\($0)1 0 0 0 0 0.0"
        }
        let expected = ["", "bakery", "rival"].flatMap { brand in
            (counts + words).map { "\(brand)|\($0)" }
        }
        #expect(try await facets(in: store) == expected)
    }

    @Test func `are as if counted anew after edits, verdicts of persons and an erased source`()
        async throws
    {
        let store = try await sampleStore()
        for round in 0..<8 {
            try await store.record(
                (0..<6).map { number in
                    let mark = (number * 5 + round * 3) % 7
                    return opinion(
                        "\(number)", [[rude], [kind], [rude, staff], []][mark % 4],
                        brands: mark % 3 == 0 ? [bakery, rival] : [bakery],
                        stars: mark % 2 == 0 ? nil : 1 + Double(mark) * 0.6,
                        language: mark == 3 ? nil : "en", score: Double(mark - 3) / 4,
                        at: hours(Double(mark * -11)))
                })
        }
        let press1 = try await store.record([opinion("p", [staff], stars: 2)], from: press).new
        _ = try await store.correct(
            [
                Judgement(mention: 1, label: .neutral, by: "Ada"),
                Judgement(mention: 2, aspect: .care, label: .neutral, by: "Ada"),
            ], now: present)
        var kept = try await facets(in: store)
        #expect(try await recounted(store) == kept)
        #expect(!kept.isEmpty && press1.count == 1)
        try await store.write { database in
            try database.execute(sql: "DELETE FROM facetCount")
            try database.execute(sql: Answers005.facetFilling)
        }
        #expect(try await facets(in: store) == kept)
        try await store.write { database in
            _ = try SourceErasure(database: database, source: press).run()
        }
        kept = try await facets(in: store)
        #expect(!kept.contains { $0.contains("press") })
        #expect(try await recounted(store) == kept)
    }

    @Test func `agree with the counts by day`() async throws {
        let store = try await sampleStore()
        try await store.record((0..<9).map { opinion("\($0)", [], stars: 3, score: 0.5) })
        try await store.record([opinion("x", [], language: nil)], from: press)
        let days = try await store.dailyCounts(brands: nil, from: always.from, to: always.to)
        for counts in [
            try await store.sourceCounts(brands: nil, from: always.from, to: always.to)
                .map(\.counts),
            try await store.languageCounts(brands: nil, from: always.from, to: always.to)
                .map(\.counts),
        ] {
            #expect(counts.reduce(SentimentCounts(), +) == days.first?.counts)
        }
    }
}

struct `What a report asks` {
    @Test func `clocks combine a person's word with the reply of the source`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([
            draft("1", stars: 1, at: hours(-9)),
            draft("2", reply: .init(text: "Sorry", date: hours(-6)), at: hours(-8)),
            draft("3", reply: .init(text: "Sorry", date: nil), at: hours(-7)),
            draft("4", brands: [rival], at: hours(-6)),
        ]).new
        try await store.record([draft("5", at: hours(-5))], from: press)
        _ = try await store.triage(
            [ids[0]],
            by: TriageChange(action: .answeredPrivately, at: hours(-2), by: "Ada"), isTrial: false)
        let clocks = try await store.answerClocks(
            brands: [bakery], from: hours(-24), to: hours(1))
        #expect(clocks.map(\.mention) == Array(ids.prefix(3)))
        #expect(clocks.map(\.answeredAt) == [hours(-2), hours(-6), nil])
        #expect(clocks.map(\.isAnswered) == [true, true, true])
        #expect(clocks.map(\.state) == [.answeredPrivately, .answeredPublicly, .answeredPublicly])
        #expect(clocks.first?.stars == 1)
        let counts = try await store.responses(brands: [bakery], from: hours(-24), to: hours(1))
        #expect(
            counts == ResponseCounts(mentions: 3, answered: 3, delays: [2 * 3600, 7 * 3600]))
        #expect(
            try await store.answerClocks(brands: nil, from: hours(-7), to: hours(1)).count == 2)
        for clock in clocks {
            let mention = try #require(try await store.mention(clock.mention))
            #expect(mention.answeredAt == clock.answeredAt)
            #expect(mention.triageState == clock.state)
        }
    }

    @Test func `answers to surveys come with their scale, reviews never`() async throws {
        let store = try await sampleStore()
        var answer = draft("1", stars: 4)
        answer.entry.rating = Rating(value: 9, min: 0, max: 10)
        var record = poll([answer])
        record.kind = .survey
        _ = try await store.record(record)
        try await store.record([draft("2", stars: 5)])
        let answers = try await store.surveyAnswers(brands: [bakery], from: hours(-1), to: hours(1))
        #expect(answers.map(\.rating) == [Rating(value: 9, min: 0, max: 10)])
        #expect(try await store.surveyAnswers(brands: [rival], from: hours(-1), to: hours(1)) == [])
    }

    @Test func `authors are told apart by name and place, and need two mentions`() async throws {
        let store = try await sampleStore()
        try await store.record([
            draft("1", author: "Ann", score: -1), draft("2", author: "Ann", score: 1),
            draft("3", author: "ann"), draft("4", author: " "), draft("5", author: " "),
            draft("6", author: nil), draft("7", author: nil),
            draft("8", author: "Ann", at: hours(-48)),
        ])
        try await store.record([draft("9", author: "Ann")], from: press)
        let authors = try await store.repeatAuthors(brands: [bakery], from: today, to: today)
        #expect(authors.map(\.author) == ["Ann"])
        #expect(authors.first?.counts == SentimentCounts(negative: 1, positive: 1))
        #expect(authors.first?.mentions == [2, 1])
    }

    @Test func `flags count once a mention, and not where they are withdrawn`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([
            draft("1", stars: 1), draft("2", stars: 5), draft("3", at: hours(-1)),
        ]).new
        for id in ids { _ = try await store.flag(id, reason: "x", by: "Ada", at: present) }
        _ = try await store.settleFlag(of: ids[0], as: .removed, at: present)
        _ = try await store.settleFlag(of: ids[1], as: .withdrawn, at: present)
        let flags = try await store.flaggedMentions(brands: [bakery], from: today, to: today)
        #expect(
            flags == [
                FlaggedMention(mention: ids[0], stars: 1, outcome: .removed),
                FlaggedMention(mention: ids[2], stars: nil, outcome: nil),
            ])
        #expect(try await store.flaggedMentions(brands: [rival], from: today, to: today) == [])
    }

    @Test func `the worst mentions come worst first, once for several brands`() async throws {
        let store = try await sampleStore()
        try await store.record([
            draft("1", score: -0.2), draft("2", score: -0.9, brands: [bakery, rival]),
            draft("3", score: -0.5), draft("4", score: 0.5), draft("5", score: -1, at: hours(-48)),
        ])
        let worst = try await store.worstMentions(
            brands: [bakery, rival], from: today, to: today, limit: 2)
        #expect(worst.map(\.entry.id) == ["2", "3"])
        #expect(
            try await store.worstMentions(brands: nil, from: today, to: today, limit: 9).count == 3)
    }

    @Test func `traces name every mention with its words`() async throws {
        let store = try await sampleStore()
        try await store.record([
            opinion("1", [staff], brands: [bakery, rival], stars: 2), opinion("2", [], score: 1),
        ])
        let traces = try await store.mentionTraces(
            brands: [bakery, rival], from: today, to: today)
        #expect(traces.map(\.mention) == [2, 1])
        #expect(traces.map(\.label) == [.positive, .negative])
        #expect(traces.last?.aspects.map(\.words) == ["rude", "staff"])
        #expect(traces.last?.stars == 2)
        #expect(try await store.mentionTraces(brands: nil, from: today, to: today).count == 2)
    }
}
