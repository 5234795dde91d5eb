import Foundation
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

/// A file of schema 002 as an older Repute left it.
private func formerStore(in folder: StoreFolder) throws {
    try folder.place(Data())
    let database = try DatabaseQueue(path: folder.store)
    var migrator = DatabaseMigrator()
    migrator.registerMigration("001 foundation") { try $0.execute(sql: Foundation001.sql) }
    migrator.registerMigration("002 aspects") { try $0.execute(sql: Aspects002.sql) }
    try migrator.migrate(database)
    try database.write { try $0.execute(sql: rows) }
    try database.close()
}

private let rows = """
    INSERT INTO source
        (id, kind, isActive, isConfigured, urlDigest, readingDigest, nextPoll, lastPoll,
        lastSuccess, etag, failures, failingSince, failureReason, failureDetail, mentionCount,
        leaseOwner, leaseUntil)
    VALUES
        ('waiting', 'review', 1, 1, 'u', 'r', 100, NULL, NULL, NULL, 0, NULL, NULL, NULL, 0,
            NULL, NULL),
        ('well', 'review', 1, 1, 'u', 'r', 200, 90, 80, 'e', 0, NULL, NULL, NULL, 1,
            'old', 250),
        ('dns', 'review', 1, 1, 'u', 'r', 300, 90, 50, NULL, 2, 70, 'dns', 'no name', 0,
            NULL, NULL),
        ('malformed', 'review', 1, 1, 'u', 'r', 300, 90, NULL, NULL, 2, 70, 'malformed', '', 0,
            NULL, NULL),
        ('gone', 'review', 1, 1, 'u', 'r', 300, 90, NULL, NULL, 2, 70, 'gone', '', 0, NULL, NULL),
        ('disabled', 'review', 0, 1, 'u', 'r', 50, NULL, NULL, NULL, 0, NULL, NULL, NULL, 0,
            NULL, NULL),
        ('removed', 'review', 0, 0, 'u', 'r', 50, NULL, NULL, NULL, 0, NULL, NULL, NULL, 0,
            NULL, NULL);
    INSERT INTO mention
        (id, sourceId, kind, identityRung, identityKey, text, hasReply, brandMatches, score, label,
        confidence, basis, textLabel, disagrees, contributions, lexicon, firstSeen, occurredAt, day,
        isBaseline, isNews)
    VALUES
        (7, 'well', 'review', 'id', 'k', 'Cold soup', 0, '[{"brand":"bakery","terms":["soup"]}]',
        -0.5, 'negative', 0.5, 'text', 'negative', 0, '[]', 'x', 60, 55, 0, 0, 1);
    INSERT INTO mentionBrand VALUES (7, 'bakery', 55, 0, 'well', 'negative', NULL, NULL);
    INSERT INTO entry VALUES
        ('well', 'k', 'id', 7, 'digest', 0, 60), ('well', 'k2', 'id', NULL, 'other', 0, 65),
        ('well', 'k3', 'id', NULL, 'gone', 1, 40);
    INSERT INTO dayCount (brandId, day, negative) VALUES ('', 0, 1), ('bakery', 0, 1);
    INSERT INTO alert VALUES (3, 'complaints', 'bakery', 'warning', 'bad', 66);
    INSERT INTO alertMention VALUES (3, 7, 0);
    INSERT INTO delivery
        (id, alertId, channelId, messageId, state, nextAttempt, createdAt)
        VALUES (4, 3, 'mail', 'alert-3', 'pending', 66, 66);
    """

struct `A store of the schema before` {
    @Test func `keeps its rows and gets the health that they tell of`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try formerStore(in: folder)
        let store = try await folder.open()
        #expect(try await store.integrityProblems() == [])
        let states = try await store.sourceStates()
        #expect(
            states.map { "\($0.source) \($0.health) \($0.healthSince?.timeIntervalSince1970 ?? 0)" }
                == [
                    "disabled waiting 0.0", "dns unreachable 70.0", "gone gone 70.0",
                    "malformed unreadable 70.0", "waiting waiting 0.0", "well well 80.0",
                ])
        let well = try #require(states.last)
        #expect(well.validators.etag == "e")
        #expect(well.mentionCount == 1)
        #expect(well.lastChange == Date(timeIntervalSince1970: 65))
        #expect(well.cadence == Cadence(lastArrival: Date(timeIntervalSince1970: 65)))
        #expect(well.pausedAt == nil && well.answer == nil && well.shape == 0)
        let mention = try #require(try await store.mention(7))
        #expect(mention.entry.text == "Cold soup")
        #expect(mention.incident == nil && mention.delistedAt == nil)
        #expect(try await store.alert(3)?.mentions == [7])
        #expect(try await store.alert(3)?.notices == [])
        #expect(try await store.outboxSummary().pending == 1)
        #expect(try await store.totals().negative == 1)
        #expect(try await store.undecided(limit: 9).map(\.mention.id) == [7])
    }

    /// The connections that looked at the former schema must not be asked by it.
    @Test func `is read by its new columns at once`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try formerStore(in: folder)
        let store = try await folder.open()
        #expect(try await store.sourceStates().count == 6)
    }

    @Test func `goes on with its schedule, and nothing comes back`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try formerStore(in: folder)
        let store = try await folder.open()
        #expect(try await store.nextDueSource() == Date(timeIntervalSince1970: 100))
        let now = Date(timeIntervalSince1970: 249)
        #expect(
            try await store.claimDue(now: now, limit: 9, lease: lease).map(\.source.rawValue)
                == ["waiting"])
        #expect(try await store.nextDueSource() == Date(timeIntervalSince1970: 250))
        let digests = ["digest", "other", "gone"]
        let found = try await store.entries(
            withContent: digests, of: SourceID(trusted: "well"))
        #expect(found.map(\.mention) == [7, nil])
        let disabled = SourceID(trusted: "disabled")
        _ = try await store.setPaused(disabled, true, now: now)
        _ = try await store.setPaused(disabled, false, now: now)
        #expect(try await store.nextDueSource() == Date(timeIntervalSince1970: 250))
    }

    /// Whoever adds a reason has to say what health it means; the migration knew those of then.
    @Test func `means the same by every reason of failure`() async throws {
        for reason in PollFailure.Reason.allCases {
            let queue = try DatabaseQueue()
            try await queue.write { database in
                try database.execute(sql: Foundation001.sql + Aspects002.sql)
                try database.execute(
                    sql: """
                        INSERT INTO source
                            (id, kind, isActive, isConfigured, urlDigest, readingDigest, nextPoll,
                            failures, failureReason)
                        VALUES ('a', 'review', 1, 1, '', '', 0, 1, ?)
                        """, arguments: [reason.rawValue])
                try database.execute(sql: Watch003.sql)
                let health = try String.fetchOne(database, sql: "SELECT health FROM source")
                #expect(health == reason.health.rawValue)
            }
        }
    }
}
