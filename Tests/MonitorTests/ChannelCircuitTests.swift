import Alerting
import FoundationEssentials
import Model
import Monitor
import Notifying
import Scheduling
import Storage
import Testing

private let gone = DeliveryError(reason: .gone, detail: "the receiver wants no more")

@Suite(.timeLimit(.minutes(5)))
struct `A channel that is down` {
    @Test func `is tried with one letter at a time, more and more seldom`() async throws {
        let world = try await DeliverWorld(alerts: 5)
        let channel = ScriptedChannel(Sample.mail, Array(repeating: refused, count: 8))
        #expect(try await world.walk(channel).failed == 3)
        for rest in [30.0, 60, 120] {
            #expect(try await world.walk(channel).failed == 0)
            world.time.advance(by: rest)
            #expect(try await world.walk(channel).failed == 1)
        }
        let state = try #require(try await world.state())
        #expect(state.failures == 6 && state.failingSince == HeldTime.start)
        #expect(state.lastError == refused.description)
    }

    @Test func `gets everything that waited once a letter is taken`() async throws {
        let world = try await DeliverWorld(alerts: 5)
        let channel = ScriptedChannel(Sample.mail, Array(repeating: refused, count: 3))
        _ = try await world.walk(channel)
        world.time.advance(by: 1800)
        try await world.add(4, key: "later")
        #expect(try await world.walk(channel).delivered > 0)
        #expect(try await world.store.outboxSummary().pending == 0)
        // Three had letters of their own, which stay what they are; the six that waited share one.
        let letters = channel.letters.dropFirst(3)
        #expect(letters.map { $0.alerts.count }.sorted() == [1, 1, 1, 6])
        #expect(Set(letters.flatMap { $0.alerts.map(\.id) }) == Set(1...9))
        let state = try #require(try await world.state())
        #expect(state.failures == 0 && state.nextTry == nil && state.lastError == nil)
        #expect(state.lastDelivery == world.time.now)
    }

    @Test func `sends a joined letter again with the same id and the same alerts`() async throws {
        let world = try await DeliverWorld(alerts: 9)
        let channel = ScriptedChannel(Sample.mail, [refused])
        #expect(try await world.walk(channel).failed == 1)
        try await world.add(1, key: "later")
        world.time.advance(by: 60)
        #expect(try await world.walk(channel).delivered == 2)
        let letters = channel.letters
        #expect(letters[0].alerts.map(\.id) == Array(1...9))
        #expect(Set(letters.map(\.delivery.messageID)).count == 2)
        let again = try #require(
            letters.dropFirst().first {
                $0.delivery.messageID == letters[0].delivery.messageID
            })
        #expect(again.alerts == letters[0].alerts)
    }

    @Test func `is left alone for as long as it asks where it has too many`() async throws {
        let world = try await DeliverWorld(alerts: 2)
        let busy = DeliveryError(reason: .rateLimited, detail: "too many", retryAfter: 900)
        let channel = ScriptedChannel(Sample.mail, [busy])
        let report = try await world.walk(channel)
        #expect(report.failed == 1 && report.resume == world.time.now + 900)
        #expect(channel.letters.count == 1)
        world.time.advance(by: 900)
        #expect(try await world.walk(channel).delivered == 2)
    }

    @Test func `is tried again after a clock that was set back`() async throws {
        let world = try await DeliverWorld(alerts: 3)
        let channel = ScriptedChannel(Sample.mail, Array(repeating: refused, count: 3))
        _ = try await world.walk(channel)
        world.time.advance(by: -400 * 86_400)
        #expect(try await world.walk(channel).delivered == 3)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A receiver that wants no more letters` {
    @Test func `gets none, and what waits for it stays`() async throws {
        let world = try await DeliverWorld(alerts: 3)
        let channel = ScriptedChannel(Sample.mail, [gone])
        let report = try await world.walk(channel)
        #expect(report.givenUp == 1 && report.resume == .distantFuture)
        world.time.advance(by: 30 * 86_400)
        #expect(try await world.walk(channel).resume == .distantFuture)
        #expect(channel.letters.count == 1)
        #expect(try await world.store.outboxSummary().pending == 2)
    }

    @Test func `gets them again when a person asks for it`() async throws {
        let world = try await DeliverWorld(alerts: 2)
        let channel = ScriptedChannel(Sample.mail, [gone])
        _ = try await world.walk(channel)
        _ = try await world.store.retryDeliveries(
            DeliverySelection(channel: Sample.mail), now: world.time.now)
        #expect(try await world.walk(channel).delivered == 2)
    }

    @Test func `gets them again when its address has changed`() async throws {
        var world = try await DeliverWorld(alerts: 2)
        world.addresses = [Sample.mail: "one"]
        _ = try await world.walk(ScriptedChannel(Sample.mail, [gone]))
        #expect(try await world.walk(ScriptedChannel()).resume == .distantFuture)
        world.addresses = [Sample.mail: "another"]
        #expect(try await world.walk(ScriptedChannel()).delivered == 1)
        #expect(try await world.state()?.disabledAt == nil)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A channel with a policy` {
    @Test func `takes as many letters an hour as it may, and the rest as one`() async throws {
        var world = try await DeliverWorld(alerts: 2)
        world.policies = [Sample.mail: ChannelPolicy(hourlyLimit: 2)]
        let channel = ScriptedChannel()
        #expect(try await world.walk(channel).delivered == 2)
        world.time.advance(by: 600)
        try await world.add(3, key: "later")
        let report = try await world.walk(channel)
        #expect(report.delivered == 0 && report.resume == HeldTime.start + 3600)
        world.time.advance(by: 3000)
        #expect(try await world.walk(channel).delivered == 1)
        #expect(channel.letters.last?.alerts.count == 3)
    }

    @Test func `gets what its quiet hours held back as one letter`() async throws {
        let world = try await DeliverWorld(alerts: 0)
        let morning = HeldTime.start + 8 * 3600
        try await world.add(3, notBefore: morning)
        let channel = ScriptedChannel()
        #expect(try await world.walk(channel).delivered == 0)
        world.time.set(morning)
        #expect(try await world.walk(channel).delivered == 1)
        #expect(channel.letters.first?.alerts.count == 3)
        #expect(channel.letters.first?.mentions.count == 3)
    }

    @Test func `that is read by a machine gets every alert by itself`() async throws {
        var world = try await DeliverWorld(alerts: 9)
        world.policies = [Sample.mail: ChannelPolicy(gathers: false)]
        world.time.advance(by: 1800)
        let channel = ScriptedChannel()
        #expect(try await world.walk(channel).delivered == 9)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A test of a channel` {
    @Test func `goes the way of every letter, past what waits`() async throws {
        let world = try await DeliverWorld(alerts: 5)
        let channel = ScriptedChannel(Sample.mail, Array(repeating: refused, count: 3))
        _ = try await world.walk(channel)
        let (delivery, outcome) = try await world.walker().test(channel, reason: "you asked")
        #expect(outcome == .delivered)
        let letter = try #require(channel.letters.last)
        #expect(letter.alert.kind == .test && letter.alert.reason == "you asked")
        #expect(letter.delivery.id == delivery.id)
        // It was taken, so the channel works, and what waited goes out.
        #expect(try await world.walk(channel).delivered > 0)
    }

    @Test func `that fails is tried again by the daemon`() async throws {
        let world = try await DeliverWorld(alerts: 0)
        let channel = ScriptedChannel(Sample.mail, [refused])
        let (_, outcome) = try await world.walker().test(channel, reason: "you asked")
        #expect(outcome == .retry(at: world.time.now + 30, error: refused.description))
        world.time.advance(by: 30)
        #expect(try await world.walk(channel).delivered == 1)
    }
}
