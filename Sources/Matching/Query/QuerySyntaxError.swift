/// Why a text is not a query, and where.
public struct QuerySyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The closed list of mistakes.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// Nothing but white space.
        case empty
        /// More than `BrandQuery.maximumLength` bytes of UTF-8.
        case tooLong = "too-long"
        /// Parentheses more than `BrandQuery.maximumDepth` deep.
        case tooDeep = "too-deep"
        case unopenedParenthesis = "unopened-parenthesis"
        case unclosedParenthesis = "unclosed-parenthesis"
        case unclosedQuote = "unclosed-quote"
        /// `()`.
        case emptyGroup = "empty-group"
        /// An operator without a term on one of its sides.
        case missingTerm = "missing-term"
        case unknownField = "unknown-field"
        /// A field without a value or with one that it cannot have.
        case badFieldValue = "bad-field-value"
        /// `NEAR` without a distance or with one out of range.
        case badDistance = "bad-distance"
        /// A side of `NEAR` that has no place in the text.
        case badNearTerm = "bad-near-term"
        /// A `*` anywhere but at the end of a word of two characters or more.
        case badPrefix = "bad-prefix"
        /// A term that is no word, or of which too little is one.
        case unsearchable
        /// A query, or an alternative of it, that only says what must not be there.
        case onlyExclusions = "only-exclusions"
    }

    /// The kind of mistake.
    public let reason: Reason
    /// One sentence for the owner: what is wrong.
    public let detail: String
    /// What to write instead, if that can be guessed; one sentence or question.
    public let suggestion: String?
    /// Where it begins, counted in characters from 1.
    public let column: Int
    /// How many characters are wrong; at least 1.
    public let length: Int

    init(_ reason: Reason, at range: Range<Int>, _ detail: String, suggestion: String? = nil) {
        self.reason = reason
        self.detail = detail
        self.suggestion = suggestion
        column = range.lowerBound + 1
        length = max(1, range.count)
    }

    /// Detail and suggestion in one line.
    public var description: String {
        suggestion.map { detail + "; " + $0 } ?? detail
    }

    /// Two lines: the line of `query` that is wrong, and carets under the wrong part.
    ///
    /// Control and formatting characters are shown as `?`, so that both lines are safe in a
    /// terminal; a line of more than 100 characters is cut to the neighbourhood, with `…`.
    public func caret(under query: String) -> String {
        QueryCaret.lines(under: query, column: column, length: length)
    }
}

/// A remark on a query that is valid but perhaps not what its writer meant.
public struct QueryHint: Sendable, Hashable {
    /// One sentence for the owner.
    public let detail: String
    /// Where it begins, counted in characters from 1.
    public let column: Int
    /// How many characters it is about.
    public let length: Int
}
