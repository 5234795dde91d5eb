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
    }

    public var reason: Reason
    /// What is wrong and what to write instead, as one sentence for the owner.
    public var detail: String
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

    public var description: String { "\(file):\(line): \(detail)" }
}
