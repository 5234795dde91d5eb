import Alerting
import FoundationEssentials
public import Logging
import Model
public import Storage

/// Undecided mentions and notices in, alerts and deliveries out: one transaction a batch.
public struct DecideWalk: Sendable {
    /// What a walk decided.
    public struct Report: Sendable, Hashable {
        /// Mentions that need no further decision.
        public var decided = 0
        /// Alerts that were stored.
        public var alerts = 0
        /// Mentions that a cool-down holds back.
        public var held = 0
        /// Mentions that tell what an earlier one told.
        public var copies = 0

        /// Nothing decided.
        public init() {}
    }

    private let store: any Store
    private let configuration: CurrentConfiguration
    private let time: TimeSource
    private let logger: Logger
    private let batchLimit = 500
    private let memory = WatchMemory()
    private let tally: WalkTally

    /// A walk over `store`; `tally` counts its alerts.
    public init(
        store: any Store, configuration: CurrentConfiguration, time: TimeSource, logger: Logger,
        tally: WalkTally = WalkTally()
    ) {
        self.tally = tally
        self.store = store
        self.configuration = configuration
        self.time = time
        self.logger = logger
    }

    /// Has the next walk ask every watch, as after the configuration changed.
    public func wakeWatches() { memory.wakeAll() }

    /// Decides on everything that waits, lets go what cool-downs held, and asks the watches.
    ///
    /// When this throws, the batches before are decided and the rest waits as it did.
    public func run() async throws(StorageError) -> Report {
        var report = Report()
        let silences = try await store.silences()
        try await decideOnNotices(silences, &report)
        while !Task.isCancelled {
            let now = time.now()
            let waiting = try await store.undecided(
                limit: batchLimit, aspects: configuration.value.asksForAspects)
            // All of them, due or not: after a clock was set back, their time may never come.
            let held = try await store.held()
            if waiting.isEmpty, held.isEmpty { break }
            let moments = try await store.lastAlerts()
            let stories = try await StorySearch(store: store, now: now).stories(of: waiting)
            var batch = decisions(
                on: try await candidates(waiting, stories: stories.known), of: waiting,
                held: held, moments: moments, silences: silences, now: now)
            batch.copies = stories.copies
            batch.holdBack(by: configuration.value)
            let alerts = try await store.commit(batch)
            report.decided += waiting.count
            report.copies += batch.copies.count
            report.alerts += alerts.count { $0 != nil }
            for note in batch.notes {
                if case .held = note.outcome { report.held += 1 }
            }
            tell(batch, alerts: alerts)
            if waiting.count < batchLimit { break }
        }
        let watches = WatchWalk(
            store: store, configuration: configuration.value, memory: memory, silences: silences,
            now: time.now())
        for record in try await watches.records() { report.alerts += try await commit(record) }
        return report
    }

    /// Stores what was decided without a mention; returns how many alerts were made.
    private func commit(_ record: DecisionRecord) async throws(StorageError) -> Int {
        var record = record
        record.holdBack(by: configuration.value)
        let alerts = try await store.commit(record)
        tell(record, alerts: alerts)
        return alerts.count { $0 != nil }
    }

    private func decideOnNotices(_ silences: [AlertSilence], _ report: inout Report)
        async throws(StorageError)
    {
        let waiting = try await store.undecidedNotices()
        guard !waiting.isEmpty else { return }
        let now = time.now()
        let configuration = configuration.value
        let channels = configuration.healthChannels.filter { configuration.channels[$0] != nil }
        var record = DecisionRecord(alerts: [], notes: [], decided: [], now: now)
        if channels.isEmpty {
            record.decidedNotices = waiting.map(\.id)
        } else {
            let batch = NoticeDecider(titles: configuration.sources.compactMapValues(\.title))
                .decisions(
                    on: waiting, states: try await polledStates(configuration),
                    told: try await troubled(waiting), silences: silences, now: now)
            record.alerts = batch.alerts.map { DecisionRecord.NewAlert($0, channels: channels) }
            record.decidedNotices = batch.decided
        }
        guard !record.decidedNotices.isEmpty else { return }
        report.alerts += try await commit(record)
    }

    /// The states of the sources that are polled at present.
    private func polledStates(_ configuration: MonitorConfiguration)
        async throws(StorageError) -> [SourceState]
    {
        try await store.sourceStates().filter { state in
            guard let source = configuration.sources[state.source] else { return false }
            return source.isEnabled && !source.isImported && state.pausedAt == nil
        }
    }

    /// The sources of which the last that was decided before these notices is a trouble.
    private func troubled(_ waiting: [SourceNotice]) async throws(StorageError) -> Set<SourceID> {
        let open = Set(waiting.map(\.id))
        var troubled: Set<SourceID> = []
        for source in Set(waiting.map(\.source)) {
            let before = try await store.sourceNotices(of: source, limit: open.count + 50)
            let last = before.first {
                !open.contains($0.id) && ($0.kind.isTrouble || $0.kind == .recovered)
            }
            if last?.kind.isTrouble == true { troubled.insert(source) }
        }
        return troubled
    }

    private func tell(_ batch: DecisionRecord, alerts: [AlertID?]) {
        tally.countAlerts(of: zip(alerts, batch.alerts).filter { $0.0 != nil }.map(\.1.rule))
        for case (let id?, let alert) in zip(alerts, batch.alerts) {
            logger.notice(
                "alert decided",
                metadata: [
                    "alert": "\(id)", "rule": "\(alert.rule)",
                    "mentions": "\(alert.mentions.map(String.init).joined(separator: ","))",
                    "reason": "\(alert.reason)",
                ])
        }
    }

    /// The waiting mentions in the words of the deciding room; an edit of a mention whose story others
    /// tell too comes with the number of their sites.
    private func candidates(
        _ waiting: [UndecidedMention], stories: [MentionID: AlertCandidate.Story]
    ) async throws(StorageError) -> [AlertCandidate] {
        var candidates: [AlertCandidate] = []
        for row in waiting {
            var candidate = AlertCandidate(row, story: stories[row.mention.id])
            if row.decidedVersion != nil, row.mention.incident != nil {
                let incident = try await store.incident(of: row.mention.id)
                candidate.siteCount = incident?.siteCount ?? 1
            }
            candidates.append(candidate)
        }
        return candidates
    }

    private func decisions(
        on candidates: [AlertCandidate], of waiting: [UndecidedMention],
        held: [HeldDecision], moments: [AlertMoment], silences: [AlertSilence], now: Date
    ) -> DecisionRecord {
        let batch = configuration.value.decider.decisions(
            for: candidates,
            held: held.map(HeldCandidate.init),
            lastAlert: Dictionary(
                moments.map { (AlertGroup(rule: $0.rule, brand: $0.brand), $0.at) }
            ) { max($0, $1) },
            silences: silences, now: now)
        return DecisionRecord(batch, decided: waiting, held: held, now: now)
    }
}
