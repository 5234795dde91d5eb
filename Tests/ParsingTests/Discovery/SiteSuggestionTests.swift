import Testing

@testable import Parsing

struct `A suggestion for a site` {
    @Test(
        arguments: [
            (
                "https://apps.apple.com/gb/app/harbour/id1234567890?l=en", "app-store",
                ["app": "1234567890", "country": "gb"]
            ),
            (
                "https://play.google.com/store/apps/details?id=org.example.app&hl=en",
                "google-play",
                ["package": "org.example.app"]
            ),
            ("https://store.steampowered.com/app/440/Some_Game/", "steam", ["app": "440"]),
            ("https://uk.trustpilot.com/review/inn.example", "trustpilot", [:]),
            (
                "https://www.yelp.com/biz/harbour-inn-hamburg?osq=x", "yelp",
                ["business": "harbour-inn-hamburg"]
            ),
            (
                "https://www.tripadvisor.co.uk/Hotel_Review-g186338-d193089-Reviews-Inn.html",
                "tripadvisor", ["location": "193089"]
            ),
            (
                "https://www.youtube.com/channel/UCabc_-123/videos", "youtube-channel",
                ["channel": "UCabc_-123"]
            ),
            ("https://old.reddit.com/search?q=harbour+inn", "reddit-rss", ["query": "harbour inn"]),
            (
                "https://github.com/harbour/inn/issues", "github-issues",
                ["owner": "harbour", "repository": "inn"]
            ),
            (
                "https://cooking.stackexchange.com/search?q=stale%20bread", "stack-exchange",
                ["query": "stale bread", "site": "cooking"]
            ),
            (
                "https://social.example/tags/inn", "mastodon-rss",
                ["host": "social.example", "tag": "inn"]
            ),
            ("https://bsky.app/search?q=inn", "bluesky", ["query": "inn"]),
            ("https://www.google.com/maps/place/Inn", "google-places", [:]),
        ] as [(String, String, [String: String])])
    func `fills the recipe from the address`(
        url: String, recipe: String, parameters: [String: String]
    ) throws {
        let suggestion = try #require(SiteSuggestion.suggestion(for: url))
        #expect(suggestion.recipe == recipe)
        #expect(suggestion.parameters == parameters)
    }

    @Test func `of a subreddit is its feed`() {
        let suggestion = SiteSuggestion.suggestion(for: "https://www.reddit.com/r/hamburg/")
        #expect(suggestion?.feed == "https://www.reddit.com/r/hamburg/new/.rss")
        #expect(suggestion?.recipe == nil)
    }

    @Test(arguments: [
        "https://www.reddit.com/r/hamburg/.rss", "https://inn.example/", "https://inn.example/tags",
        "https://apps.apple.com/gb/developer/x", "https://github.com/harbour",
        "https://github.com/harbour/inn/releases.atom", "ftp://github.com/a/b", "github.com", "",
        "https://www.trustpilot.example/review/x", "https://yelp.evil.example/x/y",
        "https://social.example/tags/inn.rss",
    ])
    func `is none where the address is no page of a known site`(url: String) {
        #expect(SiteSuggestion.suggestion(for: url) == nil)
    }

    @Test func `is told by the software of a page`() {
        let discourse = PageLinks(
            page: Array("<meta name=generator content='Discourse 3.4'>".utf8),
            url: "https://forum.example:8443/t/1")
        let suggestion = SiteSuggestion.suggestion(
            for: discourse, url: "https://forum.example:8443/t/1")
        #expect(suggestion?.recipe == "discourse-latest")
        #expect(suggestion?.parameters == ["host": "forum.example:8443"])
    }

    @Test(arguments: ["%", "%zz", "%4", "a%20b%", "+"])
    func `survives broken escapes`(query: String) {
        #expect(SiteSuggestion.suggestion(for: "https://bsky.app/search?q=\(query)") != nil)
    }
}
