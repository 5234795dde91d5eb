import FoundationEssentials
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `Erasing a source` {
    /// A store in which reviews and press have mentions, alerts and notices; numbers 1 and 2 are of
    /// the reviews, 3 is of the press.
    private func filled() async throws -> SQLiteStore {
        let store = try await sampleStore()
        var rainy = draft("1", "Rain", stars: 2.5)
        rainy.sentiment?.aspects = [
            AspectOpinion(aspect: .allCases[0], score: -0.5, label: .negative, spans: [0..<4])
        ]
        let drafts = [rainy, draft("2", score: 0.5, stars: 4.1)]
        _ = try await store.record(
            poll(drafts) {
                $0.state.baselineAt = hours(-5)
                $0.state.validators.etag = "1"
                $0.state.health = .quiet
                $0.state.cadence.observedDays = 5
                $0.listed = ListedEntries(items: [.init(key: "1")])
                $0.notices = [NewNotice(kind: .quiet, detail: "own")]
            })
        try await store.record([draft("1", "More rain")], at: hours(1))
        _ = try await store.record(
            poll([draft("1", "Rain", stars: 1)], of: press) {
                $0.notices = [NewNotice(kind: .gap, detail: "other")]
            })
        return store
    }

    private func alert(on mentions: [MentionID], _ notices: [SourceNoticeID]) -> DecisionRecord {
        var told = alarm(on: mentions)
        told.notices = notices
        return DecisionRecord(
            alerts: [told], notes: [],
            decided: mentions.map { DecidedMention(mention: $0, version: $0 == 1 ? 2 : 1) },
            now: present)
    }

    @Test func `leaves the store as if there had been the others only`() async throws {
        let store = try await filled()
        let other = try await sampleStore()
        try await other.record([draft("1", "Rain", stars: 1)], from: press)
        #expect(try await store.erase(reviews) == 2)
        for brands in [nil, [bakery]] as [[BrandID]?] {
            #expect(
                try await store.dailyCounts(brands: brands, from: always.from, to: always.to)
                    == other.dailyCounts(brands: brands, from: always.from, to: always.to))
            #expect(
                try await store.aspectCounts(brands: brands, from: always.from, to: always.to) == []
            )
        }
        #expect(try await store.totals() == other.totals())
        #expect(try await store.mentions(MentionFilter(), page: Page()).rows.map(\.id) == [3])
        #expect(try await store.mentions(MentionFilter(search: "rain"), page: Page()).total == 1)
        #expect(try await store.versions(of: 1) == [])
        #expect(try await store.sourceNotices(of: nil, limit: 9).map(\.detail) == ["other"])
        #expect(try await store.listedEntries(of: reviews) == nil)
        #expect(try await store.integrityProblems() == [])
        #expect(try await store.erase(reviews) == 0)
    }

    @Test func `makes a configured source new, unpaused and due`() async throws {
        let store = try await filled()
        _ = try await store.setPaused(reviews, true, now: hours(1))
        _ = try await store.erase(reviews)
        var expected = SourceState(source: reviews, nextPoll: present, urlDigest: "address 1")
        expected.revision = 1
        #expect(try await store.sourceStates().last == expected)
        #expect(
            try await store.claimDue(now: present, limit: 9, lease: lease).map(\.source)
                == [reviews])
        #expect(try await store.record([draft("1", "Rain")]).new.count == 1)
    }

    @Test func `removes one that is configured no more altogether`() async throws {
        let store = try await filled()
        try await store.register([registered(press)], now: present) { _ in present }
        #expect(try await store.erase(reviews) == 2)
        try await store.register([registered(press), registered(reviews)], now: present) { _ in
            hours(3)
        }
        #expect(
            try await store.sourceStates().last
                == SourceState(source: reviews, nextPoll: hours(3), urlDigest: "address 1"))
        #expect(try await store.erase(SourceID(trusted: "unknown")) == 0)
    }

    @Test func `forgets tombstones and keeps the figures of what was pruned`() async throws {
        let store = try await filled()
        try await store.decide([2])
        _ = try await store.prune(mentionsBefore: hours(1), outboxBefore: nil)
        #expect(try await store.erase(reviews) == 1)
        #expect(try await store.totals().total == 2)
        #expect(try await store.record([draft("2")]).new.count == 1)
    }

    @Test func `removes alerts that told of nothing else, with their deliveries`() async throws {
        let store = try await filled()
        let own = try await store.commit(alert(on: [1], [])).first ?? nil
        let mixed = try await store.commit(alert(on: [2, 3], [])).first ?? nil
        let notices = try await store.undecidedNotices().map(\.id)
        let both = try await store.commit(alert(on: [], notices)).first ?? nil
        #expect(own != nil && mixed != nil && both != nil)
        _ = try await store.erase(reviews)
        let left = try await store.alerts(since: nil, page: Page()).rows
        #expect(left.map(\.id) == [both, mixed])
        #expect(left.map(\.mentions) == [[], [3]])
        #expect(left.map { $0.notices.map(\.detail) } == [["other"], []])
        #expect(try await store.outboxSummary().pending == 2)
        _ = try await store.erase(press)
        #expect(try await store.alerts(since: nil, page: Page()).total == 0)
        #expect(try await store.outboxSummary() == OutboxSummary())
    }

    @Test func `that fails half-way removes nothing`() async throws {
        let store = try await filled()
        try await store.write {
            try $0.execute(
                sql: """
                    CREATE TRIGGER failing BEFORE DELETE ON sourceListing
                    BEGIN SELECT raise(ABORT, 'broken'); END
                    """)
        }
        await #expect(throws: StorageError.self) { try await store.erase(reviews) }
        #expect(try await store.totals().total == 3)
        #expect(try await store.mentions(MentionFilter(), page: Page()).total == 3)
        #expect(try await store.sourceNotices(of: nil, limit: 9).count == 2)
    }

    @Test func `is not undone by a poll under way`() async throws {
        let store = try await filled()
        try await store.pollSoon(nil, now: present)
        let claimed = try await store.claimDue(now: present, limit: 9, lease: lease)
        _ = try await store.erase(reviews)
        _ = try await store.record(poll { $0.state = claimed[1] })
        let state = try #require(try await store.sourceStates().last)
        #expect(state.baselineAt == nil)
        #expect(state.validators.etag == nil)
        #expect(state.nextPoll == present)
    }
}
