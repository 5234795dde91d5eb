import FoundationEssentials
import Model
import Notifying
import SQLiteStorage
import Storage
import Synchronization
import Testing

@testable import Monitor

/// A channel that ends each attempt as its script says, and with success when the script is over.
private final class ScriptedChannel: Channel {
    let id: ChannelID
    private let state: Mutex<(script: [DeliveryError?], letters: [Letter])>

    init(_ id: ChannelID = Sample.mail, _ script: [DeliveryError?] = []) {
        self.id = id
        state = Mutex((script, []))
    }

    var letters: [Letter] { state.withLock { $0.letters } }

    func deliver(_ letter: Letter) async throws(DeliveryError) {
        let end = state.withLock { state in
            state.letters.append(letter)
            return state.script.isEmpty ? nil : state.script.removeFirst()
        }
        if let end { throw end }
    }
}

/// A channel that never ends by itself.
private struct DeadChannel: Channel {
    let id: ChannelID
    let begun: Doorbell

    func deliver(_ letter: Letter) async throws(DeliveryError) {
        begun.ring()
        await Doorbell().wait()
        throw DeliveryError(reason: .interrupted, detail: "the attempt was cut off")
    }
}

/// A store in memory with alerts for a channel, and deliver walks over it.
private struct DeliverWorld {
    let store: any Store
    let time = HeldTime()

    init(alerts: Int = 1, channels: [ChannelID] = [Sample.mail]) async throws {
        store = try SQLiteFile.inMemory()
        let mentions = try await Sample.store(
            (0..<alerts).map { Sample.entry(key: "k\($0)", stars: 1) }, in: store
        ).new
        let decided = mentions.map { DecidedMention(mention: $0, version: 1) }
        let new = mentions.map {
            DecisionRecord.NewAlert(
                rule: Sample.rule, severity: .warning, brand: Sample.brand, mentions: [$0],
                reason: "it is bad", channels: channels)
        }
        _ = try await store.commit(
            DecisionRecord(alerts: new, notes: [], decided: decided, now: time.now))
    }

    func walk(_ channel: any Channel, isStopping: Bool = false) async throws -> DeliverWalk.Report {
        try await DeliverWalk(
            store: store, configuration: CurrentConfiguration(try Sample.configuration()),
            time: time.source, owner: "test", random: { 0 }, logger: Sample.logger
        ).run(through: channel, isStopping: { isStopping })
    }

    /// The delivery of the first alert.
    func delivery() async throws -> Delivery {
        try #require(try await store.deliveries(of: 1, page: Page()).rows.first)
    }
}

private let refused = DeliveryError(reason: .temporaryFailure, detail: "try again later")

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
        let world = try await DeliverWorld(alerts: 6)
        let channel = ScriptedChannel(Sample.mail, Array(repeating: refused, count: 6))
        #expect(try await world.walk(channel).failed == 3)
        #expect(channel.letters.map(\.alert.id) == [1, 2, 3])
    }

    @Test func `goes on after failures that are not in a row`() async throws {
        let world = try await DeliverWorld(alerts: 6)
        let channel = ScriptedChannel(
            Sample.mail, [refused, refused, nil, refused, refused, nil])
        let report = try await world.walk(channel)
        #expect(report.failed == 4 && report.delivered == 2)
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
