import FoundationEssentials
import GRDB
import Model
import Storage
import Synchronization
import Testing

@testable import SQLiteStorage

/// The statements that a store ran.
private final class Statements: Sendable {
    private let list = Mutex<[String]>([])

    var all: [String] { list.withLock { $0 } }
    func add(_ sql: String) { list.withLock { $0.append(sql) } }
}

extension SQLiteStore {
    /// How SQLite answers the questions that `body` asks of this store in memory: a line for each
    /// step.
    fileprivate func plan(of body: () async throws -> Void) async throws -> [String] {
        let statements = Statements()
        try await write { database in
            database.trace { event in
                if case .statement(let statement) = event { statements.add(statement.expandedSQL) }
            }
        }
        try await body()
        return try await write { database in
            database.trace()
            let verbs = ["SELECT", "UPDATE", "INSERT", "DELETE"]
            return try statements.all.filter { sql in verbs.contains { sql.hasPrefix($0) } }
                .flatMap { sql in
                    try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + sql).map {
                        $0["detail"] as String
                    }
                }
        }
    }
}

struct `A question asked often` {
    private func expect(
        _ wanted: [String], sorting: Bool = false, in store: SQLiteStore,
        of body: () async throws -> Void
    ) async throws {
        let plan = try await store.plan(of: body)
        for part in wanted { #expect(plan.contains { $0.contains(part) }, "\(plan)") }
        #expect(!plan.contains { $0.hasPrefix("SCAN") && !$0.contains("CONSTANT") }, "\(plan)")
        if !sorting { #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)") }
    }

    @Test func `when the next source is due is answered by one index`() async throws {
        let store = try await sampleStore()
        try await expect(["INDEX sourceDue"], in: store) {
            _ = try await store.nextDueSource()
        }
    }

    @Test func `which sources are due is answered by the same index, in order`() async throws {
        let store = try await sampleStore()
        try await expect(["INDEX sourceDue (dueAt<?)"], in: store) {
            _ = try await store.claimDue(now: present, limit: 9, lease: lease)
        }
    }

    @Test func `which sources a walk holds looks at leases only`() async throws {
        let store = try await sampleStore()
        let plan = try await store.plan { try await store.releaseLeases(heldBy: "first") }
        #expect(plan.contains { $0.contains("INDEX sourceLeased") }, "\(plan)")
        #expect(!plan.contains { $0 == "SCAN source" || $0 == "SCAN delivery" }, "\(plan)")
    }

    @Test func `what is known of entries is answered by their keys and wordings`() async throws {
        let store = try await sampleStore()
        try await store.record([draft("1")])
        try await expect(
            ["SEARCH entry USING PRIMARY KEY (sourceId=? AND identityKey=?)"], in: store
        ) {
            _ = try await store.known([draft("1").entry.identity], of: reviews)
            _ = try await store.entries(withKeys: ["1"], of: reviews)
        }
        try await expect(
            ["INDEX entryContent (sourceId=? AND contentDigest=?)"], in: store
        ) {
            _ = try await store.entries(withContent: ["x"], of: reviews)
        }
    }

    @Test func `which copies there are is answered by one index`() async throws {
        let store = try await sampleStore()
        try await expect(
            ["SEARCH mention USING COVERING INDEX mentionStory (firstSeen>?)"], sorting: true,
            in: store
        ) {
            _ = try await store.stories(of: bakery, since: present)
        }
        try await expect(["INDEX mentionIncident (incidentId=?)"], sorting: true, in: store) {
            _ = try await store.incident(of: 1)
        }
    }

    @Test func `which notices wait is answered by an index of these`() async throws {
        let store = try await sampleStore()
        let plan = try await store.plan { _ = try await store.undecidedNotices() }
        #expect(plan == ["SCAN sourceNotice USING INDEX sourceNoticeUndecided"])
        try await expect(["INDEX sourceNoticeSource (sourceId=?)"], in: store) {
            _ = try await store.sourceNotices(of: reviews, limit: 5)
        }
    }

    @Test func `what a poll changes is found by keys`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2")]).new
        try await expect([], in: store) {
            _ = try await store.record(
                poll(at: hours(1)) {
                    $0.relinks = [relink("1", to: "new")]
                    $0.delisted = [ids[0]]
                    $0.relisted = [ids[1]]
                    $0.listed = ListedEntries(items: [.init(key: "1")])
                    $0.notices = [NewNotice(kind: .gap, detail: "gap")]
                    $0.host = HostUsage(host: "a", day: CalendarDay(number: 1), requests: 1)
                })
            var record = DecisionRecord(alerts: [], notes: [], decided: [], now: present)
            record.copies = [StoryCopy(mention: ids[1], first: ids[0])]
            record.decidedNotices = [1]
            _ = try await store.commit(record)
        }
    }
}
