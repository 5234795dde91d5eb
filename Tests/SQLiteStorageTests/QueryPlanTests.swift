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
        _ wanted: [String], sorting: Bool = false, scanning: String = "CONSTANT",
        in store: SQLiteStore,
        of body: () async throws -> Void
    ) async throws {
        let plan = try await store.plan(of: body)
        for part in wanted { #expect(plan.contains { $0.contains(part) }, "\(plan)") }
        let scans = plan.filter { $0.hasPrefix("SCAN") && !$0.hasPrefix("SCAN (subquery") }
        #expect(scans.allSatisfy { $0.contains(scanning) }, "\(plan)")
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
            scanning: "json_each", in: store
        ) {
            _ = try await store.stories(of: [bakery, nil], since: present)
        }
        try await expect(["INDEX mentionIncident (incidentId=?)"], sorting: true, in: store) {
            _ = try await store.incident(of: 1)
        }
    }

    @Test func `what waits for an answer is answered by an index of that, in order`() async throws {
        let store = try await sampleStore()
        try await expect(["INDEX mentionWaiting"], scanning: "mentionWaiting", in: store) {
            _ = try await store.waiting(brands: nil, assignee: nil, page: Page())
            _ = try await store.waiting(brands: [bakery], assignee: nil, page: Page())
        }
        try await expect(["INDEX mentionAssignee (assignee=?"], in: store) {
            _ = try await store.waiting(brands: nil, assignee: "Ada", page: Page())
            _ = try await store.mentions(MentionFilter(assignee: "Ada"), page: Page())
        }
        try await expect(["INDEX mentionState (state=?"], in: store) {
            _ = try await store.mentions(MentionFilter(states: [.resolved]), page: Page())
        }
    }

    @Test func `what a step changes is found by keys`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2")]).new
        try await expect(
            ["SEARCH mention USING INTEGER PRIMARY KEY", "INDEX triageEventMention"], in: store
        ) {
            _ = try await store.triage(
                ids, by: TriageChange(action: .seen, at: present, by: "Ada"), isTrial: false)
            _ = try await store.triageEvents(of: ids[0])
        }
        try await expect(["SEARCH triageCount USING PRIMARY KEY"], sorting: true, in: store) {
            _ = try await store.triageCounts(brands: [bakery])
        }
        try await expect(["INDEX flagMention (mentionId=?)"], in: store) {
            _ = try await store.flag(ids[0], reason: "x", by: "Ada", at: present)
            _ = try await store.flags(of: ids[0])
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

    @Test func `which letter is next is answered by indexes of what waits`() async throws {
        let store = try await sampleStore()
        for id in try await store.record([draft("1"), draft("2"), draft("3")]).new {
            _ = try await store.alert(on: [id])
        }
        try await expect(
            [
                "SEARCH delivery USING INDEX deliveryDue (channelId=? AND dueAt<?)",
                "SEARCH delivery USING INDEX deliveryUntried (channelId=? AND dueAt<?)",
                "INDEX deliveryLed (leadId=?)",
            ], sorting: true, in: store
        ) {
            let letter = try await store.claimLetter(
                of: mail, now: present, lease: lease, gathering: Gathering(most: 1))
            #expect(letter.count == 3)
        }
        try await expect(["INDEX deliveryLed (leadId=?)"], sorting: true, in: store) {
            try await store.settle(
                1, as: .retry(at: present, error: "x"), now: present, channel: nil)
            _ = try await store.claimLetter(
                of: mail, now: present, lease: lease, gathering: Gathering(most: 1))
        }
        try await expect(
            ["INDEX deliveryStored (channelId=? AND createdAt>?)"], sorting: true, in: store
        ) {
            _ = try await store.claimLetter(
                of: mail, now: hours(-5), lease: lease, gathering: nil)
        }
        try await expect(["INDEX deliveryDue (channelId=?)"], in: store) {
            _ = try await store.nextDelivery(of: mail)
        }
        try await expect(
            ["INDEX deliveryTaken (channelId=? AND settledAt>?)"], in: store
        ) {
            _ = try await store.letterTimes(of: mail, since: present)
        }
    }

    @Test func `what rules ask is answered by covering indexes`() async throws {
        let store = try await sampleStore()
        try await store.record([draft("1", author: "Ann")])
        let author = "COVERING INDEX mentionAuthor (sourceId=? AND author=? AND id>? AND id<?)"
        try await expect([author], scanning: "INDEX mentionUndecided", in: store) {
            _ = try await store.undecided(limit: 9, aspects: true)
        }
        try await expect([author, "SEARCH mention USING INTEGER PRIMARY KEY (rowid>?)"], in: store)
        {
            _ = try await store.history(since: present, after: 0, limit: 9, aspects: true)
        }
        try await expect([author, "SEARCH mention USING INTEGER PRIMARY KEY (rowid>?)"], in: store)
        {
            var part = PastQuestion.Part()
            part.asksForAuthors = true
            _ = try await store.arrivals(
                since: present, after: 0, limit: 9,
                asking: PastQuestion(parts: [part], asksForAspects: false))
        }
        try await expect(["COVERING INDEX mentionSeen (firstSeen>?)"], in: store) {
            _ = try await store.historyCount(since: present)
        }
        try await expect(
            [
                "INDEX mentionWaiting (occurredAt>?)",
                "SEARCH reminder USING PRIMARY KEY (mentionId=? AND ruleId=?)",
            ], in: store
        ) {
            _ = try await store.unanswered(
                labels: [.negative], since: present, rule: complaints, aspects: false)
        }
        try await expect(
            ["COVERING INDEX decisionTime (decidedAt>? AND decidedAt<?)"], sorting: true, in: store
        ) {
            for brands in [nil, [bakery, rival]] {
                _ = try await store.outcomeCounts(brands: brands, from: present, to: present)
                _ = try await store.mentions(
                    decidedAs: "digest", by: complaints, brands: brands, from: present,
                    to: present, limit: 9)
            }
        }
        try await expect(
            ["SEARCH mentionBrand USING PRIMARY KEY (mentionId=? AND brandId=?)"], sorting: true,
            in: store
        ) {
            _ = try await store.outcomeCounts(brands: [bakery], from: present, to: present)
        }
        try await expect(["INDEX alertCreated (createdAt>? AND createdAt<?)"], in: store) {
            _ = try await store.alertCount(brands: [bakery, rival], from: present, to: present)
        }
    }

    @Test func `how much came is answered by covering indexes`() async throws {
        let store = try await sampleStore()
        let question = CountQuestion(brand: bakery, labels: [.negative], sources: [reviews])
        try await expect(
            ["COVERING INDEX brandLabel (brandId=? AND label=? AND occurredAt>?"],
            scanning: "SCAN source", in: store
        ) {
            _ = try await store.spanCounts(question, from: present, width: 60, count: 9)
            _ = try await store.spanCounts(
                CountQuestion(brand: bakery, kinds: [.review]), from: present, width: 60, count: 9)
        }
        for figure in FigureKind.allCases {
            try await expect(["COVERING INDEX brandDay (brandId=? AND day>?"], in: store) {
                _ = try await store.dailyFigures(
                    figure, of: question, from: always.from, to: always.to)
            }
        }
        try await expect(
            [
                "COVERING INDEX mentionAnswer (occurredAt>? AND occurredAt<?)",
                "COVERING INDEX brandOccurred (brandId=? AND occurredAt>? AND occurredAt<?)",
            ], in: store
        ) {
            _ = try await store.responses(brands: [bakery], from: present, to: hours(1))
        }
        try await expect(
            ["INDEX mentionSeen (firstSeen>? AND firstSeen<?)"], sorting: true, in: store
        ) {
            _ = try await store.arrivals(brands: [bakery], from: present, to: hours(1), limit: 3)
        }
    }

    @Test func `the oldest complaint is met first in an index of what waits`() async throws {
        let store = try await sampleStore()
        try await expect(
            [
                "INDEX mentionWaiting",
                "SEARCH mentionBrand USING PRIMARY KEY (mentionId=? AND brandId=?)",
            ], scanning: "INDEX mentionWaiting", in: store
        ) {
            _ = try await store.oldestUnanswered(brands: [bakery, rival])
        }
    }

    @Test func `what a report asks is answered by rollups and covering indexes`() async throws {
        let store = try await sampleStore()
        try await store.record([draft("1")])
        let days = (from: CalendarDay(number: 1), to: CalendarDay(number: 2))
        try await expect(
            ["SEARCH facetCount USING PRIMARY KEY (brandId=? AND facet=? AND day>? AND day<?)"],
            sorting: true, in: store
        ) {
            _ = try await store.sourceCounts(brands: [bakery], from: days.from, to: days.to)
            _ = try await store.aspectWords(
                brands: [bakery], from: days.from, to: days.to, limit: 3)
        }
        try await expect(
            [
                "COVERING INDEX mentionAnswer (occurredAt>? AND occurredAt<?)",
                "COVERING INDEX brandOccurred (brandId=? AND occurredAt>? AND occurredAt<?)",
            ], in: store
        ) {
            _ = try await store.answerClocks(brands: [bakery], from: present, to: hours(1))
        }
        try await expect(
            ["COVERING INDEX mentionSurvey (occurredAt>? AND occurredAt<?)"], in: store
        ) {
            _ = try await store.surveyAnswers(brands: [bakery], from: present, to: hours(1))
        }
        try await expect(
            ["COVERING INDEX brandDay (brandId=? AND day>? AND day<?)"], sorting: true, in: store
        ) {
            _ = try await store.worstMentions(
                brands: [bakery], from: days.from, to: days.to, limit: 5)
        }
    }

    @Test func `what a watch stores is found by keys`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1")]).new
        try await expect(["INDEX alertDigest"], in: store) {
            var record = DecisionRecord(alerts: [], notes: [], decided: [], now: present)
            for kind in [Alert.Kind.surge, .reminder, .digest] {
                var alert = alarm(on: ids)
                alert.kind = kind
                alert.period = Alert.Period(start: present, end: hours(1))
                record.alerts.append(alert)
            }
            record.marks = [RuleMark(rule: complaints, at: present)]
            record.reminders = [.init(rule: complaints, mention: ids[0], count: 1)]
            let alerts = try await store.commit(record)
            #expect(alerts.compactMap { $0 }.count == 3)
        }
    }
}
