import FoundationEssentials
import Model
import SQLiteStorage
import Storage
import Synchronization
import Testing

@testable import Monitor

struct `The maintenance walk` {
    private func walk(_ retention: RetentionPolicy, _ store: any Store, days: Double) throws
        -> MaintenanceWalk
    {
        var configuration = try Sample.configuration()
        configuration.retention = retention
        let now = HeldTime.start.addingTimeInterval(days * 86_400)
        return MaintenanceWalk(
            store: store, configuration: CurrentConfiguration(configuration),
            time: TimeSource(now: { now }, sleep: { _ in }), logger: Sample.logger)
    }

    private func filled(_ count: Int) async throws -> any Store {
        let store = try SQLiteFile.inMemory()
        let new = try await Sample.store(
            (0..<count).map { number in
                var entry = Sample.entry(key: "r-\(number)")
                entry.author = "Ann"
                return entry
            }, in: store
        ).new
        _ = try await store.commit(
            DecisionRecord(
                alerts: [], notes: [], decided: new.map { DecidedMention(mention: $0, version: 1) },
                now: HeldTime.start))
        return store
    }

    @Test func `removes what is due in steps, and tells of each`() async throws {
        let store = try await filled(2_300)
        let steps = Mutex(0)
        let pruned = try await walk(RetentionPolicy(mentions: 30 * 86_400), store, days: 31)
            .run { steps.withLock { $0 += 1 } }
        #expect(pruned == Pruned(mentions: 2_300))
        #expect(steps.withLock { $0 } == 5)
        #expect(try await store.totals().total == 2_300)
        #expect(try await store.mentions(MentionFilter(), page: Page()).total == 0)
    }

    @Test func `keeps what a source keeps longer, and lets names age out`() async throws {
        let store = try await filled(3)
        let policy = RetentionPolicy(
            mentions: 86_400, sources: [Sample.reviews: TimeInterval?.none], authors: 86_400)
        #expect(try await walk(policy, store, days: 0.5).run() == Pruned())
        #expect(try await walk(policy, store, days: 2).run() == Pruned(authors: 3))
        let authors = try await store.mentions(MentionFilter(), page: Page()).rows
            .map(\.entry.author)
        #expect(authors == [nil, nil, nil])
    }

    @Test func `that is cancelled leaves the rest for the next`() async throws {
        let store = try await filled(2_300)
        let walk = try walk(RetentionPolicy(mentions: 86_400), store, days: 2)
        let task = Task {
            try await walk.run { withUnsafeCurrentTask { $0?.cancel() } }
        }
        #expect(try await task.value == Pruned(mentions: 500, isComplete: false))
        #expect(try await walk.run() == Pruned(mentions: 1_800))
    }
}
