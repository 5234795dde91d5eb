/// A Boolean query over entries, in the language of `docs/queries.md`.
///
/// ```
/// let query = try BrandQuery(parsing: #""harbour cafe" NEAR/8 (bristol OR docks) -job"#)
/// query.matchedTerms(in: QuerySubject(entry: entry))  // ["Harbour Café", "docks"]
/// ```
///
/// A query is a checked value: asking it never fails, and takes time linear in the entry's text for
/// each of its terms (a logarithm more for NEAR).
public struct BrandQuery: Sendable, Hashable {
    /// The most UTF-8 bytes that a query may have.
    public static let maximumLength = 8192
    /// The most parentheses that may be open at once.
    public static let maximumDepth = 50
    /// The most words that `NEAR/n` may leave between its sides.
    public static let maximumDistance = 100

    /// The query as it was written.
    public let text: String
    let node: QueryNode

    /// Reads a query; throws the first mistake in it.
    public init(parsing text: String) throws(QuerySyntaxError) {
        guard text.utf8.count <= Self.maximumLength else {
            throw QuerySyntaxError(
                .tooLong, at: 0..<1,
                "the query has \(text.utf8.count) bytes, the longest may have \(Self.maximumLength)",
                suggestion: "divide it between several brands or rules")
        }
        node = try QueryParser.node(of: text)
        self.text = text
    }

    init(text: String, node: QueryNode) {
        self.text = text
        self.node = node
    }

    /// Remarks for the writer: a lower-case `and`, `or` or `not` that reads like an operator.
    public var hints: [QueryHint] { QueryHints.hints(on: text) }

    /// What matched, as it stands in the text, each word or phrase once; nil where the query does not
    /// match.
    ///
    /// The list is empty where the query matches by its fields alone.
    public func matchedTerms(in subject: QuerySubject) -> [String]? {
        let outcome = QueryEvaluation(subject: subject).outcome(of: node)
        return outcome.holds ? Self.terms(of: outcome.hits) : nil
    }

    /// Why the query matches or not.
    public func explanation(in subject: QuerySubject) -> QueryExplanation {
        let outcome = QueryEvaluation(subject: subject).outcome(of: node)
        return QueryExplanation(
            isMatch: outcome.holds, matched: Self.ordered(outcome.hits),
            excludedBy: outcome.holds ? [] : Self.ordered(outcome.exclusions),
            missing: outcome.holds ? [] : outcome.missing)
    }

    /// The texts of `hits` in the order of the entry; two spellings of the same words count once.
    static func terms(of hits: [QueryHit]) -> [String] {
        var seen: Set<String> = []
        return ordered(hits).filter { $0.span != nil }.map(\.text).filter { text in
            let words = WordScanner.words(in: text).map(\.key)
            return seen.insert(words.isEmpty ? text : words.joined(separator: " ")).inserted
        }
    }

    /// In the order of the text, what is not in the text last, none twice.
    private static func ordered(_ hits: [QueryHit]) -> [QueryHit] {
        var seen: Set<QueryHit> = []
        return hits.filter { seen.insert($0).inserted }.sorted { left, right in
            let a = left.span ?? (Int.max..<Int.max)
            let b = right.span ?? (Int.max..<Int.max)
            return (a.lowerBound, a.upperBound) < (b.lowerBound, b.upperBound)
        }
    }
}
