public import Model

/// Who will read a reply.
public enum ReplyAudience: String, Sendable, Hashable, CaseIterable {
    /// Everybody who reads the mention.
    case everybody = "public"
    /// The author of the mention alone.
    case author = "private"
}

/// What a reply has to speak to.
public enum ReplyTopic: String, Sendable, Hashable, CaseIterable {
    case transparency
    case reliability
    case integrity
    case authenticity
    case care
    case value
    case privacy
    /// A complaint about none of the dimensions of trust.
    case complaint
    /// Good and bad, or neither.
    case mixed
    case praise

    /// The dimension of trust that is complained of; nil for the other topics.
    public var dimension: Aspect? { Aspect(rawValue: rawValue) }

    /// Whether the mention complains.
    public var isComplaint: Bool { self != .mixed && self != .praise }
}
