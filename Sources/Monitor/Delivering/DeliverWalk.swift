import Alerting
import FoundationEssentials
public import Logging
import Model
public import Notifying
import Scheduling
public import Storage

/// Deliveries of one channel that are due, handed over one after the other.
public struct DeliverWalk: Sendable {
    /// What a walk delivered.
    public struct Report: Sendable, Hashable {
        /// Deliveries that the channel took.
        public var delivered = 0
        /// Deliveries that are tried again later.
        public var failed = 0
        /// Deliveries that failed for good.
        public var givenUp = 0

        /// Nothing delivered.
        public init() {}
    }

    private let store: any Store
    private let configuration: CurrentConfiguration
    private let time: TimeSource
    private let owner: String
    private let random: @Sendable () -> Double
    private let logger: Logger
    /// So many failures in a row end the walk: the channel itself is down, and every further letter
    /// would only wait for the same time-out.
    private let failureLimit = 3

    /// A walk over `store`; `random` gives numbers of 0..<1 for jitter.
    public init(
        store: any Store, configuration: CurrentConfiguration, time: TimeSource, owner: String,
        random: @escaping @Sendable () -> Double, logger: Logger
    ) {
        self.store = store
        self.configuration = configuration
        self.time = time
        self.owner = owner
        self.random = random
        self.logger = logger
    }

    /// Delivers what is due through `channel` until nothing is, the channel fails too often in a
    /// row, or `isStopping` says so.
    public func run(
        through channel: any Channel, isStopping: @Sendable () -> Bool
    ) async throws(StorageError) -> Report {
        let lease = Lease(owner: "\(owner)-\(channel.id)", duration: 3600)
        // Nothing of this channel is under way now: what a walk that the store failed has left
        // claimed is free.
        try await store.releaseLeases(heldBy: lease.owner)
        var report = Report()
        var failuresInARow = 0
        while failuresInARow < failureLimit, !isStopping(), !Task.isCancelled,
            let delivery = try await store.claimDeliveries(
                of: channel.id, now: time.now(), limit: 1, lease: lease
            ).first
        {
            let outcome = try await attempt(delivery, through: channel)
            try await shielded { [store, time] () async throws(StorageError) in
                try await store.settle(delivery.id, as: outcome, now: time.now())
            }
            switch outcome {
            case .delivered:
                report.delivered += 1
                failuresInARow = 0
            case .retry:
                report.failed += 1
                failuresInARow += 1
            case .givenUp:
                report.givenUp += 1
                failuresInARow += 1
            }
        }
        return report
    }

    private func attempt(_ delivery: Delivery, through channel: any Channel)
        async throws(StorageError) -> AttemptOutcome
    {
        guard let letter = try await letter(for: delivery) else {
            return .givenUp(error: "the alert was removed before it could be sent")
        }
        var logger = logger
        logger[metadataKey: "delivery"] = "\(delivery.id)"
        logger[metadataKey: "channel"] = "\(delivery.channel)"
        logger[metadataKey: "alert"] = "\(delivery.alert)"
        do throws(DeliveryError) {
            try await channel.deliver(letter)
            logger.info("alert delivered")
            return .delivered
        } catch {
            let outcome = outcome(of: error, for: delivery)
            if case .givenUp = outcome {
                logger.error("alert given up", metadata: ["error": "\(error)"])
            } else {
                logger.warning("alert not delivered yet", metadata: ["error": "\(error)"])
            }
            return outcome
        }
    }

    private func outcome(of error: DeliveryError, for delivery: Delivery) -> AttemptOutcome {
        let policy = configuration.value.deliveryPolicy
        let now = time.now()
        if error.reason == .interrupted {
            return .retry(at: now, error: error.description)
        }
        let wait = max(
            policy.backoff.delay(attempt: delivery.attempts + 1, random: random()),
            error.retryAfter ?? 0)
        let next = now.addingTimeInterval(wait)
        guard error.isTransient, next.timeIntervalSince(delivery.createdAt) <= policy.patience
        else { return .givenUp(error: error.description) }
        return .retry(at: next, error: error.description)
    }

    private func letter(for delivery: Delivery) async throws(StorageError) -> Letter? {
        guard let alert = try await store.alert(delivery.alert) else { return nil }
        let configuration = configuration.value
        var letter = Letter(
            alert: alert, delivery: delivery, mentions: [], business: configuration.business,
            brandNames: Dictionary(configuration.brands.map { ($0.id, $0.name) }) { first, _ in
                first
            },
            sourceTitles: configuration.sources.compactMapValues(\.title),
            timeZone: configuration.timeZone)
        for id in alert.mentions + alert.notices.flatMap(\.mentions) {
            if let mention = try await store.mention(id) { letter.mentions.append(mention) }
        }
        // What few mentions are told of in full; a long list has no room for it.
        for mention in letter.mentions.prefix(20) {
            letter.edits[mention.id] = try await edit(of: mention, toldBy: alert)
            if mention.incident != nil {
                letter.incidents[mention.id] = try await store.incident(of: mention.id)
            }
        }
        try await addSources(to: &letter)
        return letter
    }

    /// What a mention said before the last edit that the alert can have been made on, where that
    /// edit made it worse.
    private func edit(of mention: Mention, toldBy alert: Alert)
        async throws(StorageError) -> Letter.Wording?
    {
        guard mention.version > 1, alert.notices.isEmpty else { return nil }
        let versions = try await store.versions(of: mention.id)
        guard let before = versions.last(where: { $0.replacedAt <= alert.createdAt }),
            AlertCandidate.Edit(before, of: mention).isWorse(in: mention)
        else { return nil }
        return Letter.Wording(
            title: before.title, text: before.text, rating: before.rating, label: before.label,
            score: before.score, replacedAt: before.replacedAt)
    }

    /// How the sources stand that the letter is about.
    private func addSources(to letter: inout Letter) async throws(StorageError) {
        let named = Set(letter.alert.notices.map(\.source))
        guard !named.isEmpty else { return }
        for state in try await store.sourceStates() where named.contains(state.source) {
            letter.lastReads[state.source] = state.lastSuccess
            letter.answers[state.source] = state.answer
        }
    }
}
