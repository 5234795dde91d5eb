import Testing

@testable import TextProcessing

struct `A canonical URL` {
    @Test(
        arguments: [
            ("https://kiosk.example/a/", "https://kiosk.example/a/"),
            ("https://kiosk.example", "https://kiosk.example"),
            ("HTTPS://Kiosk.Example/A?B=C", "https://kiosk.example/A?B=C"),
            ("http://kiosk.example:80/a", "http://kiosk.example/a"),
            ("https://kiosk.example:443/a", "https://kiosk.example/a"),
            ("https://kiosk.example:8443/a", "https://kiosk.example:8443/a"),
            ("http://kiosk.example:443/a", "http://kiosk.example:443/a"),
            (
                "https://kiosk.example/a?z=1&b=2&a=%2f%2F",
                "https://kiosk.example/a?z=1&b=2&a=%2f%2F"
            ),
            ("https://kiosk.example/a#top", "https://kiosk.example/a"),
            ("https://kiosk.example/a#tk.rss_all", "https://kiosk.example/a"),
            ("https://kiosk.example/a#comment-12", "https://kiosk.example/a#comment-12"),
            ("https://kiosk.example/a#c12", "https://kiosk.example/a#c12"),
            ("https://kiosk.example/#!/r/1", "https://kiosk.example/#!/r/1"),
            ("https://kiosk.example/a#ref=rss1", "https://kiosk.example/a"),
            ("https://kiosk.example/a?utm_source=x&UTM_Medium=y", "https://kiosk.example/a"),
            ("https://kiosk.example/a?utm_source=x&id=1&fbclid=z", "https://kiosk.example/a?id=1"),
            (
                "https://kiosk.example/biz?hrid=1&adjust_creative=x&utm_campaign=y",
                "https://kiosk.example/biz?hrid=1"
            ),
            ("https://kiosk.example/a?", "https://kiosk.example/a?"),
            ("  https://kiosk.example/a\n", "https://kiosk.example/a"),
            ("https://kiosk.example/a b", "https://kiosk.example/a%20b"),
            ("https://kiosk.example/a?x=1&amp;y=2", "https://kiosk.example/a?x=1&y=2"),
            ("https://kiosk.example/ü?q=ß", "https://kiosk.example/ü?q=ß"),
            ("https://[2001:DB8::1]:443/a", "https://[2001:db8::1]/a"),
        ] as [(String, String)])
    func `is as given but for what does not matter`(url: String, expected: String) {
        #expect(CanonicalURL.canonical(url, base: nil) == expected)
    }

    @Test(
        arguments: [
            (
                "https://www.google.com/url?rct=j&url=https://paper.example/a%3Fb%3D1&ct=ga",
                "https://paper.example/a?b=1"
            ),
            (
                "https://www.google.de/url?q=https%3A%2F%2Fpaper.example%2F%2561",
                "https://paper.example/%61"
            ),
            (
                "https://l.facebook.com/l.php?u=https%3A%2F%2Fpaper.example%2Fx%3Ffbclid%3D1&h=A",
                "https://paper.example/x"
            ),
            (
                "https://out.reddit.com/t3_x?url=https%3A%2F%2Fpaper.example%2F&token=A",
                "https://paper.example/"
            ),
            (
                "https://t.umblr.com/redirect?z=http%3A%2F%2Fpaper.example%2F&t=A",
                "http://paper.example/"
            ),
            (
                "https://www.google.com/url?url=https://www.google.com/url?url=https://paper.example/",
                "https://paper.example/"
            ),
            (
                "https://www.google.com/url?url=javascript:alert(1)",
                "https://www.google.com/url?url=javascript:alert(1)"
            ),
            (
                "https://www.google.com/search?q=https://paper.example/",
                "https://www.google.com/search?q=https://paper.example/"
            ),
        ] as [(String, String)])
    func `is where a redirector leads`(url: String, expected: String) {
        #expect(CanonicalURL.canonical(url, base: nil) == expected)
    }

    @Test(
        arguments: [
            // RFC 3986, 5.4
            ("g", "http://a.example/b/c/g"), ("./g", "http://a.example/b/c/g"),
            ("g/", "http://a.example/b/c/g/"),
            ("/g", "http://a.example/g"), ("//g.example", "http://g.example"),
            ("?y", "http://a.example/b/c/d;p?y"),
            ("g?y", "http://a.example/b/c/g?y"), ("", nil), (";x", "http://a.example/b/c/;x"),
            (".", "http://a.example/b/c/"), ("..", "http://a.example/b/"),
            ("../g", "http://a.example/b/g"),
            ("../..", "http://a.example/"), ("../../../g", "http://a.example/g"),
            ("/./g", "http://a.example/g"),
            ("g..", "http://a.example/b/c/g.."), ("g/../h", "http://a.example/b/c/h"),
            ("#c1", "http://a.example/b/c/d;p?q#c1"),
        ] as [(String, String?)])
    func `is absolute`(url: String, expected: String?) {
        #expect(CanonicalURL.canonical(url, base: "http://a.example/b/c/d;p?q") == expected)
    }

    @Test(
        arguments: [
            "", " ", "javascript:alert(1)", "data:text/html,x", "mailto:a@kiosk.example",
            "ftp://kiosk.example/", "http://",
            "https:///a", "http://a b/", "http://kiosk.example:99999/", "http://kiosk.example:x/",
            "relative/path", "#c1",
            "http://<b>/", "http://.example/", "urn:isbn:1", "http:kiosk", "http://a\u{1}b/",
            // An accent that would sit on the sign before it.
            "https://\u{301}a.example/", "https://u@\u{301}a.example/", "//\u{64C}/",
        ] as [String])
    func `is none for what no one can open`(url: String) {
        #expect(CanonicalURL.canonical(url, base: nil) == nil)
    }

    @Test func `keeps everything where only the address is asked for`() {
        #expect(
            CanonicalURL.absolute("?page=2&utm_source=x#top", base: "https://kiosk.example/feed")
                == "https://kiosk.example/feed?page=2&utm_source=x#top")
    }
}
