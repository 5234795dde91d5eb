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
        /// Taken back before it was delivered: by a person, or since there was nothing left to tell.
        case cancelled
    }

    /// Its number in the store.
    public var id: DeliveryID
    /// What is told.
    public var alert: AlertID
    /// The way that it is told by.
    public var channel: ChannelID
    /// Made with the row and the same on every attempt: the left part of the mail's `Message-ID`,
    /// the `webhook-id`.
    ///
    /// Letters, digits, `-` and `_` only.
    public var messageID: String
    /// Where it stands; only `pending` is worked on.
    public var state: State
    /// Attempts made so far.
    public var attempts: Int
    /// When it is tried next while it is pending; in the past means now.
    public var nextAttempt: Date
    /// What the last failed attempt met, as one sentence; nil if none failed since it was last made
    /// due.
    public var lastError: String?
    /// When the alert was stored.
    public var createdAt: Date
    /// When it was delivered, given up or cancelled; nil while it is pending.
    public var settledAt: Date?
    /// The delivery in whose letter this one is told; nil where it has a letter of its own.
    ///
    /// Such a letter carries the leading delivery's `messageID`, and ends all of them.
    public var lead: DeliveryID?

    /// A delivery.
    public init(
        id: DeliveryID, alert: AlertID, channel: ChannelID, messageID: String, state: State,
        attempts: Int, nextAttempt: Date, lastError: String?, createdAt: Date, settledAt: Date?,
        lead: DeliveryID? = nil
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
        self.lead = lead
    }
}
