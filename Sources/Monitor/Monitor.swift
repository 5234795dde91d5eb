import FoundationEssentials
public import Logging
public import Model
public import ServiceLifecycle
public import Storage

/// The corridor: which walk follows which.
///
/// Three walks meet only in the store. The poll walk leaves undecided mentions, the decide walk
/// leaves deliveries, the deliver walk leaves settled ones; each takes up what it finds, so a crash
/// at any point costs a repetition at most. Bells only make the next walk begin sooner.
public final class Monitor: Sendable {
    /// What one pass through all walks did.
    public struct OnceReport: Sendable, Hashable {
        /// What the sources brought.
        public var poll = PollWalk.Report()
        /// What the rules made of it.
        public var decide = DecideWalk.Report()
        /// What each channel took.
        public var deliver: [ChannelID: DeliverWalk.Report] = [:]

        /// Whether every source was read and every letter handed over.
        public var isClean: Bool {
            poll.failed.isEmpty && deliver.values.allSatisfy { $0.failed == 0 && $0.givenUp == 0 }
        }
    }

    /// The walks' view of how far they got, for the watchdog.
    public let progress = WalkProgress()
    /// What the walks have done.
    public let tally = WalkTally()

    private let store: any Store
    private let configuration: CurrentConfiguration
    private let time: TimeSource
    private let logger: Logger
    private let owner: String
    private let pollBell = Doorbell()
    private let decideBell = Doorbell()
    private let heartbeatBell = Doorbell()
    private let bells = ChannelBells()
    private let pollWalk: PollWalk
    private let decideWalk: DecideWalk
    private let deliverWalk: DeliverWalk
    private let maintenanceWalk: MaintenanceWalk

    /// A monitor on `store`, which nobody else monitors; `owner` names this process in leases.
    public init(
        store: any Store, configuration: MonitorConfiguration, owner: String,
        time: TimeSource = .system,
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }, logger: Logger
    ) {
        self.store = store
        let current = CurrentConfiguration(configuration)
        self.configuration = current
        self.owner = owner
        self.time = time
        self.logger = logger
        pollWalk = PollWalk(
            store: store, configuration: current, time: time, owner: owner, random: random,
            logger: logger, tally: tally
        ) { [progress, decideBell] broughtMentions in
            progress.step("poll")
            if broughtMentions { decideBell.ring() }
        }
        decideWalk = DecideWalk(
            store: store, configuration: current, time: time, logger: logger, tally: tally)
        deliverWalk = DeliverWalk(
            store: store, configuration: current, time: time, owner: owner, random: random,
            logger: logger, tally: tally)
        maintenanceWalk = MaintenanceWalk(
            store: store, configuration: current, time: time, logger: logger)
    }

    /// The walks as services that run until shutdown.
    public var services: [any Service] {
        [pollLoop, decideLoop, deliverLoop, maintenanceLoop, heartbeatLoop]
    }

    /// Puts another configuration in force; walks under way end with the one they began with.
    public func reload(_ configuration: MonitorConfiguration) {
        self.configuration.replace(with: configuration)
        decideWalk.wakeWatches()
        pollBell.ring()
        decideBell.ring()
        heartbeatBell.ring()
        bells.channels.ring()
        bells.ringAll()
    }

    /// Looks for sources that are due, as after the store was told of others.
    public func pollSoon() { pollBell.ring() }

    /// Walks each walk once, in their order, until nothing is due.
    ///
    /// - Throws: the first error of the store; what was done before stays done.
    public func once() async throws(StorageError) -> OnceReport {
        var report = OnceReport()
        report.poll = try await pollWalk.run(waitingForHosts: true)
        report.decide = try await decideWalk.run()
        for (id, channel) in configuration.value.channels.sorted(by: { $0.key < $1.key }) {
            report.deliver[id] = try await deliverWalk.run(
                through: channel, isStopping: { false })
        }
        _ = try await maintenanceWalk.run()
        return report
    }

    private var pollLoop: WalkLoop {
        WalkLoop(
            name: "poll", bell: pollBell, progress: progress, time: time, logger: logger,
            walk: { [pollWalk] () async throws(StorageError) in _ = try await pollWalk.run() },
            nextDue: { [store] () async throws(StorageError) in try await store.nextDueSource() })
    }

    private var decideLoop: WalkLoop {
        WalkLoop(
            name: "decide", bell: decideBell, progress: progress, time: time, logger: logger,
            walk: { [decideWalk, bells] () async throws(StorageError) in
                if try await decideWalk.run().alerts > 0 { bells.ringAll() }
            },
            nextDue: { [store] () async throws(StorageError) in try await store.nextHeld() })
    }

    private var deliverLoop: DeliverLoop {
        DeliverLoop(
            store: store, configuration: configuration, walk: deliverWalk, bells: bells,
            progress: progress, time: time, logger: logger)
    }

    private var heartbeatLoop: HeartbeatLoop {
        HeartbeatLoop(
            configuration: configuration, progress: progress, bell: heartbeatBell, time: time,
            logger: logger,
            ping: { [store] () async throws(StorageError) in try await store.ping() })
    }

    /// Retention is looked at every six hours; the loop's heartbeat only shows that it lives.
    private var maintenanceLoop: WalkLoop {
        let calendar = MaintenanceCalendar()
        return WalkLoop(
            name: "maintenance", bell: Doorbell(), progress: progress, time: time, logger: logger,
            walk: { [maintenanceWalk, progress, time, tally] () async throws(StorageError) in
                guard calendar.isDue(at: time.now()) else { return }
                let pruned = try await maintenanceWalk.run { progress.step("maintenance") }
                tally.count(pruned, at: time.now())
            },
            nextDue: { () async throws(StorageError) in nil })
    }
}
