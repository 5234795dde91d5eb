import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `Pausing a source` {
    @Test func `keeps everything and is not claimed`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1")]).new
        #expect(try await store.setPaused(reviews, true, now: hours(1)))
        #expect(try await store.sourceStates().map(\.pausedAt) == [nil, hours(1)])
        try await store.pollSoon(nil, now: hours(1))
        try await store.pollSoon([reviews], now: hours(1))
        #expect(
            try await store.claimDue(now: hours(9), limit: 9, lease: lease).map(\.source) == [press]
        )
        #expect(try await store.nextDueSource() == hours(9).addingTimeInterval(600))
        #expect(try await store.mention(ids[0]) != nil)
    }

    @Test func `ends with the source due at once`() async throws {
        let store = try await sampleStore()
        try await store.record([])
        _ = try await store.setPaused(reviews, true, now: hours(0.1))
        #expect(try await store.setPaused(reviews, false, now: hours(0.5)))
        let state = try #require(try await store.sourceStates().last)
        #expect(state.pausedAt == nil)
        #expect(state.nextPoll == hours(0.5))
        let claimed = try await store.claimDue(now: hours(0.5), limit: 9, lease: lease)
        #expect(Set(claimed.map(\.source)) == [press, reviews])
    }

    @Test func `twice, or ending it twice, changes nothing`() async throws {
        let store = try await sampleStore()
        try await store.record([])
        #expect(try await store.setPaused(reviews, false, now: present))
        #expect(try await store.sourceStates().last?.nextPoll == hours(1))
        _ = try await store.setPaused(reviews, true, now: hours(1))
        #expect(try await store.setPaused(reviews, true, now: hours(2)))
        #expect(try await store.sourceStates().last?.pausedAt == hours(1))
        #expect(
            try await store.setPaused(SourceID(trusted: "unknown"), true, now: present) == false)
    }

    @Test func `outlives a poll under way and the next start`() async throws {
        let store = try await sampleStore()
        let claimed = try await store.claimDue(now: present, limit: 9, lease: lease)
        _ = try await store.setPaused(reviews, true, now: present)
        _ = try await store.record(poll { $0.state = claimed[1] })
        try await store.register([registered(reviews)], now: hours(1)) { _ in hours(1) }
        #expect(try await store.sourceStates().map(\.pausedAt) == [present])
        #expect(try await store.nextDueSource() == nil)
    }

    @Test func `a disabled source and ending it claims nothing`() async throws {
        let store = try await sampleStore()
        try await store.register([registered(reviews, isEnabled: false)], now: present) { _ in
            present
        }
        _ = try await store.setPaused(reviews, true, now: present)
        _ = try await store.setPaused(reviews, false, now: present)
        #expect(try await store.nextDueSource() == nil)
        try await store.register([registered(reviews)], now: present) { _ in present }
        #expect(try await store.nextDueSource() == present)
    }
}

struct `Forgetting what was seen` {
    @Test func `leaves mentions and tombstones and reads the document anew`() async throws {
        let store = try await sampleStore()
        let old = try await store.record([draft("gone")], at: hours(-9)).new
        try await store.decide(old)
        _ = try await store.prune(mentionsBefore: hours(-1), outboxBefore: nil)
        _ = try await store.record(
            poll([draft("1"), draft("2", brands: []), draft("3", brands: [])]) {
                $0.state.baselineAt = hours(-9)
                $0.state.validators.etag = "1"
                $0.state.bodyDigest = "body"
                $0.listed = ListedEntries(items: [.init(key: "1")])
            })
        try await store.record([draft("2", brands: [])], from: press)
        #expect(try await store.forgetSeen(of: reviews, now: hours(0.5)) == 2)
        let state = try #require(try await store.sourceStates().last)
        #expect(state.baselineAt == nil)
        #expect(state.validators == SourceState.Validators())
        #expect(state.bodyDigest == nil)
        #expect(state.nextPoll == hours(0.5))
        #expect(state.mentionCount == 1)
        #expect(try await store.listedEntries(of: reviews) == nil)
        let identities = ["gone", "1", "2"].map { draft($0).entry.identity }
        let known = try await store.known(identities, of: reviews)
        #expect(known.count == 2)
        #expect(known[identities[0]]?.isForgotten == true)
        #expect(known[identities[1]]?.mention != nil)
        #expect(try await store.known([identities[2]], of: press).count == 1)
        #expect(try await store.forgetSeen(of: reviews, now: present) == 0)
        #expect(try await store.forgetSeen(of: SourceID(trusted: "x"), now: present) == nil)
    }

    @Test func `is not undone by a poll under way`() async throws {
        let store = try await sampleStore()
        let claimed = try await store.claimDue(now: present, limit: 9, lease: lease)
        _ = try await store.forgetSeen(of: reviews, now: present)
        _ = try await store.record(
            poll {
                $0.state = claimed[1]
                $0.state.baselineAt = present
                $0.state.validators.etag = "1"
                $0.state.nextPoll = hours(1)
            })
        let state = try #require(try await store.sourceStates().last)
        #expect(state.baselineAt == nil)
        #expect(state.validators.etag == nil)
        #expect(state.nextPoll == present)
    }
}

struct `What a source lists` {
    @Test(arguments: [
        [], [ListedEntries.Item(key: "a")],
        [.init(key: "b", misses: 2), .init(key: "a"), .init(key: "c", misses: 11)],
        [.init(key: "two words"), .init(key: "line\nfeed"), .init(key: "back\\slash\\n")],
        [.init(key: "nul\0"), .init(key: ""), .init(key: "\\"), .init(key: "ü🥣\r\n")],
    ])
    func `reads back as it was`(items: [ListedEntries.Item]) async throws {
        let store = try await sampleStore()
        #expect(try await store.listedEntries(of: reviews) == nil)
        _ = try await store.record(poll { $0.listed = ListedEntries(items: items) })
        #expect(try await store.listedEntries(of: reviews) == ListedEntries(items: items))
        #expect(try await store.listedEntries(of: press) == nil)
    }

    @Test func `stays until another list comes`() async throws {
        let store = try await sampleStore()
        let first = ListedEntries(items: [.init(key: "1"), .init(key: "2")])
        let second = ListedEntries(items: [.init(key: "2"), .init(key: "1", misses: 1)])
        _ = try await store.record(poll { $0.listed = first })
        _ = try await store.record(poll { $0.listed = nil })
        #expect(try await store.listedEntries(of: reviews) == first)
        _ = try await store.record(poll { $0.listed = second })
        #expect(try await store.listedEntries(of: reviews) == second)
    }

    @Test func `is told with what is stored of it`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([
            draft("1", score: 0.5, at: hours(-3)), draft("2"), draft("3", brands: []),
        ]).new
        _ = try await store.record(poll { $0.delisted = [ids[1]] })
        #expect(
            try await store.entries(withKeys: ["2", "x", "3", "1", "1"], of: reviews) == [
                ListedMention(
                    key: "2", mention: ids[1], occurredAt: present, label: .negative,
                    isDelisted: true),
                ListedMention(
                    key: "3", mention: nil, occurredAt: nil, label: nil, isDelisted: false),
                ListedMention(
                    key: "1", mention: ids[0], occurredAt: hours(-3), label: .positive,
                    isDelisted: false),
            ])
        #expect(try await store.entries(withKeys: ["1"], of: press) == [])
    }

    @Test func `no more is marked once, until it is listed again`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1")]).new
        _ = try await store.record(poll(at: hours(1)) { $0.delisted = ids })
        _ = try await store.record(poll(at: hours(2)) { $0.delisted = ids })
        #expect(try await store.mention(ids[0])?.delistedAt == hours(1))
        _ = try await store.record(poll(of: press, at: hours(2)) { $0.relisted = ids })
        #expect(try await store.mention(ids[0])?.delistedAt == hours(1))
        _ = try await store.record(poll(at: hours(3)) { $0.relisted = ids })
        #expect(try await store.mention(ids[0])?.delistedAt == nil)
        _ = try await store.record(poll(of: press, at: hours(3)) { $0.delisted = ids })
        #expect(try await store.mention(ids[0])?.delistedAt == nil)
    }
}

struct `Known wordings` {
    @Test func `are found by their digests, apart from tombstones`() async throws {
        let store = try await sampleStore()
        let old = try await store.record([draft("gone", "Old")], at: hours(-9)).new
        try await store.decide(old)
        _ = try await store.prune(mentionsBefore: hours(-1), outboxBefore: nil)
        let ids = try await store.record([
            draft("1", "Soup"), draft("2", "Soup"), draft("3", "Rain", brands: []),
        ]).new
        try await store.record([draft("4", "Soup")], from: press)
        let digests = ["Rain", "Soup", "Old", "Snow", "Soup"].map { draft("", $0).contentDigest }
        #expect(
            try await store.entries(withContent: digests, of: reviews) == [
                KnownContent(contentDigest: digests[0], key: "3", mention: nil),
                KnownContent(contentDigest: digests[1], key: "1", mention: ids[0]),
                KnownContent(contentDigest: digests[1], key: "2", mention: ids[1]),
            ])
    }
}

struct `The usage of a host` {
    private let today = CalendarDay(number: 20_758)

    private func record(
        _ usage: HostUsage, of source: SourceID = reviews, in store: SQLiteStore
    ) async throws {
        _ = try await store.record(poll(of: source) { $0.host = usage })
    }

    @Test func `adds up the requests of a day`() async throws {
        let store = try await sampleStore()
        let usage = HostUsage(host: "a.example", day: today, requests: 2)
        try await record(usage, in: store)
        try await record(usage, of: press, in: store)
        try await record(
            HostUsage(host: "a.example:8080", day: today, requests: 5), in: store)
        #expect(try await store.hostUsages().map(\.host) == ["a.example", "a.example:8080"])
        #expect(try await store.hostUsages().map(\.requests) == [4, 5])
    }

    @Test func `begins anew with the day and never goes back`() async throws {
        let store = try await sampleStore()
        let tomorrow = CalendarDay(number: today.number + 1)
        try await record(HostUsage(host: "a.example", day: today, requests: 7), in: store)
        try await record(HostUsage(host: "a.example", day: tomorrow, requests: 1), in: store)
        #expect(
            try await store.hostUsages() == [
                HostUsage(host: "a.example", day: tomorrow, requests: 1)
            ])
        try await record(HostUsage(host: "a.example", day: today, requests: 3), in: store)
        #expect(try await store.hostUsages().map(\.requests) == [1])
    }

    @Test func `keeps what the host said last, and its longest block`() async throws {
        let store = try await sampleStore()
        var usage = HostUsage(
            host: "a.example", day: today, requests: 1, limit: 100, remaining: 40,
            resetsAt: hours(1), blockedUntil: hours(2))
        try await record(usage, in: store)
        try await record(
            HostUsage(host: "a.example", day: today, requests: 1, blockedUntil: hours(1)),
            of: press, in: store)
        usage.requests = 2
        #expect(try await store.hostUsages() == [usage])
        try await record(
            HostUsage(
                host: "a.example", day: today, requests: 1, remaining: 39, blockedUntil: hours(3)),
            in: store)
        usage.requests = 3
        usage.remaining = 39
        usage.blockedUntil = hours(3)
        #expect(try await store.hostUsages() == [usage])
        try await record(HostUsage(host: "b.example", day: today, requests: 1), in: store)
        #expect(try await store.hostUsages().last?.blockedUntil == nil)
    }

    @Test func `counts every poll of two stores at the same time`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let stores = [try await folder.open(), try await folder.open()]
        let ids = [reviews, press]
        try await stores[0].register(ids.map { registered($0) }, now: present) { _ in present }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for round in 0..<40 {
                group.addTask {
                    try await record(
                        HostUsage(host: "a.example", day: today, requests: 1 + round % 3),
                        of: ids[round % 2], in: stores[round % 2])
                }
            }
            try await group.waitForAll()
        }
        let expected = (0..<40).reduce(0) { $0 + 1 + $1 % 3 }
        #expect(try await stores[1].hostUsages().map(\.requests) == [expected])
    }
}
