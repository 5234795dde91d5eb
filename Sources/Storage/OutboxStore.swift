public import FoundationEssentials
public import Model

/// The letters on their way.
public protocol OutboxStore: Sendable {
    /// Claims at most `limit` pending deliveries of a channel that are due at `now` and that nobody
    /// else holds, the longest due first.
    func claimDeliveries(of channel: ChannelID, now: Date, limit: Int, lease: Lease)
        async throws(StorageError) -> [Delivery]

    /// Stores how an attempt ended, and counts it. A delivery that was settled already stays so.
    func settle(_ id: DeliveryID, as outcome: AttemptOutcome, now: Date) async throws(StorageError)

    /// When the next pending delivery of a channel is due; claimed ones count from their lease's end.
    func nextDelivery(of channel: ChannelID) async throws(StorageError) -> Date?

    /// Gives up pending deliveries of channels other than these, which can't be made any more;
    /// returns how many.
    func giveUpDeliveries(exceptOf channels: [ChannelID], error: String, now: Date)
        async throws(StorageError) -> Int

    func outboxSummary() async throws(StorageError) -> OutboxSummary

    /// Deliveries of an alert, or all, newest first.
    func deliveries(of alert: AlertID?, page: Page) async throws(StorageError) -> PageOf<Delivery>

    /// Makes pending and given-up deliveries due at `now`, with their attempts counted from 0 again;
    /// returns how many. Nil channel: of all channels.
    func retryDeliveries(channel: ChannelID?, now: Date) async throws(StorageError) -> Int
}

/// How one attempt to deliver ended.
public enum AttemptOutcome: Sendable, Hashable {
    case delivered
    /// Failed; tried again at the time.
    case retry(at: Date, error: String)
    /// Failed for good.
    case givenUp(error: String)
}

/// How the outbox stands.
public struct OutboxSummary: Sendable, Hashable {
    /// Deliveries still to be made, claimed ones included.
    public var pending: Int
    /// Pending deliveries that failed at least once.
    public var retrying: Int
    /// Deliveries that their channels took.
    public var delivered: Int
    /// Deliveries that nobody tries any more.
    public var givenUp: Int
    /// When the oldest pending delivery was made; nil if none is pending.
    public var oldestPending: Date?

    /// A summary.
    public init(
        pending: Int = 0, retrying: Int = 0, delivered: Int = 0, givenUp: Int = 0,
        oldestPending: Date? = nil
    ) {
        self.pending = pending
        self.retrying = retrying
        self.delivered = delivered
        self.givenUp = givenUp
        self.oldestPending = oldestPending
    }
}
