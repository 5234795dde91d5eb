import Model
import Testing

@testable import SQLiteStorage

struct `A text of brands` {
    @Test(arguments: [
        [], [Mention.BrandMatch(brand: bakery)],
        [
            Mention.BrandMatch(brand: bakery, terms: ["Bäckerei", "soup, }]{", ""]),
            Mention.BrandMatch(brand: rival, terms: ["x"]),
        ],
    ])
    func `that is plain is read without a reader of JSON`(matches: [Mention.BrandMatch]) throws {
        let text = JSONColumn.text(matches)
        #expect(MatchText.matches(text) == matches)
        #expect(try JSONColumn.brandMatches(text) == matches)
    }

    @Test func `with escapes, spaces or other members is left to a reader of JSON`() throws {
        let quoted = [Mention.BrandMatch(brand: bakery, terms: ["a\"b"])]
        #expect(MatchText.matches(JSONColumn.text(quoted)) == nil)
        #expect(try JSONColumn.brandMatches(JSONColumn.text(quoted)) == quoted)
        let spaced = #"[ {"terms": [], "brand": "bakery"} ]"#
        #expect(MatchText.matches(spaced) == nil)
        #expect(try JSONColumn.brandMatches(spaced) == [Mention.BrandMatch(brand: bakery)])
    }

    @Test(arguments: [
        "", "[", "[{", #"[{"brand":"bakery"#, #"[{"brand":"bakery","terms":["#, "[]x",
        #"[{"brand":"bakery","terms":["a""#, #"[{"brand":"bakery","terms":[]}"#,
        #"[{"brand":"","terms":[]}]"#, #"[{"brand":"bakery","terms":[]},]"#,
    ])
    func `that is cut short or broken is nothing`(text: String) {
        #expect(MatchText.matches(text) == nil)
    }
}
