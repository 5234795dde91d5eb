/// Care of the store itself.
public protocol MaintenanceStore: Sendable {
    /// Removes what is older than these times, at most `limit` mentions and alerts in one transaction:
    /// mentions by their first sight, names of authors, and alerts with no delivery pending.
    ///
    /// Mentions that are undecided, held back, or still to be told of stay, as does what leads a letter
    /// while any of that stays; so do the figures by day, and identities, so that nothing comes back.
    /// Decided notices that are older than the alerts go once no alert tells of them. When nothing is left
    /// to go, room in the file that is not likely to be needed soon is given back to the disk. Call it
    /// again until it says that it is complete; others can write between the calls.
    func prune(_ cutoffs: RetentionCutoffs, limit: Int) async throws(StorageError) -> Pruned

    /// Gives back the sources and deliveries that `owner` holds, so that nobody has to wait for the
    /// end of their leases; nil: whoever holds them, for a start that knows itself to be alone.
    func releaseLeases(heldBy owner: String?) async throws(StorageError)

    /// Writes the journal back into the file as far as readers allow.
    func checkpoint() async throws(StorageError)

    /// Asks the database for damage; returns what it found, empty if whole.
    func integrityProblems() async throws(StorageError) -> [String]

    /// Looks at everything that has to hold in the store: its pages and references, and whatever repeats
    /// something else against a recomputation; empty where all is well. `progress` is told what is
    /// looked at. Others can read and write meanwhile; what they write meanwhile is not looked at.
    func findings(progress: @escaping @Sendable (StoreFinding.Check) -> Void)
        async throws(StorageError) -> [StoreFinding]

    /// Makes anew, in one transaction, all that repeats something else: figures by day, rows of brands
    /// and aspects, counts, states of triage and the index of the search.
    func repair() async throws(StorageError)

    /// A cheap question that fails when the store can't be read.
    func ping() async throws(StorageError)

    /// Closes the store; later calls fail.
    func close() async throws(StorageError)
}

/// Everything that the store does.
public typealias Store = SourceStore & MentionStore & AlertStore & OutboxStore & StatisticsStore
    & MaintenanceStore & PrivacyStore & ArchiveStore & CorrectionStore & TriageStore & FlagStore
    & ReportStore & DraftStore
