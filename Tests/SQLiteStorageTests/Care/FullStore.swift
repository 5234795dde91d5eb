import Foundation
import GRDB
import Model
import Storage

@testable import SQLiteStorage

/// A store in which every table has rows: mentions 1 and 2 are by Zora, 3 is of another source and tells
/// the story of 1 again.
extension SQLiteStore {
    static let secretWords = "Xylophonist soup arrived in a quixotic terrine, said the waiter"

    func fill() async throws {
        try await register([registered(reviews), registered(press)], now: present) { _ in present }
        try await fillMentions()
        try await fillAlerts()
        try await fillDeeds()
    }

    private func fillMentions() async throws {
        var first = draft("id-zora", Self.secretWords, author: "Zora Quill", stars: 1)
        first.sentiment?.aspects = [
            AspectOpinion(aspect: .allCases[0], score: -0.5, label: .negative, spans: [0..<11])
        ]
        first.story = StoryFingerprint(title: nil, text: 77)
        let second = draft(
            "2", "Fine again", author: "Zora Quill", score: 0.5, brands: [bakery, rival])
        _ = try await record(
            poll([first, second, draft("3", nil, brands: [])]) {
                $0.listed = ListedEntries(items: [.init(key: "id-zora"), .init(key: "2")])
                $0.notices = [NewNotice(kind: .gap, detail: "a gap", mentions: [2])]
                $0.host = HostUsage(
                    host: "reviews.example", day: CalendarDay(number: 9), requests: 1)
            })
        var copy = draft("press-1", Self.secretWords + " (copy)", title: "Soup")
        copy.story = first.story
        try await record([copy], from: press, at: hours(1))
        var edited = first
        edited.entry.text = Self.secretWords + ", edited"
        edited.contentDigest = "edited"
        try await record([edited], at: hours(2))
    }

    private func fillAlerts() async throws {
        var both = alarm(on: [1, 2], channels: [mail, hook])
        both.reason = "says “quixotic terrine”"
        both.weighing = "quixotic"
        var alone = alarm(on: [1], channels: [mail])
        alone.reason = "says “Xylophonist”"
        alone.rule = RuleID(trusted: "worst")
        _ = try await commit(
            DecisionRecord(
                alerts: [both, alone], notes: [note(3, .held(since: present, until: hours(9)))],
                decided: [
                    DecidedMention(mention: 1, version: 2), DecidedMention(mention: 2, version: 1),
                ], now: hours(3)))
        var notice = alarm(on: [], channels: [mail])
        notice.kind = .sources
        notice.notices = try await undecidedNotices().map(\.id)
        _ = try await commit(
            DecisionRecord(alerts: [notice], notes: [], decided: [], now: hours(4)))
        try await write { database in
            try IncidentRow.join(StoryCopy(mention: 3, first: 1), in: database)
            try database.execute(
                sql: """
                    INSERT INTO ruleMark VALUES ('surge', 'k', 5, 0.1);
                    INSERT INTO reminder VALUES (1, 'remind', 2, 9);
                    INSERT INTO channelState
                        (channelId, failures, failingSince, nextTry, lastError, lastDelivery,
                        disabledAt, addressDigest)
                    VALUES ('mail', 1, 5, 6, 'no answer', NULL, NULL, 'd');
                    UPDATE delivery SET lastError = 'refused: quixotic' WHERE alertId = 1;
                    """)
        }
        _ = try await add(
            AlertSilence(
                id: 0, mention: 1, start: present, end: hours(9), comment: "quixotic comment"))
    }

    private func fillDeeds() async throws {
        let change = TriageChange(
            action: .answeredPrivately, at: hours(5), by: "Ada", note: "wrote to Zora Quill")
        _ = try await triage([1], by: change, isTrial: false)
        _ = try await triage(
            [2], by: TriageChange(action: .assigned, at: hours(5), by: "Ada", assignee: "Bo"),
            isTrial: false)
        _ = try await correct(
            [Judgement(mention: 1, label: .neutral, by: "Ada", note: "quixotic irony")],
            now: hours(6))
        try await write { database in
            try database.execute(
                sql: """
                    INSERT INTO flag (mentionId, reason, at, by)
                    VALUES (1, 'Zora Quill never was here', 7, 'Ada');
                    INSERT INTO draft (mentionId, sourceId, author, template, textDigest, at)
                    VALUES (1, 'reviews', 'Zora Quill', 'sorry', 'd', 7);
                    """)
        }
    }
}

/// All rows of all tables of a store that hold something of their own.
func allRows(_ store: SQLiteStore) async throws -> [String: [[DatabaseValue]]] {
    try await store.read { database in
        var rows: [String: [[DatabaseValue]]] = [:]
        for table in try ArchiveTable.all(in: database) {
            rows[table.name] = try Row.fetchAll(database, sql: table.selection)
                .map { Array($0.databaseValues) }
        }
        return rows
    }
}
