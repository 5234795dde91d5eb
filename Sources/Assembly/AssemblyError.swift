/// Why the parts could not be put together.
public struct AssemblyError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The closed list of reasons.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case alreadyRunning = "already-running"
        case unusableStateFolder = "unusable-state-folder"
        case lexicon
        case recipes
    }

    /// Which of the closed list it is.
    public var reason: Reason
    /// One sentence: what is wrong, where, and what to do.
    public var detail: String

    /// An error.
    public init(reason: Reason, detail: String) {
        self.reason = reason
        self.detail = detail
    }

    /// The detail.
    public var description: String { detail }
}
