import FoundationEssentials
import Model
import Testing

@testable import Parsing

struct `Bad input` {
    private func reason(_ text: String) -> FeedParseError.Reason? {
        error(text)?.reason
    }

    private func error(_ text: String) -> FeedParseError? {
        do throws(FeedParseError) {
            _ = try FeedSample.parse(text)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: ["", " ", "\n\t\r\n ", "\u{FEFF}", "\0\0\0"])
    func `without any text is empty`(text: String) {
        #expect(reason(text) == .empty)
    }

    @Test(arguments: [
        "<!DOCTYPE html><html><body>x</body></html>", "<html><head></head></html>",
        "<!-- c --><!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><HTML></HTML>",
        "<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'/>",
        "<h1>502 Bad Gateway</h1>", "<br><b>Fatal error</b>: out of soup",
    ])
    func `that is a web page is called one`(text: String) {
        #expect(reason(text) == .html)
    }

    @Test func `is told of without the control characters in it`() throws {
        let documents = [
            "<?xml version='1.0'?><enc\u{7F}od>x</enc\u{7F}od>",
            "<!doctype html><link rel=alternate type='application/rss+xml' href='/f&#27;[2J&#x9B;'>",
            "<!doctype html><div itemscope itemtype='https://schema.org/Th\u{7F}\u{85}ing'>x</div>",
        ]
        for document in documents {
            let found = try #require(error(document))
            let controls = found.detail.unicodeScalars.filter {
                $0.value < 0x20 || (0x7F...0x9F).contains($0.value)
            }
            #expect(controls.isEmpty, "\(found.detail)")
        }
    }

    @Test func `names a place that there is`() throws {
        let found = try #require(error("<rss><channel><!DOCTYPE rss [<!ENTITY c SYSTE<x"))
        #expect((found.line ?? 1) >= 1 && (found.column ?? 1) >= 1)
    }

    @Test func `that is a web page names the feed in it`() throws {
        let found = error(
            """
            <!doctype html><html><head><title>Kiosk &amp; Co</title><link rel=stylesheet href="/s.css">
            <link href='/blog/feed?a=1&amp;b=2' type="application/rss+xml" rel="alternate"></head></html>
            """)
        let detail = try #require(found?.detail)
        #expect(detail.contains("web page (“Kiosk & Co”), not a feed"))
        #expect(detail.contains("/blog/feed?a=1&b=2"))
    }

    @Test(arguments: [
        "just some words", "error: no such feed", "%PDF-1.7", "<opml version='2.0'><body/></opml>",
        "<?xml version='1.0'?><sitemapindex/>", "GIF89a\u{1}\u{2}\u{3}\u{4}\u{5}",
    ])
    func `that is something else is no feed`(text: String) {
        #expect(reason(text) == .notAFeed)
    }

    @Test func `that breaks off gives the entries that are complete, and says so`() throws {
        let whole = FeedSample.rss(
            "<item><guid>1</guid><title>One</title></item><item><guid>2</guid><title>Two</title></item>"
        )
        let cut = try #require(whole.firstRange(of: "Two"))
        let feed = try FeedSample.parse(String(whole[..<cut.upperBound]))
        #expect(feed.entries.map(\.title) == ["One"])
        #expect(feed.notes.contains { $0.contains("breaks off at line 1") })
    }

    @Test(arguments: [
        "<rss version='2.0'><channel><item><title>On", "<rss",
        "<feed xmlns='http://www.w3.org/2005/Atom'>\n<entry>",
        "<rss version='2.0'><channel><item><title><![CDATA[never ends",
        "<?xml version='1.0'?><rss version='2.0'><channel>",
        "<rss version='2.0'><channel><item a=\"",
    ])
    func `that breaks off before an entry is malformed, with its place`(text: String) throws {
        let found = try #require(error(text))
        #expect(found.reason == .malformed)
        #expect((found.line ?? 0) >= 1)
        #expect((found.column ?? 0) >= 1)
    }

    @Test func `with junk before the document is read all the same`() throws {
        for junk in ["\n\n  ", "<br />\n<b>Warning</b>: cannot open soup\n", "nonsense "] {
            let feed = try FeedSample.parse(
                junk
                    + "<?xml version='1.0'?><rss version='2.0'><channel><item><title>x</title></item>"
                    + "</channel></rss>")
            #expect(feed.entries.map(\.title) == ["x"])
        }
    }

    @Test func `with tags that are not closed keeps its entries apart`() throws {
        let feed = try FeedSample.parse(
            FeedSample.rss(
                "<item><guid>1</guid><description>a<br>b <B>c</b> d</description><title>One</title></item>"
                    + "<item><guid>2</guid><description><p>x<p>y</description></i><title>Two</title>"
                    + "<item><guid>3</guid><title>Three</title></item>"))
        #expect(feed.entries.map(\.id) == ["1", "2", "3"])
        #expect(feed.entries.map(\.title) == ["One", "Two", "Three"])
        #expect(feed.entries.map(\.text) == ["a\nb c d", "x\ny", nil])
    }

    @Test func `with signs of mark-up in an attribute keeps the link`() throws {
        let entry = try FeedSample.entry(
            #"<id>1</id><link title="a < b & c" href="/1"/><summary>s</summary>"#)
        #expect(entry.url == "https://kiosk.example/1")
        #expect(entry.text == "s")
        let open = try FeedSample.parse(
            FeedSample.rss(
                #"<item><guid>1</guid><enclosure url="x><title>One</title></item>"#
                    + "<item><guid>2</guid><title>Two</title></item>"))
        #expect(open.entries.map(\.title).last == "Two")
    }

    @Test func `in capitals is read`() throws {
        let feed = try FeedSample.parse(
            "<RSS VERSION='2.0'><CHANNEL><TITLE>T</TITLE><ITEM><TITLE>One</TITLE><PUBDATE>2026-01-01</PUBDATE>"
                + "<LINK>https://kiosk.example/1</LINK></ITEM></CHANNEL></RSS>")
        #expect(feed.title == "T")
        #expect(feed.entries.first?.title == "One")
        #expect(feed.entries.first?.url == "https://kiosk.example/1")
        #expect(feed.entries.first?.published?.rfc3339 == "2026-01-01T00:00:00Z")
    }

    @Test func `with a description of the feed that is not closed keeps all entries`() throws {
        let feed = try FeedSample.parse(
            FeedSample.rss(
                "<item><guid>1</guid></item><item><guid>2</guid></item>",
                channel: "<title>T</title><description>never closed"))
        #expect(feed.entries.map(\.id) == ["1", "2"])
    }

    @Test func `with an entity bomb ends at once, its entities not expanded`() throws {
        var subset = "<!ENTITY a0 \"soup\">"
        for level in 1...30 {
            let inner = String(repeating: "&a\(level - 1);", count: 10)
            subset += "<!ENTITY a\(level) \"\(inner)\">"
        }
        let feed = try FeedSample.parse(
            "<?xml version='1.0'?><!DOCTYPE rss [\(subset)]><rss version='2.0'><channel><item>"
                + "<guid>1</guid><title>x &a30; y</title></item></channel></rss>")
        #expect(feed.entries.first?.title == "x &a30; y")
        let long = String(repeating: "x", count: 100_000)
        let quadratic = try FeedSample.parse(
            "<!DOCTYPE rss [<!ENTITY a \"\(long)\">]><rss version='2.0'><channel><item><title>"
                + String(repeating: "&a;", count: 10_000) + "</title></item></channel></rss>")
        #expect((quadratic.entries.first?.title?.utf8.count ?? 0) <= 30_000)
    }

    @Test func `with external entities never reads a file`() throws {
        let canary = FileManager.default.temporaryDirectory.appending(
            path: "repute-canary-\(UInt64.random(in: 0...UInt64.max)).txt")
        try Data("CANARY".utf8).write(to: canary)
        defer { try? FileManager.default.removeItem(at: canary) }
        let address = "file://" + canary.path
        for body in [
            "<!DOCTYPE rss [<!ENTITY c SYSTEM \"\(address)\">]><rss version='2.0'><channel><item>"
                + "<guid>1</guid><title>[&c;]</title></item></channel></rss>",
            "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"\(address)\"> %p;]><rss version='2.0'><channel><item>"
                + "<guid>1</guid><title>[]</title></item></channel></rss>",
            "<!DOCTYPE rss SYSTEM \"\(address)\"><rss version='2.0'><channel><item><guid>1</guid>"
                + "<title>[]</title></item></channel></rss>",
            "<rss version='2.0' xmlns:xi='http://www.w3.org/2001/XInclude'><channel><item><guid>1</guid>"
                + "<title>[<xi:include href='\(address)' parse='text'/>]</title></item></channel></rss>",
        ] {
            let feed = try FeedSample.parse(body)
            #expect(feed.entries.count == 1)
            #expect(feed.entries.first?.title?.contains("CANARY") == false)
        }
    }

    @Test func `nested deeper than 256 is refused`() {
        let deep = String(repeating: "<a>", count: 100_000)
        let found = error("<rss version='2.0'><channel>" + deep)
        #expect(found?.reason == .tooDeep)
        #expect(error("<feed xmlns='http://www.w3.org/2005/Atom'>" + deep)?.reason == .tooDeep)
    }

    @Test func `nested deep inside a text is read`() throws {
        let deep = String(repeating: "&lt;div&gt;", count: 100_000)
        let entry = try FeedSample.item("<guid>1</guid><description>\(deep)soup</description>")
        #expect(entry.text == "soup")
    }

    @Test func `with a million attributes ends`() {
        let attributes = (0..<200_000).map { " a\($0)=''" }.joined()
        #expect(reason("<rss version='2.0'\(attributes)><channel/></rss>") == .malformed)
    }

    @Test func `with a title of a megabyte keeps it`() throws {
        let title = String(repeating: "soup ", count: 200_000)
        let entry = try FeedSample.item("<guid>1</guid><title>\(title)</title>")
        #expect(entry.title?.utf8.count == 999_999)
    }

    @Test func `with line ends and controls in a title has it in one clean line`() throws {
        let entry = try FeedSample.item(
            "<guid>1</guid><title>a&#13;&#10;Bcc: x@kiosk.example&#x1b;[31m\u{85}b&#155;c\u{7F}d&#0;"
                + "&#x2028;e</title>")
        #expect(entry.title == "a Bcc: x@kiosk.example[31m…b›cd\u{FFFD} e")
    }

    @Test func `with impossible dates has none`() throws {
        let entry = try FeedSample.item(
            "<guid>1</guid><title>x</title><pubDate>0000-01-01T00:00:00Z</pubDate>")
        #expect(entry.published == nil)
        let last = try FeedSample.item(
            "<guid>1</guid><title>x</title><pubDate>Fri, 31 Dec 9999 23:59:59 GMT</pubDate>")
        #expect(last.published?.rfc3339 == "9999-12-31T23:59:59Z")
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", "http://", "ftp://kiosk.example/x",
        "http://a b/",
    ])
    func `with a link that is none has none`(link: String) throws {
        #expect(try FeedSample.item("<guid>1</guid><link>\(link)</link>").url == nil)
    }

    @Test(arguments: [
        "<title>a</title><author>b</author><dc:creator>c</dc:creator>",
        "<atom:author><name>b</name></atom:author>", "<atom:link href='a' rel='b'/>",
        "<media:group><media:title>a</media:title></media:group>", "<rating>4</rating>",
        "</item><title>a</title><item>", "<guid>1</guid></item><item><title/>", "&bogus;", "<",
        "<![CDATA[", "<!--", "<a x='",
    ])
    func `that repeats anything takes linear time`(piece: String) {
        _ = reason(FeedSample.rss("<item>" + String(repeating: piece, count: 50_000) + "</item>"))
    }

    @Test func `with a second document behind the first keeps the first`() throws {
        let one = FeedSample.rss("<item><guid>1</guid><title>One</title></item>")
        #expect(try FeedSample.parse(one + one).entries.count == 1)
    }
}
