/// What makes an entry the same entry at the next poll.
///
/// Two entries of one source with the same key are one mention. The rung says how the key was
/// found, the first that the entry allows: the source's own id, else the canonical URL, else a
/// digest of the content. Dates are never part of it.
public struct EntryIdentity: Sendable, Hashable {
    /// A rung of the ladder, best first.
    public enum Rung: String, Sendable, Hashable, CaseIterable {
        case stableID = "id"
        case canonicalURL = "url"
        case contentHash = "content"
    }

    /// How the key was found.
    public var rung: Rung
    /// At most 200 UTF-8 bytes; longer ids are digested.
    ///
    /// Unique within a source.
    public var key: String

    /// An identity found on `rung`.
    public init(rung: Rung, key: String) {
        self.rung = rung
        self.key = key
    }
}
