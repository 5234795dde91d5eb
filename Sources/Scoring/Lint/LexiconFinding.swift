import TextProcessing

/// Something wrong or doubtful in an owner's words.
public struct LexiconFinding: Sendable, Hashable {
    /// The closed list of what is looked for.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The line cannot be read; the daemon would not start.
        case error
        /// One term with opposite signs, or counted here and silenced there.
        case contradiction
        /// A term and its plural, or its spelling with or without hyphen or apostrophe, with
        /// opposite signs.
        case variant
        /// The sign of a phrase is opposite to that of every word in it.
        case slip
        /// The line changes nothing.
        case noEffect = "no-effect"
        /// A silenced term that the lexicon does not know.
        case nothingToSilence = "nothing-to-silence"
        /// A longer phrase of the lexicon with the opposite sign goes before this one.
        case hidden
        /// A later line replaces this one.
        case replaced
    }

    /// What kind of finding it is.
    public var kind: Kind
    /// The file as it was named.
    public var file: String
    /// Counted from 1.
    public var line: Int
    /// Counted in Unicode scalars from 1.
    public var column: Int
    /// What is wrong and why.
    public var message: String
    /// What to do about it.
    public var advice: String

    /// A finding; words of the file in what is told are made harmless to show.
    init(
        kind: Kind, file: String, line: Int, column: Int, message: String, advice: String
    ) {
        self.kind = kind
        self.file = file
        self.line = line
        self.column = column
        self.message = TerminalText.sanitized(message)
        self.advice = TerminalText.sanitized(advice)
    }

    /// Whether the daemon starts all the same.
    public var isWarning: Bool { kind != .error }
}
