import FoundationEssentials
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

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
