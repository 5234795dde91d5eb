import Testing

@testable import Monitor

struct `The host of an address` {
    @Test(arguments: [
        ("https://Reviews.Example/feed?a=1", "reviews.example"),
        ("https://reviews.example", "reviews.example"),
        ("http://reviews.example:8080#top", "reviews.example:8080"),
        ("https://user:pass@word@reviews.example/", "reviews.example"),
        // A slash with an accent on it ends the host for libcurl too.
        ("https://evil.example/\u{301}@reviews.example/", "evil.example"),
        ("file:///var/feeds/a.xml", "file"), ("nonsense", "nonsense"), ("", ""),
    ])
    func `is its authority without the user`(url: String, host: String) {
        #expect(SourceHost.name(of: url) == host)
    }
}
