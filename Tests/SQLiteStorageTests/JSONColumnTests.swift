import Foundation
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `A list in a column` {
    private static let texts = [
        "", "cold soup", "\"quoted\" \\ slash / end", "line\nfeed\ttab\r\u{1}\u{1f}\u{7f}",
        "Brühe 🥣 e\u{301}\u{2028}", "\u{0}",
    ]

    @Test(arguments: texts) func `gives back every text`(_ text: String) throws {
        let brands = [
            Mention.BrandMatch(brand: bakery, terms: [text, "b"]),
            Mention.BrandMatch(brand: rival, terms: []),
        ]
        #expect(try JSONColumn.brandMatches(JSONColumn.text(brands)) == brands)
        let contributions = [
            Contribution(
                term: text, span: 3..<9, valence: -1.5, weight: 0, rules: [text, "and"],
                origin: .learned)
        ]
        #expect(
            try JSONColumn.contributions(JSONColumn.text(contributions)) == contributions)
    }

    @Test(arguments: [
        0, -0.1, 1, 0.1 + 0.2, 1e-9, -3.5e-300, .leastNonzeroMagnitude, 1e22, 123_456_789.125,
        .greatestFiniteMagnitude,
    ])
    func `gives back every number exactly`(_ number: Double) throws {
        let contributions = [
            Contribution(term: "a", span: 0..<Int.max, valence: number, weight: -number),
            Contribution(term: "b", span: 0..<0, valence: 1, weight: number, origin: .overlay),
        ]
        #expect(
            try JSONColumn.contributions(JSONColumn.text(contributions)) == contributions)
        let aspects = [
            AspectOpinion(
                aspect: .allCases[0], score: number, label: .negative, spans: [0..<4, 7..<9]),
            AspectOpinion(aspect: .allCases[1], score: 0, label: .positive, spans: []),
        ]
        #expect(try JSONColumn.aspects(JSONColumn.text(aspects)) == aspects)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `takes no number that JSON has no word for`(_ number: Double) {
        #expect(throws: StorageError.self) {
            try JSONColumn.text([
                Contribution(term: "a", span: 0..<1, valence: number, weight: 0)
            ])
        }
    }

    @Test func `is read as former versions wrote it`() throws {
        let contributions = #"""
            [{"weight":-2,"term":"caf\u00e9 \/","from":0,"to":7,"valence":-1.5,"rules":["not"]}]
            """#
        #expect(
            try JSONColumn.contributions(contributions) == [
                Contribution(
                    term: "café /", span: 0..<7, valence: -1.5, weight: -2, rules: ["not"])
            ])
        #expect(
            try JSONColumn.brandMatches(#"[{"terms":["soup"],"brand":"bakery"}]"#)
                == [Mention.BrandMatch(brand: bakery, terms: ["soup"])])
    }

    @Test func `is JSON that other programs read`() throws {
        let text = try JSONColumn.text([
            Contribution(
                term: "a \"b\"\n", span: 1..<5, valence: -1, weight: 0.25, rules: ["x", "y"])
        ])
        let decoded = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
        let record = try #require(decoded?.first)
        #expect(record["term"] as? String == "a \"b\"\n")
        #expect(record["rules"] as? [String] == ["x", "y"])
        #expect(record["weight"] as? Double == 0.25)
        #expect(record["origin"] == nil)
    }
}
