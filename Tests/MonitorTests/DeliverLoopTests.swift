import FoundationEssentials
import Model
import Notifying
import SQLiteStorage
import Storage
import Synchronization
import Testing

@testable import Monitor

/// A channel that says when it has a letter, and waits for leave to take it if it is to.
private final class TellingChannel: Channel {
    let id: ChannelID
    let gate: Doorbell?
    let letters: AsyncStream<Letter>
    private let taken: AsyncStream<Letter>.Continuation

    init(_ id: ChannelID, gate: Doorbell? = nil) {
        self.id = id
        self.gate = gate
        (letters, taken) = AsyncStream<Letter>.makeStream()
    }

    func deliver(_ letter: Letter) async throws(DeliveryError) {
        taken.yield(letter)
        await gate?.wait()
    }
}

/// The loop over a store in memory, as the daemon runs it.
private struct LoopWorld {
    let deliver: DeliverWorld
    let configuration: CurrentConfiguration
    let bells = ChannelBells()
    let progress = WalkProgress()
    let log = KeptLog()

    init(_ deliver: DeliverWorld, _ channels: [any Channel]) throws {
        self.deliver = deliver
        configuration = CurrentConfiguration(try Sample.configuration(channels: channels))
    }

    func run() -> Task<Void, any Error> {
        let walk = DeliverWalk(
            store: deliver.store, configuration: configuration, time: deliver.time.source,
            owner: "test", random: { 0 }, logger: log.logger)
        let loop = DeliverLoop(
            store: deliver.store, configuration: configuration, walk: walk, bells: bells,
            progress: progress, time: deliver.time.source, logger: log.logger)
        return Task { try await loop.run() }
    }

    /// Puts other channels in force, as a reload does.
    func reload(_ channels: [any Channel]) throws {
        configuration.replace(with: try Sample.configuration(channels: channels))
        bells.channels.ring()
        bells.ringAll()
    }

    func delivery(through channel: ChannelID) async throws -> Delivery {
        let rows = try await deliver.store.deliveries(DeliverySelection(), page: Page()).rows
        return try #require(rows.first { $0.channel == channel })
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `The loop of deliveries` {
    @Test func `sends what waits, and what comes when the bell rings`() async throws {
        let channel = TellingChannel(Sample.mail)
        let world = try LoopWorld(try await DeliverWorld(), [channel])
        let loop = world.run()
        var letters = channel.letters.makeAsyncIterator()
        #expect(await letters.next()?.alert.id == 1)
        try await world.deliver.add(1, key: "later")
        world.bells.ringAll()
        #expect(await letters.next()?.alert.id == 2)
        loop.cancel()
        try await loop.value
    }

    @Test func `waits for no channel that hangs`() async throws {
        let gate = Doorbell()
        let dead = TellingChannel(Sample.mail, gate: gate)
        let well = TellingChannel(Sample.hook)
        let world = try LoopWorld(
            try await DeliverWorld(alerts: 2, channels: [Sample.mail, Sample.hook]),
            [dead, well])
        let loop = world.run()
        var first = dead.letters.makeAsyncIterator()
        #expect(await first.next()?.alert.id == 1)
        var others = well.letters.makeAsyncIterator()
        #expect(await others.next()?.alert.id == 1)
        #expect(await others.next()?.alert.id == 2)
        loop.cancel()
        gate.ring()
        try await loop.value
    }

    @Test func `tries again when the next letter is due`() async throws {
        let channel = ScriptedChannel(Sample.mail, [refused])
        let world = try LoopWorld(try await DeliverWorld(), [channel])
        let loop = world.run()
        var sleeps = world.deliver.time.sleeps.makeAsyncIterator()
        #expect(await sleeps.next() == 30)
        world.deliver.time.advance(by: 30)
        world.deliver.time.wake()
        _ = await sleeps.next()
        #expect(channel.letters.map(\.alert.id) == [1, 1])
        #expect(try await world.deliver.delivery().state == .delivered)
        loop.cancel()
        try await loop.value
    }

    @Test func `gives up what is for channels that are configured no more, and says so`()
        async throws
    {
        let channel = TellingChannel(Sample.mail)
        let world = try LoopWorld(
            try await DeliverWorld(channels: [Sample.mail, Sample.hook]), [channel])
        let loop = world.run()
        var letters = channel.letters.makeAsyncIterator()
        _ = await letters.next()
        let orphan = try await world.delivery(through: Sample.hook)
        #expect(orphan.state == .givenUp)
        #expect(orphan.lastError == "the channel is no longer configured")
        #expect(
            world.log.lines == [
                "warning: alerts were given up, since their channel is no longer configured"
            ])
        loop.cancel()
        try await loop.value
    }

    @Test func `serves a channel that a reload brings, and one that it takes no more`()
        async throws
    {
        let (mail, hook) = (TellingChannel(Sample.mail), TellingChannel(Sample.hook))
        let world = try LoopWorld(try await DeliverWorld(), [mail])
        let loop = world.run()
        var first = mail.letters.makeAsyncIterator()
        _ = await first.next()
        try world.reload([hook])
        try await world.deliver.add(1, channels: [Sample.hook], key: "new")
        world.bells.ringAll()
        var second = hook.letters.makeAsyncIterator()
        #expect(await second.next()?.alert.id == 2)
        // Back again: the loop of the channel has waited for that.
        try await world.deliver.add(1, key: "again")
        try world.reload([mail, hook])
        #expect(await first.next()?.alert.id == 3)
        loop.cancel()
        try await loop.value
    }

    @Test func `goes on after an error of the store, less and less often`() async throws {
        let channel = TellingChannel(Sample.mail)
        let world = try LoopWorld(try await DeliverWorld(alerts: 0), [channel])
        try await world.deliver.store.close()
        let loop = world.run()
        var pauses: [Double] = []
        for await pause in world.deliver.time.sleeps {
            pauses.append(pause)
            if pauses.count == 4 { break }
            world.deliver.time.wake()
        }
        #expect(pauses == [1, 2, 4, 8])
        #expect(world.log.lines.contains { $0.hasPrefix("error: the outbox could not be read") })
        #expect(
            world.log.lines.count { $0.hasPrefix("error: the deliver walk could not go on") } == 4)
        loop.cancel()
        try await loop.value
    }

    @Test func `is not waited for once it has ended`() async throws {
        let channel = TellingChannel(Sample.mail)
        let world = try LoopWorld(try await DeliverWorld(), [channel])
        let loop = world.run()
        for await _ in channel.letters { break }
        #expect(world.progress.stuck(after: .seconds(-1)) == ["deliver mail"])
        loop.cancel()
        try await loop.value
        #expect(world.progress.stuck(after: .seconds(-1)) == [])
    }
}
