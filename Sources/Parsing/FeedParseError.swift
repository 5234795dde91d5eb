import TextProcessing

/// Why a body could not be read as a feed.
public struct FeedParseError: Error, Sendable, Hashable {
    /// The closed list of reasons.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// Nothing but white space.
        case empty
        /// A web page where a feed was expected.
        case html
        /// Something else that is no feed: plain text, an image, XML of another kind.
        case notAFeed = "not-a-feed"
        /// A feed that breaks off or is broken before its first complete entry.
        case malformed
        /// Elements or values are nested deeper than any feed has reason to.
        case tooDeep = "too-deep"
        /// JSON that is no JSON Feed and that no recipe knows.
        case noRecipe = "no-recipe"
        /// JSON that does not have what its recipe says, such as the list of items.
        case recipeMismatch = "recipe-mismatch"
    }

    /// What kind of failure it is.
    public var reason: Reason
    /// One sentence for the owner: what was found, and what to check; harmless to show, whatever
    /// words of the body are in it.
    public let detail: String
    /// The line of the body where reading ended, from 1; nil where a place says nothing.
    public var line: Int?
    /// The column in that line, from 1, in bytes.
    public var column: Int?

    /// An error; see the properties for what each value means.
    public init(reason: Reason, detail: String, line: Int? = nil, column: Int? = nil) {
        self.reason = reason
        self.detail = TerminalText.sanitized(detail)
        self.line = line
        self.column = column
    }
}
