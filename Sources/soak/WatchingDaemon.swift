import Assembly
import CurlTransport
import Fetching
import Foundation
import Logging
import Model
import Monitor
import ServiceLifecycle
import Settings
import Storage
import Synchronization
import Telemetry

/// The daemon as `reputed` wires it, but for the far ends and the clock: what it asks and what it
/// tells stays in this process.
final class WatchingDaemon: Sendable {
    /// What the daemon did in all its lives.
    struct Figures: Sendable {
        var polls = 0
        var failedPolls = 0
        var newMentions = 0
        var alerts: [RuleID: Int] = [:]
        var removedMentions = 0
        var givenUpLetters = 0

        mutating func add(_ counts: WorkCounts) {
            polls += counts.polls.values.reduce(0, +)
            failedPolls += counts.polls[.failed] ?? 0
            newMentions += counts.newMentions
            alerts.merge(counts.alerts, uniquingKeysWith: +)
            removedMentions += counts.removedMentions
            for attempts in counts.attempts.values { givenUpLetters += attempts[.givenUp] ?? 0 }
        }
    }

    private struct Life: Sendable {
        var assembly: Assembly
        let store: any Store
        let monitor: Monitor
        let group: ServiceGroup
        let task: Task<Void, any Error>
    }

    /// The loops that sleep while there is nothing to do: polling, deciding, maintenance, and one for
    /// each channel.
    static let loops = 3 + Post.channels.count

    private let configuration: String
    private let clock: SimulatedClock
    private let web: Web
    private let post: Post
    private let seed: UInt64
    private let logger: Logger
    /// Guards the daemon that runs, and what those before it did.
    private let state = Mutex<(life: Life?, former: Figures)>((nil, Figures()))

    init(
        configuration: String, clock: SimulatedClock, web: Web, post: Post, seed: UInt64,
        log: Journal
    ) {
        self.configuration = configuration
        self.clock = clock
        self.web = web
        self.post = post
        self.seed = seed
        logger = Logger(label: "soak") { label in
            JournalLogHandler(
                label: label, level: .warning, style: .journal,
                write: { log.write(String($0.dropLast())) })
        }
    }

    var figures: Figures {
        state.withLock { state in
            var figures = state.former
            if let life = state.life { figures.add(life.monitor.tally.counts) }
            return figures
        }
    }

    /// When retention last ended in this life.
    var lastRetention: Date? { state.withLock { $0.life?.monitor.tally.counts.lastRetention } }

    // MARK: Its life

    /// Starts it on what its last life left.
    func start() async throws {
        let assembly = try Assembly(settings: try settings())
        let store = try await assembly.openStore(create: true)
        try await store.releaseLeases(heldBy: nil)
        try await assembly.registerSources(in: store, now: clock.now, allNow: true)
        let monitor = Monitor(
            store: store, configuration: watching(assembly), owner: "soak", time: clock.source,
            random: { [clock, seed] in
                // Whoever asks at a moment gets the same, so that the order of tasks says nothing.
                var chance = Chance(seed, 6, Int(clock.elapsed))
                return chance.share()
            }, logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: monitor.services, gracefulShutdownSignals: [], logger: logger))
        let task = Task { try await group.run() }
        state.withLock { state in
            state.life = Life(
                assembly: assembly, store: store, monitor: monitor, group: group, task: task)
        }
    }

    /// Ends it as a signal would.
    func stop() async throws {
        guard let life = state.withLock({ $0.life }) else { return }
        await life.group.triggerGracefulShutdown()
        try await life.task.value
        await life.assembly.shutdown()
        try await life.store.releaseLeases(heldBy: nil)
        try await life.store.checkpoint()
        try await life.store.close()
        state.withLock { state in
            state.former.add(life.monitor.tally.counts)
            state.life = nil
        }
    }

    /// Reads its configuration anew, as at a signal.
    func reload() async throws {
        guard let life = state.withLock({ $0.life }) else { return }
        let next = try life.assembly.reassembled(for: try settings())
        life.monitor.reload(watching(next))
        try await next.registerSources(in: life.store, now: clock.now, allNow: false)
        life.monitor.pollSoon()
        state.withLock { $0.life?.assembly = next }
    }

    private func settings() throws -> Settings {
        try SettingsLoader(environment: [:], now: clock.now).load(path: configuration)
    }

    /// The configuration that the daemon would make, with our far ends and our clock.
    private func watching(_ assembly: Assembly) -> MonitorConfiguration {
        var configuration = assembly.monitorConfiguration()
        let polling = assembly.settings.polling
        configuration.fetcher = FeedFetcher(
            settings: FetchSettings(userAgent: "Repute soak"), now: { [clock] in clock.now },
            exchange: { [web] request throws(TransportError) in try await web.answer(request) })
        configuration.gate = HostGate(
            limit: polling.concurrency, limitPerHost: polling.requestsPerHost,
            spacing: polling.hostSpacing, time: clock.source)
        configuration.channels = Dictionary(
            uniqueKeysWithValues: configuration.channels.keys.map { ($0, post.box($0)) })
        return configuration
    }
}
