import Testing

@testable import Parsing

private func links(_ html: String, url: String = "https://www.inn.example/blog/post") -> PageLinks {
    PageLinks(page: Array(html.utf8), url: url)
}

struct `The links of a page` {
    @Test func `are its feeds, absolute, with their titles, each once`() {
        let found = links(
            """
            <!DOCTYPE html><html><head><title>Harbour &amp; Inn</title>
            <link rel="alternate" type="application/rss+xml" title="Posts" href="/feed/">
            <LINK REL='alternate' TYPE='application/atom+xml' HREF='comments.atom'>
            <link rel=alternate type=application/feed+json href=https://cdn.example/feed.json>
            <link rel="alternate" type="application/rss+xml" href="/feed/">
            <link rel="stylesheet" href="/a.css"><link rel="alternate" hreflang="de" href="/de">
            </head>
            """)
        #expect(found.title == "Harbour & Inn")
        #expect(
            found.feeds.map(\.url) == [
                "https://www.inn.example/feed/", "https://www.inn.example/blog/comments.atom",
                "https://cdn.example/feed.json",
            ])
        #expect(found.feeds.map(\.title) == ["Posts", nil, nil])
        #expect(found.feeds.allSatisfy { $0.origin == .link })
    }

    @Test func `are seen from the page's base`() {
        let found = links(
            "<base href=\"https://other.example/x/\"><link rel=alternate type=application/rss+xml href=f>"
        )
        #expect(found.feeds.map(\.url) == ["https://other.example/x/f"])
    }

    @Test func `in comments, scripts and other types are none`() {
        let found = links(
            """
            <!-- <link rel="alternate" type="application/rss+xml" href="/a"> -->
            <script>var s = '<link rel="alternate" type="application/rss+xml" href="/b">';</script>
            <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
            <link rel="alternate" type="application/json+oembed" href="/c">
            <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
            <link rel="alternate" type="application/rss+xml" href="">
            """)
        #expect(found.feeds.isEmpty)
    }

    @Test func `tell the software that made the page`() {
        #expect(
            links("<meta name=\"generator\" content=\"WordPress 6.4\">").generator
                == "wordpress 6.4")
    }

    @Test(arguments: [
        "<", "<link", "<link href", "<link href=", "<link href='", "<!--", "<script>", "<a =\"",
        "<a / = >",
    ])
    func `of broken pages end without harm`(html: String) {
        #expect(links(html).feeds.isEmpty)
    }

    @Test func `come with a title without a space where it was cut`() {
        let title = String(repeating: "x", count: 119)
        #expect(links("<title>\(title) and more</title>").title == title)
    }

    @Test func `are bounded in number and time`() {
        let many = (0..<500).map { "<link rel=alternate type=application/rss+xml href=/\($0)>" }
        #expect(links(many.joined()).feeds.count == 20)
        _ = links(String(repeating: "<a b=c ", count: 100_000))
        _ = links(String(repeating: "<script><", count: 50_000))
    }

    @Test func `make a page what it is, not a feed`() {
        #expect(PageLinks.isPage(Array("<!doctype html><p>hello".utf8)))
        #expect(!PageLinks.isPage(Array("<rss version='2.0'></rss>".utf8)))
    }
}

struct `Usual addresses of feeds` {
    @Test func `are few, near the page first`() {
        let found = FeedCandidate.wellKnown(near: "https://inn.example/blog/?x=1#y").map(\.url)
        #expect(found.first == "https://inn.example/blog/feed/")
        #expect(found.contains("https://inn.example/rss.xml"))
        #expect(found.count <= 8)
        #expect(FeedCandidate.wellKnown(near: "file:///etc/passwd").isEmpty)
        #expect(FeedCandidate.wellKnown(near: "https://").isEmpty)
    }
}
