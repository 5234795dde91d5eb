public import Model

/// What is known of a brand that helps to tell its mentions from other texts.
public struct BrandDefinition: Sendable, Hashable {
    /// How many words may stand between the brand and a context word by default.
    public static let defaultContextWindow = 20

    /// The brand that is told apart.
    public let brand: Brand
    /// What it is called besides; looked for with the brand's name where there is no query.
    public let names: [String]
    /// Names of others with whom texts compare it, and who are no brands of the configuration.
    public let competitors: [String]
    /// The query as configured; nil where the brand's names are looked for as phrases.
    public let query: BrandQuery?
    /// Words, phrases or prefixes of which at least one has to stand near the brand, for brands
    /// that are common words; empty where the brand needs none.
    public let context: [String]
    /// How many words may stand between the brand and a context word; nil: any number.
    public let contextWindow: Int?

    let effectiveQuery: BrandQuery
    let contextTerms: [QueryTerm]
    /// What names the brand wherever it stands: its names, and those that lead its query.
    let nameTerms: [QueryTerm]
    let competitorTerms: [QueryTerm]

    /// Checks names, competitors and context words; the columns of an error are counted in the wrong
    /// word.
    ///
    /// The brand's name, if it has no letter or digit, is looked for as it stands, case and all.
    public init(
        brand: Brand, names: [String] = [], query: BrandQuery? = nil, context: [String] = [],
        contextWindow: Int? = Self.defaultContextWindow, competitors: [String] = []
    ) throws(QuerySyntaxError) {
        self.brand = brand
        self.names = names
        self.competitors = competitors
        self.query = query
        self.context = context
        self.contextWindow = contextWindow
        let own = [NameTerm.term(brand.name)].compactMap(\.self) + (try NameTerm.terms(names))
        effectiveQuery =
            query ?? BrandQuery(text: "\"\(brand.name)\"", node: .any(own.map(QueryNode.term)))
        nameTerms = own + (query?.node.leadingTerms ?? [])
        competitorTerms = try NameTerm.terms(competitors, butNot: [brand.name] + names)
        var terms: [QueryTerm] = []
        for word in context { terms.append(try Self.contextTerm(word)) }
        contextTerms = terms
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
