import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

/// A draft that speaks of two aspects.
private func telling(_ key: String) -> MentionDraft {
    var draft = draft(key, "Cold soup, rude staff")
    draft.sentiment?.aspects = [
        AspectOpinion(aspect: .product, score: -0.4, label: .negative, spans: [5..<9]),
        AspectOpinion(aspect: .staff, score: -0.6, label: .negative, spans: [16..<21]),
    ]
    draft.sentiment?.contributions = [
        Contribution(term: "cold", span: 0..<4, valence: -1, weight: -1)
    ]
    return draft
}

struct `History` {
    @Test func `goes by the time that mentions were first seen, in the order of their numbers`()
        async throws
    {
        let store = try await sampleStore()
        try await store.record([draft("1", at: hours(9))], at: hours(-1))
        let late = try await store.record([draft("2")], at: hours(5)).new
        let early = try await store.record([draft("3")], from: press, at: hours(1)).new
        try await store.record([draft("4")], at: hours(-2))
        let last = try await store.record([draft("5", isNews: false, at: hours(-50))], at: present)
            .new
        let rows = try await store.history(since: present, after: 0, limit: 9, aspects: false)
        #expect(rows.map(\.mention.id) == late + early + last)
        #expect(rows.map(\.isNews) == [true, true, false])
        #expect(try await store.historyCount(since: present) == 3)
        #expect(try await store.historyCount(since: hours(6)) == 0)
        #expect(
            try await store.history(since: hours(6), after: 0, limit: 9, aspects: false) == [])
    }

    @Test func `is read in pages that miss nothing and repeat nothing`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record((0..<7).map { draft("\($0)") }).new
        var seen: [MentionID] = []
        while true {
            let page = try await store.history(
                since: present, after: seen.last ?? 0, limit: 3, aspects: false)
            if page.isEmpty { break }
            #expect(page.count <= 3)
            seen += page.map(\.mention.id)
        }
        #expect(seen == ids)
    }

    @Test func `has every earlier wording`() async throws {
        let store = try await sampleStore()
        let id = try await store.record([draft("1", "Fine", score: 0.2)]).new[0]
        try await store.record([draft("1", "Cold")], at: hours(1))
        try await store.record([draft("1", "Rude", score: -0.9)], at: hours(2))
        let past = try #require(
            try await store.history(since: present, after: 0, limit: 9, aspects: false).first)
        #expect(past.mention.entry.text == "Rude")
        #expect(past.versions.map(\.text) == ["Fine", "Cold"])
        let versions = try await store.versions(of: id)
        #expect(past.versions == versions)
    }

    @Test func `has no words that counted, and aspects where they are asked for`() async throws {
        let store = try await sampleStore()
        try await store.record([telling("1"), draft("2")])
        for asked in [false, true] {
            let past = try await store.history(since: present, after: 0, limit: 9, aspects: asked)
            let waiting = try await store.undecided(limit: 9, aspects: asked)
            #expect(past.map(\.mention) == waiting.map(\.mention))
            #expect(past.allSatisfy { $0.mention.sentiment.contributions.isEmpty })
            let aspects = past.map { $0.mention.sentiment.aspects }
            #expect(
                aspects.map { $0.map(\.aspect) } == (asked ? [[.product, .staff], []] : [[], []]))
            #expect(aspects.joined().allSatisfy { $0.label == .negative && $0.spans.isEmpty })
        }
    }

    @Test func `tells of a mention everything else as it is stored`() async throws {
        let store = try await sampleStore()
        var draft = draft(
            "1", title: "Soup", author: "Ann", brands: [bakery, rival], stars: 2,
            reply: .init(text: "Sorry", date: hours(2)), at: hours(-3))
        draft.entry.updated = hours(-1)
        draft.entry.language = "en-GB"
        draft.brands[0].terms = ["“soup”", "so\"up", "a\\b", ""]
        let id = try await store.record([draft]).new[0]
        var whole = try #require(try await store.mention(id))
        #expect(whole.entry == draft.entry)
        #expect(whole.brands == draft.brands)
        whole.sentiment.contributions = []
        let past = try await store.history(since: present, after: 0, limit: 9, aspects: false)
        #expect(past.map(\.mention) == [whole])
    }
}

struct `An author's history` {
    private func authors(in store: SQLiteStore) async throws -> [AuthorHistory?] {
        let waiting = try await store.undecided(limit: 500).map(\.author)
        let past = try await store.history(since: hours(-9), after: 0, limit: 500, aspects: false)
        #expect(past.map(\.author) == waiting)
        return waiting
    }

    @Test func `counts what the same name wrote before at the same source`() async throws {
        let store = try await sampleStore()
        try await store.record([
            draft("1", author: "Ann"), draft("2", author: "Ann", score: 0.3),
            draft("3", author: "ann"), draft("4", author: nil), draft("5", author: ""),
            draft("6", author: "Ann"),
        ])
        try await store.record([draft("7", author: "Ann")], from: press)
        #expect(
            try await authors(in: store) == [
                AuthorHistory(), AuthorHistory(mentions: 1, negative: 1), AuthorHistory(), nil, nil,
                AuthorHistory(mentions: 2, negative: 1), AuthorHistory(),
            ])
    }

    @Test func `counts the latest hundred only, so that one name for all costs no more`()
        async throws
    {
        let store = try await sampleStore()
        try await store.record(
            (0..<120).map { draft("\($0)", author: "Anonymous", score: $0 < 30 ? -1 : 1) })
        let last = try #require(try await authors(in: store).last ?? nil)
        #expect(last == AuthorHistory(mentions: 100, negative: 11))
    }

    @Test func `goes with held mentions, as do the sites of their story`() async throws {
        let store = try await sampleStore()
        let first = try await store.record([draft("1", author: "Ann")]).new
        var far = draft("2", author: "Ann")
        far.entry.url = "https://elsewhere.example/2"
        let held = try await store.record([far]).new
        var decisions = DecisionRecord(
            alerts: [], notes: [note(held[0], .held(since: present, until: hours(1)))],
            decided: [DecidedMention(mention: held[0], version: 1)], now: present)
        decisions.copies = [StoryCopy(mention: held[0], first: first[0])]
        _ = try await store.commit(decisions)
        let row = try #require(try await store.held().first)
        #expect(row.author == AuthorHistory(mentions: 1, negative: 1))
        #expect(row.siteCount == 2)
    }
}

struct `The past that is passed by` {
    private func arrivals(
        _ parts: [PastQuestion.Part], aspects: Bool = false, in store: SQLiteStore
    ) async throws -> [PastArrival] {
        try await store.arrivals(
            since: present, after: 0, limit: 99,
            asking: PastQuestion(parts: parts, asksForAspects: aspects))
    }

    @Test func `has every mention, and in full what is asked for`() async throws {
        let store = try await sampleStore()
        let drafts = [
            draft("1", score: -0.6, stars: 1), draft("2", score: 0.6, stars: 5),
            draft("3", score: 0, stars: 3), draft("4", score: -0.4),
        ]
        let ids = try await store.record(drafts).new
        let pressed = try await store.record([draft("5", score: 0.2)], from: press).new
        var negative = PastQuestion.Part()
        negative.labels = [.negative]
        var praise = PastQuestion.Part()
        praise.minStars = 3
        var middling = praise
        middling.maxStars = 4
        var few = PastQuestion.Part()
        few.maxStars = 2
        var there = PastQuestion.Part()
        there.sources = [press]
        var kind = PastQuestion.Part()
        kind.kinds = [.mention]
        let questions: [([PastQuestion.Part], [MentionID])] = [
            ([], []), ([PastQuestion.Part()], ids + pressed), ([negative], [ids[0], ids[3]]),
            ([praise], [ids[1], ids[2]]), ([middling], [ids[2]]), ([few], [ids[0]]),
            ([there], pressed), ([kind], pressed), ([few, praise], Array(ids.prefix(3))),
        ]
        let whole = try await store.history(since: present, after: 0, limit: 99, aspects: false)
        for (parts, wanted) in questions {
            let arrivals = try await arrivals(parts, in: store)
            #expect(arrivals.map(\.id) == ids + pressed)
            #expect(arrivals.map(\.firstSeen) == whole.map(\.mention.firstSeen))
            let read = arrivals.compactMap(\.past)
            #expect(read == whole.filter { wanted.contains($0.mention.id) })
        }
    }

    @Test func `is in full where it was edited, or tells a story`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record((1...4).map { draft("\($0)") }).new
        try await store.record([draft("1", "Warm soup", score: 0.6)], at: hours(1))
        var record = DecisionRecord(alerts: [], notes: [], decided: [], now: present)
        record.copies = [StoryCopy(mention: ids[2], first: ids[1])]
        _ = try await store.commit(record)
        let read = try await arrivals([], in: store).compactMap(\.past)
        #expect(read.map(\.mention.id) == Array(ids.prefix(3)))
        #expect(read.map(\.versions.count) == [1, 0, 0])
    }

    @Test func `knows of authors where a part asks for them`() async throws {
        let store = try await sampleStore()
        try await store.record([
            draft("1", author: "Ann"), draft("2", author: "Ann"),
            draft("3", author: "Ann", score: 0.6),
        ])
        try await store.record([draft("3", "Changed", author: "Ann", score: 0.4)], at: hours(1))
        var negative = PastQuestion.Part()
        negative.labels = [.negative]
        negative.asksForAuthors = true
        let all = PastQuestion.Part()
        func authors(_ parts: [PastQuestion.Part]) async throws -> [AuthorHistory?] {
            try await arrivals(parts, in: store).map { $0.past?.author }
        }
        let known = [
            AuthorHistory(), AuthorHistory(mentions: 1, negative: 1),
            AuthorHistory(mentions: 2, negative: 2),
        ]
        #expect(try await authors([all]) == [nil, nil, nil])
        // What was edited may have been negative before.
        for parts in [[negative], [all, negative], [negative, all]] {
            #expect(try await authors(parts) == known)
        }
    }

    @Test func `goes on behind a number`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record((0..<5).map { draft("\($0)") }).new
        let question = PastQuestion(parts: [], asksForAspects: false)
        let page = try await store.arrivals(
            since: present, after: ids[1], limit: 2, asking: question)
        #expect(page.map(\.id) == [ids[2], ids[3]])
        #expect(
            try await store.arrivals(
                since: hours(1), after: 0, limit: 9, asking: question) == [])
    }
}

struct `Decisions of a time` {
    private func decided() async throws -> (SQLiteStore, [MentionID]) {
        let store = try await sampleStore()
        let ids = try await store.record((0..<5).map { draft("\($0)") }).new
        for (hour, id) in ids.enumerated() {
            let alerts = hour == 4 ? [alarm(on: [id])] : []
            let notes = hour == 4 ? [] : [note(id, .settled(as: hour == 3 ? "silenced" : "digest"))]
            _ = try await store.commit(
                DecisionRecord(
                    alerts: alerts, notes: notes,
                    decided: [DecidedMention(mention: id, version: 1)], now: hours(Double(hour))))
        }
        return (store, ids)
    }

    @Test func `are counted by rule and outcome, alerts left out`() async throws {
        let (store, _) = try await decided()
        #expect(
            try await store.outcomeCounts(brands: nil, from: present, to: hours(9)) == [
                OutcomeCount(rule: complaints, outcome: "digest", count: 3),
                OutcomeCount(rule: complaints, outcome: "silenced", count: 1),
            ])
        #expect(
            try await store.outcomeCounts(brands: nil, from: hours(1), to: hours(2)) == [
                OutcomeCount(rule: complaints, outcome: "digest", count: 1)
            ])
        #expect(try await store.outcomeCounts(brands: nil, from: hours(5), to: hours(9)) == [])
    }

    @Test func `name their mentions, the latest first`() async throws {
        let (store, ids) = try await decided()
        func list(_ outcome: String, limit: Int = 9) async throws -> [MentionID] {
            try await store.mentions(
                decidedAs: outcome, by: complaints, brands: nil, from: present, to: hours(9),
                limit: limit
            ).map(\.id)
        }
        #expect(try await list("digest") == [ids[2], ids[1], ids[0]])
        #expect(try await list("digest", limit: 2) == [ids[2], ids[1]])
        #expect(try await list("alerted") == [ids[4]])
        #expect(try await list("never") == [])
        let other = try await store.mentions(
            decidedAs: "digest", by: RuleID(trusted: "other"), brands: nil, from: present,
            to: hours(9), limit: 9)
        #expect(other == [])
    }

    @Test func `can be asked for by brand, before the limit counts`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record(
            [[bakery], [rival], [bakery, rival]].enumerated().map {
                draft("\($0)", brands: $1)
            }
        ).new
        // One that was held counts for the brand whose cool-down held it.
        func note(
            _ id: MentionID, _ outcome: DecisionRecord.Note.Outcome, brand: BrandID? = nil
        ) -> DecisionRecord.Note {
            DecisionRecord.Note(
                rule: complaints, brand: brand, mention: id, outcome: outcome, reason: "why")
        }
        let held = note(ids[2], .held(since: present, until: hours(1)), brand: rival)
        let decided = ids.map { DecidedMention(mention: $0, version: 1) }
        _ = try await store.commit(
            DecisionRecord(alerts: [], notes: [held], decided: decided, now: present))
        var notes = ids.prefix(2).map { note($0, .settled(as: "digest")) }
        notes.append(note(ids[2], .settled(as: "digest"), brand: rival))
        _ = try await store.record(
            [[bakery], [rival]].enumerated().map { draft("\($0)", "Edited", brands: $1) })
        _ = try await store.commit(
            DecisionRecord(
                alerts: [], notes: notes,
                decided: ids.prefix(2).map { DecidedMention(mention: $0, version: 2) },
                now: hours(1)))
        let asked: [(brands: [BrandID]?, ids: [MentionID])] = [
            (nil, ids.reversed()), ([bakery], [ids[0]]), ([rival], [ids[2], ids[1]]),
            ([bakery, rival], [ids[2], ids[1], ids[0]]), ([], []),
        ]
        for (brands, expected) in asked {
            let counts = try await store.outcomeCounts(
                brands: brands, from: hours(1), to: hours(2))
            #expect(counts.map(\.count) == (expected.isEmpty ? [] : [expected.count]))
            for limit in [1, 9] {
                let mentions = try await store.mentions(
                    decidedAs: "digest", by: complaints, brands: brands, from: hours(1),
                    to: hours(2), limit: limit)
                #expect(mentions.map(\.id) == Array(expected.prefix(limit)))
            }
        }
    }
}
