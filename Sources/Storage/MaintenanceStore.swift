public import FoundationEssentials

/// Care of the store itself.
public protocol MaintenanceStore: Sendable {
    /// Deletes mentions first seen before `mentionsBefore`, and alerts made before `outboxBefore`
    /// with no delivery pending; nil keeps them. Mentions that are undecided, held back, or still to
    /// be told of stay, as does what leads a letter while any of that stays; so do the figures by day,
    /// and identities, so that nothing comes back.
    /// Decided notices noticed before `outboxBefore` go once no alert tells of them.
    func prune(mentionsBefore: Date?, outboxBefore: Date?) async throws(StorageError) -> Pruned

    /// Gives back the sources and deliveries that `owner` holds, so that nobody has to wait for the
    /// end of their leases; nil: whoever holds them, for a start that knows itself to be alone.
    func releaseLeases(heldBy owner: String?) async throws(StorageError)

    /// Writes the journal back into the file as far as readers allow.
    func checkpoint() async throws(StorageError)

    /// Asks the database for damage; returns what it found, empty if whole.
    func integrityProblems() async throws(StorageError) -> [String]

    /// A cheap question that fails when the store can't be read.
    func ping() async throws(StorageError)

    /// Closes the store; later calls fail.
    func close() async throws(StorageError)
}

/// What pruning removed.
public struct Pruned: Sendable, Hashable {
    /// Mentions, with their versions and decisions.
    public var mentions: Int
    /// Deliveries, with their alerts.
    public var deliveries: Int

    /// Counts of removed rows.
    public init(mentions: Int = 0, deliveries: Int = 0) {
        self.mentions = mentions
        self.deliveries = deliveries
    }
}

/// Everything that the store does.
public typealias Store = SourceStore & MentionStore & AlertStore & OutboxStore & StatisticsStore
    & MaintenanceStore & CorrectionStore & TriageStore & FlagStore & ReportStore
