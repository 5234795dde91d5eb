/// Why the store could not keep its contract; nothing of the failed call was stored.
///
/// One exception stands in `outcomeUnknown`: a commit whose fsync failed may have reached the disk,
/// so every write of this contract can be repeated without doubling anything but a host's requests.
public struct StorageError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The closed list of reasons.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// The file or its folder can't be opened, created or written.
        case unavailable
        /// Another process held the write lock for longer than the busy time-out.
        case busy
        case diskFull = "disk-full"
        case readOnly = "read-only"
        /// The file is not a database of ours, or its pages are damaged.
        case corrupt
        /// The file was written by a newer Repute.
        case newerSchema = "newer-schema"
        /// The input or output failed in the middle of a commit.
        case outcomeUnknown = "outcome-unknown"
        /// The search text can't be asked.
        case badQuery = "bad-query"
        case other
    }

    /// Which of the closed list it is.
    public var reason: Reason
    /// One sentence: what failed, where, and what to check.
    public var detail: String

    /// An error.
    public init(reason: Reason, detail: String) {
        self.reason = reason
        self.detail = detail
    }

    /// The detail.
    public var description: String { detail }
}
