/// Reads tokens by the grammar of `docs/queries.md`: NOT binds tighter than NEAR, NEAR than AND,
/// AND than OR.
struct QueryParser {
    /// A parsed part, where it stands, and whether it can be the whole of a query.
    struct Piece {
        var node: QueryNode
        var range: Range<Int>
        /// The part that only excludes; nil where something has to be there.
        var exclusion: Range<Int>?
    }

    private var tokens: [QueryToken]
    private var index = 0
    private var depth = 0
    private var scope = QueryTerm.Scope.body

    /// The tree of a text of at most `BrandQuery.maximumLength` bytes.
    static func node(of text: String) throws(QuerySyntaxError) -> QueryNode {
        var parser = QueryParser(tokens: try QueryLexer.tokens(of: text))
        return try parser.parse()
    }

    private init(tokens: [QueryToken]) { self.tokens = tokens }

    private var token: QueryToken {
        tokens.indices.contains(index)
            ? tokens[index] : QueryToken(kind: .end, range: 0..<0, written: "")
    }

    private mutating func parse() throws(QuerySyntaxError) -> QueryNode {
        guard token.kind != .end else {
            throw QuerySyntaxError(
                .empty, at: 0..<1, "the query is empty", suggestion: "write at least one word")
        }
        let piece = try alternatives()
        guard token.kind == .end else {
            throw QuerySyntaxError(
                .unopenedParenthesis, at: token.range, "this parenthesis was never opened",
                suggestion: "take it away, or write a `(` where the group begins")
        }
        if let exclusion = piece.exclusion {
            throw QuerySyntaxError(
                .onlyExclusions, at: exclusion,
                "this only says what must not be there, so it would match nearly everything",
                suggestion: "add a word that has to be there")
        }
        return piece.node
    }

    /// `a OR b`.
    private mutating func alternatives() throws(QuerySyntaxError) -> Piece {
        var pieces = [try conjunction()]
        while token.kind == .or {
            let operation = token
            index += 1
            try needTerm(after: operation)
            pieces.append(try conjunction())
        }
        guard pieces.count > 1 else { return pieces[0] }
        return Piece(
            node: .any(pieces.map(\.node)), range: Self.range(of: pieces),
            exclusion: pieces.lazy.compactMap(\.exclusion).first)
    }

    /// `a AND b`, `a b`.
    private mutating func conjunction() throws(QuerySyntaxError) -> Piece {
        var pieces = [try proximity()]
        while token.kind == .and || startsTerm(token) {
            if token.kind == .and {
                let operation = token
                index += 1
                try needTerm(after: operation)
            }
            pieces.append(try proximity())
        }
        guard pieces.count > 1 else { return pieces[0] }
        let range = Self.range(of: pieces)
        let onlyExcludes = pieces.allSatisfy { $0.exclusion != nil }
        return Piece(
            node: .all(pieces.map(\.node)), range: range, exclusion: onlyExcludes ? range : nil)
    }

    /// `a NEAR/3 b`.
    private mutating func proximity() throws(QuerySyntaxError) -> Piece {
        let left = try negation()
        guard case .near(let distance) = token.kind else { return left }
        let operation = token
        index += 1
        try needTerm(after: operation)
        let right = try negation()
        if case .near = token.kind {
            throw QuerySyntaxError(
                .badNearTerm, at: token.range, "NEAR takes one term on each side",
                suggestion: "write (a NEAR/3 b) AND (b NEAR/3 c)")
        }
        let terms = (try nearTerms(left), try nearTerms(right))
        guard Set((terms.0 + terms.1).map(\.scope)).count == 1 else {
            throw QuerySyntaxError(
                .badNearTerm, at: left.range.lowerBound..<right.range.upperBound,
                "the two sides of NEAR are looked for in different places",
                suggestion: "put both into the field, as in title:(a NEAR/3 b)")
        }
        return Piece(
            node: .near(left: terms.0, right: terms.1, distance: distance),
            range: left.range.lowerBound..<right.range.upperBound)
    }

    private func nearTerms(_ piece: Piece) throws(QuerySyntaxError) -> [QueryTerm] {
        switch piece.node {
        case .term(let term): return [term]
        case .any(let nodes):
            let terms = nodes.compactMap { node -> QueryTerm? in
                if case .term(let term) = node { term } else { nil }
            }
            if terms.count == nodes.count { return terms }
        case .not:
            throw QuerySyntaxError(
                .badNearTerm, at: piece.range, "NOT binds tighter than NEAR",
                suggestion: "write NOT (a NEAR/3 b)")
        default: break
        }
        throw QuerySyntaxError(
            .badNearTerm, at: piece.range,
            "NEAR joins words, phrases and groups of them with OR between, nothing else")
    }

    /// `NOT a`, `-a`.
    private mutating func negation() throws(QuerySyntaxError) -> Piece {
        let start = token
        var isNegated = false
        while token.kind == .not {
            let operation = token
            isNegated.toggle()
            index += 1
            try needTerm(after: operation)
        }
        let piece = try primary()
        guard isNegated else { return piece }
        let range = start.range.lowerBound..<piece.range.upperBound
        return Piece(node: .not(piece.node), range: range, exclusion: range)
    }

    private static func range(of pieces: [Piece]) -> Range<Int> {
        let lower = pieces.first?.range.lowerBound ?? 0
        return lower..<max(lower, pieces.last?.range.upperBound ?? 0)
    }

    private func startsTerm(_ token: QueryToken) -> Bool {
        switch token.kind {
        case .open, .not, .field, .word, .phrase: true
        default: false
        }
    }

    private func needTerm(after operation: QueryToken) throws(QuerySyntaxError) {
        guard !startsTerm(token) else { return }
        throw QuerySyntaxError(
            .missingTerm, at: operation.range, "`\(operation.written)` has no term after it",
            suggestion: "add one, or put \"\(operation.written)\" in quotes to look for the word")
    }
}

// Terms, groups and fields.
extension QueryParser {
    private mutating func primary() throws(QuerySyntaxError) -> Piece {
        let first = token
        switch first.kind {
        case .open: return try group()
        case .word(let text), .phrase(let text):
            index += 1
            let node = try QueryTermReading(scope: scope, token: first).node(text)
            return Piece(node: node, range: first.range)
        case .field(let field): return try value(of: field)
        default:
            throw QuerySyntaxError(
                .missingTerm, at: first.range, "`\(first.written)` has no term before it",
                suggestion: "add one, or put \"\(first.written)\" in quotes to look for it")
        }
    }

    private mutating func group() throws(QuerySyntaxError) -> Piece {
        let open = token
        index += 1
        if token.kind == .close {
            throw QuerySyntaxError(
                .emptyGroup, at: open.range.lowerBound..<token.range.upperBound,
                "there is nothing between these parentheses")
        }
        guard depth < BrandQuery.maximumDepth else {
            throw QuerySyntaxError(
                .tooDeep, at: open.range,
                "parentheses go more than \(BrandQuery.maximumDepth) deep here")
        }
        guard token.kind != .end else { throw unclosed(open) }
        depth += 1
        var piece = try alternatives()
        depth -= 1
        guard token.kind == .close else { throw unclosed(open) }
        piece.range = open.range.lowerBound..<token.range.upperBound
        index += 1
        return piece
    }

    private func unclosed(_ open: QueryToken) -> QuerySyntaxError {
        QuerySyntaxError(
            .unclosedParenthesis, at: open.range, "this parenthesis is never closed",
            suggestion: "write a `)` where the group ends")
    }

    private mutating func value(of field: QueryField) throws(QuerySyntaxError) -> Piece {
        let name = token
        index += 1
        guard scope == .body || field == .raw else {
            throw QuerySyntaxError(
                .badFieldValue, at: name.range,
                "`\(scope.rawValue):` cannot hold the field `\(name.written)`",
                suggestion: "close the parenthesis before it")
        }
        var piece: Piece
        if let inner = field.scope {
            scope = inner
            piece = try primary()
            scope = .body
        } else {
            piece = try singleValue(of: field, named: name)
        }
        piece.range = name.range.lowerBound..<piece.range.upperBound
        return piece
    }

    private mutating func singleValue(
        of field: QueryField, named name: QueryToken
    ) throws(QuerySyntaxError) -> Piece {
        let value = token
        switch value.kind {
        case .word(let text), .phrase(let text):
            index += 1
            let reading = QueryTermReading(scope: scope, token: value)
            return Piece(node: try reading.node(text, of: field), range: value.range)
        default:
            throw QuerySyntaxError(
                .badFieldValue, at: name.range, "`\(name.written)` takes a single value",
                suggestion: "write (\(name.written)a OR \(name.written)b)")
        }
    }
}
