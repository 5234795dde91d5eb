import Fetching
import FoundationEssentials
import Model
import SQLiteStorage
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Monitor

/// A loopback server with many feeds, which are all of one host, and a store that has them due.
private final class BusyHost: Sendable {
    let server: LoopbackServer
    let store: any Store
    let time = HeldTime()
    private let walk: PollWalk

    init(
        sources count: Int, spacing: TimeInterval = 0, budget: Int? = nil,
        _ handler: @escaping @Sendable (LoopbackRequest) -> LoopbackReply
    ) async throws {
        let server = try LoopbackServer.start(handler)
        self.server = server
        store = try SQLiteFile.inMemory()
        let sources = (0..<count).map { number in
            var source = Sample.source(server.url("/\(number)"))
            source.id = SourceID(trusted: "s\(number)")
            return source
        }
        var configuration = try Sample.configuration()
        configuration.sources = Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0) })
        configuration.gate = HostGate(
            limit: 4, limitPerHost: 2, spacing: spacing, time: LeapingTime().source())
        configuration.claimLimit = 64
        let host = SourceHost.name(of: server.url("/"))
        configuration.hostBudgets = budget.map { [host: $0] } ?? [:]
        walk = PollWalk(
            store: store, configuration: CurrentConfiguration(configuration), time: time.source,
            owner: "test",
            random: { 0 }, logger: Sample.logger, settled: { _ in })
        let start = time.now
        try await store.register(
            sources.map {
                RegisteredSource(
                    id: $0.id, kind: $0.kind, urlDigest: FeedFetcher.urlDigest(of: $0),
                    readingDigest: "r", isEnabled: true)
            }, now: start, firstPoll: { _ in start })
    }

    deinit { server.stop() }

    func run(waitingForHosts: Bool = false) async throws -> PollWalk.Report {
        try await walk.run(waitingForHosts: waitingForHosts)
    }

    /// How long from now each source that was not polled waits, shortest first.
    func waits() async throws -> [TimeInterval] {
        try await store.sourceStates().filter { $0.lastPoll == nil }
            .map { $0.nextPoll.timeIntervalSince(time.now) }.sorted()
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A host with many sources` {
    @Test func `puts off those that would wait long, and forgets none`() async throws {
        let host = try await BusyHost(sources: 30, spacing: 5) { _ in .ok(rss(["a"])) }
        let report = try await host.run()
        let waits = try await host.waits()
        #expect(report.polled >= 4)
        #expect(report.polled + waits.count == 30)
        #expect(waits.allSatisfy { $0 > 20 })
        #expect(Set(waits).count > 10)
    }

    @Test func `has all of them polled where a walk is to wait`() async throws {
        let host = try await BusyHost(sources: 30, spacing: 5) { _ in .ok(rss(["a"])) }
        #expect(try await host.run(waitingForHosts: true).polled == 30)
    }

    @Test func `is left alone by all of them when it asks one to wait`() async throws {
        let asked = Mutex(0)
        let host = try await BusyHost(sources: 1) { _ in
            asked.withLock { $0 += 1 }
            return .status(429, headers: ["Retry-After": "900"])
        }
        #expect(try await host.run().failed.count == 1)
        try await host.store.pollSoon(nil, now: host.time.now)
        #expect(try await host.run().polled == 0)
        #expect(asked.withLock { $0 } == 1)
        #expect(try await host.store.hostUsages().first?.requests == 1)
        host.time.advance(by: 901)
        #expect(try await host.run().polled == 1)
    }

    @Test func `is asked no more in a day than its budget says`() async throws {
        let host = try await BusyHost(sources: 3, budget: 3) { _ in .ok(rss(["a"])) }
        #expect(try await host.run().polled == 3)
        try await host.store.pollSoon(nil, now: host.time.now)
        #expect(try await host.run().polled == 0)
        // 22 Nov 2026, 09:30, to midnight.
        host.time.advance(by: 14.5 * 3600)
        #expect(try await host.run().polled == 3)
    }
}
