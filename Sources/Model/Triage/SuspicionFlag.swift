public import FoundationEssentials

/// A mention that somebody suspects to be a fake, and what came of it.
public struct SuspicionFlag: Sendable, Hashable {
    /// What the site made of the report; stored and shown by these names.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// The site took the mention down.
        case removed
        /// The site let it stand.
        case kept
        /// The person took the suspicion back.
        case withdrawn
    }

    /// Its number in the store.
    public var id: Int64
    /// The mention that is suspected.
    public var mention: MentionID
    /// Why, in the person's words.
    public var reason: String
    /// When it was flagged.
    public var at: Date
    /// Who flagged it, by name.
    public var by: String
    /// What came of it; nil while that is open.
    public var outcome: Outcome?
    /// When that was said; nil while it is open.
    public var settledAt: Date?

    /// A flag.
    public init(
        id: Int64, mention: MentionID, reason: String, at: Date, by: String,
        outcome: Outcome? = nil, settledAt: Date? = nil
    ) {
        self.id = id
        self.mention = mention
        self.reason = reason
        self.at = at
        self.by = by
        self.outcome = outcome
        self.settledAt = settledAt
    }
}
