import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `A new entry` {
    @Test func `becomes a mention that reads back as it was`() async throws {
        let store = try await sampleStore()
        var new = draft(
            "1", "Кальт soup 🥣\nand rain", title: "Never", author: "Ann", score: -0.7, stars: 1.5,
            reply: Entry.OwnerReply(text: "Sorry", date: hours(1)), disagrees: true, at: hours(-5))
        new.entry.updated = hours(-4)
        new.entry.language = "en-GB"
        new.sentiment?.contributions = [
            Contribution(term: "cold", span: 6..<10, valence: -1.5, weight: -1.1, rules: ["not"]),
            Contribution(term: "rain", span: 20..<24, valence: -0.5, weight: -0.5),
        ]
        let receipt = try await store.record([new], isBaseline: true)
        #expect(receipt.changed == [])
        let id = try #require(receipt.new.first)
        #expect(
            try await store.mention(id)
                == Mention(
                    id: id, source: reviews, kind: .review, entry: new.entry, brands: new.brands,
                    sentiment: try #require(new.sentiment), firstSeen: present,
                    occurredAt: hours(-5), version: 1, isBaseline: true))
        #expect(try await store.versions(of: id) == [])
    }

    @Test func `may have nothing but a rating, or nothing at all`() async throws {
        let store = try await sampleStore()
        let receipt = try await store.record([draft("1", nil, stars: 2), draft("2", nil)])
        #expect(receipt.new.count == 2)
        let mention = try #require(try await store.mention(receipt.new[0]))
        #expect(mention.entry.text == nil)
        #expect(mention.entry.rating?.stars == 2)
    }

    @Test func `is known afterwards, and others are not`() async throws {
        let store = try await sampleStore()
        let id = try await store.record([draft("1")]).new.first
        let identities = [draft("1"), draft("2")].map(\.entry.identity)
        #expect(
            try await store.known(identities, of: reviews) == [
                identities[0]: KnownEntry(
                    mention: id, contentDigest: draft("1").contentDigest, isForgotten: false)
            ])
        #expect(try await store.known(identities, of: press) == [:])
    }

    @Test func `is stored once however often a poll brings it`() async throws {
        let store = try await sampleStore()
        let receipt = try await store.record([draft("1"), draft("1")])
        #expect(receipt.new.count == 1)
        #expect(receipt.changed == [])
        #expect(try await store.record([draft("1")]) == PollReceipt())
        #expect(try await store.mentions(MentionFilter(), page: Page()).total == 1)
    }

    @Test func `of another source is another mention`() async throws {
        let store = try await sampleStore()
        try await store.record([draft("1")])
        #expect(try await store.record([draft("1")], from: press).new.count == 1)
        #expect(try await store.sourceStates().map(\.mentionCount) == [1, 1])
    }

    @Test func `of an unknown source stores nothing`() async throws {
        let store = try await sampleStore()
        let unknown = SourceID(trusted: "unknown")
        await #expect(throws: StorageError.self) {
            try await store.record([draft("1")], from: unknown)
        }
        let error = await #expect(throws: StorageError.self) {
            try await store.record([], from: unknown)
        }
        #expect(error?.detail.contains("unknown") == true)
        #expect(try await store.mentions(MentionFilter(), page: Page()).total == 0)
    }
}

struct `A poll` {
    @Test func `stores the state of its source and leaves others`() async throws {
        let store = try await sampleStore()
        try await store.record([draft("1"), draft("2")])
        var expected = polled(reviews)
        expected.mentionCount = 2
        let states = try await store.sourceStates()
        #expect(states.last == expected)
        #expect(states.first?.lastPoll == nil)
    }

    @Test func `of an address that changed meanwhile leaves nothing to the new one`() async throws {
        let store = try await sampleStore()
        try await store.register([registered(reviews, url: "address 2")], now: present) { _ in
            present
        }
        var state = polled(reviews)
        state.validators = SourceState.Validators(etag: "1", lastModified: "now")
        state.bodyDigest = "body"
        state.movedTo = Secret("https://old.example/moved")
        _ = try await store.record(
            PollRecord(
                source: reviews, kind: .review, state: state, drafts: [], isBaseline: false,
                now: present, day: utcDay))
        let stored = try #require(try await store.sourceStates().first)
        #expect(stored.validators == SourceState.Validators())
        #expect(stored.bodyDigest == nil)
        #expect(stored.movedTo == nil)
        #expect(stored.nextPoll == present)
        #expect(stored.lastSuccess == present)
    }

    @Test func `that began before the reading changed leaves the source due`() async throws {
        let store = try await sampleStore()
        let claimed = try await store.claimDue(now: present, limit: 9, lease: lease)
        try await store.register(
            [registered(reviews, reading: "reading 2"), registered(press)], now: hours(0.1)
        ) { _ in present }
        let receipt = try await store.record(
            poll([draft("1")]) {
                $0.state = claimed[1]
                $0.state.validators.etag = "1"
                $0.state.bodyDigest = "body"
                $0.state.baselineAt = present
                $0.state.health = .quiet
                $0.state.nextPoll = hours(1)
                $0.listed = ListedEntries(items: [.init(key: "1")])
                $0.notices = [NewNotice(kind: .quiet, detail: "nothing new")]
            })
        #expect(receipt.new.count == 1)
        let stored = try #require(try await store.sourceStates().last)
        #expect(stored.validators == SourceState.Validators())
        #expect(stored.bodyDigest == nil)
        #expect(stored.baselineAt == nil)
        #expect(stored.health == .waiting)
        #expect(stored.mentionCount == 1)
        #expect(try await store.listedEntries(of: reviews) == nil)
        #expect(try await store.sourceNotices(of: nil, limit: 9) == [])
        let again = try await store.claimDue(now: hours(0.1), limit: 9, lease: otherLease)
        #expect(again.map(\.source) == [reviews])
        _ = try await store.record(
            poll {
                $0.state = again[0]
                $0.state.validators.etag = "2"
                $0.state.nextPoll = hours(1)
            })
        #expect(try await store.sourceStates().last?.validators.etag == "2")
        #expect(try await store.sourceStates().last?.nextPoll == hours(1))
    }

    @Test func `that fails half-way stores nothing of it`() async throws {
        let store = try await sampleStore()
        var broken = draft("2")
        broken.sentiment?.score = .nan
        let known = try #require(try await store.record([draft("0")]).new.first)
        let whole = poll([draft("1"), broken], at: hours(1)) {
            $0.relinks = [relink("0", to: "9")]
            $0.delisted = [known]
            $0.listed = ListedEntries(items: [.init(key: "1")])
            $0.notices = [NewNotice(kind: .gap, detail: "a gap")]
            $0.host = HostUsage(host: "a.example", day: CalendarDay(number: 1), requests: 1)
        }
        await #expect(throws: StorageError.self) { try await store.record(whole) }
        try await expectNothing(of: known, in: store)
        // The last thing that is written is the state.
        let late = poll([draft("1")], at: hours(1)) {
            $0.relinks = whole.relinks
            $0.delisted = whole.delisted
            $0.listed = whole.listed
            $0.notices = whole.notices
            $0.host = whole.host
            $0.state.cadence.arrivals = .nan
        }
        await #expect(throws: StorageError.self) { try await store.record(late) }
        try await expectNothing(of: known, in: store)
        #expect(try await store.record(whole.without("2")).new.count == 1)
        #expect(try await store.mention(known)?.delistedAt == hours(1))
    }

    private func expectNothing(of known: MentionID, in store: SQLiteStore) async throws {
        #expect(try await store.mentions(MentionFilter(), page: Page()).total == 1)
        #expect(try await store.totals().total == 1)
        #expect(try await store.mention(known)?.delistedAt == nil)
        #expect(try await store.entries(withKeys: ["9"], of: reviews) == [])
        #expect(try await store.listedEntries(of: reviews) == nil)
        #expect(try await store.undecidedNotices() == [])
        #expect(try await store.hostUsages() == [])
        #expect(try await store.sourceStates().last?.lastPoll == present)
    }
}

extension PollRecord {
    /// The record without the draft of a key.
    fileprivate func without(_ key: String) -> PollRecord {
        var record = self
        record.drafts.removeAll { $0.entry.identity.key == key }
        return record
    }
}

struct `A changed entry` {
    @Test func `keeps its number and its old wording as a version`() async throws {
        let store = try await sampleStore()
        let id = try #require(try await store.record([draft("1", "Fine", score: 0.5)]).new.first)
        let receipt = try await store.record(
            [draft("1", "Cold", score: -0.5, stars: 2)], at: hours(1))
        #expect(receipt == PollReceipt(changed: [id]))
        let mention = try #require(try await store.mention(id))
        #expect(mention.version == 2)
        #expect(mention.entry.text == "Cold")
        #expect(mention.firstSeen == present)
        #expect(
            try await store.versions(of: id) == [
                MentionVersion(
                    version: 1, title: nil, text: "Fine", rating: nil, score: 0.5,
                    label: .positive, replacedAt: hours(1))
            ])
        try await store.record([draft("1", "Warm", score: 0.1)], at: hours(2))
        #expect(try await store.versions(of: id).map(\.text) == ["Fine", "Cold"])
    }

    @Test func `is undecided again if it got worse, beside what was decided on`() async throws {
        let store = try await sampleStore()
        let id = try #require(try await store.record([draft("1", "Fine", score: 0.5)]).new.first)
        try await store.decide([id])
        #expect(try await store.undecided(limit: 9) == [])
        try await store.record([draft("1", "Hm", score: 0.2)], at: hours(1))
        let waiting = try #require(try await store.undecided(limit: 9).first)
        #expect(waiting.mention.version == 2)
        #expect(waiting.decidedVersion?.text == "Fine")
        #expect(waiting.decidedVersion?.version == 1)
    }

    @Test func `is not undecided again if it got better`() async throws {
        let store = try await sampleStore()
        let id = try #require(try await store.record([draft("1", "Bad")]).new.first)
        try await store.decide([id])
        try await store.record([draft("1", "Good", score: 0.6)], at: hours(1))
        #expect(try await store.undecided(limit: 9) == [])
    }

    @Test func `is news even if it came with the baseline, once that was decided`() async throws {
        let store = try await sampleStore()
        let first = try await store.record(
            [draft("1", "Fine", score: 0.5, isNews: false), draft("2", isNews: false)],
            isBaseline: true)
        #expect(try await store.undecided(limit: 9).map(\.isNews) == [false, false])
        try await store.decide([first.new[0]])
        try await store.record([draft("1", "Cold"), draft("2", "Colder", isNews: false)])
        #expect(try await store.undecided(limit: 9).map(\.isNews) == [true, false])
    }

    @Test func `keeps its brands if the new wording matches none`() async throws {
        let store = try await sampleStore()
        let id = try #require(try await store.record([draft("1")]).new.first)
        try await store.record([draft("1", "Else", brands: [])])
        #expect(try await store.mention(id)?.brands.map(\.brand) == [bakery])
        #expect(
            try await store.mentions(MentionFilter(brand: bakery), page: Page()).rows.map(\.id)
                == [id])
        try await store.record([draft("1", "Rival", brands: [rival])])
        #expect(try await store.mention(id)?.brands.map(\.brand) == [rival])
        #expect(try await store.mentions(MentionFilter(brand: bakery), page: Page()).total == 0)
    }

    @Test func `is found by its new words only`() async throws {
        let store = try await sampleStore()
        try await store.record([draft("1", "Lukewarm")])
        try await store.record([draft("1", "Frozen")])
        #expect(
            try await store.mentions(MentionFilter(search: "frozen"), page: Page()).total == 1)
        #expect(
            try await store.mentions(MentionFilter(search: "lukewarm"), page: Page()).total == 0)
    }
}

struct `An entry that no brand matches` {
    @Test func `is kept as an identity only`() async throws {
        let store = try await sampleStore()
        let stranger = draft("1", brands: [])
        #expect(try await store.record([stranger], from: press) == PollReceipt())
        #expect(
            try await store.known([stranger.entry.identity], of: press).values.first
                == KnownEntry(
                    mention: nil, contentDigest: stranger.contentDigest, isForgotten: false))
        #expect(try await store.totals().total == 0)
    }

    @Test func `becomes a mention when a brand matches it later`() async throws {
        let store = try await sampleStore()
        try await store.record([draft("1", brands: [])], from: press)
        let receipt = try await store.record([draft("1", isNews: false)], from: press)
        #expect(receipt.new.count == 1)
        #expect(
            try await store.known([draft("1").entry.identity], of: press).values.first?.mention
                == receipt.new.first)
        #expect(try await store.undecided(limit: 9).map(\.isNews) == [false])
    }
}
