public import Model

/// One way to the owner, such as a mailbox or a webhook.
///
/// A channel makes one attempt and says how it ended; when the next attempt is due, and when to
/// stop trying, is the caller's business. Nothing in a channel blocks a thread of Swift's
/// cooperative pool.
public protocol Channel: Sendable {
    /// The name of the channel in the configuration.
    var id: ChannelID { get }

    /// Hands `letter` over and returns once the other side has taken it.
    ///
    /// Taken means accepted for delivery (a sendmail that exited with 0, a receiver that answered
    /// 2xx), not read. Every attempt for one delivery carries the same message id, so a receiver can
    /// tell a repetition. Cancelling the task ends the attempt at once with reason `interrupted`.
    func deliver(_ letter: Letter) async throws(DeliveryError)
}
