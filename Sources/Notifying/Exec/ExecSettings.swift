public import FoundationEssentials

/// How alerts leave through a command of the owner's.
public struct ExecSettings: Sendable, Hashable {
    /// The program and its arguments, one element each; never a shell line.
    ///
    /// The first element is a path, or a name that is looked for in the standard folders of the system.
    public var command: [String]
    /// Seconds until the command and everything it started is killed; 30 unless told.
    public var timeLimit: TimeInterval

    /// Settings with the documented defaults.
    public init(command: [String], timeLimit: TimeInterval = 30) {
        self.command = command
        self.timeLimit = timeLimit
    }
}
