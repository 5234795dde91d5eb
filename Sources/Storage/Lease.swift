public import FoundationEssentials

/// The right of one process to work on a row until a time; after it, anybody may claim the row.
public struct Lease: Sendable, Hashable {
    /// Names the process: unique for each start.
    public var owner: String
    /// Seconds from the claim on.
    public var duration: TimeInterval

    /// A lease for `owner` that lasts `duration` seconds from the claim on.
    public init(owner: String, duration: TimeInterval) {
        self.owner = owner
        self.duration = duration
    }
}
