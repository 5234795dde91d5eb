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

    @Test func `may be told by a path beside the token, and end with an empty page`() throws {
        let more: RecipeNode = ["paging": ["token": "cursor", "parameter": "c", "more": "more"]]
        func next(_ payload: String, _ rule: RecipeNode) throws -> String? {
            try mapped(payload, rule, base: base).nextPage
        }
        #expect(try next(#"{"cursor": "a", "more": true, "reviews": []}"#, more) != nil)
        #expect(try next(#"{"cursor": "a", "more": false, "reviews": [{"id": 1}]}"#, more) == nil)
        #expect(try next(#"{"cursor": "a", "reviews": [{"id": 1}]}"#, more) == nil)
        let stops: RecipeNode = [
            "paging": ["token": "cursor", "parameter": "c", "stops_when_empty": "true"]
        ]
        #expect(try next(#"{"cursor": "a", "reviews": []}"#, stops) == nil)
        #expect(try next(#"{"cursor": "a", "reviews": [{"id": 1}]}"#, stops) != nil)
    }

    @Test(arguments: [(1, false), (2, true), (3, true)])
    func `is not asked for behind a page that is not full`(count: Int, isThere: Bool) throws {
        let items = (1...count).map { #"{"id": \#($0)}"# }.joined(separator: ", ")
        let feed = try mapped(
            #"{"reviews": [\#(items)]}"#, ["paging": ["page": "page", "size": "2"]], base: base)
        #expect((feed.nextPage != nil) == isThere)
    }

    private static let lies: [(String, String?, Bool)] = [
        ("https://x.example/api?q=a&page=3", "https://x.example/api?q=a&page=3", false),
        ("https://WWW.x.example/api?page=3", "https://WWW.x.example/api?page=3", false),
        ("/api?page=3", "https://x.example/api?page=3", false), (base, nil, false),
        ("https://y.example/api?page=3", nil, true), ("https://x.example.evil.example/", nil, true),
        ("//y.example/api", nil, true), ("ftp://x.example/api", nil, false),
        ("https://x.example/api/xml", "https://x.example/api/xml", false),
    ]

    @Test(arguments: lies)
    func `that another place or this page claims to be is none`(
        address: String, expected: String?, isTold: Bool
    ) throws {
        let payload = #"{"next": "\#(address)", "reviews": [{"id": 1}]}"#
        let feed = try mapped(payload, ["paging": ["next": "next"]], base: base)
        #expect(feed.nextPage == expected)
        #expect(feed.notes.contains(NextPage.strangerNote) == isTold)
    }

    @Test(arguments: lies)
    func `may stand in the head of the answer`(
        address: String, expected: String?, isTold: Bool
    ) throws {
        let recipe = try Recipe(fields: .shop.with(["paging": ["link": "true"]]))
        let options = FeedParser.Options(baseURL: base, nextLink: address, recipe: recipe)
        let feed = try FeedParser.parse(Array(#"{"reviews": [{"id": 1}]}"#.utf8), options: options)
        #expect(feed.nextPage == expected)
        #expect(feed.notes.contains(NextPage.strangerNote) == isTold)
        let empty = try FeedParser.parse(Array(#"{"reviews": []}"#.utf8), options: options)
        #expect(empty.nextPage == nil)
    }

    @Test func `in the head counts for a feed that names none and for no other recipe`() throws {
        let link = "https://x.example/api?page=3"
        func next(_ body: String, _ recipe: Recipe? = nil) throws -> String? {
            let options = FeedParser.Options(baseURL: base, nextLink: link, recipe: recipe)
            return try FeedParser.parse(Array(body.utf8), options: options).nextPage
        }
        let item = "<item><guid>1</guid></item>"
        #expect(try next("<rss version='2.0'><channel>\(item)</channel></rss>") == link)
        #expect(try next("<rss version='2.0'><channel></channel></rss>") == nil)
        #expect(
            try next(
                "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='next' href='/b'/><entry><id>1</id></entry></feed>"
            ) == "https://x.example/b")
        #expect(try next(#"{"reviews": [{"id": "1"}]}"#, Recipe(fields: .shop)) == nil)
    }
}
