public import FoundationEssentials

/// One alert on its way through one channel; a row of the outbox.
public struct Delivery: Sendable, Hashable {
    /// Where the delivery stands.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Not yet accepted by the channel; tried again at `nextAttempt`.
        case pending
        case delivered
        /// Not tried any more until somebody asks for it; `lastError` says why.
        case givenUp = "given-up"
    }

    public var id: DeliveryID
    public var alert: AlertID
    public var channel: ChannelID
    /// Made with the row and the same on every attempt: the left part of the mail's `Message-ID`,
    /// the `webhook-id`. Letters, digits, `-` and `_` only.
    public var messageID: String
    public var state: State
    /// Attempts made so far.
    public var attempts: Int
    public var nextAttempt: Date
    public var lastError: String?
    public var createdAt: Date
    public var settledAt: Date?

    /// A delivery.
    public init(
        id: DeliveryID, alert: AlertID, channel: ChannelID, messageID: String, state: State,
        attempts: Int, nextAttempt: Date, lastError: String?, createdAt: Date, settledAt: Date?
    ) {
        self.id = id
        self.alert = alert
        self.channel = channel
        self.messageID = messageID
        self.state = state
        self.attempts = attempts
        self.nextAttempt = nextAttempt
        self.lastError = lastError
        self.createdAt = createdAt
        self.settledAt = settledAt
    }
}
