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
            try await store.outcomeCounts(from: present, to: hours(9)) == [
                OutcomeCount(rule: complaints, outcome: "digest", count: 3),
                OutcomeCount(rule: complaints, outcome: "silenced", count: 1),
            ])
        #expect(
            try await store.outcomeCounts(from: hours(1), to: hours(2)) == [
                OutcomeCount(rule: complaints, outcome: "digest", count: 1)
            ])
        #expect(try await store.outcomeCounts(from: hours(5), to: hours(9)) == [])
    }

    @Test func `name their mentions, the latest first`() async throws {
        let (store, ids) = try await decided()
        func list(_ outcome: String, limit: Int = 9) async throws -> [MentionID] {
            try await store.mentions(
                decidedAs: outcome, by: complaints, from: present, to: hours(9), limit: limit
            ).map(\.id)
        }
        #expect(try await list("digest") == [ids[2], ids[1], ids[0]])
        #expect(try await list("digest", limit: 2) == [ids[2], ids[1]])
        #expect(try await list("alerted") == [ids[4]])
        #expect(try await list("never") == [])
        let other = try await store.mentions(
            decidedAs: "digest", by: RuleID(trusted: "other"), from: present, to: hours(9),
            limit: 9)
        #expect(other == [])
    }
}
