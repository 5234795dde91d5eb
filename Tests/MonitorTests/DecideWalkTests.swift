import Alerting
import FoundationEssentials
import Model
import SQLiteStorage
import Storage
import Testing

@testable import Monitor

/// A store in memory and decide walks over it by one rule.
private struct DecideWorld {
    let store: any Store
    let time = HeldTime()
    let rule: AlertRule

    init(coolDown: Double = 0, channels: [ChannelID] = [Sample.mail, Sample.hook]) throws {
        store = try SQLiteFile.inMemory()
        rule = AlertRule(id: Sample.rule, coolDown: coolDown, channels: channels)
    }

    /// Each walk is a new one, as after a restart.
    func walk(rules: [AlertRule]? = nil) async throws -> DecideWalk.Report {
        try await DecideWalk(
            store: store,
            configuration: CurrentConfiguration(try Sample.configuration(rules: rules ?? [rule])),
            time: time.source, logger: Sample.logger
        ).run()
    }

    func add(_ key: String, stars: Double = 1, isNews: Bool = true) async throws {
        try await Sample.store(
            [Sample.entry(key: key, stars: stars)], in: store, isNews: isNews, now: time.now)
    }

    func alerts() async throws -> [Alert] {
        try await store.alerts(since: nil, page: Page()).rows.sorted { $0.id < $1.id }
    }

    func outcomes(_ mention: MentionID) async throws -> [String] {
        try await store.decisions(on: mention).map(\.outcome)
    }
}

struct `A decide walk` {
    @Test func `makes an alert with a delivery for each channel, once`() async throws {
        let world = try DecideWorld()
        try await world.add("a")
        try await world.add("b", stars: 5)
        let report = try await world.walk()
        #expect(report.decided == 2 && report.alerts == 1 && report.held == 0)
        let alert = try #require(try await world.alerts().first)
        #expect(alert.mentions == [1] && alert.rule == Sample.rule && alert.brand == Sample.brand)
        let deliveries = try await world.store.deliveries(
            DeliverySelection(alerts: [alert.id]), page: Page()
        ).rows
        #expect(Set(deliveries.map(\.channel)) == [Sample.mail, Sample.hook])
        #expect(deliveries.allSatisfy { $0.state == .pending && $0.nextAttempt == world.time.now })
        #expect(try await world.walk() == DecideWalk.Report())
        #expect(try await world.alerts().count == 1)
    }

    @Test func `notes what came with the baseline and does not tell of it`() async throws {
        let world = try DecideWorld()
        try await world.add("a", isNews: false)
        #expect(try await world.walk().alerts == 0)
        #expect(try await world.outcomes(1) == ["baseline"])
        #expect(try await world.store.undecided(limit: 9, aspects: false).isEmpty)
    }

    @Test func `holds back in a cool-down, and tells of all together at its end`() async throws {
        let world = try DecideWorld(coolDown: 600)
        try await world.add("a")
        _ = try await world.walk()
        world.time.advance(by: 60)
        try await world.add("b")
        #expect(try await world.walk().held == 1)
        world.time.advance(by: 60)
        try await world.add("c")
        #expect(try await world.walk().held == 1)
        #expect(try await world.alerts().count == 1)
        #expect(try await world.store.nextHeld() == HeldTime.start + 600)
        world.time.set(HeldTime.start + 600)
        #expect(try await world.walk().alerts == 1)
        #expect(try await world.alerts().map(\.mentions) == [[1], [2, 3]])
        #expect(try await world.outcomes(2) == ["alerted"])
        #expect(try await world.store.nextHeld() == nil)
    }

    @Test func `holds no longer than the cool-down after the clock was set back`() async throws {
        let world = try DecideWorld(coolDown: 600)
        try await world.add("a")
        _ = try await world.walk()
        try await world.add("b")
        _ = try await world.walk()
        world.time.advance(by: -86_400)
        _ = try await world.walk()
        world.time.advance(by: 600)
        _ = try await world.walk()
        #expect(try await world.alerts().map(\.mentions) == [[1], [2]])
    }

    @Test func `settles what was held for a rule that is gone`() async throws {
        let world = try DecideWorld(coolDown: 600)
        try await world.add("a")
        try await world.add("b")
        _ = try await world.walk()
        try await world.add("c")
        #expect(try await world.walk().held == 1)
        _ = try await world.walk(rules: [])
        #expect(try await world.store.held().isEmpty)
        #expect(try await world.outcomes(3).first?.contains("rule") == true)
        world.time.advance(by: 600)
        _ = try await world.walk()
        #expect(try await world.alerts().count == 1)
    }

    @Test func `tells of an edit that made a mention worse, and not of one that did not`()
        async throws
    {
        let world = try DecideWorld()
        try await world.add("a", stars: 5)
        _ = try await world.walk()
        try await world.add("a", stars: 1)
        #expect(try await world.walk().alerts == 1)
        try await world.add("a", stars: 2)
        #expect(try await world.walk().alerts == 0)
        #expect(try await world.alerts().count == 1)
    }

    @Test func `decides on more than one batch`() async throws {
        let world = try DecideWorld(coolDown: 600, channels: [])
        try await Sample.store(
            (0..<1001).map { Sample.entry(key: "k\($0)", stars: 1) }, in: world.store)
        #expect(try await world.walk().decided == 1001)
        #expect(try await world.store.undecided(limit: 1, aspects: false).isEmpty)
    }
}
