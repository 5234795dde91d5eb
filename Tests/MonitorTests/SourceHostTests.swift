import Testing

@testable import Monitor

struct `The host of an address` {
    @Test(arguments: [
        ("https://Reviews.Example/feed?a=1", "reviews.example"),
        ("https://reviews.example", "reviews.example"),
        ("http://reviews.example:8080#top", "reviews.example:8080"),
        ("https://user:pass@word@reviews.example/", "reviews.example"),
        ("file:///var/feeds/a.xml", "file"), ("nonsense", "nonsense"), ("", ""),
    ])
    func `is its authority without the user`(url: String, host: String) {
        #expect(SourceHost.name(of: url) == host)
    }
}
