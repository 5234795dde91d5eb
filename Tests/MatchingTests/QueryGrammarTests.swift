import Testing

@testable import Matching

/// The tree of a query with all its parentheses.
private func shape(_ node: QueryNode) -> String {
    switch node {
    case .term(let term):
        (term.scope == .body ? "" : term.scope.rawValue + ":") + term.written
    case .field(let test): test.written
    case .near(let left, let right, let distance):
        "(" + group(left) + " NEAR/\(distance) " + group(right) + ")"
    case .not(let inner): "NOT " + shape(inner)
    case .all(let parts): "(" + parts.map(shape).joined(separator: " AND ") + ")"
    case .any(let parts): "(" + parts.map(shape).joined(separator: " OR ") + ")"
    }
}

private func group(_ terms: [QueryTerm]) -> String {
    terms.count == 1
        ? shape(.term(terms[0]))
        : "(" + terms.map { shape(.term($0)) }.joined(separator: " OR ") + ")"
}

struct `The grammar of queries` {
    @Test(arguments: [
        ("a1 b1", "(a1 AND b1)"),
        ("a1 AND b1 c1", "(a1 AND b1 AND c1)"),
        ("a1 OR b1 AND c1", "(a1 OR (b1 AND c1))"),
        ("a1 b1 OR c1 d1", "((a1 AND b1) OR (c1 AND d1))"),
        ("(a1 OR b1) c1", "((a1 OR b1) AND c1)"),
        ("a1 NOT b1", "(a1 AND NOT b1)"),
        ("a1 AND NOT b1 OR c1", "((a1 AND NOT b1) OR c1)"),
        ("a1 -b1 -\"c1 d1\"", "(a1 AND NOT b1 AND NOT \"c1 d1\")"),
        ("a1 -(b1 OR c1)", "(a1 AND NOT (b1 OR c1))"),
        ("NOT NOT a1", "a1"),
        ("a1 --b1", "(a1 AND b1)"),
        ("a1 NEAR/3 b1 c1", "((a1 NEAR/3 b1) AND c1)"),
        ("a1 NEAR/3 b1 OR c1 NEAR/0 d1", "((a1 NEAR/3 b1) OR (c1 NEAR/0 d1))"),
        ("(a1 OR \"b1 c1\") NEAR/5 (d1* OR e1)", "((a1 OR \"b1 c1\") NEAR/5 (d1* OR e1))"),
        ("NOT (a1 NEAR/3 b1) c1", "(NOT (a1 NEAR/3 b1) AND c1)"),
        ("((a1))", "a1"),
        ("title:(a1 OR b1) c1", "((title:a1 OR title:b1) AND c1)"),
        ("title:a1 NEAR/2 title:b1", "(title:a1 NEAR/2 title:b1)"),
        ("AUTHOR:\"a1 b1\"", "author:\"a1 b1\""),
        ("title:raw:C++", "title:raw:C++"),
        ("“a1 b1” c1", "(“a1 b1” AND c1)"),
        ("a1\tAND\nb1", "(a1 AND b1)"),
        ("co-op", "co-op"),
        ("12:30", "12:30"),
        ("\"AND\" \"re:invent\"", "(\"AND\" AND \"re:invent\")"),
    ])
    func `binds NOT, NEAR, AND and OR in this order`(query: String, tree: String) throws {
        #expect(shape(try BrandQuery(parsing: query).node) == tree)
    }

    @Test(arguments: [
        ("a1 and b1", 4, "AND"), ("a1 or b1", 4, "OR"), ("not b1", 1, "NOT"),
        ("a1 near/3 b1", 4, "NEAR/3"),
    ])
    func `hints at operators in lower case`(query: String, column: Int, name: String) throws {
        let hint = try #require(try BrandQuery(parsing: query).hints.first)
        #expect(hint.column == column)
        #expect(hint.detail.hasSuffix("write \(name) for the operator"))
    }

    @Test(arguments: ["\"salt and pepper\"", "a1 AND b1", "and", "salt and", "land or"])
    func `does not hint where a word is meant`(query: String) throws {
        #expect(try BrandQuery(parsing: query).hints.isEmpty)
    }
}
