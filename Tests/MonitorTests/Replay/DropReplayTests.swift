import Alerting
import FoundationEssentials
import Model
import Storage
import Testing

@testable import Monitor

private let complaint = "Terrible service, rude staff and a filthy table, never again."

@Suite(.timeLimit(.minutes(5)))
struct `A replay of drops` {
    private static let day = 86_400.0

    /// A year of good ratings, and then a month of `last` stars, one a day.
    private func world(last: Double, figure: FigureKind = .rating) async throws -> ReplayWorld {
        var world = try ReplayWorld(rules: [])
        world.watches = WatchPlans(drops: [
            DropRule(id: RuleID(trusted: "fall"), figure: figure, days: 14)
        ])
        for day in 0..<160 {
            let stars = day < 130 ? Double(4 + day % 2) : last
            try await world.poll(
                "day-\(day)", stars: stars,
                text: stars > 3 ? "Lovely visit \(day)." : complaint + " \(day)")
            try await world.walk()
            try await world.wait(Self.day)
        }
        return world
    }

    @Test(arguments: FigureKind.allCases)
    func `tells of a fall once, as the daemon did`(figure: FigureKind) async throws {
        let world = try await world(last: 1, figure: figure)
        var alerts: [ReplayedAlert] = []
        let (told, report) = try await world.replay { alerts.append($0) }
        let sent = try await world.told()
        #expect(!sent.isEmpty)
        #expect(told.map(\.reason) == sent.map(\.reason))
        #expect(told.map(\.at) == sent.map(\.at))
        #expect(alerts.allSatisfy { $0.kind == .drop && !$0.mentions.isEmpty })
        #expect(report.tallies[RuleID(trusted: "fall")]?.alerts == sent.count)
    }

    @Test func `knows what was before its time from the store`() async throws {
        let world = try await world(last: 1)
        let sent = try await world.told()
        let (told, _) = try await world.replay(since: world.time.now - 40 * Self.day)
        #expect(told.map(\.reason) == sent.map(\.reason) && !sent.isEmpty)
    }

    @Test func `counts an edit in the place of what it was`() async throws {
        let world = try await world(last: 4)
        #expect(try await world.replay().told.isEmpty)
        // An edit does not move a mention to another day.
        let first = HeldTime.start
        for day in 140..<160 {
            var entry = Sample.entry(
                key: "day-\(day)", text: complaint + " \(day), edited.", stars: 1)
            entry.url = "https://site1.example/day-\(day)"
            entry.published = first + Double(day) * Self.day
            try await world.poll([entry])
            try await world.walk()
            try await world.wait(Self.day / 20)
        }
        let sent = try await world.told()
        let told = try await world.replay().told
        #expect(told.map(\.reason) == sent.map(\.reason) && !sent.isEmpty)
    }

    @Test func `heeds silences`() async throws {
        let world = try await world(last: 1)
        _ = try await world.store.add(
            AlertSilence(id: 0, start: HeldTime.start, end: world.time.now + 60))
        #expect(try await world.replay().told.isEmpty)
        #expect(try await world.replay(heedsSilences: false).told.isEmpty == false)
    }
}
