import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `Registering sources` {
    @Test func `makes a new source due at its first poll`() async throws {
        let store = try SQLiteStore.inMemory()
        try await store.register([registered(reviews)], now: present) { _ in hours(2) }
        let state = try #require(try await store.sourceStates().first)
        #expect(state.source == reviews)
        #expect(state.nextPoll == hours(2))
        #expect(state.baselineAt == nil)
        #expect(state.mentionCount == 0)
        #expect(try await store.nextDueSource() == hours(2))
    }

    @Test func `keeps the schedule and the memory of a source that did not change`() async throws {
        let store = try await rememberingStore()
        try await store.register([registered(reviews)], now: hours(1)) { _ in hours(9) }
        let state = try #require(try await store.sourceStates().first)
        #expect(state == remembered())
    }

    @Test func `forgets validators and redirect when the address changes`() async throws {
        let store = try await rememberingStore()
        try await store.register([registered(reviews, url: "address 2")], now: hours(1)) { _ in
            hours(9)
        }
        var expected = remembered()
        expected.urlDigest = "address 2"
        expected.validators = SourceState.Validators()
        expected.bodyDigest = nil
        expected.movedTo = nil
        expected.nextPoll = hours(1)
        expected.failures = 0
        expected.failingSince = nil
        expected.lastFailure = nil
        expected.health = .waiting
        expected.healthSince = nil
        expected.shape = 0
        expected.answer = nil
        expected.quotaRemaining = nil
        expected.timeToLive = nil
        expected.skips = nil
        expected.revision = 1
        #expect(try await store.sourceStates() == [expected])
    }

    @Test func `forgets validators but no redirect when the reading changes`() async throws {
        let store = try await rememberingStore()
        try await store.register([registered(reviews, reading: "reading 2")], now: hours(1)) { _ in
            hours(9)
        }
        var expected = remembered()
        expected.validators = SourceState.Validators()
        expected.bodyDigest = nil
        expected.nextPoll = hours(1)
        expected.shape = 0
        expected.revision = 1
        #expect(try await store.sourceStates() == [expected])
    }

    @Test(arguments: [("address 2", "reading 1"), ("address 1", "reading 2")])
    func `forgets what a source listed when address or reading change`(url: String, reading: String)
        async throws
    {
        let store = try await sampleStore()
        _ = try await store.record(poll { $0.listed = ListedEntries(items: [.init(key: "1")]) })
        try await store.register([registered(reviews)], now: present) { _ in present }
        #expect(try await store.listedEntries(of: reviews) != nil)
        try await store.register(
            [registered(reviews, url: url, reading: reading)], now: present
        ) { _ in present }
        #expect(try await store.listedEntries(of: reviews) == nil)
    }

    @Test func `shows a disabled source and never claims it`() async throws {
        let store = try await sampleStore()
        try await store.register([registered(reviews, isEnabled: false)], now: present) { _ in
            present
        }
        #expect(try await store.sourceStates().map(\.source) == [reviews])
        #expect(try await store.claimDue(now: hours(9), limit: 9, lease: lease) == [])
        #expect(try await store.nextDueSource() == nil)
    }

    @Test func `keeps the mentions of a removed source but neither shows nor claims it`()
        async throws
    {
        let store = try await sampleStore()
        let id = try #require(try await store.record([draft("1")]).new.first)
        try await store.register([registered(press)], now: present) { _ in present }
        #expect(try await store.sourceStates().map(\.source) == [press])
        #expect(
            try await store.claimDue(now: hours(9), limit: 9, lease: lease).map(\.source) == [press]
        )
        #expect(try await store.mention(id) != nil)
        try await store.register([registered(reviews), registered(press)], now: present) { _ in
            present
        }
        #expect(try await store.sourceStates().last?.mentionCount == 1)
    }

    /// A state in which every column is set.
    private func remembered() -> SourceState {
        var state = polled(reviews, next: hours(5))
        state.baselineAt = hours(-9)
        state.validators = SourceState.Validators(etag: "W/\"7\"", lastModified: "yesterday")
        state.bodyDigest = "body"
        state.failures = 2
        state.failingSince = hours(-1)
        state.lastFailure = PollFailure(
            reason: .rateLimited, detail: "asked to wait", httpStatus: 429, retryAfter: 60)
        state.movedTo = Secret("https://new.example/feed")
        state.feedTitle = "Reviews"
        state.format = .atom1
        state.lastEntryCount = 3
        state.health = .unreachable
        state.healthSince = hours(-0.5)
        state.lastChange = hours(-7)
        state.cadence = Cadence(
            observedDays: 30.25, activeDays: 12.5, arrivals: 77, silentDays: 4,
            longestSilence: 9.5, day: CalendarDay(number: 20_758),
            lastArrival: hours(-8))
        state.shape = 1 << 40
        state.answer = "429 Too Many Requests"
        state.quotaRemaining = 0
        state.urgentUntil = hours(3)
        state.timeToLive = 1800
        state.skips = SkippedTimes(hours: [0, 23], weekdays: [7])
        return state
    }

    private func rememberingStore() async throws -> SQLiteStore {
        let store = try await sampleStore()
        _ = try await store.record(
            PollRecord(
                source: reviews, kind: .review, state: remembered(), drafts: [], isBaseline: false,
                now: present, day: utcDay))
        try await store.register([registered(reviews)], now: present) { _ in hours(9) }
        return store
    }
}

struct `Claiming sources` {
    @Test func `takes the longest due first and no more than the limit`() async throws {
        let store = try SQLiteStore.inMemory()
        let ids = ["a", "b", "c", "d"].map(SourceID.init(trusted:))
        try await store.register(ids.map { registered($0) }, now: present) { id in
            id == ids[2]
                ? hours(-3) : id == ids[0] ? hours(-1) : id == ids[1] ? hours(-2) : hours(1)
        }
        let first = try await store.claimDue(now: present, limit: 2, lease: lease)
        #expect(first.map(\.source) == [ids[2], ids[1]])
        let second = try await store.claimDue(now: present, limit: 2, lease: lease)
        #expect(second.map(\.source) == [ids[0]])
        #expect(try await store.claimDue(now: present, limit: 2, lease: lease) == [])
    }

    @Test func `leaves a claimed source alone until the lease ends`() async throws {
        let store = try await sampleStore()
        _ = try await store.claimDue(now: present, limit: 9, lease: lease)
        #expect(try await store.nextDueSource() == present.addingTimeInterval(600))
        let early = present.addingTimeInterval(599)
        #expect(try await store.claimDue(now: early, limit: 9, lease: otherLease) == [])
        let late = present.addingTimeInterval(600)
        #expect(try await store.claimDue(now: late, limit: 9, lease: otherLease).count == 2)
    }

    @Test func `ends with the record of the poll`() async throws {
        let store = try await sampleStore()
        _ = try await store.claimDue(now: present, limit: 9, lease: lease)
        _ = try await store.record(
            PollRecord(
                source: reviews, kind: .review, state: polled(reviews, next: present), drafts: [],
                isBaseline: false, now: present, day: utcDay))
        let claimed = try await store.claimDue(now: present, limit: 9, lease: otherLease)
        #expect(claimed.map(\.source) == [reviews])
    }

    @Test
    func `does not wait for a future in which the source was polled before the clock was set back`()
        async throws
    {
        let store = try await sampleStore()
        var state = polled(reviews, next: hours(25))
        state.lastPoll = hours(24)
        _ = try await store.record(
            PollRecord(
                source: reviews, kind: .review, state: state, drafts: [], isBaseline: false,
                now: hours(24), day: utcDay))
        #expect(
            try await store.claimDue(now: hours(24), limit: 9, lease: lease).map(\.source) == [
                press
            ])
        #expect(
            try await store.claimDue(now: hours(24).addingTimeInterval(-30), limit: 9, lease: lease)
                == [])
        let claimed = try await store.claimDue(now: present, limit: 9, lease: lease)
        #expect(claimed.map(\.source) == [reviews])
        #expect(try await store.claimDue(now: present, limit: 9, lease: otherLease) == [])
    }

    @Test func `is given back by its owner only, or by a start that is alone`() async throws {
        let store = try await sampleStore()
        _ = try await store.claimDue(now: present, limit: 9, lease: lease)
        try await store.releaseLeases(heldBy: "second")
        #expect(try await store.claimDue(now: present, limit: 9, lease: otherLease) == [])
        try await store.releaseLeases(heldBy: "first")
        #expect(try await store.claimDue(now: present, limit: 9, lease: otherLease).count == 2)
        try await store.releaseLeases(heldBy: nil)
        #expect(try await store.claimDue(now: present, limit: 9, lease: lease).count == 2)
    }
}

struct `Postponing claimed sources` {
    @Test func `makes each due at its date and ends its lease`() async throws {
        let store = try await sampleStore()
        _ = try await store.claimDue(now: present, limit: 9, lease: lease)
        try await store.postpone([reviews: hours(0.01), press: hours(2)])
        #expect(try await store.nextDueSource() == hours(0.01))
        #expect(
            try await store.claimDue(now: hours(0.01), limit: 9, lease: otherLease).map(\.source)
                == [reviews])
        try await store.postpone([reviews: hours(3)])
        #expect(
            try await store.claimDue(now: hours(2), limit: 9, lease: otherLease).map(\.source)
                == [press])
    }

    @Test func `changes nothing else, and no other source`() async throws {
        let store = try await sampleStore()
        try await store.record([draft("1")])
        let claimed = try await store.claimDue(now: hours(1), limit: 9, lease: lease)
        #expect(claimed.map(\.source) == [press, reviews])
        try await store.postpone([reviews: hours(5), SourceID(trusted: "unknown"): present])
        var expected = claimed
        expected[1].nextPoll = hours(5)
        #expect(try await store.sourceStates() == expected)
        #expect(try await store.claimDue(now: hours(1), limit: 9, lease: otherLease) == [])
    }
}

struct `Polling soon` {
    @Test func `makes the named sources due, or all`() async throws {
        let store = try await sampleStore()
        try await store.record([])
        try await store.record([], from: press)
        #expect(try await store.claimDue(now: present, limit: 9, lease: lease) == [])
        try await store.pollSoon([press], now: present)
        #expect(
            try await store.claimDue(now: present, limit: 9, lease: lease).map(\.source) == [press])
        try await store.pollSoon(nil, now: present)
        #expect(
            try await store.claimDue(now: present, limit: 9, lease: lease).map(\.source)
                == [reviews])
    }

    @Test func `never puts off a source that is due earlier`() async throws {
        let store = try await sampleStore()
        try await store.pollSoon(nil, now: hours(3))
        #expect(try await store.sourceStates().map(\.nextPoll) == [present, present])
    }
}
