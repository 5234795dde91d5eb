/// Why an overlay file cannot be used.
public struct LexiconError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The closed list of reasons.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case wrongColumns = "wrong-columns"
        case emptyTerm = "empty-term"
        case termTooLong = "term-too-long"
        case notANumber = "not-a-number"
        case outOfRange = "out-of-range"
        case unknownLanguage = "unknown-language"
        case duplicate
        case unknownAspect = "unknown-aspect"
        case unknownLabel = "unknown-label"
    }

    /// What kind of mistake it is.
    public var reason: Reason
    /// What is wrong and what to write instead, as one sentence for the owner.
    public var detail: String
    /// The name of the file as the reader was given it.
    public var file: String
    /// Counted from 1.
    public var line: Int

    /// An error at a line of a file.
    public init(reason: Reason, detail: String, file: String, line: Int) {
        self.reason = reason
        self.detail = detail
        self.file = file
        self.line = line
    }

    /// `file:line: detail`.
    public var description: String { "\(file):\(line): \(detail)" }
}
