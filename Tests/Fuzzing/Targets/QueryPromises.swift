import FoundationEssentials
import Model

@testable import Matching

/// Queries: a query, and behind `%%` the title, text, author and address of an entry that it is asked of.
enum QueryPromises {
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        let input = FuzzInput(bytes)
        guard let query = try query(input.text(0)) else { return }
        _ = query.hints
        if let text = QueryWriter.text(of: query.node) {
            let again = try? BrandQuery(parsing: text)
            try promise(
                again?.node == query.node, "written and read again it is another query: \(text)")
        }
        try ask(query, of: entry(input))
    }

    private static func query(_ text: String) throws(BrokenPromise) -> BrandQuery? {
        do throws(QuerySyntaxError) {
            return try BrandQuery(parsing: text)
        } catch {
            try promise(!error.detail.isEmpty, "an error without words")
            try promise(
                error.column >= 1 && error.column <= text.count + 1 && error.length >= 1,
                "an error at \(error.column), \(error.length) long, of \(text.count)")
            let lines = error.caret(under: text).split(
                separator: "\n", omittingEmptySubsequences: false)
            try promise(lines.count == 2, "\(lines.count) lines show the place")
            for line in lines where !line.isEmpty {
                try TextPromises.checkSentence(String(line), "the line of an error")
            }
            return nil
        }
    }

    private static func entry(_ input: FuzzInput) -> Entry {
        func part(_ number: Int) -> String? {
            let text = input.text(number)
            return text.isEmpty ? nil : text
        }
        return Entry(
            identity: EntryIdentity(rung: .stableID, key: "1"), url: part(4), title: part(1),
            text: part(2), author: part(3), rating: Rating(value: 2, min: 1, max: 5))
    }

    /// The ways to ask agree, and what was found stands where it is said to.
    private static func ask(_ query: BrandQuery, of entry: Entry) throws(BrokenPromise) {
        let subject = QuerySubject(entry: entry, language: "en")
        let explanation = query.explanation(in: subject)
        let terms = query.matchedTerms(in: subject)
        try promise(explanation.isMatch == (terms != nil), "match and explanation differ")
        if explanation.isMatch {
            try promise(
                explanation.missing.isEmpty && explanation.excludedBy.isEmpty,
                "a match that lacks something")
        } else {
            try promise(
                !explanation.missing.isEmpty || !explanation.excludedBy.isEmpty,
                "no match, and no reason")
        }
        let body = entry.body
        for hit in explanation.matched + explanation.excludedBy {
            guard let span = hit.span else { continue }
            try TextPromises.checkSpan(span, in: body, "the hit of \(hit.term)")
            let found = Array(body.utf8)[span]
            try promise(
                found.elementsEqual(hit.text.utf8), "\(hit.term) found \(hit.text) elsewhere")
        }
    }
}

/// Writes a query with a parenthesis around each of its parts.
private enum QueryWriter {
    /// The text; nil where it would be longer or deeper than a query may be.
    static func text(of node: QueryNode) -> String? {
        // A term that begins with an accent would put it on the parenthesis before it.
        guard depth(node) <= BrandQuery.maximumDepth / 2, !hasLooseAccent(node) else { return nil }
        let text = written(node)
        return text.utf8.count <= BrandQuery.maximumLength ? text : nil
    }

    private static func depth(_ node: QueryNode) -> Int {
        switch node {
        case .term, .field, .near: 1
        case .not(let inner): 1 + depth(inner)
        case .all(let parts), .any(let parts): 1 + (parts.map(depth).max() ?? 0)
        }
    }

    private static func hasLooseAccent(_ node: QueryNode) -> Bool {
        switch node {
        case .term(let term): ("(" + term.written).count <= term.written.count
        case .field: false
        case .near(let left, let right, _):
            (left + right).contains { hasLooseAccent(.term($0)) }
        case .not(let inner): hasLooseAccent(inner)
        case .all(let parts), .any(let parts): parts.contains(where: hasLooseAccent)
        }
    }

    private static func written(_ node: QueryNode) -> String {
        switch node {
        case .term(let term): return written(term)
        case .field(let test): return test.written
        case .not(let inner): return "NOT (" + written(inner) + ")"
        case .all(let parts): return parts.map { "(" + written($0) + ")" }.joined(separator: " ")
        case .any(let parts): return parts.map { "(" + written($0) + ")" }.joined(separator: " OR ")
        case .near(let left, let right, let distance):
            return written(left) + " NEAR/\(distance) " + written(right)
        }
    }

    private static func written(_ terms: [QueryTerm]) -> String {
        "(" + terms.map(written).joined(separator: " OR ") + ")"
    }

    private static func written(_ term: QueryTerm) -> String {
        term.scope == .body ? term.written : term.scope.rawValue + ":" + term.written
    }
}
