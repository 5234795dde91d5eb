import FoundationEssentials
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

/// A step, done at the present unless told.
private func step(
    _ action: TriageEvent.Action, at time: Date = present, by person: String = "Ada",
    note: String? = nil, url: String? = nil, assignee: String? = nil
) -> TriageChange {
    TriageChange(
        action: action, at: time, by: person, note: note, url: url, assignee: assignee)
}

private let answered = Entry.OwnerReply(text: "Sorry", date: hours(1))

extension SQLiteStore {
    /// Does a step to one mention; nil where it was done, else why not.
    @discardableResult
    fileprivate func take(_ change: TriageChange, _ id: MentionID) async throws
        -> TriageReceipt.Refusal.Reason?
    {
        try await triage([id], by: change, isTrial: false).refused.first?.reason
    }

    /// A stored mention; the key of its draft is `1` unless told.
    fileprivate func one(_ draft: MentionDraft = draft("1")) async throws -> MentionID {
        try #require(try await record([draft]).new.first)
    }

    fileprivate func state(of id: MentionID) async throws -> Triage.State? {
        try await mention(id)?.triageState
    }
}

struct `A step in the answering of a mention` {
    @Test func `is kept as an event, and the mention follows it`() async throws {
        let store = try await sampleStore()
        let id = try await store.one()
        #expect(try await store.mention(id)?.triage == Triage())
        try await store.take(step(.seen, note: "will call"), id)
        try await store.take(step(.assigned, at: hours(1), assignee: "Ben"), id)
        try await store.take(
            step(.answeredPrivately, at: hours(2), by: "Ben", url: "https://a.example/m"), id)
        try await store.take(step(.answeredPublicly, at: hours(3), by: "Ben"), id)
        try await store.take(step(.resolved, at: hours(4)), id)
        let mention = try #require(try await store.mention(id))
        #expect(
            mention.triage
                == Triage(state: .resolved, assignee: "Ben", answeredAt: hours(2)))
        #expect(!mention.isOpen && mention.answeredAt == hours(2))
        let events = try await store.triageEvents(of: id)
        #expect(
            events.map(\.action) == [
                .seen, .assigned, .answeredPrivately, .answeredPublicly, .resolved,
            ])
        #expect(events.map(\.by) == ["Ada", "Ada", "Ben", "Ben", "Ada"])
        #expect(events[0].note == "will call" && events[1].assignee == "Ben")
        #expect(events[2].url == "https://a.example/m" && events[2].at == hours(2))
        #expect(events.map(\.id) == events.map(\.id).sorted())
    }

    @Test func `opens it again, and the first answer is still the first`() async throws {
        let store = try await sampleStore()
        let id = try await store.one()
        try await store.take(step(.answeredPublicly, at: hours(2)), id)
        try await store.take(step(.reopened, at: hours(5)), id)
        #expect(try await store.mention(id)?.isOpen == true)
        try await store.take(step(.answeredPublicly, at: hours(9)), id)
        #expect(try await store.mention(id)?.triage.answeredAt == hours(2))
        #expect(try await store.triageEvents(of: id).count == 3)
    }

    @Test(
        arguments: [
            ([], TriageEvent.Action.reopened, TriageReceipt.Refusal.Reason.open),
            ([.seen], .seen, .already), ([.seen], .reopened, .open),
            ([.answeredPublicly], .answeredPublicly, .already),
            ([.answeredPublicly], .seen, .closed),
            ([.answeredPublicly], .wontAnswer, .closed),
            ([.answeredPublicly], .answeredPrivately, nil), ([.answeredPrivately], .resolved, nil),
            ([.resolved], .resolved, .already), ([.resolved], .answeredPublicly, .closed),
            ([.resolved], .seen, .closed), ([.wontAnswer], .resolved, .closed),
            ([.wontAnswer], .answeredPrivately, .closed), ([.wontAnswer], .reopened, nil),
            ([.resolved, .reopened], .seen, nil), ([.resolved, .reopened], .wontAnswer, nil),
            ([.seen], .wontAnswer, nil), ([.assigned], .assigned, .already),
            ([.wontAnswer], .assigned, nil), ([.wontAnswer], .noted, nil),
            ([.noted], .noted, .already),
        ] as [([TriageEvent.Action], TriageEvent.Action, TriageReceipt.Refusal.Reason?)])
    func `is refused where it is none`(
        before: [TriageEvent.Action], action: TriageEvent.Action,
        reason: TriageReceipt.Refusal.Reason?
    ) async throws {
        let store = try await sampleStore()
        let id = try await store.one()
        func change(_ action: TriageEvent.Action) -> TriageChange {
            step(action, note: "a note", assignee: action == .assigned ? "Ben" : nil)
        }
        for action in before { #expect(try await store.take(change(action), id) == nil) }
        let events = try await store.triageEvents(of: id)
        #expect(try await store.take(change(action), id) == reason)
        let after = try await store.triageEvents(of: id)
        #expect(after.count == events.count + (reason == nil ? 1 : 0))
        #expect(Array(after.prefix(events.count)) == events)
    }

    @Test func `counts the reply that the source shows as an answer`() async throws {
        let store = try await sampleStore()
        let id = try await store.one(draft("1", reply: answered))
        #expect(try await store.state(of: id) == .answeredPublicly)
        #expect(try await store.triageEvents(of: id) == [])
        #expect(try await store.take(step(.seen), id) == .closed)
        #expect(try await store.take(step(.answeredPublicly), id) == .already)
        #expect(try await store.take(step(.reopened), id) == nil)
        #expect(try await store.mention(id)?.isOpen == true)
        #expect(try await store.take(step(.seen), id) == .needsAnswer)
        #expect(try await store.take(step(.answeredPrivately), id) == nil)
        #expect(try await store.mention(id)?.isOpen == false)
    }

    @Test func `of many is done to those that it can be done to`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2"), draft("3")]).new
        try await store.take(step(.resolved), ids[1])
        let asked = ids + [ids[0], 99]
        let trial = try await store.triage(asked, by: step(.seen), isTrial: true)
        #expect(try await store.triageEvents(of: ids[0]) == [])
        #expect(try await store.state(of: ids[0]) == .new)
        let receipt = try await store.triage(asked, by: step(.seen), isTrial: false)
        #expect(receipt == trial)
        #expect(
            receipt.changed
                == [ids[0], ids[2]].map { .init(mention: $0, before: .new, after: .seen) })
        #expect(
            receipt.refused == [
                .init(mention: ids[1], reason: .closed, state: .resolved),
                .init(mention: 99, reason: .unknown, state: nil),
            ])
    }

    @Test func `goes with its mention, and with nothing else`() async throws {
        let store = try await sampleStore()
        let id = try await store.one()
        try await store.take(step(.noted, note: "it's \u{1B}[31m'); DROP TABLE flag;--\n=1+1"), id)
        #expect(
            try await store.triageEvents(of: id).first?.note
                == "it's \u{1B}[31m'); DROP TABLE flag;--\n=1+1")
        try await store.write { try $0.execute(sql: "DELETE FROM mention") }
        #expect(try await store.triageEvents(of: id) == [])
    }
}

/// The same words, judged by a lexicon of another edition after something that no reader sees changed.
private func judgedAnew(_ draft: MentionDraft) -> MentionDraft {
    var draft = draft
    draft.contentDigest += "!"
    return draft
}

struct `An edit of an answered mention` {
    private func edited(
        _ before: MentionDraft, _ action: TriageEvent.Action?, _ after: MentionDraft
    ) async throws -> (state: Triage.State?, events: [TriageEvent]) {
        let store = try await sampleStore()
        let id = try await store.one(before)
        if let action { try await store.take(step(action, note: "why"), id) }
        try await store.record([after], at: hours(6))
        return (try await store.state(of: id), try await store.triageEvents(of: id))
    }

    private let good = draft("1", "Nice soup", score: 0.5, stars: 4)

    @Test(arguments: [
        (draft("1", "Cold soup", score: -0.5, stars: 2), "edited: 4 stars became 2"),
        (draft("1", "Cold soup", score: -0.5, stars: 3.5), "edited: 4 stars became 3.50"),
        (draft("1", "Cold soup", score: -0.5, stars: 4), "edited: positive became negative"),
        (draft("1", "Cold soup", score: -0.5), "edited: positive became negative"),
    ])
    func `that makes it worse opens it again`(after: MentionDraft, note: String) async throws {
        for action in [
            TriageEvent.Action.answeredPublicly, .answeredPrivately, .resolved, .wontAnswer,
        ] {
            let result = try await edited(good, action, after)
            #expect(result.state == .reopened)
            let event = try #require(result.events.last)
            #expect(event.action == .reopened && event.by == "repute" && event.note == note)
            #expect(event.at == hours(6) && result.events.count == 2)
        }
    }

    @Test func `opens it again though the source shows the old reply`() async throws {
        let result = try await edited(
            draft("1", "Fine", score: 0.1, reply: answered), nil,
            draft("1", "Awful", score: -0.8, reply: answered))
        #expect(result.state == .reopened && result.events.count == 1)
    }

    @Test func `of a complaint opens it where the complaint got worse`() async throws {
        let bad = draft("1", "Cold soup", score: -0.4)
        let worse = try await edited(bad, .resolved, draft("1", "Cold soup and rude", score: -0.7))
        #expect(worse.state == .reopened)
        #expect(worse.events.last?.note == "edited: score −0.40 became −0.70")
        let milder = try await edited(bad, .resolved, draft("1", "Soup cold", score: -0.2))
        #expect(milder.state == .resolved && milder.events.count == 1)
    }

    @Test(arguments: [
        draft("1", "Nice soup!", score: 0.4, stars: 4), draft("1", "Great", score: 0.9, stars: 5),
        draft("1", nil, score: 0, label: .unscored, stars: 4),
        // The reply came with the edit, so it answers that.
        draft("1", "Cold", score: -0.6, stars: 1, reply: answered),
        judgedAnew(draft("1", "Nice soup", score: -0.3, stars: 4)),
    ])
    func `that makes it no worse leaves it closed`(after: MentionDraft) async throws {
        let result = try await edited(good, .resolved, after)
        #expect(result.state == .resolved && result.events.count == 1)
    }

    @Test func `leaves what waits as it is`() async throws {
        let result = try await edited(good, .seen, draft("1", "Cold", score: -0.6, stars: 1))
        #expect(result.state == .seen && result.events.count == 1)
    }

    @Test func `that brings a reply answers what waits, without an event`() async throws {
        for action in [nil, TriageEvent.Action.seen] {
            let result = try await edited(
                draft("1"), action, draft("1", reply: answered))
            #expect(result.state == .answeredPublicly)
            #expect(result.events.count == (action == nil ? 0 : 1))
        }
    }

    @Test func `that brings a new reply answers what was reopened`() async throws {
        let store = try await sampleStore()
        let id = try await store.one(draft("1", reply: answered))
        try await store.take(step(.reopened), id)
        try await store.record([draft("1", "Cold soup again", reply: answered)], at: hours(5))
        #expect(try await store.state(of: id) == .reopened)
        let reply = Entry.OwnerReply(text: "Sorry once more", date: hours(6))
        try await store.record([draft("1", "Cold soup, again", reply: reply)], at: hours(7))
        #expect(try await store.state(of: id) == .answeredPublicly)
        #expect(try await store.triageEvents(of: id).last?.by == "repute")
    }
}

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

struct `The counts of states` {
    /// What the rollup should hold, counted anew.
    private func recount(_ store: SQLiteStore) async throws -> [String] {
        try await store.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT brandId || ' ' || label || ' ' || state || ' ' || mentions FROM (
                        SELECT '' AS brandId, label, state, count(*) AS mentions
                        FROM mention GROUP BY label, state
                        UNION ALL
                        SELECT brandId, mention.label, state, count(*)
                        FROM mentionBrand JOIN mention ON mention.id = mentionId
                        GROUP BY brandId, mention.label, state) ORDER BY 1
                    """)
        }
    }

    private func kept(_ store: SQLiteStore) async throws -> [String] {
        try await store.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT brandId || ' ' || label || ' ' || state || ' ' || mentions
                    FROM triageCount WHERE mentions <> 0 ORDER BY 1
                    """)
        }
    }

    @Test func `follow whatever happens to mentions`() async throws {
        let store = try await sampleStore()
        func check(_ what: Comment) async throws {
            let (kept, recounted) = (try await kept(store), try await recount(store))
            #expect(kept == recounted, what)
        }
        let ids = try await store.record([
            draft("1"), draft("2", brands: [bakery, rival]),
            draft("3", score: 0.5, reply: answered),
            draft("4", brands: [rival]), draft("5"),
        ]).new
        try await check("stored")
        #expect(try await kept(store).count == 5)
        try await store.take(step(.seen), ids[0])
        try await store.take(step(.resolved), ids[1])
        try await store.take(step(.assigned, assignee: "Ben"), ids[1])
        try await check("triaged")
        try await store.record([
            draft("1", "Now warm", score: 0.4),
            draft("2", "Cold and rude", score: -0.9, brands: [bakery]),
            draft("4", "Cold soup", brands: [rival], reply: answered),
        ])
        try await check("edited")
        _ = try await store.correct(
            [Judgement(mention: ids[4], label: .positive, by: "Ada")], now: present)
        try await check("corrected")
        try await store.write { database in
            try database.execute(
                sql: "DELETE FROM mention WHERE id IN (?, ?)", arguments: [ids[1], ids[2]])
        }
        try await check("removed")
        #expect(try await store.write { $0.changesCount } >= 0)
        let counts = try await store.triageCounts(brands: nil)
        #expect(counts[.positive, .seen] == 1 && counts[.positive, .new] == 1)
        #expect(counts[.answeredPublicly] == 1 && counts.openComplaints == 0)
        #expect(try await store.triageCounts(brands: [rival])[.negative, .answeredPublicly] == 1)
    }

    @Test func `are taken from what an older store holds`() async throws {
        let store = try await sampleStore()
        try await store.record([draft("1"), draft("2", brands: [bakery, rival], reply: answered)])
        let before = try await kept(store)
        try await store.write { database in
            try database.execute(sql: "DELETE FROM triageCount")
            let filling = TriageCount005.sql.components(separatedBy: ";")
                .filter {
                    $0.contains("INSERT INTO triageCount SELECT")
                        || $0.contains("FROM mentionBrand JOIN mention")
                }
            for statement in filling { try database.execute(sql: statement) }
        }
        #expect(try await kept(store) == before && before.count == 5)
    }
}
