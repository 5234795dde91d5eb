public import FoundationEssentials
public import Model

/// The schedule and the memory of sources.
public protocol SourceStore: Sendable {
    /// Makes the stored sources those of the configuration, in one transaction.
    ///
    /// A new source gets a row that is due at `firstPoll(id)`. A source whose address, or whose way of
    /// being read, changed loses its validators and is due at once, so that its entries are looked
    /// at anew; with another address it loses its remembered redirect too. A source that is
    /// configured no more, or is disabled, is kept with its mentions but is not claimed.
    func register(
        _ sources: [RegisteredSource], now: Date, firstPoll: @Sendable (SourceID) -> Date
    ) async throws(StorageError)

    /// Claims at most `limit` sources that are due at `now` and that nobody else holds, the longest
    /// due first. A claimed source is not due for others until `lease` ends or `record` is called.
    func claimDue(now: Date, limit: Int, lease: Lease) async throws(StorageError) -> [SourceState]

    /// When the next source is due; nil if there is none. Claimed sources count from their lease's end.
    func nextDueSource() async throws(StorageError) -> Date?

    /// All sources of the configuration, in the order of their names.
    func sourceStates() async throws(StorageError) -> [SourceState]

    /// Makes sources due at `now`: all, or those named.
    func pollSoon(_ sources: [SourceID]?, now: Date) async throws(StorageError)
}

/// What the store has to know of a configured source.
public struct RegisteredSource: Sendable, Hashable {
    /// The name in the configuration.
    public var id: SourceID
    /// What its entries are.
    public var kind: Source.Kind
    /// A digest of the configured address.
    public var urlDigest: String
    /// A digest of all that decides what an entry becomes: recipe, kind, zone, brands and queries.
    public var readingDigest: String
    /// False for a source that is shown but not claimed.
    public var isEnabled: Bool

    /// A source as it is registered.
    public init(
        id: SourceID, kind: Source.Kind, urlDigest: String, readingDigest: String, isEnabled: Bool
    ) {
        self.id = id
        self.kind = kind
        self.urlDigest = urlDigest
        self.readingDigest = readingDigest
        self.isEnabled = isEnabled
    }
}
