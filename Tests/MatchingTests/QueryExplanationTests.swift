import Model
import Testing

@testable import Matching

struct `The explanation of a query` {
    private func explanation(_ query: String, _ subject: QuerySubject) throws -> QueryExplanation {
        try BrandQuery(parsing: query).explanation(in: subject)
    }

    @Test func `gives every place as UTF-8 offsets into the body`() throws {
        let entry = entry("Le café – Harbour café", title: "Étoile")
        let explanation = try explanation("cafe étoile", QuerySubject(entry: entry))
        #expect(explanation.isMatch)
        #expect(explanation.matched.map(\.text) == ["Étoile", "café", "café"])
        #expect(explanation.matched.map(\.term) == ["étoile", "cafe", "cafe"])
        for hit in explanation.matched {
            let span = try #require(hit.span)
            #expect(String(decoding: Array(entry.body.utf8)[span], as: UTF8.self) == hit.text)
        }
    }

    @Test func `names the terms that excluded it`() throws {
        let explanation = try explanation("cafe -(job OR hiring)", subject("Cafe: Hiring now"))
        #expect(!explanation.isMatch)
        #expect(explanation.excludedBy.map(\.text) == ["Hiring"])
        #expect(explanation.matched.map(\.text) == ["Cafe"])
        #expect(explanation.missing.isEmpty)
    }

    @Test func `names what is missing`() throws {
        let explanation = try explanation(
            "cafe title:docks (tea OR \"iced coffee\") rating:<=2 bad NEAR/2 wet",
            subject("a cafe, bad"))
        #expect(!explanation.isMatch)
        #expect(
            explanation.missing == [
                "title:docks", "tea", "\"iced coffee\"", "rating:<=2", "bad NEAR/2 wet",
            ])
    }

    @Test func `leaves out what no longer matters once it matches`() throws {
        let explanation = try explanation("(cafe -bad) OR harbour", subject("bad harbour cafe"))
        #expect(explanation.isMatch)
        #expect(explanation.matched.map(\.text) == ["harbour"])
        #expect(explanation.excludedBy.isEmpty)
        #expect(explanation.missing.isEmpty)
    }

    @Test func `shows fields without a place`() throws {
        let entry = entry(
            "cafe", author: "Ann", url: "https://www.example.com/1", language: "en",
            rating: Rating(value: 7, min: 0, max: 10))
        let explanation = try explanation(
            "cafe author:ann site:example.com lang:en rating:>3", QuerySubject(entry: entry))
        #expect(explanation.matched.map(\.text) == ["cafe", "Ann", "www.example.com", "en", "3.8"])
        #expect(explanation.matched.dropFirst().allSatisfy { $0.span == nil })
    }
}
