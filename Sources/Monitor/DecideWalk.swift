import Alerting
import FoundationEssentials
public import Logging
import Model
public import Storage

/// Undecided mentions in, alerts and deliveries out: one transaction a batch.
public struct DecideWalk: Sendable {
    /// What a walk decided.
    public struct Report: Sendable, Hashable {
        /// Mentions that need no further decision.
        public var decided = 0
        /// Alerts that were stored.
        public var alerts = 0
        /// Mentions that a cool-down holds back.
        public var held = 0

        /// Nothing decided.
        public init() {}
    }

    private let store: any Store
    private let configuration: CurrentConfiguration
    private let time: TimeSource
    private let logger: Logger
    private let batchLimit = 500

    /// A walk over `store`.
    public init(
        store: any Store, configuration: CurrentConfiguration, time: TimeSource, logger: Logger
    ) {
        self.store = store
        self.configuration = configuration
        self.time = time
        self.logger = logger
    }

    /// Decides on everything that waits, and lets go what cool-downs held.
    ///
    /// When this throws, the batches before are decided and the rest waits as it did.
    public func run() async throws(StorageError) -> Report {
        var report = Report()
        while !Task.isCancelled {
            let now = time.now()
            let waiting = try await store.undecided(limit: batchLimit)
            // All of them, due or not: after a clock was set back, their time may never come.
            let held = try await store.held()
            if waiting.isEmpty, held.isEmpty { break }
            let moments = try await store.lastAlerts()
            let batch = decisions(on: waiting, held: held, moments: moments, now: now)
            let alerts = try await store.commit(batch)
            report.decided += waiting.count
            report.alerts += alerts.count { $0 != nil }
            for note in batch.notes {
                if case .held = note.outcome { report.held += 1 }
            }
            tell(batch, alerts: alerts)
            if waiting.count < batchLimit { break }
        }
        return report
    }

    private func tell(_ batch: DecisionRecord, alerts: [AlertID?]) {
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

    private func decisions(
        on waiting: [UndecidedMention], held: [HeldDecision], moments: [AlertMoment], now: Date
    ) -> DecisionRecord {
        let batch = configuration.value.decider.decisions(
            for: waiting.map(AlertCandidate.init), held: held.map(HeldCandidate.init),
            lastAlert: Dictionary(
                moments.map { (AlertGroup(rule: $0.rule, brand: $0.brand), $0.at) }
            ) { max($0, $1) },
            now: now)
        return DecisionRecord(batch, decided: waiting, held: held, now: now)
    }
}
