import Foundation
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

private func reply(
    to mention: MentionID, _ text: String = "text", author: String? = "Ada",
    source: SourceID = reviews, at time: Date = present
) -> ReplyDraft {
    ReplyDraft(
        mention: mention, source: source, author: author,
        template: ReplyTemplateID(trusted: "thanks"), textDigest: text, at: time)
}

/// A store with two mentions by Ada, one by Bob, and one by nobody.
private func shop() async throws -> (store: SQLiteStore, ids: [MentionID]) {
    let store = try await sampleStore()
    let ids = try await store.record([
        draft("1", "Cold", author: "Ada"), draft("2", "Slow", author: "Ada"),
        draft("3", "Dear", author: "Bob"), draft("4", "Late"),
    ]).new
    return (store, ids)
}

struct `Drafts in the store` {
    @Test func `come back for their mention and for its author, newest first`() async throws {
        let (store, ids) = try await shop()
        let first = reply(to: ids[0], "a")
        let second = reply(to: ids[1], "b", at: hours(1))
        let nobody = reply(to: ids[3], "d", author: nil)
        try await store.recordDrafts([first, second])
        try await store.recordDrafts([reply(to: ids[2], "c", author: "Bob"), nobody])
        #expect(
            try await store.drafts(for: ids[1], to: "Ada", in: reviews) == [second, first])
        #expect(try await store.drafts(for: ids[1], to: nil, in: reviews) == [second])
        #expect(try await store.drafts(for: ids[1], to: "Ada", in: press) == [second])
        #expect(try await store.drafts(for: ids[3], to: nil, in: reviews) == [nobody])
        #expect(try await store.drafts(for: 99, to: "Eve", in: reviews) == [])
    }

    @Test func `say when each text was drafted last`() async throws {
        let (store, ids) = try await shop()
        try await store.recordDrafts([
            reply(to: ids[0], "a", at: hours(2)), reply(to: ids[2], "a"), reply(to: ids[1], "b"),
        ])
        #expect(
            try await store.lastDrafted(["a", "b", "c"]) == ["a": hours(2), "b": present])
        #expect(try await store.lastDrafted([]) == [:])
    }

    @Test func `are stored all or none`() async throws {
        let (store, ids) = try await shop()
        await #expect(throws: StorageError.self) {
            try await store.recordDrafts([reply(to: ids[0]), reply(to: 99)])
        }
        #expect(try await store.drafts(for: ids[0], to: "Ada", in: reviews) == [])
    }

    @Test func `are found by an index, however many there are`() async throws {
        let (store, _) = try await shop()
        let plan = try await store.read { database in
            try [
                "SELECT * FROM draft WHERE mentionId = 1 UNION SELECT * FROM draft WHERE author = 'a' "
                    + "AND sourceId = 'b' ORDER BY id DESC",
                "SELECT max(at) FROM draft WHERE textDigest = 'a'",
            ].flatMap { sql in
                try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + sql).map {
                    $0["detail"] as String
                }
            }
        }
        for index in ["draftMention", "draftAuthor", "draftText"] {
            #expect(plan.contains { $0.contains(index) }, "\(plan)")
        }
        #expect(!plan.contains { $0.hasPrefix("SCAN draft") }, "\(plan)")
    }
}
