import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

private let feedTrouble = RuleID(trusted: "feed-trouble")

/// An alert that tells of these notices, and of these mentions.
private func alert(
    on notices: [SourceNoticeID], mentions: [MentionID] = []
) -> DecisionRecord.NewAlert {
    DecisionRecord.NewAlert(
        rule: feedTrouble, severity: .warning, brand: nil, mentions: mentions, notices: notices,
        reason: "a source can't be read", channels: [mail])
}

private func decisions(
    _ alerts: [DecisionRecord.NewAlert] = [], notices: [SourceNoticeID] = [], at now: Date = present
) -> DecisionRecord {
    var record = DecisionRecord(alerts: alerts, notes: [], decided: [], now: now)
    record.decidedNotices = notices
    return record
}

/// A store with a notice for each detail, a minute apart.
private func store(noticing details: [String]) async throws -> SQLiteStore {
    let store = try await sampleStore()
    for (minute, detail) in details.enumerated() {
        _ = try await store.record(
            poll(at: hours(Double(minute) / 60)) {
                $0.notices = [NewNotice(kind: .unreachable, detail: detail)]
            })
    }
    return store
}

struct `A notice about a source` {
    @Test func `reads back as it was and waits for a decision`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2")]).new
        _ = try await store.record(
            poll(at: hours(1)) {
                $0.notices = [
                    NewNotice(
                        kind: .delisted, detail: "2 reviews are gone", since: hours(-2),
                        mentions: ids),
                    NewNotice(kind: .gap, detail: "a gap"),
                ]
            })
        let expected = [
            SourceNotice(
                id: 1, source: reviews, kind: .delisted, detail: "2 reviews are gone",
                at: hours(1), since: hours(-2), mentions: ids),
            SourceNotice(id: 2, source: reviews, kind: .gap, detail: "a gap", at: hours(1)),
        ]
        #expect(try await store.undecidedNotices() == expected)
        #expect(try await store.sourceNotices(of: reviews, limit: 9) == expected.reversed())
    }

    @Test func `is listed newest first, of one source or of all, within the limit`() async throws {
        let store = try await store(noticing: ["1", "2", "3"])
        _ = try await store.record(
            poll(of: press, at: hours(1)) { $0.notices = [NewNotice(kind: .quiet, detail: "4")] })
        #expect(try await store.sourceNotices(of: nil, limit: 3).map(\.detail) == ["4", "3", "2"])
        #expect(try await store.sourceNotices(of: reviews, limit: 2).map(\.detail) == ["3", "2"])
        #expect(try await store.sourceNotices(of: press, limit: 9).map(\.kind) == [.quiet])
        #expect(try await store.sourceNotices(of: press, limit: 0) == [])
    }

    @Test func `is stored once however often its poll is recorded`() async throws {
        let store = try await sampleStore()
        let twice = poll {
            $0.notices = [
                NewNotice(kind: .delisted, detail: "a complaint"),
                NewNotice(kind: .delisted, detail: "a praise"),
            ]
        }
        _ = try await store.record(twice)
        _ = try await store.record(twice)
        #expect(
            try await store.undecidedNotices().map(\.detail) == ["a complaint", "a praise"])
        _ = try await store.record(
            poll(at: hours(1)) { $0.notices = [NewNotice(kind: .delisted, detail: "a praise")] })
        #expect(try await store.undecidedNotices().count == 3)
    }
}

struct `An alert about sources` {
    @Test func `is stored with its notices, which are decided by it`() async throws {
        let store = try await store(noticing: ["1", "2", "3"])
        let id = try #require(
            try await store.commit(decisions([alert(on: [1, 3, 3])], at: hours(2))).first ?? nil)
        let stored = try #require(try await store.alert(id))
        #expect(stored.mentions == [])
        #expect(stored.notices.map(\.detail) == ["1", "3"])
        #expect(try await store.alerts(since: nil, page: Page()).rows == [stored])
        #expect(try await store.undecidedNotices().map(\.id) == [2])
        #expect(try await store.deliveries(of: id).map(\.channel) == [mail])
        #expect(
            try await store.lastAlerts() == [
                AlertMoment(rule: feedTrouble, brand: nil, at: hours(2))
            ])
    }

    @Test func `is not stored twice by two walks`() async throws {
        let store = try await store(noticing: ["1", "2"])
        let first = try await store.commit(decisions([alert(on: [1])]))
        let second = try await store.commit(decisions([alert(on: [1]), alert(on: [1, 2])]))
        #expect((first + second).map { $0 == nil } == [false, true, false])
        let last = try #require(second.last ?? nil)
        #expect(try await store.alert(last)?.notices.map(\.id) == [2])
        #expect(try await store.outboxSummary().pending == 2)
    }

    @Test func `of two rules is told by both`() async throws {
        let store = try await store(noticing: ["1"])
        let ids = try await store.commit(decisions([alert(on: [1]), alert(on: [1])]))
        #expect(ids.compactMap { $0 }.count == 2)
    }

    @Test func `may tell of mentions too`() async throws {
        let store = try await store(noticing: ["1"])
        let ids = try await store.record([draft("1")]).new
        var record = decisions([alert(on: [1], mentions: ids)])
        record.decided = [DecidedMention(mention: ids[0], version: 1)]
        let id = try #require(try await store.commit(record).first ?? nil)
        #expect(try await store.alert(id)?.mentions == ids)
        #expect(try await store.alert(id)?.notices.map(\.id) == [1])
    }

    @Test func `is not needed for a notice to be decided`() async throws {
        let store = try await store(noticing: ["1", "2"])
        #expect(try await store.commit(decisions(notices: [2, 99])) == [])
        #expect(try await store.undecidedNotices().map(\.id) == [1])
        #expect(try await store.commit(decisions([alert(on: [2])])) == [nil])
        #expect(try await store.alerts(since: nil, page: Page()).total == 0)
    }
}

struct `Pruning notices` {
    @Test func `keeps the young, the undecided and those that an alert tells of`() async throws {
        let store = try await store(noticing: ["undecided", "told", "pending", "settled"])
        _ = try await store.record(
            poll(at: hours(5)) { $0.notices = [NewNotice(kind: .gap, detail: "young")] })
        let ids = try await store.commit(
            decisions([alert(on: [2]), alert(on: [3])], notices: [4, 5]))
        let letter = try #require(
            try await store.deliveries(of: ids[0]).first)
        try await store.settle(letter.id, as: .delivered, now: present, channel: nil)
        #expect(
            try await store.prune(mentionsBefore: nil, outboxBefore: hours(1))
                == Pruned(deliveries: 1))
        #expect(
            try await store.sourceNotices(of: nil, limit: 9).map(\.detail)
                == ["young", "pending", "undecided"])
        #expect(try await store.undecidedNotices().map(\.detail) == ["undecided"])
        #expect(try await store.integrityProblems() == [])
    }
}
