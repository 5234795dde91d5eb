import Testing

@testable import Matching

struct `A query with a mistake` {
    @Test(arguments: [
        ("", QuerySyntaxError.Reason.empty, 1, 1),
        ("  \n ", .empty, 1, 1),
        ("a1)", .unopenedParenthesis, 3, 1),
        ("(a1 OR b1", .unclosedParenthesis, 1, 1),
        ("a1 (", .unclosedParenthesis, 4, 1),
        ("a1 \"b1 c1", .unclosedQuote, 4, 1),
        ("a1 ()", .emptyGroup, 4, 2),
        ("AND a1", .missingTerm, 1, 3),
        ("a1 OR", .missingTerm, 4, 2),
        ("a1 AND OR b1", .missingTerm, 4, 3),
        ("a1 NOT", .missingTerm, 4, 3),
        ("a1 - b1", .missingTerm, 4, 1),
        ("a1 NEAR/3", .missingTerm, 4, 6),
        ("(a1 OR )", .missingTerm, 5, 2),
        ("tilte:a1", .unknownField, 1, 6),
        ("a1 re:invent", .unknownField, 4, 3),
        ("https://example.com", .unknownField, 1, 6),
        ("title: a1", .badFieldValue, 1, 6),
        ("rating:", .badFieldValue, 1, 7),
        ("rating:good", .badFieldValue, 8, 4),
        ("rating:4..", .badFieldValue, 8, 3),
        ("rating:2..1", .badFieldValue, 8, 4),
        ("rating:6", .badFieldValue, 8, 1),
        ("rating:1e0", .badFieldValue, 8, 3),
        ("rating:(1 OR 2)", .badFieldValue, 1, 7),
        ("site:https://example.com/x", .badFieldValue, 6, 21),
        ("lang:english", .badFieldValue, 6, 7),
        ("title:(a1 site:b1)", .badFieldValue, 11, 5),
        ("title:(author:b1)", .badFieldValue, 8, 7),
        ("title:author:b1", .badFieldValue, 7, 7),
        ("raw:\"\"", .badFieldValue, 5, 2),
        ("a1 NEAR b1", .badDistance, 4, 4),
        ("a1 NEAR/x b1", .badDistance, 4, 6),
        ("a1 NEAR/101 b1", .badDistance, 4, 8),
        ("a1 NEAR/99999999999999999999 b1", .badDistance, 4, 25),
        ("a1 NEAR/2 b1 NEAR/2 c1", .badNearTerm, 14, 6),
        ("NOT a1 NEAR/2 b1", .badNearTerm, 1, 6),
        ("(a1 b1) NEAR/2 c1", .badNearTerm, 1, 7),
        ("site:example.com NEAR/2 c1", .badNearTerm, 1, 16),
        ("title:a1 NEAR/2 b1", .badNearTerm, 1, 18),
        ("a*", .badPrefix, 1, 2),
        ("*able", .badPrefix, 1, 5),
        ("ta*le", .badPrefix, 1, 5),
        ("a1 *", .badPrefix, 4, 1),
        ("a1 && b1", .unsearchable, 4, 2),
        ("\"\"", .unsearchable, 1, 2),
        ("C++", .unsearchable, 1, 3),
        ("NOT a1", .onlyExclusions, 1, 6),
        ("-a1 -b1", .onlyExclusions, 1, 7),
        ("a1 OR -b1", .onlyExclusions, 7, 3),
    ])
    func `is told by reason and place`(
        query: String, reason: QuerySyntaxError.Reason, column: Int, length: Int
    ) {
        let error = #expect(throws: QuerySyntaxError.self) { try BrandQuery(parsing: query) }
        #expect(error?.reason == reason)
        #expect(error?.column == column)
        #expect(error?.length == length)
        #expect(error?.detail.isEmpty == false)
    }

    @Test(arguments: [
        ("tilte:joe", "did you mean `title:`?"),
        ("stars:1", "did you mean `rating:`?"),
        ("domain:example.com", "did you mean `site:`?"),
        ("https://example.com", "write site:example.com"),
        ("quux:joe", "put the words in quotes to look for them in the text"),
        ("a1 & b1", "write AND"),
        ("C#", "write raw:\"C#\" to find it as it stands"),
        ("site:https://Example.com:80/x", "write site:example.com"),
        ("a1 NEAR b1", "write NEAR/5"),
    ])
    func `comes with a suggestion`(query: String, suggestion: String) {
        let error = #expect(throws: QuerySyntaxError.self) { try BrandQuery(parsing: query) }
        #expect(error?.suggestion?.hasPrefix(suggestion) == true)
    }

    @Test(arguments: [
        (
            "cafe AND tilte:joe",
            """
            cafe AND tilte:joe
                     ^^^^^^
            """
        ),
        (
            "(cafe OR bar",
            """
            (cafe OR bar
            ^
            """
        ),
        (
            "東京 OR",
            """
            東京 OR
                 ^^
            """
        ),
        (
            "cafe\n  AND tilte:joe\n  bar",
            """
              AND tilte:joe
                  ^^^^^^
            """
        ),
        (
            "\u{1B}[31m\u{202E} tilte:joe",
            """
            ?[31m? tilte:joe
                   ^^^^^^
            """
        ),
    ])
    func `is drawn with carets`(query: String, drawing: String) {
        let error = #expect(throws: QuerySyntaxError.self) { try BrandQuery(parsing: query) }
        #expect(error?.caret(under: query) == drawing)
    }

    @Test func `is drawn in its neighbourhood when the line is long`() throws {
        let filler = String(repeating: "cafe ", count: 60)
        let query = filler + "tilte:joe " + filler
        let error = #expect(throws: QuerySyntaxError.self) { try BrandQuery(parsing: query) }
        let lines = try #require(error?.caret(under: query)).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].count < 120)
        let start = try #require(lines[1].firstIndex(of: "^"))
        let offset = lines[1].distance(from: lines[1].startIndex, to: start)
        #expect(lines[0].dropFirst(offset).hasPrefix("tilte:"))
        #expect(lines[0].hasPrefix("…") && lines[0].hasSuffix("…"))
    }

    @Test func `says both sentences in its description`() {
        let error = #expect(throws: QuerySyntaxError.self) { try BrandQuery(parsing: "tilte:a1") }
        #expect(error?.description == "unknown field `tilte:`; did you mean `title:`?")
    }

    @Test(arguments: [
        (String(repeating: "(", count: 10_000), QuerySyntaxError.Reason.tooLong),
        (String(repeating: "(", count: 4000), .tooDeep),
        (
            String(repeating: "(", count: 4000) + "a1" + String(repeating: ")", count: 4000),
            .tooDeep
        ),
        (String(repeating: "title:(", count: 1000), .badFieldValue),
        (String(repeating: "-", count: 8000), .missingTerm),
    ])
    func `of hostile depth or length is refused`(query: String, reason: QuerySyntaxError.Reason) {
        let error = #expect(throws: QuerySyntaxError.self) { try BrandQuery(parsing: query) }
        #expect(error?.reason == reason)
    }

    @Test func `is not what a long chain of negations is`() throws {
        let query = String(repeating: "NOT ", count: 2000) + "a1"
        #expect(try BrandQuery(parsing: query).matchedTerms(in: subject("a1")) == ["a1"])
    }

    @Test func `may be as deep as the limit`() throws {
        let depth = BrandQuery.maximumDepth
        let query =
            String(repeating: "(", count: depth) + "a1" + String(repeating: ")", count: depth)
        #expect(throws: Never.self) { try BrandQuery(parsing: query) }
        let error = #expect(throws: QuerySyntaxError.self) { try BrandQuery(parsing: "(\(query))") }
        #expect(error?.reason == .tooDeep)
    }
}
