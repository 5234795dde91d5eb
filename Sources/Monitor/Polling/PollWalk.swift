import Fetching
import FoundationEssentials
public import Logging
public import Model
import Scheduling
public import Storage
import TextProcessing

/// Sources that are due in, mentions out: one transaction a source.
public struct PollWalk: Sendable {
    /// What a walk brought.
    public struct Report: Sendable, Hashable {
        /// Sources that were asked, the failed ones included.
        public var polled = 0
        /// Sources that brought nothing, and why.
        public var failed: [SourceID: PollFailure] = [:]
        /// Mentions stored for the first time.
        public var new: [MentionID] = []
        /// Mentions that got another version.
        public var changed: [MentionID] = []

        /// Nothing polled.
        public init() {}
    }

    private let store: any Store
    private let configuration: CurrentConfiguration
    private let time: TimeSource
    private let lease: Lease
    private let random: @Sendable () -> Double
    private let logger: Logger
    private let ledger = HostLedger()
    private let tally: WalkTally
    private let settled: @Sendable (_ broughtNews: Bool) -> Void

    /// A walk over `store`, counted by `tally`.
    ///
    /// `random` gives numbers of 0..<1 for jitter, and `settled` is called after each poll, with whether
    /// it brought mentions or notices about the source.
    public init(
        store: any Store, configuration: CurrentConfiguration, time: TimeSource, owner: String,
        random: @escaping @Sendable () -> Double, logger: Logger, tally: WalkTally = WalkTally(),
        settled: @escaping @Sendable (_ broughtNews: Bool) -> Void
    ) {
        self.store = store
        self.configuration = configuration
        self.time = time
        self.lease = Lease(owner: owner + "-poll", duration: 3600)
        self.random = random
        self.logger = logger
        self.tally = tally
        self.settled = settled
    }

    /// Polls what is due until nothing is; a cancelled walk ends soon and leaves what it had not
    /// stored as it was.
    ///
    /// A source whose host has a long queue is put off for a moment, so that others go on, unless
    /// `waitingForHosts` says that all that is due is to be polled now.
    ///
    /// - Throws: the first error of the store; polls that were under way are ended first.
    public func run(waitingForHosts: Bool = false) async throws(StorageError) -> Report {
        // Nothing is under way now: what a walk that the store failed has left claimed is free.
        try await store.releaseLeases(heldBy: lease.owner)
        try await ledger.learn(from: store)
        await ledger.replace(budgets: configuration.value.hostBudgets)
        do {
            return try await withThrowingTaskGroup(of: SourceReport.self) { group in
                var report = Report()
                var underWay = 0
                while true {
                    if !Task.isCancelled {
                        for state in try await claim(
                            besides: underWay,
                            longestQueue: waitingForHosts ? .infinity : Self.longestQueue)
                        {
                            underWay += 1
                            group.addTask { try await poll(state) }
                        }
                    }
                    guard let one = try await group.next() else { return report }
                    underWay -= 1
                    report.add(one)
                }
            }
        } catch let error as StorageError {
            throw error
        } catch {
            throw StorageError(reason: .other, detail: "the poll walk was ended: \(error)")
        }
    }

    /// Fills up by halves, so that claiming costs one transaction for many sources.
    private func claim(
        besides underWay: Int, longestQueue: TimeInterval
    ) async throws(StorageError) -> [SourceState] {
        let limit = configuration.value.claimLimit
        guard underWay == 0 || underWay <= limit / 2 else { return [] }
        let claimed = try await store.claimDue(
            now: time.now(), limit: limit - underWay, lease: lease)
        let (ready, later) = await sorted(claimed, longestQueue)
        if !later.isEmpty { try await store.postpone(later) }
        return ready
    }

    /// Parts the claimed sources into those that can be asked soon and those whose host is not to be
    /// asked, or has a long queue already, so that one host never holds up the others.
    private func sorted(_ claimed: [SourceState], _ longestQueue: TimeInterval) async -> (
        ready: [SourceState], later: [SourceID: Date]
    ) {
        let (now, configuration) = (time.now(), configuration.value)
        var ready: [SourceState] = []
        var later: [SourceID: Date] = [:]
        var ahead: [String: Int] = [:]
        for state in claimed {
            guard let source = configuration.sources[state.source] else { continue }
            let host = SourceHost.name(of: (state.movedTo ?? source.url).reveal())
            let queue = await configuration.gate.queue(for: host, ahead: ahead[host] ?? 0)
            if let refusal = await ledger.refusal(for: host, now: now) {
                later[state.source] = refusal.until.addingTimeInterval(60 * random())
                logger.info(
                    "the source waits for its host",
                    metadata: ["source": "\(state.source)", "reason": "\(refusal.reason)"])
            } else if queue > longestQueue {
                later[state.source] = now.addingTimeInterval(queue)
                ahead[host, default: 0] += 1
            } else {
                ready.append(state)
                ahead[host, default: 0] += 1
            }
        }
        return (ready, later)
    }

    /// How long a claimed source may wait for its host's turn, in seconds.
    private static let longestQueue: TimeInterval = 20

    private func poll(_ state: SourceState) async throws -> SourceReport {
        let configuration = configuration.value
        guard let source = configuration.sources[state.source] else {
            return SourceReport(source: state.source)
        }
        let poll = SourcePoll(
            source: source, state: state, configuration: configuration, store: store,
            ledger: ledger, time: time, random: random, logger: logger)
        let report = try await poll.run()
        tally.count(report)
        settled(report.isToBeDecided)
        return report
    }
}

/// How the poll of one source ended.
struct SourceReport: Sendable {
    var source: SourceID
    var wasPolled = false
    /// From the request to the read document.
    var duration = Duration.zero
    var failure: PollFailure?
    /// Entries in the document; nil where none was read.
    var entries: Int?
    /// Entries that were matched and scored.
    var scored = 0
    var receipt = PollReceipt()
    var broughtNotices = false

    /// Whether rules have something to decide on.
    var isToBeDecided: Bool {
        broughtNotices || !receipt.new.isEmpty || !receipt.changed.isEmpty
    }
}

extension PollWalk.Report {
    fileprivate mutating func add(_ report: SourceReport) {
        polled += report.wasPolled ? 1 : 0
        failed[report.source] = report.failure
        new += report.receipt.new
        changed += report.receipt.changed
    }
}
