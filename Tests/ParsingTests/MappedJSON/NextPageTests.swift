import Model
import Testing

@testable import Parsing

private let base = "https://x.example/api?q=a&page=2"

struct `The next page` {
    @Test(arguments: [
        (
            #"{"next": "/more?x=1&utm_source=y", "reviews": [{"id": 1}]}"#,
            "https://x.example/more?x=1&utm_source=y"
        ),
        (#"{"next": "https://x.example/api?q=a&page=2", "reviews": [{"id": 1}]}"#, nil),
        (#"{"next": null, "reviews": [{"id": 1}]}"#, nil),
        (#"{"next": "/more", "reviews": []}"#, nil),
        (#"{"next": "javascript:alert(1)", "reviews": [{"id": 1}]}"#, nil),
    ])
    func `may be an address of the payload`(payload: String, expected: String?) throws {
        let feed = try mapped(payload, ["paging": ["next": "next"]], base: base)
        #expect(feed.nextPage == expected)
    }

    @Test func `may be found by a token, also after an empty page`() throws {
        let rule: RecipeNode = ["paging": ["token": "cursor", "parameter": "c"]]
        let payload = #"{"cursor": "a+b/c=", "reviews": []}"#
        #expect(
            try mapped(payload, rule, base: base).nextPage
                == "https://x.example/api?q=a&page=2&c=a%2Bb%2Fc%3D")
        let again = "https://x.example/api?c=a%2Bb%2Fc%3D#top"
        #expect(try mapped(payload, rule, base: again).nextPage == nil)
        #expect(try mapped(#"{"cursor": "", "reviews": []}"#, rule, base: base).nextPage == nil)
        #expect(try mapped(payload, rule).nextPage == nil)
    }

    @Test(arguments: [
        ("https://x.example/api?page=2", "https://x.example/api?page=3"),
        ("https://x.example/api", "https://x.example/api?page=2"),
        ("https://x.example/page=9/json?a=1", "https://x.example/page=10/json?a=1"),
        ("https://x.example/api?subpage=4", "https://x.example/api?subpage=4&page=2"),
        ("https://x.example/api?page=99999999999999999999", "https://x.example/api?page=2"),
    ])
    func `may be counted`(current: String, expected: String) throws {
        let feed = try mapped(
            #"{"reviews": [{"id": 1}]}"#, ["paging": ["page": "page"]], base: current)
        #expect(feed.nextPage == expected)
    }

    @Test(arguments: [
        (#"{"more": true, "pages": 5, "reviews": [{"id": 1}]}"#, true),
        (#"{"more": false, "pages": 5, "reviews": [{"id": 1}]}"#, false),
        (#"{"pages": 5, "reviews": [{"id": 1}]}"#, false),
        (#"{"more": true, "pages": 2, "reviews": [{"id": 1}]}"#, false),
        (#"{"more": true, "pages": 5, "reviews": []}"#, false),
    ])
    func `is not asked for behind the last`(payload: String, isThere: Bool) throws {
        let feed = try mapped(
            payload, ["paging": ["page": "page", "more": "more", "pages": "pages"]], base: base)
        #expect((feed.nextPage != nil) == isThere)
    }
}
