public import FoundationEssentials
public import Model

/// The letters on their way.
public protocol OutboxStore: Sendable {
    /// Claims the pending deliveries of a channel that make up its next letter, the one that leads it
    /// first; empty where none is due at `now` that nobody else holds.
    ///
    /// A delivery that was stored after `now`, as after a clock that was set back, is due.
    ///
    /// The longest due delivery leads. If it was tried before, the letter is the same as then. If
    /// not, `gathering` may join others that are due and untried to it: their `lead` is stored before
    /// this returns, so that every attempt carries the same letter. Deliveries of digests and tests
    /// always have letters of their own. The attempt is counted in the store by this call, and not in
    /// what it returns: a letter counts as tried also if its end is never stored.
    func claimLetter(of channel: ChannelID, now: Date, lease: Lease, gathering: Gathering?)
        async throws(StorageError) -> [Delivery]

    /// Stores in one transaction how an attempt ended for the letter that `lead` leads, and
    /// how the channel stands now (nil: as before). Deliveries that were settled already stay so.
    func settle(
        _ lead: DeliveryID, as outcome: AttemptOutcome, now: Date, channel: ChannelState?
    ) async throws(StorageError)

    /// When the next letter of a channel is due; claimed ones count from their lease's end.
    func nextDelivery(of channel: ChannelID) async throws(StorageError) -> Date?

    /// How every channel stands that was ever tried.
    func channelStates() async throws(StorageError) -> [ChannelState]

    /// Stores how a channel stands.
    func setChannelState(_ state: ChannelState) async throws(StorageError)

    /// When letters of a channel were delivered, at or after `since`, newest first.
    func letterTimes(of channel: ChannelID, since: Date) async throws(StorageError) -> [Date]

    /// Gives up pending deliveries of channels other than these, which can't be made any more;
    /// returns how many.
    func giveUpDeliveries(exceptOf channels: [ChannelID], error: String, now: Date)
        async throws(StorageError) -> Int

    func outboxSummary() async throws(StorageError) -> OutboxSummary

    /// Pending deliveries by channel; channels without one are absent.
    func pendingDeliveries() async throws(StorageError) -> [ChannelID: Int]

    /// Deliveries that `selection` names, newest first.
    func deliveries(_ selection: DeliverySelection, page: Page)
        async throws(StorageError) -> PageOf<Delivery>

    /// Makes the pending and given-up deliveries that `selection` names due at `now`, with their attempts
    /// counted from the first again (never from none: what was tried is joined with nothing), and lets their channels try again at once; returns how many.
    ///
    /// Deliveries that share a letter go on sharing it: all of it is made due and counted. The failures
    /// of a channel stay counted until one of its letters is taken.
    func retryDeliveries(_ selection: DeliverySelection, now: Date)
        async throws(StorageError) -> Int

    /// Takes back the pending and given-up deliveries that `selection` names; returns how many.
    ///
    /// One that is being tried at the moment may still arrive. Where one leads a letter, the oldest of
    /// the others leads it from then on, and the attempt that is under way ends these as well.
    func cancelDeliveries(_ selection: DeliverySelection, now: Date)
        async throws(StorageError) -> Int
}

/// When several deliveries become one letter.
public struct Gathering: Sendable, Hashable {
    /// How many untried deliveries that are due stay single, 1 or more; one more, and they are joined.
    public var most: Int
    /// How long one may have waited to be sent, in seconds since it was stored, without being joined
    /// with others that are due: an outage, quiet hours or a limit held it.
    public var patience: TimeInterval
    /// How many deliveries one letter takes; the rest get the next letter.
    public var limit: Int

    /// More than 5 at once, or any two of which one has waited 10 minutes; 500 in one letter.
    public init(most: Int = 5, patience: TimeInterval = 600, limit: Int = 500) {
        self.most = most
        self.patience = patience
        self.limit = limit
    }
}

/// Which deliveries are meant; all that every set condition holds for.
public struct DeliverySelection: Sendable, Hashable {
    /// Only of this channel.
    public var channel: ChannelID?
    /// Only of these alerts; empty for all.
    public var alerts: Set<AlertID>
    /// Only in these states; empty for all.
    public var states: Set<Delivery.State>

    /// A selection; of everything unless told.
    public init(
        channel: ChannelID? = nil, alerts: Set<AlertID> = [], states: Set<Delivery.State> = []
    ) {
        self.channel = channel
        self.alerts = alerts
        self.states = states
    }
}

/// How one attempt to deliver ended.
public enum AttemptOutcome: Sendable, Hashable {
    case delivered
    /// Failed; tried again at the time.
    case retry(at: Date, error: String)
    /// Failed for good.
    case givenUp(error: String)
    /// Not sent, since there is nothing left to tell.
    case cancelled(reason: String)
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
    /// Deliveries that a person took back.
    public var cancelled: Int
    /// When the oldest pending delivery was made; nil if none is pending.
    public var oldestPending: Date?

    /// A summary.
    public init(
        pending: Int = 0, retrying: Int = 0, delivered: Int = 0, givenUp: Int = 0,
        cancelled: Int = 0, oldestPending: Date? = nil
    ) {
        self.pending = pending
        self.retrying = retrying
        self.delivered = delivered
        self.givenUp = givenUp
        self.cancelled = cancelled
        self.oldestPending = oldestPending
    }
}
