/// One thing that is wrong, or doubtful, in the configuration.
///
/// `description` is what a terminal shows, in the form that editors and CI systems know from
/// compilers: `file:line:column: error: message, suggestion`, followed by the source line and a
/// caret where `excerpt` is given.
public struct SettingsProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// A line of the file and the part of it that is meant.
    public struct Excerpt: Sendable, Hashable {
        /// The whole line, without its end.
        public var line: String
        /// Where the caret stands, counted in characters from 1; one past the end is possible.
        public var column: Int
        /// How many characters are meant; at least 1.
        public var length: Int

        /// An excerpt with the caret under `column`.
        public init(line: String, column: Int, length: Int = 1) {
            self.line = line
            self.column = column
            self.length = length
        }

        /// The line and, below it, a caret under every character that is meant; tabs are kept in the
        /// indentation of the carets, so that both lines shift alike.
        public var rendered: String {
            let indentation = line.prefix(max(0, column - 1)).map { $0 == "\t" ? "\t" : " " }
            let missing = max(0, column - 1 - indentation.count)
            return line + "\n" + indentation.joined() + String(repeating: " ", count: missing)
                + String(repeating: "^", count: max(1, length))
        }
    }

    /// The file as it was named: the path given to the loader, or the path of a drop-in beside it.
    public var file: String
    /// Counted from 1; nil where the problem is the file itself.
    public var line: Int?
    /// Counted in Unicode scalars from 1, as editors do; nil together with `line`.
    public var column: Int?
    /// What is wrong, without any secret in it.
    public var message: String
    /// What to do about it, such as "did you mean `interval`?"; nil where the message says it.
    public var suggestion: String?
    /// The line that is meant, where seeing it helps.
    public var excerpt: Excerpt?
    /// Whether Repute can run all the same.
    public var isWarning: Bool

    /// A problem at a place.
    public init(
        file: String, line: Int? = nil, column: Int? = nil, message: String,
        suggestion: String? = nil, excerpt: Excerpt? = nil, isWarning: Bool = false
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.suggestion = suggestion
        self.excerpt = excerpt
        self.isWarning = isWarning
    }

    /// The problem as a terminal shows it; several lines where there is an excerpt.
    public var description: String {
        var text = file
        if let line { text += ":\(line):\(column ?? 1)" }
        text += isWarning ? ": warning: " : ": error: "
        text += message
        if let suggestion { text += ", " + suggestion }
        if let excerpt { text += "\n" + excerpt.rendered }
        return text
    }
}

/// Everything that is wrong with a configuration, found in one go.
///
/// Sorted by file, line and column, the main file first; at least one of the problems is an error.
/// Warnings that were found on the way are among them.
public struct SettingsProblems: Error, Sendable, Hashable, CustomStringConvertible {
    /// At least one; sorted as they are shown.
    public var problems: [SettingsProblem]

    /// The problems of one configuration, in the order in which they are shown.
    public init(_ problems: [SettingsProblem]) {
        self.problems = problems
    }

    /// Every problem in turn, one a line (and its excerpt below it), without a newline at the end.
    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
