public import Alerting
public import Matching
public import Model

/// A Boolean query as the condition of an alert rule.
public struct QueryCondition: MentionCondition, Hashable {
    /// What is asked of every mention.
    public var query: BrandQuery

    /// A condition that `query` holds.
    public init(_ query: BrandQuery) {
        self.query = query
    }

    /// What matched, as it stands in the text; nil where the query does not match.
    public func matchedTerms(in mention: Mention) -> [String]? {
        query.matchedTerms(
            in: QuerySubject(entry: mention.entry, language: mention.sentiment.language))
    }
}
