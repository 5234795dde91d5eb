import Alerting
import FoundationEssentials
import Logging
import Model
import Notifying
import SQLiteStorage
import Storage
import Synchronization
import Testing

@testable import Monitor

/// A channel that ends each attempt as its script says, and with success when the script is over.
final class ScriptedChannel: Channel {
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
struct DeadChannel: Channel {
    let id: ChannelID
    let begun: Doorbell

    func deliver(_ letter: Letter) async throws(DeliveryError) {
        begun.ring()
        await Doorbell().wait()
        throw DeliveryError(reason: .interrupted, detail: "the attempt was cut off")
    }
}

/// A store in memory with alerts for a channel, and deliver walks over it.
struct DeliverWorld {
    let store: any Store
    let time = HeldTime()
    /// The policies of channels, where they have one.
    var policies: [ChannelID: ChannelPolicy] = [:]
    /// Where channels lead.
    var addresses: [ChannelID: String] = [:]
    var logger = Sample.logger

    init(alerts: Int = 1, channels: [ChannelID] = [Sample.mail]) async throws {
        store = try SQLiteFile.inMemory()
        try await add(alerts, channels: channels)
    }

    /// Stores so many further alerts, each on a mention of its own.
    func add(
        _ alerts: Int, channels: [ChannelID] = [Sample.mail], key: String = "k",
        severity: Alert.Severity = .warning, notBefore: Date? = nil
    ) async throws {
        let mentions = try await Sample.store(
            (0..<alerts).map { Sample.entry(key: "\(key)\($0)", stars: 1) }, in: store,
            now: time.now
        ).new
        let decided = mentions.map { DecidedMention(mention: $0, version: 1) }
        let new = mentions.map { mention in
            var alert = DecisionRecord.NewAlert(
                rule: Sample.rule, severity: severity, brand: Sample.brand, mentions: [mention],
                reason: "it is bad", channels: channels)
            for channel in channels { alert.notBefore[channel] = notBefore }
            return alert
        }
        _ = try await store.commit(
            DecisionRecord(alerts: new, notes: [], decided: decided, now: time.now))
    }

    func walk(_ channel: any Channel, isStopping: Bool = false) async throws -> DeliverWalk.Report {
        try await walker().run(through: channel, isStopping: { isStopping })
    }

    func walker() throws -> DeliverWalk {
        var configuration = try Sample.configuration()
        configuration.policies = policies
        configuration.addressDigests = addresses
        return DeliverWalk(
            store: store, configuration: CurrentConfiguration(configuration), time: time.source,
            owner: "test", random: { 0 }, logger: logger)
    }

    func state(of channel: ChannelID = Sample.mail) async throws -> ChannelState? {
        try await store.channelStates().first { $0.channel == channel }
    }

    /// The delivery of the first alert.
    func delivery() async throws -> Delivery {
        try #require(
            try await store.deliveries(DeliverySelection(alerts: [1]), page: Page()).rows.first)
    }
}

let refused = DeliveryError(reason: .temporaryFailure, detail: "try again later")
