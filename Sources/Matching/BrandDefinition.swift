public import Model

/// What is known of a brand that helps to tell its mentions from other texts.
public struct BrandDefinition: Sendable, Hashable {
    /// How many words may stand between the brand and a context word by default.
    public static let defaultContextWindow = 20

    /// The brand that is told apart.
    public let brand: Brand
    /// The query as configured; nil where the brand's name is looked for as a phrase.
    public let query: BrandQuery?
    /// Words, phrases or prefixes of which at least one has to stand near the brand, for brands
    /// that are common words; empty where the brand needs none.
    public let context: [String]
    /// How many words may stand between the brand and a context word; nil: any number.
    public let contextWindow: Int?

    let effectiveQuery: BrandQuery
    let contextTerms: [QueryTerm]

    /// Checks the context words; the columns of an error are counted in the wrong word.
    ///
    /// A name without a letter or digit is looked for as it stands, case and all.
    public init(
        brand: Brand, query: BrandQuery? = nil, context: [String] = [],
        contextWindow: Int? = Self.defaultContextWindow
    ) throws(QuerySyntaxError) {
        self.brand = brand
        self.query = query
        self.context = context
        self.contextWindow = contextWindow
        effectiveQuery = query ?? Self.nameQuery(brand.name)
        var terms: [QueryTerm] = []
        for word in context { terms.append(try Self.contextTerm(word)) }
        contextTerms = terms
    }

    private static func nameQuery(_ name: String) -> BrandQuery {
        let token = QueryToken(
            kind: .phrase(name), range: 0..<name.count, written: "\"\(name)\"")
        let plain =
            name.contains("*")
            ? nil
            : try? QueryTermReading(scope: .body, token: token)
                .node(name)
        let raw = RawPattern(name).map {
            QueryNode.term(QueryTerm(scope: .body, pattern: .raw($0), written: "raw:\"\(name)\""))
        }
        return BrandQuery(text: "\"\(name)\"", node: plain ?? raw ?? .any([]))
    }

    private static func contextTerm(_ word: String) throws(QuerySyntaxError) -> QueryTerm {
        let token = QueryToken(kind: .phrase(word), range: 0..<word.count, written: word)
        guard case .term(let term) = try QueryTermReading(scope: .body, token: token).node(word)
        else {
            throw QuerySyntaxError(
                .unsearchable, at: token.range, "`\(word)` is not a word to look for")
        }
        return term
    }

    /// What in the text names the brand; nil where it is not meant.
    func matchedTerms(in subject: QuerySubject) -> [String]? {
        let evaluation = QueryEvaluation(subject: subject)
        let outcome = evaluation.outcome(of: effectiveQuery.node)
        guard outcome.holds else { return nil }
        let spans = outcome.hits.compactMap(\.span)
        if !contextTerms.isEmpty {
            let isAnywhere = contextWindow == nil || spans.isEmpty
            let hasContext =
                isAnywhere
                ? contextTerms.contains { evaluation.outcome(of: .term($0)).holds }
                : evaluation.hasAny(of: contextTerms, near: spans, within: contextWindow ?? 0)
            guard hasContext else { return nil }
        }
        return BrandQuery.terms(of: outcome.hits)
    }
}
