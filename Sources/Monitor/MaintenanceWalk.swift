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

    /// Removes what is older than the retention and writes the journal back into the file.
    public func run() async throws(StorageError) -> Pruned {
        let configuration = configuration.value
        let now = time.now()
        let pruned = try await store.prune(
            mentionsBefore: configuration.mentionRetention.map { now.addingTimeInterval(-$0) },
            outboxBefore: configuration.outboxRetention.map { now.addingTimeInterval(-$0) })
        if pruned != Pruned() {
            logger.info(
                "retention removed rows",
                metadata: [
                    "mentions": "\(pruned.mentions)", "deliveries": "\(pruned.deliveries)",
                ])
        }
        try await store.checkpoint()
        return pruned
    }
}
