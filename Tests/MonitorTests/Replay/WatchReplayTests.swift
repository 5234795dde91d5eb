import Alerting
import FoundationEssentials
import Model
import Scheduling
import Storage
import Testing

@testable import Monitor

private let complaint = "Terrible service, rude staff and a filthy table, never again."

@Suite(.timeLimit(.minutes(5)))
struct `A replay of reminders` {
    private static let rule = ReminderRule(
        id: RuleID(trusted: "waiting"), within: 8 * 3600, pauses: [86_400, 3 * 86_400],
        patience: 9 * 86_400)

    private func world() throws -> ReplayWorld {
        var world = try ReplayWorld(rules: [])
        world.watches = WatchPlans(reminders: [Self.rule])
        return world
    }

    private func hours(_ told: [ReplayWorld.Told]) -> [Double] {
        told.map { $0.at.timeIntervalSince(HeldTime.start) / 3600 }
    }

    @Test func `comes when an answer is due, and more and more seldom`() async throws {
        let world = try world()
        try await world.poll("a", stars: 1, text: complaint)
        try await world.wait(40 * 86_400)
        let (told, report) = try await world.replay()
        #expect(hours(told) == [8, 32, 104, 176])
        #expect(told.allSatisfy { $0.mentions == [1] && $0.rule == Self.rule.id })
        #expect(report.tallies[Self.rule.id]?.alerts == 4)
    }

    @Test func `says what the daemon said`() async throws {
        let world = try world()
        for number in 0..<6 {
            try await world.poll(
                "k\(number)", stars: 1, text: complaint + " Visit \(number), never more.")
            for _ in 0..<40 {
                try await world.wait(900)
                try await world.walk()
            }
        }
        let (told, _) = try await world.replay()
        let sent = try await world.told()
        #expect(told.map(\.mentions) == sent.map(\.mentions) && !sent.isEmpty)
        #expect(told.map(\.reason) == sent.map(\.reason))
    }

    @Test func `ends with an answer, or with the mention's end`() async throws {
        let world = try world()
        try await world.poll("a", stars: 1, text: complaint)
        let answer = world.time.now + 10 * 3600
        var entry = Sample.entry(
            key: "a", text: complaint, stars: 1,
            reply: Entry.OwnerReply(text: "We are sorry.", date: answer))
        entry.url = "https://site1.example/a"
        try await world.wait(11 * 3600)
        try await world.poll([entry])
        try await world.wait(30 * 86_400)
        #expect(hours(try await world.replay().told) == [8])
    }

    @Test func `waits for the end of a silence`() async throws {
        let world = try world()
        _ = try await world.store.add(
            AlertSilence(id: 0, start: HeldTime.start, end: HeldTime.start + 20 * 3600))
        try await world.poll("a", stars: 1, text: complaint)
        try await world.wait(2 * 86_400)
        #expect(hours(try await world.replay().told) == [20, 44])
        #expect(hours(try await world.replay(heedsSilences: false).told) == [8, 32])
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A replay of surges` {
    private func world(last: Int) async throws -> ReplayWorld {
        var world = try ReplayWorld(rules: [])
        world.watches = WatchPlans(surges: [SurgeRule(id: RuleID(trusted: "burst"))])
        for day in 0..<60 where day % 6 == 0 {
            try await world.poll("day-\(day)", stars: 1, text: complaint + " Day \(day).")
            try await world.walk()
            try await world.wait(6 * 86_400)
        }
        for number in 0..<last {
            try await world.poll("last-\(number)", stars: 1, text: complaint + " No \(number).")
            try await world.walk()
            try await world.wait(1200)
        }
        return world
    }

    @Test func `tells of a bad day once, as the daemon did`() async throws {
        let world = try await world(last: 9)
        var alerts: [ReplayedAlert] = []
        let (told, _) = try await world.replay { alerts.append($0) }
        let sent = try await world.told()
        #expect(!sent.isEmpty)
        #expect(told.map(\.reason) == sent.map(\.reason))
        #expect(told.map(\.at) == sent.map(\.at))
        #expect(alerts.allSatisfy { $0.kind == .surge && !$0.mentions.isEmpty })
    }

    @Test func `tells of no ordinary day`() async throws {
        #expect(try await world(last: 1).replay().told.isEmpty)
    }
}

struct `Counting by spans of time` {
    @Test func `counts what came in disorder, and what was known before`() {
        let start = Date(timeIntervalSince1970: 0)
        var counter = ReplayCounter(hours: [2, 0, 1], from: start)
        for hour in [5.0, 3.5, 4.2, 3.1, 7.0, 3.6] { counter.add(start + hour * 3600) }
        #expect(
            counter.counts(from: start, width: 3600, count: 8) == [2, 0, 1, 3, 1, 1, 0, 1])
        counter.remove(start + 3.6 * 3600)
        counter.remove(start + 99)
        #expect(counter.counts(from: start + 3600, width: 7200, count: 3) == [1, 3, 1])
    }

    @Test func `stays exact however many come`() {
        let start = Date(timeIntervalSince1970: 0)
        var counter = ReplayCounter()
        for number in 0..<10_000 { counter.add(start + Double(number * 7919 % 10_000)) }
        #expect(
            counter.counts(from: start, width: 1000, count: 10)
                == Array(repeating: 1000, count: 10))
    }
}

struct `A heap of what is to come` {
    @Test func `gives the least first`() {
        var heap = ReplayHeap<Int>()
        for number in 0..<200 { heap.insert(number * 7919 % 211) }
        var order: [Int] = []
        while let first = heap.first {
            order.append(first)
            heap.removeFirst()
        }
        #expect(order == order.sorted() && order.count == 200)
    }
}
