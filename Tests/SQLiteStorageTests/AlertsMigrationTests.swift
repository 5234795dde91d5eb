import Foundation
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

/// A file of schema 003 as an older Repute left it.
private func formerStore(in folder: StoreFolder) throws {
    try folder.place(Data())
    let database = try DatabaseQueue(path: folder.store)
    var migrator = DatabaseMigrator()
    migrator.registerMigration("001 foundation") { try $0.execute(sql: Foundation001.sql) }
    migrator.registerMigration("002 aspects") { try $0.execute(sql: Aspects002.sql) }
    migrator.registerMigration("003 watch") { try $0.execute(sql: Watch003.sql) }
    try migrator.migrate(database)
    try database.write { try $0.execute(sql: rows) }
    try database.close()
}

private let rows = """
    INSERT INTO source
        (id, kind, isActive, isConfigured, urlDigest, readingDigest, nextPoll)
    VALUES ('reviews', 'review', 1, 1, 'u', 'r', 100);
    INSERT INTO mention
        (id, sourceId, kind, identityRung, identityKey, author, text, stars, hasReply, replyDate,
        brandMatches, score, label, confidence, basis, textLabel, disagrees, contributions, lexicon,
        firstSeen, occurredAt, day, isBaseline, isNews)
    VALUES
        (7, 'reviews', 'review', 'id', 'k', 'Ann', 'Cold soup', 1, 0, NULL,
        '[{"brand":"bakery","terms":["soup"]}]', -0.5, 'negative', 0.5, 'text', 'negative', 0, '[]',
        'x', 60, 55, 0, 0, 1),
        (8, 'reviews', 'review', 'id', 'l', 'Ann', 'Better', 4, 1, 75,
        '[{"brand":"bakery","terms":[]}]', 0.25, 'positive', 0.5, 'text', 'positive', 0, '[]',
        'x', 70, 65, 0, 0, 1);
    INSERT INTO mentionBrand VALUES
        (7, 'bakery', 55, 0, 'reviews', 'negative', 1, NULL),
        (8, 'bakery', 65, 0, 'reviews', 'positive', 4, NULL);
    INSERT INTO sourceNotice (id, sourceId, kind, detail, at) VALUES (5, 'reviews', 'gap', 'g', 61);
    INSERT INTO alert VALUES
        (3, 'complaints', 'bakery', 'warning', 'bad', 66),
        (4, 'source-health', '', 'warning', 'gap', 67);
    INSERT INTO alertMention VALUES (3, 7, 0);
    INSERT INTO alertNotice VALUES (4, 5, 0);
    INSERT INTO alertMoment VALUES ('complaints', 'bakery', 66);
    INSERT INTO decision VALUES
        ('complaints', 'bakery', 7, 1, 'alerted', 'bad', 3, 66, NULL),
        ('complaints', 'bakery', 8, 1, 'cool', 'calm', NULL, 68, NULL);
    INSERT INTO delivery
        (id, alertId, channelId, messageId, state, attempts, nextAttempt, lastError, createdAt,
        settledAt, leaseOwner, leaseUntil)
    VALUES
        (1, 3, 'mail', 'alert-3', 'pending', 2, 66, 'no answer', 66, NULL, 'old', 90),
        (2, 4, 'mail', 'alert-4', 'pending', 0, 67, NULL, 67, NULL, NULL, NULL),
        (3, 4, 'hook', 'alert-5', 'delivered', 1, 67, NULL, 67, 68, NULL, NULL);
    """

struct `A store of the schema before alerts of many kinds` {
    private let start = Date(timeIntervalSince1970: 0)
    private let end = Date(timeIntervalSince1970: 100)

    private func migrated(_ body: (SQLiteStore) async throws -> Void) async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try formerStore(in: folder)
        let store = try await folder.open()
        try await body(store)
        #expect(try await store.integrityProblems() == [])
    }

    @Test func `keeps its alerts, whose kind is what they tell of`() async throws {
        try await migrated { store in
            let alerts = try await store.alerts(since: nil, page: Page()).rows
            #expect(alerts.map(\.kind) == [.sources, .mentions])
            #expect(alerts.map(\.mentions) == [[], [7]])
            #expect(alerts.map { $0.notices.map(\.id) } == [[5], []])
            #expect(alerts.allSatisfy { $0.period == nil && $0.weighing == nil })
            #expect(try await store.lastAlerts().map(\.rule) == [complaints])
        }
    }

    @Test func `goes on with its outbox`() async throws {
        try await migrated { store in
            let rows = try await store.deliveries()
            #expect(rows.map(\.id) == [3, 2, 1])
            #expect(rows.allSatisfy { $0.lead == nil })
            #expect(try await store.nextDelivery(of: mail) == Date(timeIntervalSince1970: 67))
            func claim() async throws -> [DeliveryID] {
                try await store.claimLetter(
                    of: mail, now: Date(timeIntervalSince1970: 80), lease: lease,
                    gathering: Gathering()
                ).map(\.id)
            }
            #expect(try await claim() == [2])
            #expect(try await claim() == [])
            try await store.releaseLeases(heldBy: nil)
            #expect(try await claim() == [1])
            #expect(
                try await store.letterTimes(of: hook, since: start)
                    == [Date(timeIntervalSince1970: 68)])
            #expect(try await store.channelStates() == [])
        }
    }

    @Test func `has its mentions in every new figure`() async throws {
        try await migrated { store in
            let past = try await store.history(since: start, after: 0, limit: 9, aspects: true)
            #expect(past.map(\.mention.id) == [7, 8])
            #expect(
                past.map(\.author) == [
                    AuthorHistory(), AuthorHistory(mentions: 1, negative: 1),
                ])
            #expect(try await store.historyCount(since: start) == 2)
            let question = CountQuestion(brand: bakery)
            #expect(
                try await store.spanCounts(question, from: start, width: 60, count: 2) == [1, 1])
            let day = CalendarDay(number: 0)
            #expect(
                try await store.dailyFigures(.sentiment, of: question, from: day, to: day)
                    == [DayFigure(day: day, count: 2, sum: -0.25, squares: 0.3125)])
            #expect(
                try await store.responses(brands: [bakery], from: start, to: end)
                    == ResponseCounts(mentions: 2, answered: 1, delays: [10]))
            #expect(
                try await store.unanswered(
                    labels: [], since: start, rule: complaints, aspects: false
                ).map(\.mention.id) == [7])
            #expect(
                try await store.outcomeCounts(brands: nil, from: start, to: end)
                    == [OutcomeCount(rule: complaints, outcome: "cool", count: 1)])
            #expect(
                try await store.arrivals(brands: [bakery], from: start, to: end, limit: 1)
                    .counts.total == 2)
        }
    }
}
