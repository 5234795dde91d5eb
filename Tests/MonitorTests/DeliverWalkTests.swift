import FoundationEssentials
import Logging
import Model
import Notifying
import SQLiteStorage
import Storage
import Synchronization
import Testing

@testable import Monitor

@Suite(.timeLimit(.minutes(5)))
struct `A deliver walk` {
    @Test func `hands each letter over once`() async throws {
        let world = try await DeliverWorld(alerts: 3)
        let channel = ScriptedChannel()
        #expect(try await world.walk(channel).delivered == 3)
        #expect(try await world.walk(channel) == DeliverWalk.Report())
        #expect(channel.letters.map(\.alert.id) == [1, 2, 3])
        let delivery = try await world.delivery()
        #expect(delivery.state == .delivered && delivery.attempts == 1)
        #expect(delivery.settledAt == world.time.now)
    }

    @Test func `writes a letter with everything that the channel needs`() async throws {
        let world = try await DeliverWorld()
        let channel = ScriptedChannel()
        _ = try await world.walk(channel)
        let letter = try #require(channel.letters.first)
        #expect(letter.business == "Copper Kettle")
        #expect(letter.brandNames == [Sample.brand: "Copper Kettle"])
        #expect(letter.mentions.map(\.id) == letter.alert.mentions)
        #expect(letter.delivery.messageID == (try await world.delivery().messageID))
    }

    @Test func `tries again after longer and longer times, with the same message id`() async throws
    {
        let world = try await DeliverWorld()
        let channel = ScriptedChannel(Sample.mail, [refused, refused, refused])
        for (attempt, wait) in [30.0, 60, 120].enumerated() {
            #expect(try await world.walk(channel).failed == 1)
            let delivery = try await world.delivery()
            #expect(delivery.state == .pending && delivery.attempts == attempt + 1)
            #expect(delivery.nextAttempt == world.time.now + wait)
            #expect(delivery.lastError == refused.description)
            world.time.advance(by: wait - 1)
            #expect(try await world.walk(channel) == DeliverWalk.Report())
            world.time.advance(by: 1)
        }
        #expect(try await world.walk(channel).delivered == 1)
        #expect(Set(channel.letters.map(\.delivery.messageID)).count == 1)
    }

    @Test func `names alert, delivery, channel and attempt in each line of the log`() async throws {
        var world = try await DeliverWorld()
        let log = KeptLog(level: .info)
        world.logger = log.logger
        let channel = ScriptedChannel(Sample.mail, [refused])
        _ = try await world.walk(channel)
        world.time.advance(by: 30)
        _ = try await world.walk(channel)
        #expect(
            log.lines == [
                "warning: alert not delivered yet (\(refused))", "info: alert delivered",
            ])
        let delivery = try await world.delivery()
        for (attempt, line) in log.told.enumerated() {
            var fields = line.fields
            fields["error"] = nil
            #expect(
                fields == [
                    "alert": "1", "delivery": "\(delivery.id)", "channel": "\(Sample.mail)",
                    "attempt": "\(attempt + 1)",
                ])
        }
    }

    @Test func `waits as long as the receiver asks`() async throws {
        let world = try await DeliverWorld()
        let busy = DeliveryError(reason: .rateLimited, detail: "too many", retryAfter: 900)
        _ = try await world.walk(ScriptedChannel(Sample.mail, [busy]))
        #expect(try await world.delivery().nextAttempt == world.time.now + 900)
    }

    @Test func `gives up when the next try would be later than patience allows`() async throws {
        let world = try await DeliverWorld()
        world.time.advance(by: 3570)
        let channel = ScriptedChannel(Sample.mail, [refused, refused])
        #expect(try await world.walk(channel).failed == 1)
        world.time.advance(by: 30)
        #expect(try await world.walk(channel).givenUp == 1)
        let delivery = try await world.delivery()
        #expect(delivery.state == .givenUp && delivery.lastError == refused.description)
        world.time.advance(by: 86_400)
        #expect(try await world.walk(channel) == DeliverWalk.Report())
    }

    @Test func `gives up at once where the receiver is gone`() async throws {
        let world = try await DeliverWorld()
        let gone = DeliveryError(reason: .gone, detail: "the receiver wants no more")
        #expect(try await world.walk(ScriptedChannel(Sample.mail, [gone])).givenUp == 1)
        #expect(try await world.delivery().state == .givenUp)
    }

    @Test func `ends after three failures in a row`() async throws {
        let world = try await DeliverWorld(alerts: 5)
        let channel = ScriptedChannel(Sample.mail, Array(repeating: refused, count: 5))
        let report = try await world.walk(channel)
        #expect(report.failed == 3 && report.resume == world.time.now + 30)
        #expect(channel.letters.map(\.alert.id) == [1, 2, 3])
    }

    @Test func `goes on after failures that are not in a row`() async throws {
        let world = try await DeliverWorld(alerts: 5)
        let channel = ScriptedChannel(Sample.mail, [refused, refused, nil, refused, refused])
        let report = try await world.walk(channel)
        #expect(report.failed == 4 && report.delivered == 1)
    }

    @Test func `takes only the letters of its channel`() async throws {
        let world = try await DeliverWorld(alerts: 2, channels: [Sample.mail, Sample.hook])
        let hook = ScriptedChannel(Sample.hook)
        #expect(try await world.walk(hook).delivered == 2)
        #expect(try await world.store.outboxSummary().pending == 2)
    }

    @Test func `of a dead channel stops no other`() async throws {
        let world = try await DeliverWorld(channels: [Sample.mail, Sample.hook])
        let begun = Doorbell()
        let dead = Task { try await world.walk(DeadChannel(id: Sample.mail, begun: begun)) }
        await begun.wait()
        #expect(try await world.walk(ScriptedChannel(Sample.hook)).delivered == 1)
        dead.cancel()
        _ = try await dead.value
    }

    @Test func `that is cut off leaves the letter due, whatever its age`() async throws {
        let world = try await DeliverWorld()
        world.time.advance(by: 86_400)
        let begun = Doorbell()
        let walk = Task { try await world.walk(DeadChannel(id: Sample.mail, begun: begun)) }
        await begun.wait()
        walk.cancel()
        #expect(try await walk.value.failed == 1)
        let delivery = try await world.delivery()
        #expect(delivery.state == .pending && delivery.nextAttempt == world.time.now)
        #expect(try await world.walk(ScriptedChannel()).delivered == 1)
    }

    @Test func `begins no letter when it is to stop`() async throws {
        let world = try await DeliverWorld()
        let channel = ScriptedChannel()
        #expect(try await world.walk(channel, isStopping: true) == DeliverWalk.Report())
        #expect(channel.letters.isEmpty)
    }
}
