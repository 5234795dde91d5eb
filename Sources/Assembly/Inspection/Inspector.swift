import Foundation
import Matching
import Model
import Monitor
import Reporting
import Settings
import Storage

/// Knows how the daemon is, and puts it into words for a monitoring system.
///
/// However many ask, the store is asked at most once a second, and for the counts of all mentions once
/// a minute; one that does not answer is waited for five seconds and not asked again meanwhile.
actor Inspector {
    /// A loop that has not moved for so long is stuck, as the watchdog has it.
    static let stuckLimit = Duration.seconds(900)
    /// With less room than this nothing can be stored for long, in bytes.
    static let leastRoom = 16 * 1024 * 1024

    private let store: any Store
    private let monitor: Monitor
    private let start: Date
    /// How long the store is waited for.
    private let patience: Duration
    private let now: @Sendable () -> Date
    private let clock: @Sendable () -> ContinuousClock.Instant
    private var settings: Settings
    private var configured: Date
    private var isConfigurationGood = true
    private var readiness: Asked<InspectionAnswer>?
    private var stored: Asked<MetricsFacts.Stored?>?
    private var counts: Asked<[SourceCounts]?>?
    private var measures: Asked<Measures?>?

    /// What the system says.
    private struct Measures: Sendable {
        var process: MetricsFacts.Process
        var files: MetricsFacts.Files
    }

    /// An inspector of a daemon that began at `start` with `settings`; `patience`, `now` and `clock` are for
    /// tests.
    init(
        store: any Store, monitor: Monitor, settings: Settings, start: Date,
        patience: Duration = .seconds(5), now: @escaping @Sendable () -> Date = { Date() },
        clock: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
    ) {
        self.store = store
        self.monitor = monitor
        self.settings = settings
        self.start = start
        self.patience = patience
        self.now = now
        self.clock = clock
        configured = start
    }

    /// Hears that other settings are in force, or, with nil, that those that were read are no good.
    func reloaded(_ settings: Settings?) {
        isConfigurationGood = settings != nil
        guard let settings else { return }
        self.settings = settings
        configured = now()
    }

    /// The answer to a request for `path`.
    func answer(_ path: String) async -> InspectionAnswer {
        switch path {
        case "/metrics":
            return InspectionAnswer(
                status: .ok, body: await metrics(), contentType: MetricText.contentType)
        case "/healthz": return health
        case "/readyz": return await ready()
        default:
            return InspectionAnswer(
                status: .notFound, body: "there are /metrics, /healthz and /readyz\n")
        }
    }

    /// Whether the process lives and its loops move.
    private var health: InspectionAnswer {
        let stuck = monitor.progress.stuck(after: Self.stuckLimit)
        guard stuck.isEmpty else {
            return InspectionAnswer(
                status: .unavailable,
                body: "stuck: " + stuck.joined(separator: ", ") + "\n")
        }
        return InspectionAnswer(status: .ok, body: "ok\n")
    }

    /// Whether it can do its work.
    private func ready() async -> InspectionAnswer {
        let asked: Asked<InspectionAnswer>
        if let readiness, readiness.holds(for: .seconds(1), at: clock()) {
            asked = readiness
        } else {
            asked = Asked(at: clock()) {
                [store, progress = monitor.progress, path = settings.storagePath] in
                await Self.readiness(store, progress, storePath: path)
            }
            readiness = asked
        }
        return await asked.answer(within: patience)
            ?? InspectionAnswer(
                status: .unavailable, body: "the store or its disk does not answer\n")
    }

    private static func readiness(
        _ store: any Store, _ progress: WalkProgress, storePath: String
    ) async -> InspectionAnswer {
        var faults = (try? await onBlockingThread { fileFaults(storePath) }) ?? []
        do throws(StorageError) {
            // Takes the lock for writing, and writes nothing.
            try await store.releaseLeases(heldBy: "nobody-asks-for-readiness")
        } catch {
            faults.append("the store can't be written: \(error.detail)")
        }
        let standings = progress.standings
        for (name, standing) in standings.sorted(by: { $0.key < $1.key }) {
            if let failure = standing.failure { faults.append("the \(name) loop: \(failure)") }
        }
        for name in ["poll", "decide"] where standings[name]?.rounds ?? 0 == 0 {
            faults.append("the first round is not done: \(name)")
        }
        guard faults.isEmpty else {
            return InspectionAnswer(
                status: .unavailable, body: faults.joined(separator: "\n") + "\n")
        }
        return InspectionAnswer(status: .ok, body: "ready\n")
    }

    /// What keeps the files of the store from being written.
    private static func fileFaults(_ path: String) -> [String] {
        let folder = (path as NSString).deletingLastPathComponent
        var faults: [String] = []
        for place in [path, folder.isEmpty ? "." : folder] where access(place, W_OK) != 0 {
            faults.append("\(place) can't be written: \(String(cString: strerror(errno)))")
        }
        if let free = MetricsFacts.Files.current(storePath: path).free, free < leastRoom {
            faults.append("the disk of \(path) has only \(free / 1024) KiB left")
        }
        return faults
    }

    private func metrics() async -> String {
        var facts = MetricsFacts(
            now: now(), version: Version.current, sources: settings.sources,
            channels: settings.channels.map(\.id),
            sourceLimit: settings.metrics?.sourceLimit ?? 0,
            process: MetricsFacts.Process(start: start), configured: configured)
        facts.isConfigurationGood = isConfigurationGood
        facts.retention = retention
        facts.loops = loops
        facts.work = monitor.tally.counts
        let (asked, counted) = (askStored(), askCounts())
        if let stored = await asked.answer(within: patience), var stored {
            stored.counts = await counted.answer(within: patience) ?? nil
            facts.stored = stored
        }
        if let measures = await askMeasures().answer(within: patience), let measures {
            facts.process = measures.process
            facts.files = measures.files
        }
        return MetricsPage(facts).text
    }

    private func askMeasures() -> Asked<Measures?> {
        if let measures, measures.holds(for: .seconds(1), at: clock()) { return measures }
        let asked = Asked(at: clock()) { [start, path = settings.storagePath] in
            try? await onBlockingThread {
                Measures(process: .current(start: start), files: .current(storePath: path))
            }
        }
        measures = asked
        return asked
    }

    private func askStored() -> Asked<MetricsFacts.Stored?> {
        if let stored, stored.holds(for: .seconds(1), at: clock()) { return stored }
        let brands = settings.brands.filter { !$0.brand.isCompetitor }.map(\.brand.id)
        let asked = Asked(at: clock()) { [store] in await Self.stored(store, brands: brands) }
        stored = asked
        return asked
    }

    /// Sums over all days, which is not for every second.
    private func askCounts() -> Asked<[SourceCounts]?> {
        if let counts, counts.holds(for: .seconds(60), at: clock()) { return counts }
        let asked = Asked(at: clock()) { [store] in
            try? await store.sourceCounts(
                brands: nil, from: CalendarDay(number: -1_000_000),
                to: CalendarDay(number: 1_000_000))
        }
        counts = asked
        return asked
    }

    private static func stored(
        _ store: any Store, brands: [BrandID]
    ) async -> MetricsFacts.Stored? {
        do throws(StorageError) {
            let summary = try await store.outboxSummary()
            var outbox = StatusPage.Outbox(
                pending: summary.pending, retrying: summary.retrying,
                delivered: summary.delivered, givenUp: summary.givenUp,
                oldestPending: summary.oldestPending)
            outbox.channels = try await store.channelStates()
            outbox.pendingByChannel = try await store.pendingDeliveries()
            return MetricsFacts.Stored(
                states: try await store.sourceStates(), counts: nil, outbox: outbox,
                oldestComplaint: try await store.oldestUnanswered(brands: brands)?.occurredAt)
        } catch {
            return nil
        }
    }

    private var retention: [(kind: String, age: Double)] {
        let retention = settings.retention
        return [
            ("mentions", retention.mentions), ("authors", retention.authors),
            ("deliveries", retention.outbox),
        ].compactMap { kind, age in age.map { (kind: kind, age: $0) } }
    }

    /// The loops, those of channels by the name of the channel.
    private var loops: [MetricsFacts.Loop] {
        monitor.progress.standings.sorted { $0.key < $1.key }.map { name, standing in
            let words = name.split(separator: " ", maxSplits: 1).map(String.init)
            return MetricsFacts.Loop(
                name: words.first ?? name,
                channel: words.count > 1 ? ChannelID(rawValue: words[1]) : nil,
                age: standing.age / .seconds(1), isWell: standing.failure == nil)
        }
    }
}
