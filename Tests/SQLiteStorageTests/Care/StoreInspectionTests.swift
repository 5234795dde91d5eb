import Foundation
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `Looking a store over` {
    private func full() async throws -> SQLiteStore {
        let store = try SQLiteStore.inMemory()
        try await store.fill()
        return store
    }

    @Test func `finds nothing where all is well, also after edits, verdicts and removals`()
        async throws
    {
        let store = try await full()
        #expect(try await store.findings { _ in } == [])
        _ = try await store.correct(
            [Judgement(mention: 2, aspect: .allCases[1], label: .positive, by: "Ada")],
            now: hours(8))
        try await store.record([draft("2", "Worse now", stars: 1)], at: hours(8))
        _ = try await store.erase(press)
        _ = try await store.forget(.mentions([1]), by: "Ada", now: hours(9))
        #expect(try await store.findings { _ in } == [])
    }

    @Test(arguments: [
        (StoreFinding.Check.figures, "UPDATE dayCount SET negative = negative + 1"),
        (.figures, "UPDATE dayCount SET starSum = starSum + 0.5 WHERE brandId = ''"),
        (.figures, "DELETE FROM aspectCount"),
        (.figures, "UPDATE facetCount SET positive = 7 WHERE facet = 'source'"),
        (.figures, "INSERT INTO dayCount (brandId, day, neutral) VALUES ('bakery', 5, 1)"),
        (.repetitions, "UPDATE mentionBrand SET score = 0.1"),
        (.repetitions, "DELETE FROM mentionBrand WHERE mentionId = 2 AND brandId = 'rival'"),
        (.repetitions, "INSERT INTO mentionAspect VALUES (2, 'care', 'positive', 'staff')"),
        (.repetitions, "DELETE FROM mentionAspect"),
        (.counts, "UPDATE source SET mentionCount = 9 WHERE id = 'press'"),
        (.counts, "UPDATE triageCount SET mentions = mentions + 1"),
        (.triage, "UPDATE mention SET triage = 'resolved' WHERE id = 2"),
        (.triage, "UPDATE mention SET assignee = 'Cy'"),
        (.triage, "UPDATE mention SET answeredAt = 5"),
        (.search, "INSERT INTO mentionText (mentionText) VALUES ('delete-all')"),
    ])
    func `finds what is wrong, and a repair makes it right`(
        check: StoreFinding.Check, damage: String
    ) async throws {
        let store = try await full()
        // What counts nothing may stand there or not.
        func rows() async throws -> [String: [[DatabaseValue]]] {
            try await allRows(store).filter { $0.key != "triageCount" }
        }
        let before = try await rows()
        try await store.write { try $0.execute(sql: damage) }
        let findings = try await store.findings { _ in }
        #expect(findings.contains { $0.check == check && $0.count > 0 }, "\(findings)")
        #expect(findings.allSatisfy { $0.isRepairable })
        try await store.repair()
        #expect(try await store.findings { _ in } == [])
        if damage != "DELETE FROM mentionAspect" { #expect(try await rows() == before) }
    }

    @Test(arguments: [
        "UPDATE delivery SET settledAt = 5 WHERE id = 1",
        "UPDATE delivery SET leaseOwner = 'x', state = 'delivered', settledAt = 5 WHERE id = 1",
        "UPDATE delivery SET leadId = 1 WHERE channelId = 'hook'",
        """
        UPDATE delivery SET leadId = 1 WHERE id = 3;
        UPDATE delivery SET state = 'delivered', settledAt = 5 WHERE id = 1
        """,
        "UPDATE mention SET decidedVersion = 9 WHERE id = 1",
    ])
    func `finds letters that can't be, which no repair guesses at`(damage: String) async throws {
        let store = try await full()
        try await store.write { try $0.execute(sql: damage) }
        let findings = try await store.findings { _ in }
        #expect(findings.map(\.check) == [.outbox])
        #expect(findings.allSatisfy { !$0.isRepairable })
    }

    @Test func `finds rows that name rows that are not there`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await folder.open()
        try await store.fill()
        var careless = Configuration()
        careless.foreignKeysEnabled = false
        try await DatabaseQueue(path: folder.store, configuration: careless).write {
            try $0.execute(sql: "DELETE FROM alert WHERE id = 1")
        }
        let findings = try await store.findings { _ in }
        #expect(findings.first?.check == .references && findings.first?.isDamage == true)
    }

    @Test func `finds a damaged page, and looks no further`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await folder.open()
        try await store.fill()
        for number in 0..<200 {
            try await store.record([draft("more \(number)", String(repeating: "tea ", count: 50))])
        }
        try await store.checkpoint()
        try await store.close()
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.store))
        let size = try file.seekToEnd()
        for page in stride(from: size / 4096 * 3 / 4, to: size / 4096, by: 3) {
            try file.seek(toOffset: page * 4096)
            try file.write(contentsOf: Data(repeating: 0xA5, count: 64))
        }
        try file.close()
        let damaged = try await folder.open()
        let findings = try await damaged.findings { _ in }
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0.check == .pages && $0.isDamage && !$0.isRepairable })
        let error = await #expect(throws: StorageError.self) {
            try await damaged.backup(to: folder.store + ".copy", replacing: false) { _ in }
        }
        #expect(error?.reason == .corrupt)
        #expect(!FileManager.default.fileExists(atPath: folder.store + ".copy"))
    }

    @Test func `finds an index that lacks rows`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await folder.open()
        try await store.fill()
        try await store.close()
        var careless = Configuration()
        careless.prepareDatabase { try $0.execute(sql: "PRAGMA writable_schema = ON") }
        try await DatabaseQueue(path: folder.store, configuration: careless).write {
            // The index is said to hold every row, and was filled while it held none.
            let sql = try String.fetchOne(
                $0, sql: "SELECT sql FROM sqlite_schema WHERE name = 'mentionOccurred'")
            try $0.execute(sql: "DROP INDEX mentionOccurred")
            try $0.execute(sql: "CREATE INDEX mentionOccurred ON mention (occurredAt) WHERE 0")
            try $0.execute(
                sql: "UPDATE sqlite_schema SET sql = ? WHERE name = 'mentionOccurred'",
                arguments: [sql])
        }
        let findings = try await folder.open().findings { _ in }
        #expect(findings.contains { $0.check == .pages && $0.detail.contains("mentionOccurred") })
    }

    @Test func `counts what an earlier version pruned as right`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try folder.place(Data())
        try FormerStore.make(at: folder.store, upTo: "004 alerts")
        try await DatabaseQueue(path: folder.store).write {
            try $0.execute(
                sql: """
                    UPDATE dayCount SET negative = 5, rated = 2, starSum = 3;
                    INSERT INTO dayCount (brandId, day, positive) VALUES ('', 3, 2);
                    UPDATE entry SET isForgotten = 1;
                    """)
        }
        let store = try await folder.open()
        #expect(try await store.findings { _ in } == [])
        #expect(try await store.totals().negative == 5)
    }
}
