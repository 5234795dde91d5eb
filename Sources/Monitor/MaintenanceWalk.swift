import FoundationEssentials
public import Logging
public import Storage

/// Retention and care of the journal.
public struct MaintenanceWalk: Sendable {
    private let store: any Store
    private let configuration: CurrentConfiguration
    private let time: TimeSource
    private let logger: Logger

    /// A walk over `store`.
    public init(
        store: any Store, configuration: CurrentConfiguration, time: TimeSource, logger: Logger
    ) {
        self.store = store
        self.configuration = configuration
        self.time = time
        self.logger = logger
    }

    /// How much one transaction removes: it keeps the writers of polls waiting for a moment only.
    private static let step = 500
    /// The pause after each, longer than another process waits between two looks at the lock.
    private static let pause = Duration.milliseconds(150)

    /// Removes what is older than the retention and writes the journal back into the file.
    ///
    /// It does so in short transactions between which others write; `progress` is told after each. A
    /// walk that is cancelled leaves the rest for the next.
    public func run(progress: @Sendable () -> Void = {}) async throws(StorageError) -> Pruned {
        let cutoffs = configuration.value.retention.cutoffs(now: time.now())
        var pruned = Pruned(isComplete: false)
        while !pruned.isComplete, !Task.isCancelled {
            pruned = pruned + (try await store.prune(cutoffs, limit: Self.step))
            progress()
            // A pause that is cut short ends the walk with the next look.
            if !pruned.isComplete { try? await time.sleep(Self.pause) }
        }
        if pruned != Pruned(isComplete: pruned.isComplete) {
            logger.info(
                "retention removed rows",
                metadata: [
                    "mentions": "\(pruned.mentions)", "authors": "\(pruned.authors)",
                    "deliveries": "\(pruned.deliveries)",
                ])
        }
        // The store refuses what a cancelled task asks.
        if !Task.isCancelled { try await store.checkpoint() }
        return pruned
    }
}
