import Alerting
import FoundationEssentials
import Model
import Monitor
import Notifying
import SQLiteStorage
import Scheduling
import Storage
import Testing

/// A store with mentions, and decide walks over it on a clock that the test moves.
private struct WatchWorld {
    let store: any Store
    let time = HeldTime()
    var configuration: MonitorConfiguration
    private let walk: DecideWalk
    private let current: CurrentConfiguration

    init(_ watches: WatchPlans, rules: [AlertRule] = []) throws {
        store = try SQLiteFile.inMemory()
        configuration = try Sample.configuration(rules: rules)
        configuration.watches = watches
        configuration.healthChannels = [Sample.mail, Sample.hook]
        configuration.channels = [
            Sample.mail: KeepingChannel(id: Sample.mail),
            Sample.hook: KeepingChannel(id: Sample.hook),
        ]
        current = CurrentConfiguration(configuration)
        walk = DecideWalk(
            store: store, configuration: current, time: time.source, logger: Sample.logger)
    }

    /// Walks; the alerts that there are now, oldest first.
    @discardableResult
    func decide() async throws -> [Alert] {
        current.replace(with: configuration)
        walk.wakeWatches()
        _ = try await walk.run()
        return try await store.alerts(since: nil, page: Page(limit: 100)).rows.reversed()
    }

    @discardableResult
    func add(
        _ count: Int = 1, key: String = "k", stars: Double = 1, reply: Entry.OwnerReply? = nil
    ) async throws -> [MentionID] {
        try await Sample.store(
            (0..<count).map { Sample.entry(key: "\(key)\($0)", stars: stars, reply: reply) },
            in: store, now: time.now
        ).new
    }

    func deliveries(of alert: Alert) async throws -> [Delivery] {
        try await store.deliveries(DeliverySelection(alerts: [alert.id]), page: Page()).rows
    }
}

private let morning = DigestPlan(
    id: RuleID(trusted: "morning"), minute: 8 * 60, channels: [Sample.mail])
private let waiting = ReminderRule(
    id: RuleID(trusted: "waiting"), within: 8 * 3600,
    escalation: ReminderRule.Escalation(after: 2, channels: [Sample.hook]),
    channels: [Sample.mail])

@Suite(.timeLimit(.minutes(5)))
struct `A digest that is due` {
    @Test func `is stored once for each slot, with the time since the last one`() async throws {
        let world = try WatchWorld(WatchPlans(digests: [morning]))
        #expect(try await world.decide().isEmpty)
        try await world.add(2)
        world.time.advance(by: 23 * 3600)
        let alerts = try await world.decide()
        let alert = try #require(alerts.first)
        #expect(alerts.count == 1 && alert.kind == .digest && alert.rule == morning.id)
        #expect(alert.period?.end.timeIntervalSince(alert.period?.start ?? .now) == 86_400)
        #expect(try await world.decide().count == 1)
        #expect(try await world.deliveries(of: alert).map(\.channel) == [Sample.mail])
    }

    @Test func `is left out where there is nothing to tell, unless it is wanted empty`()
        async throws
    {
        var eager = morning
        eager.id = RuleID(trusted: "eager")
        eager.sendsEmpty = true
        let world = try WatchWorld(WatchPlans(digests: [morning, eager]))
        try await world.decide()
        world.time.advance(by: 86_400)
        #expect(try await world.decide().map(\.rule) == [eager.id])
        world.time.advance(by: 86_400)
        #expect(try await world.decide().count == 2)
    }

    @Test func `is one for all the days that a computer slept`() async throws {
        let world = try WatchWorld(WatchPlans(digests: [morning]))
        try await world.decide()
        try await world.add()
        world.time.advance(by: 5 * 86_400)
        let alerts = try await world.decide()
        let period = try #require(alerts.first?.period)
        #expect(alerts.count == 1)
        #expect(period.end.timeIntervalSince(period.start) == 5 * 86_400)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A mention that nobody answers` {
    @Test func `is reminded of, more and more seldom, and then others are told`() async throws {
        let world = try WatchWorld(WatchPlans(reminders: [waiting]))
        try await world.add()
        #expect(try await world.decide().isEmpty)
        world.time.advance(by: 8 * 3600)
        #expect(try await world.decide().map(\.kind) == [.reminder])
        #expect(try await world.decide().count == 1)
        world.time.advance(by: 86_400)
        #expect(try await world.decide().count == 2)
        world.time.advance(by: 2 * 86_400)
        #expect(try await world.decide().count == 2)
        world.time.advance(by: 86_400)
        let alerts = try await world.decide()
        let told = try await alerts.asyncFlatMap {
            try await world.deliveries(of: $0).map(\.channel)
        }
        #expect(told == [Sample.mail, Sample.mail, Sample.mail, Sample.hook])
    }

    @Test func `is left in peace once it has an answer`() async throws {
        let world = try WatchWorld(WatchPlans(reminders: [waiting]))
        try await world.add(reply: Entry.OwnerReply(text: "We are sorry.", date: world.time.now))
        world.time.advance(by: 30 * 86_400)
        #expect(try await world.decide().isEmpty)
    }

    private func take(
        _ action: TriageEvent.Action, _ id: MentionID, in world: WatchWorld
    ) async throws {
        let receipt = try await world.store.triage(
            [id], by: TriageChange(action: action, at: world.time.now, by: "Ada", note: "why"),
            isTrial: false)
        #expect(receipt.changed.count == 1)
    }

    @Test(arguments: [
        TriageEvent.Action.answeredPublicly, .answeredPrivately, .resolved, .wontAnswer,
    ])
    func `is left in peace once somebody closed it`(action: TriageEvent.Action) async throws {
        let world = try WatchWorld(WatchPlans(reminders: [waiting]))
        let id = try #require(try await world.add().first)
        try await take(action, id, in: world)
        world.time.advance(by: 30 * 86_400)
        #expect(try await world.decide().isEmpty)
    }

    @Test func `is reminded of all the same once somebody has seen it`() async throws {
        let world = try WatchWorld(WatchPlans(reminders: [waiting]))
        let id = try #require(try await world.add().first)
        try await take(.seen, id, in: world)
        world.time.advance(by: 8 * 3600)
        #expect(try await world.decide().map(\.kind) == [.reminder])
    }

    @Test func `has its time anew when it is reopened`() async throws {
        let world = try WatchWorld(WatchPlans(reminders: [waiting]))
        let id = try #require(try await world.add().first)
        try await take(.resolved, id, in: world)
        world.time.advance(by: 7 * 86_400)
        try await take(.reopened, id, in: world)
        world.time.advance(by: 7 * 3600)
        #expect(try await world.decide().isEmpty)
        world.time.advance(by: 3600)
        #expect(try await world.decide().map(\.kind) == [.reminder])
    }

    @Test func `is left in peace under a silence that names it`() async throws {
        let world = try WatchWorld(WatchPlans(reminders: [waiting]))
        let id = try #require(try await world.add().first)
        _ = try await world.store.add(
            AlertSilence(
                id: 0, mention: id, start: world.time.now,
                end: world.time.now.addingTimeInterval(90 * 86_400)))
        world.time.advance(by: 30 * 86_400)
        #expect(try await world.decide().isEmpty)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `More mentions than usual` {
    private let rule = SurgeRule(id: RuleID(trusted: "storm"), channels: [Sample.mail])

    @Test func `are told once, with the worst of them`() async throws {
        let world = try WatchWorld(WatchPlans(surges: [rule]))
        for week in 0..<12 {
            try await world.add(key: "w\(week)-")
            try await world.decide()
            world.time.advance(by: 7 * 86_400)
        }
        try await world.add(9, key: "storm")
        world.time.advance(by: 600)
        let alerts = try await world.decide()
        let alert = try #require(alerts.first)
        #expect(alerts.count == 1 && alert.kind == .surge && alert.mentions.count == 5)
        #expect(alert.reason.hasPrefix("9 negative mentions of Copper Kettle in 24 hours"))
        world.time.advance(by: 3600)
        #expect(try await world.decide().count == 1)
    }

    @Test func `are not told under a silence, but after it`() async throws {
        let world = try WatchWorld(WatchPlans(surges: [rule]))
        for week in 0..<12 {
            try await world.add(key: "w\(week)-")
            try await world.decide()
            world.time.advance(by: 7 * 86_400)
        }
        _ = try await world.store.add(
            AlertSilence(
                id: 0, rule: rule.id, start: world.time.now,
                end: world.time.now.addingTimeInterval(3600)))
        try await world.add(9, key: "storm")
        world.time.advance(by: 600)
        #expect(try await world.decide().isEmpty)
        world.time.advance(by: 3600)
        #expect(try await world.decide().count == 1)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A channel in trouble` {
    @Test func `is told of through the others, and so is its end`() async throws {
        let world = try WatchWorld(WatchPlans())
        var state = ChannelState(
            channel: Sample.mail, failures: 4, failingSince: world.time.now,
            lastError: "no-host: there is no such host")
        try await world.store.setChannelState(state)
        #expect(try await world.decide().isEmpty)
        world.time.advance(by: 1800)
        let alerts = try await world.decide()
        let alert = try #require(alerts.first)
        #expect(alerts.count == 1 && alert.kind == .channel && alert.channel == Sample.mail)
        #expect(try await world.deliveries(of: alert).map(\.channel) == [Sample.hook])
        #expect(try await world.decide().count == 1)
        world.time.advance(by: 600)
        state = ChannelState(channel: Sample.mail, lastDelivery: world.time.now)
        try await world.store.setChannelState(state)
        let after = try await world.decide()
        #expect(after.count == 2 && after.last?.severity == .info)
        #expect(try await world.decide().count == 2)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `Quiet hours` {
    @Test func `put off what is not critical, for their channel alone`() async throws {
        var world = try WatchWorld(
            WatchPlans(),
            rules: [
                AlertRule(
                    id: Sample.rule, urgency: .byStars, channels: [Sample.mail, Sample.hook])
            ])
        world.configuration.policies = [
            Sample.mail: ChannelPolicy(quietHours: try BusinessHours(parsing: "daily 09:00-11:00"))
        ]
        try await world.add(key: "worse", stars: 1)
        try await world.add(key: "bad", stars: 2)
        let alerts = try await world.decide()
        #expect(alerts.map(\.severity) == [.critical, .warning])
        let times = try await alerts.asyncFlatMap { alert in
            try await world.deliveries(of: alert).sorted { $0.channel > $1.channel }
                .map(\.nextAttempt)
        }
        // The clock stands at 09:30.
        let now = world.time.now
        #expect(times == [now, now, now + 5400, now])
    }
}

extension Sequence {
    /// The results of an asynchronous body, one after the other, joined.
    fileprivate func asyncFlatMap<Result>(
        _ body: (Element) async throws -> [Result]
    ) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results += try await body(element) }
        return results
    }
}
