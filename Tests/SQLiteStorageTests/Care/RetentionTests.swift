import FoundationEssentials
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `Retention by source` {
    private func store() async throws -> SQLiteStore {
        let store = try await sampleStore()
        var ids: [MentionID] = []
        for hour in 0..<6 {
            for source in [reviews, press] {
                ids += try await store.record(
                    [draft("\(hour)", author: "Ann")], from: source, at: hours(Double(hour))
                ).new
            }
        }
        try await store.decide(ids)
        return store
    }

    private func left(_ store: SQLiteStore) async throws -> [SourceID: Int] {
        Dictionary(
            uniqueKeysWithValues: try await store.sourceStates().map {
                ($0.source, $0.mentionCount)
            }
        )
    }

    @Test func `goes before that of all, longer or shorter`() async throws {
        let store = try await store()
        let cutoffs = RetentionPolicy(mentions: 3600 * 4, sources: [press: 3600 * 2])
            .cutoffs(now: hours(6))
        #expect(try await store.pruneAll(cutoffs, limit: 3) == Pruned(mentions: 6))
        #expect(try await left(store) == [reviews: 4, press: 2])
        #expect(try await store.findings { _ in } == [])
    }

    @Test func `may be for ever`() async throws {
        let store = try await store()
        let cutoffs = RetentionPolicy(mentions: 3600, sources: [press: TimeInterval?.none])
            .cutoffs(now: hours(9))
        #expect(try await store.pruneAll(cutoffs, limit: 100) == Pruned(mentions: 6))
        #expect(try await left(store) == [reviews: 0, press: 6])
    }

    @Test func `removes what is due in steps of the size that is asked for`() async throws {
        let store = try await store()
        let cutoffs = RetentionCutoffs(mentions: hours(4.5))
        #expect(try await store.prune(cutoffs, limit: 4) == Pruned(mentions: 4, isComplete: false))
        #expect(try await store.prune(cutoffs, limit: 4) == Pruned(mentions: 4, isComplete: false))
        #expect(try await store.prune(cutoffs, limit: 4) == Pruned(mentions: 2))
    }

    @Test func `is foretold, with what goes next`() async throws {
        let store = try await store()
        _ = try await store.record([draft("new")], at: hours(0))
        let cutoffs = RetentionCutoffs(
            mentions: hours(1.5), sources: [press: Date?.none], authors: hours(3))
        let forecast = try await store.retentionForecast(cutoffs)
        #expect(
            forecast.sources == [
                RetentionForecast.SourceShare(
                    source: press, stored: 6, due: 0, oldest: hours(0), nextFirstSeen: nil),
                RetentionForecast.SourceShare(
                    source: reviews, stored: 7, due: 2, oldest: hours(0), nextFirstSeen: hours(2)),
            ])
        #expect(forecast.authors == 4)
        let pruned = try await store.pruneAll(cutoffs)
        #expect(pruned == Pruned(mentions: 2, authors: 4))
    }

    @Test func `of what was pruned leaves its share of every figure, but no words`() async throws {
        let store = try SQLiteStore.inMemory()
        try await store.fill()
        func figures() async throws -> [[DatabaseValue]] {
            try await store.read { database in
                try Row.fetchAll(database, sql: FigureRecount.stored)
                    .map { Array($0.databaseValues) }
            }
        }
        func isWord(_ row: [DatabaseValue]) -> Bool { row[1] == "word".databaseValue }
        let before = try await figures()
        #expect(before.contains(where: isWord))
        try await store.write { try $0.execute(sql: "UPDATE mention SET isDecided = 1") }
        try await store.write { try $0.execute(sql: "UPDATE delivery SET state = 'delivered'") }
        try await store.write { try $0.execute(sql: "DELETE FROM decision") }
        #expect(try await store.pruneAll(RetentionCutoffs(mentions: hours(99))).mentions == 3)
        let after = try await figures()
        #expect(before.filter { !isWord($0) } == after && !after.isEmpty)
        #expect(try await store.findings { _ in }.filter { $0.check != .outbox } == [])
    }
}

struct `The name of an author` {
    private func author(_ store: SQLiteStore, _ id: MentionID) async throws -> String? {
        try await store.mention(id)?.entry.author
    }

    private func prune(_ store: SQLiteStore, before time: Date) async throws -> Int {
        try await store.pruneAll(RetentionCutoffs(authors: time)).authors
    }

    @Test func `ages out from the first sight where the mention was never closed`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1", "Cold soup", author: "Ann")]).new
        try await store.decide(ids)
        #expect(try await prune(store, before: present) == 0)
        #expect(try await prune(store, before: hours(1)) == 1)
        #expect(try await author(store, ids[0]) == nil)
        #expect(try await store.mention(ids[0])?.entry.text == "Cold soup")
        #expect(try await prune(store, before: hours(1)) == 0)
        #expect(try await store.mentions(MentionFilter(search: "ann"), page: Page()).total == 0)
        #expect(try await store.mentions(MentionFilter(search: "soup"), page: Page()).total == 1)
        #expect(try await store.findings { _ in } == [])
    }

    @Test func `ages out from the last step that closed the mention`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1", author: "Ann")]).new
        try await store.decide(ids)
        for (action, hour) in [(TriageEvent.Action.answeredPublicly, 2.0), (.resolved, 5)] {
            _ = try await store.triage(
                ids, by: TriageChange(action: action, at: hours(hour), by: "Bo"), isTrial: false)
        }
        #expect(try await prune(store, before: hours(4)) == 0)
        #expect(try await prune(store, before: hours(6)) == 1)
    }

    @Test func `ages out from the reply that its source shows`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([
            draft("1", author: "Ann", reply: Entry.OwnerReply(text: "Sorry", date: hours(8)))
        ]).new
        try await store.decide(ids)
        #expect(try await prune(store, before: hours(7)) == 0)
        #expect(try await prune(store, before: hours(9)) == 1)
    }

    @Test func `goes from drafts of replies too, and waits for the decision`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1", author: "Ann")]).new
        #expect(try await prune(store, before: hours(1)) == 0)
        try await store.decide(ids)
        try await store.write {
            try $0.execute(
                sql: """
                    INSERT INTO draft (mentionId, sourceId, author, template, textDigest, at)
                    VALUES (1, 'reviews', 'Ann', 't', 'd', 1)
                    """)
        }
        #expect(try await prune(store, before: hours(1)) == 1)
        #expect(
            try await store.read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM draft WHERE author IS NULL")
            } == 1)
    }
}
