import Alerting
public import FoundationEssentials
public import Logging
public import Model
public import Notifying
import Scheduling
public import Storage

/// Letters of one channel that are due, handed over one after the other.
public struct DeliverWalk: Sendable {
    /// What a walk delivered.
    public struct Report: Sendable, Hashable {
        /// Letters that the channel took.
        public var delivered = 0
        /// Letters that are tried again later.
        public var failed = 0
        /// Letters that failed for good.
        public var givenUp = 0
        /// When the channel may be tried again; nil where nothing but the next letter is waited for,
        /// `distantFuture` where a person has to ask for it.
        public var resume: Date?

        /// Nothing delivered.
        public init() {}
    }

    private let store: any Store
    private let configuration: CurrentConfiguration
    private let time: TimeSource
    private let owner: String
    private let random: @Sendable () -> Double
    private let logger: Logger
    private let tally: WalkTally

    /// A walk over `store`; `random` gives numbers of 0..<1 for jitter, and `tally` counts the attempts.
    public init(
        store: any Store, configuration: CurrentConfiguration, time: TimeSource, owner: String,
        random: @escaping @Sendable () -> Double, logger: Logger, tally: WalkTally = WalkTally()
    ) {
        self.tally = tally
        self.store = store
        self.configuration = configuration
        self.time = time
        self.owner = owner
        self.random = random
        self.logger = logger
    }

    /// Delivers what is due through `channel` until nothing is, the channel is down or has had
    /// enough, or `isStopping` says so.
    public func run(
        through channel: any Channel, isStopping: @Sendable () -> Bool
    ) async throws(StorageError) -> Report {
        let lease = lease(for: channel.id)
        // Nothing of this channel is under way now: what a walk that the store failed has left
        // claimed is free.
        try await store.releaseLeases(heldBy: lease.owner)
        let policy = configuration.value.policies[channel.id]
        let gathering = policy?.gathers == false ? nil : Gathering()
        var turn = try await turn(of: channel.id)
        var report = Report()
        while !isStopping(), !Task.isCancelled {
            let now = time.now()
            let opening = try await opening(of: channel.id, turn, now: now) ?? .distantFuture
            guard opening <= now else {
                report.resume = opening
                break
            }
            let deliveries = try await store.claimLetter(
                of: channel.id, now: now, lease: lease, gathering: gathering)
            guard !deliveries.isEmpty else { break }
            let outcome = try await send(deliveries, through: channel, &turn)
            report.count(outcome)
        }
        return report
    }

    /// Stores a test alert and sends it at once, by the same path as any letter and whatever the state
    /// of the channel; returns its delivery and how the attempt ended, which is stored.
    ///
    /// `reason` says who asked for it. One that was taken lets a channel that was down, or wanted no more
    /// letters, be tried again; one that failed is tried again by the daemon.
    public func test(_ channel: any Channel, reason: String)
        async throws(StorageError) -> (delivery: Delivery, outcome: AttemptOutcome)
    {
        let delivery = try await store.addTest(
            to: channel.id, reason: reason, now: time.now(), lease: lease(for: channel.id))
        var turn = try await turn(of: channel.id)
        return (delivery, try await send([delivery], through: channel, &turn))
    }

    /// The lease under which letters of a channel are claimed.
    private func lease(for channel: ChannelID) -> Lease {
        Lease(owner: "\(owner)-\(channel)", duration: 3600)
    }

    private func turn(of channel: ChannelID) async throws(StorageError) -> ChannelTurn {
        let configuration = configuration.value
        let stored = try await store.channelStates().first { $0.channel == channel }
        return ChannelTurn(
            stored ?? ChannelState(channel: channel),
            addressDigest: configuration.addressDigests[channel] ?? "",
            policy: configuration.deliveryPolicy)
    }

    /// When the channel may have a letter; nil where a person has to ask for it.
    private func opening(of channel: ChannelID, _ turn: ChannelTurn, now: Date)
        async throws(StorageError) -> Date?
    {
        guard let opening = turn.opening(now: now) else { return nil }
        guard let limit = configuration.value.policies[channel]?.hourlyLimit else {
            return opening
        }
        let times = try await store.letterTimes(of: channel, since: now.addingTimeInterval(-3600))
        return max(opening, ChannelTurn.opening(limit: limit, times: times, now: now))
    }

    private func send(
        _ deliveries: [Delivery], through channel: any Channel, _ turn: inout ChannelTurn
    ) async throws(StorageError) -> AttemptOutcome {
        let lead = deliveries[0]
        let outcome = try await attempt(deliveries, through: channel, &turn)
        let state = turn.state
        try await shielded { [store, time] () async throws(StorageError) in
            try await store.settle(lead.id, as: outcome, now: time.now(), channel: state)
        }
        tally.count(outcome, through: lead.channel)
        return outcome
    }

    private func attempt(
        _ deliveries: [Delivery], through channel: any Channel, _ turn: inout ChannelTurn
    ) async throws(StorageError) -> AttemptOutcome {
        let composer = LetterComposer(store: store, configuration: configuration.value)
        let letter: Letter
        switch try await composer.compose(deliveries) {
        case .letter(let composed): letter = composed
        case .nothing(let reason): return .cancelled(reason: reason)
        }
        var logger = logger
        logger[metadataKey: "delivery"] = "\(letter.delivery.id)"
        logger[metadataKey: "channel"] = "\(letter.delivery.channel)"
        logger[metadataKey: "attempt"] = "\(letter.delivery.attempts + 1)"
        logger[metadataKey: "alert"] = "\(letter.alerts.map { "\($0.id)" }.joined(separator: ","))"
        do throws(DeliveryError) {
            try await channel.deliver(letter)
            logger.info("alert delivered")
            turn.succeed(at: time.now())
            return .delivered
        } catch {
            if error.isPartial {
                turn.succeed(at: time.now())
            } else {
                turn.fail(error, at: time.now(), random: random())
            }
            let outcome = outcome(of: error, for: deliveries)
            if case .givenUp = outcome {
                logger.error("alert given up", metadata: ["error": "\(error)"])
            } else {
                logger.warning("alert not delivered yet", metadata: ["error": "\(error)"])
            }
            return outcome
        }
    }

    /// A letter that its receiver wants no more is given up, and so is one that was tried for too long
    /// since the last of its alerts was made.
    private func outcome(of error: DeliveryError, for deliveries: [Delivery]) -> AttemptOutcome {
        let policy = configuration.value.deliveryPolicy
        let now = time.now()
        if error.reason == .interrupted {
            return .retry(at: now, error: error.description)
        }
        let wait = max(
            policy.backoff.delay(attempt: deliveries[0].attempts + 1, random: random()),
            error.retryAfter ?? 0)
        let next = now.addingTimeInterval(wait)
        let newest = deliveries.map(\.createdAt).max() ?? now
        guard error.isTransient, next.timeIntervalSince(newest) <= policy.patience
        else { return .givenUp(error: error.description) }
        return .retry(at: next, error: error.description)
    }
}

extension DeliverWalk.Report {
    fileprivate mutating func count(_ outcome: AttemptOutcome) {
        switch outcome {
        case .delivered: delivered += 1
        case .retry: failed += 1
        case .givenUp: givenUp += 1
        case .cancelled: break
        }
    }
}
