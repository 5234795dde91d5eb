/// Makes terms of names as people write them, which are no query: nothing in them is an operator.
enum NameTerm {
    /// The name as a phrase, or as it stands where hardly a word of it would be left; nil for an
    /// empty name.
    static func term(_ name: String) -> QueryTerm? {
        let written = "\"\(name)\""
        if !name.contains("*"),
            let node = try? QueryTermReading(
                scope: .body,
                token: QueryToken(kind: .phrase(name), range: 0..<name.count, written: written)
            ).node(name),
            case .term(let term) = node
        {
            return term
        }
        return RawPattern(name).map {
            QueryTerm(scope: .body, pattern: .raw($0), written: "raw:" + written)
        }
    }

    /// The names as terms; throws for one that would be found nearly everywhere, for one that is
    /// meant as a prefix, and for one that is in `own`.
    static func terms(
        _ names: [String], butNot own: [String] = []
    ) throws(QuerySyntaxError) -> [QueryTerm] {
        var terms: [QueryTerm] = []
        for name in names {
            try check(name, butNot: own)
            if let term = term(name) { terms.append(term) }
        }
        return terms
    }

    private static func check(_ name: String, butNot own: [String]) throws(QuerySyntaxError) {
        let range = 0..<name.count
        let words = WordScanner.words(in: name)
        guard !words.isEmpty else {
            throw QuerySyntaxError(
                .unsearchable, at: range, "`\(name)` has no letter or digit",
                suggestion: "write the name in words")
        }
        guard name.utf8.last != 0x2A else {
            throw QuerySyntaxError(
                .badPrefix, at: range, "`\(name)` is looked for as it stands, with the star",
                suggestion: "write every form as a name of its own")
        }
        let isOwn = own.contains { other in
            other == name || isWords(other) && isWords(name) && letters(other) == letters(name)
        }
        guard !isOwn else {
            throw QuerySyntaxError(
                .unsearchable, at: range, "`\(name)` is a name of the brand itself",
                suggestion: "remove it here, or there")
        }
    }

    private static func isWords(_ name: String) -> Bool {
        if case .words = term(name)?.pattern { true } else { false }
    }

    /// The folded letters of the name without what divides them.
    private static func letters(_ name: String) -> String {
        WordScanner.words(in: name).map(\.joined).joined()
    }
}

extension QueryNode {
    /// The terms that stand for the thing itself rather than for what has to be near or beside it: all
    /// alternatives, and of `AND` and `NEAR` the first side.
    var leadingTerms: [QueryTerm] {
        switch self {
        case .term(let term): term.scope == .author ? [] : [term]
        case .near(let left, _, _): left.filter { $0.scope != .author }
        case .any(let parts): parts.flatMap(\.leadingTerms)
        case .all(let parts): parts.lazy.map(\.leadingTerms).first { !$0.isEmpty } ?? []
        case .field, .not: []
        }
    }
}
