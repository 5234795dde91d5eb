/// One meeting of a part of a query with an entry.
public struct QueryHit: Sendable, Hashable {
    /// The part, as it is written in the query.
    public let term: String
    /// What stands in the entry: the words of the text, the host, the language or the stars.
    public let text: String
    /// Where it stands: UTF-8 offsets into `Entry.body`, on character boundaries of the term; nil for
    /// what is not in the text (author, site, language, rating).
    public let span: Range<Int>?
}

/// Why a query matches an entry or not.
public struct QueryExplanation: Sendable, Hashable {
    /// Whether the whole query matches.
    public let isMatch: Bool
    /// What was found, in the order of the text, whether or not the whole matched.
    public let matched: [QueryHit]
    /// What was found and must not be there; not empty only where that is why nothing matched.
    public let excludedBy: [QueryHit]
    /// What had to be there and was not, as it is written in the query; empty for a match.
    public let missing: [String]
}
