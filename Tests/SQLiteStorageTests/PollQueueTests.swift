import Dispatch
import FoundationEssentials
import GRDB
import Model
import Storage
import Synchronization
import Testing

@testable import SQLiteStorage

struct `Polls that wait for the writer` {
    @Test func `are stored in one transaction`() async throws {
        let store = try await sampleStore()
        let transactions = CommitCount()
        try await store.database.write { $0.add(transactionObserver: transactions) }
        let before = transactions.count
        let results = try await together(
            (0..<20).map { poll([draft("\($0)")]) }, in: store)
        #expect(transactions.count == before + 1)
        let stored = try results.map { try #require(try $0.get().new.first) }
        #expect(Set(stored).count == 20)
        #expect(try await store.totals().total == 20)
        #expect(try await store.sourceStates().map(\.mentionCount) == [0, 20])
    }

    @Test func `fail alone where they can't be stored`() async throws {
        let store = try await sampleStore()
        let unknown = SourceID(trusted: "unknown")
        let broken = draft("4", score: .nan)
        let results = try await together(
            [
                poll([draft("1")]), poll([draft("2")], of: unknown),
                poll([draft("3"), broken]), poll([draft("5")], of: press),
            ], in: store)
        #expect(results.map { (try? $0.get())?.new.count } == [1, nil, nil, 1])
        #expect(try await store.totals().total == 2)
        #expect(
            try await store.mentions(MentionFilter(), page: Page()).rows.compactMap(\.entry.id)
                .sorted() == ["1", "5"])
        #expect(
            try await store.dailyCounts(brands: nil, from: always.from, to: always.to)
                .map(\.counts.total) == [2])
    }

    @Test func `are all stored, however many they are`() async throws {
        let store = try await sampleStore()
        let results = try await together(
            (0..<150).map { poll([draft("\($0)")]) }, in: store)
        #expect(try results.allSatisfy { try $0.get().new.count == 1 })
        #expect(try await store.totals().total == 150)
    }

    @Test func `are on the disk when their callers go on`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await folder.open()
        try await store.register([registered(reviews)], now: present) { _ in present }
        _ = try await together((0..<9).map { poll([draft("\($0)")]) }, in: store)
        #expect(
            try await folder.stranger().read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM mention")
            } == 9)
    }

    @Test func `are told where the store is closed before their turn`() async throws {
        let store = try await sampleStore()
        let gate = Gate()
        store.database.asyncWriteWithoutTransaction { _ in gate.wait() }
        let waiting = Task { try await store.record([draft("1")]) }
        while store.polls.count == 0 { await Task.yield() }
        DispatchQueue.global().async { try? store.closeDatabase() }
        while (try? store.checkOpen()) != nil { await Task.yield() }
        gate.open()
        let error = await #expect(throws: StorageError.self) { try await waiting.value }
        #expect(error?.reason == .unavailable)
    }

    @Test func `are stored though their task is cancelled`() async throws {
        let store = try await sampleStore()
        let gate = Gate()
        store.database.asyncWriteWithoutTransaction { _ in gate.wait() }
        let task = Task { try await store.record([draft("1")]) }
        while store.polls.count == 0 { await Task.yield() }
        task.cancel()
        gate.open()
        #expect(try await task.value.new.count == 1)
    }

    /// Records polls that all wait until the last of them is there.
    private func together(_ polls: [PollRecord], in store: SQLiteStore) async throws
        -> [Result<PollReceipt, StorageError>]
    {
        let gate = Gate()
        store.database.asyncWriteWithoutTransaction { _ in gate.wait() }
        var tasks: [Task<Result<PollReceipt, StorageError>, Never>] = []
        for (index, poll) in polls.enumerated() {
            tasks.append(
                Task {
                    do throws(StorageError) {
                        return .success(try await store.record(poll))
                    } catch {
                        return .failure(error)
                    }
                })
            while store.polls.count <= index { await Task.yield() }
        }
        gate.open()
        var results: [Result<PollReceipt, StorageError>] = []
        for task in tasks { results.append(await task.value) }
        return results
    }
}

/// Holds a thread until it is opened.
private final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func wait() { semaphore.wait() }
    func open() { semaphore.signal() }
}

/// Counts commits.
private final class CommitCount: TransactionObserver, Sendable {
    private let commits = Mutex(0)

    var count: Int { commits.withLock { $0 } }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseDidCommit(_ database: Database) { commits.withLock { $0 += 1 } }
    func databaseDidRollback(_ database: Database) {}
}
