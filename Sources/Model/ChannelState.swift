public import FoundationEssentials

/// How a channel stands, as the last attempts to deliver through it ended.
public struct ChannelState: Sendable, Hashable {
    /// The name of the channel in the configuration.
    public var channel: ChannelID
    /// Attempts that failed since the last one that did not.
    public var failures: Int
    /// When the first of these failed; nil while it works.
    public var failingSince: Date?
    /// No letter is tried before this time, whichever it is; nil while it works.
    public var nextTry: Date?
    /// What the last failed attempt met, as one sentence; nil while it works.
    public var lastError: String?
    /// When a letter was last taken; nil if none was so far.
    public var lastDelivery: Date?
    /// When its receiver said that it wants no more letters (410); nil while it takes them.
    ///
    /// Nothing is tried until a person asks for it, or the channel's address changes.
    public var disabledAt: Date?
    /// A digest of where it leads, so that another address begins anew; empty if not known.
    public var addressDigest: String

    /// A channel that works, unless told otherwise.
    public init(
        channel: ChannelID, failures: Int = 0, failingSince: Date? = nil, nextTry: Date? = nil,
        lastError: String? = nil, lastDelivery: Date? = nil, disabledAt: Date? = nil,
        addressDigest: String = ""
    ) {
        self.channel = channel
        self.failures = failures
        self.failingSince = failingSince
        self.nextTry = nextTry
        self.lastError = lastError
        self.lastDelivery = lastDelivery
        self.disabledAt = disabledAt
        self.addressDigest = addressDigest
    }

    /// Whether it takes no letters at present.
    public var isInTrouble: Bool { failures > 0 || disabledAt != nil }
}
