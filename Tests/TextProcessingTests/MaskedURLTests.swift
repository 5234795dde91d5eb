import Testing
import TextProcessing

struct `A masked URL` {
    @Test(arguments: [
        ("https://user:pass@host.example/a", "https://•••@host.example/a"),
        ("https://token@host.example", "https://•••@host.example"),
        ("https://a:b@c@host.example/x@y", "https://•••@host.example/x@y"),
        ("https://h.example/f?key=abc&page=2", "https://h.example/f?key=•••&page=2"),
        ("https://h.example/f?API_Key=abc", "https://h.example/f?API_Key=•••"),
        (
            "https://h.example/f?access_token=a&utoken=b",
            "https://h.example/f?access_token=•••&utoken=•••"
        ),
        ("https://h.example/f?X-Amz-Signature=abc", "https://h.example/f?X-Amz-Signature=•••"),
        ("https://h.example/f?%74oken=abc", "https://h.example/f?%74oken=•••"),
        (
            "https://h.example/f?sig=a#access_token=b",
            "https://h.example/f?sig=•••#access_token=•••"
        ),
        (
            "https://h.example/go?u=https://i.example/?token=abc&p=1#a?key=b#token=c",
            "https://h.example/go?u=https://i.example/?token=•••&p=1#a?key=•••#token=•••"
        ),
        (
            "https://user:pass@\u{301}h.example/?\u{301}token=\u{301}abc",
            "https://•••@\u{301}h.example/?\u{301}token=•••"
        ),
        ("https://h.example/f?auth=&password=x", "https://h.example/f?auth=&password=•••"),
        (
            "https://reddit.example/.rss?feed=0123456789abcdef01&user=ann",
            "https://reddit.example/.rss?feed=•••&user=ann"
        ),
        ("https://blog.example/?feed=rss2", "https://blog.example/?feed=rss2"),
        (
            "https://h.example/u/550e8400-e29b-41d4-a716-446655440000/feed",
            "https://h.example/u/•••/feed"
        ),
        ("https://h.example/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc/x", "https://h.example/•••/x"),
        (
            "https://h.example/services/T01ABCDEF/B02ABCDEF/q8Zx3Lm9Pw2Rt7Ky1Vb4Nc6D",
            "https://h.example/services/T01ABCDEF/B02ABCDEF/•••"
        ),
        ("https://h.example/f?q=4f9a1c0be27d4f9a1c0be27d", "https://h.example/f?q=•••"),
        ("https://h.example/Zk3-aB9_xLQ2mN7pQ5rS1tUvW-8", "https://h.example/•••"),
        (
            "https://www.google.com/alerts/feeds/01234567890123456789/9876543210987654321",
            "https://www.google.com/alerts/feeds/•••/•••"
        ),
        (
            "https://www.google.co.uk/alerts/feeds/12/34",
            "https://www.google.co.uk/alerts/feeds/•••/•••"
        ),
    ])
    func `hides what grants access`(url: String, expected: String) {
        #expect(MaskedURL.masked(url) == expected)
    }

    @Test(arguments: [
        "https://host.example/feed.xml", "http://[::1]:8080/a?b=c",
        "https://news.example/2024/05/17/the-best-coffee-in-2024-reviewed-by-12-baristas",
        "https://apps.example/us/rss/customerreviews/page=1/id=1234567890/sortby=mostrecent/json",
        "https://news.example/search?q=%22Harbour+Cafe%22+OR+harbourcafe&hl=en-GB",
        "https://video.example/feeds/videos.xml?channel_id=ABCdefGHI", "file:///srv/feeds/a.xml",
        "", "not a url", "https://", "?", "#", "https://h.example/InternationalReputationMonitor",
        "https://h.example?", "https://h.example/a//b/",
    ])
    func `keeps what is not secret as it is`(url: String) {
        #expect(MaskedURL.masked(url) == url)
    }

    @Test func `takes linear time and never traps`() {
        for text in ["@", "?", "&=", "/", "%", "%4", "eyJ", "a1B2", "://", "é"] {
            let long = String(repeating: text, count: 50_000)
            #expect(!MaskedURL.masked("https://h.example/" + long).isEmpty)
            #expect(!MaskedURL.masked("https://h.example/?a=" + long).isEmpty)
        }
    }
}
