import FoundationEssentials
import Model
import Testing

@testable import Parsing

struct `An RSS item` {
    @Test func `gives all that RSS 2.0 has`() throws {
        let entry = try FeedSample.item(
            """
            <title>Cold soup</title><link>https://kiosk.example/r/1</link>
            <guid isPermaLink="false">r-1</guid><author>ann@kiosk.example (Ann Lee)</author>
            <pubDate>Sun, 22 Nov 2026 05:09:39 +0100</pubDate>
            <description>Never &lt;b&gt;again&lt;/b&gt;.</description>
            """, channel: "<title>Kiosk</title><language>en-gb</language>")
        #expect(entry.id == "r-1")
        #expect(entry.identity == EntryIdentity(rung: .stableID, key: "r-1"))
        #expect(entry.title == "Cold soup")
        #expect(entry.url == "https://kiosk.example/r/1")
        #expect(entry.author == "Ann Lee")
        #expect(entry.published?.rfc3339 == "2026-11-22T04:09:39Z")
        #expect(entry.updated == nil)
        #expect(entry.text == "Never again.")
        #expect(entry.language == "en-gb")
        #expect(entry.rating == nil)
    }

    @Test func `prefers the whole text to its summary`() throws {
        let entry = try FeedSample.item(
            "<guid>1</guid><description>short</description>"
                + "<content:encoded><![CDATA[<p>One</p><p>Two</p>]]></content:encoded>")
        #expect(entry.text == "One\nTwo")
    }

    @Test func `takes the description where the whole text is blank`() throws {
        let entry = try FeedSample.item(
            "<guid>1</guid><content:encoded> </content:encoded><description>short</description>")
        #expect(entry.text == "short")
    }

    @Test func `reads the modules`() throws {
        let entry = try FeedSample.item(
            """
            <dc:title>Stale bread</dc:title><dc:creator><![CDATA[ Bo ]]></dc:creator>
            <dc:creator>Cy</dc:creator><dc:date>2026-01-02T03:04:05Z</dc:date><dc:language>nl</dc:language>
            <dcterms:modified>2026-01-03</dcterms:modified><atom:link href="/b" rel="alternate"/>
            <media:group><media:description>Dry.</media:description></media:group>
            """)
        #expect(entry.title == "Stale bread")
        #expect(entry.author == "Bo, Cy")
        #expect(entry.published?.rfc3339 == "2026-01-02T03:04:05Z")
        #expect(entry.updated?.rfc3339 == "2026-01-03T00:00:00Z")
        #expect(entry.url == "https://kiosk.example/b")
        #expect(entry.text == "Dry.")
        #expect(entry.language == "nl")
        #expect(entry.identity.rung == .canonicalURL)
    }

    @Test func `has the publication date before other dates`() throws {
        let entry = try FeedSample.item(
            "<guid>1</guid><dc:date>2020-01-01</dc:date><atom:updated>2026-05-05T00:00:00Z</atom:updated>"
                + "<pubDate>Sat, 02 May 2026 00:00:00 GMT</pubDate>")
        #expect(entry.published?.rfc3339 == "2026-05-02T00:00:00Z")
        #expect(entry.updated?.rfc3339 == "2026-05-05T00:00:00Z")
    }

    @Test func `takes a permanent guid as its link`() throws {
        let entry = try FeedSample.item("<guid>https://kiosk.example/p/9</guid><title>x</title>")
        #expect(entry.url == "https://kiosk.example/p/9")
        #expect(entry.id == "https://kiosk.example/p/9")
        let other = try FeedSample.item(
            #"<guid isPermaLink="false">https://kiosk.example/p/9</guid><title>x</title>"#)
        #expect(other.url == nil)
    }

    @Test func `does not take the title of its image, source or media for its own`() throws {
        let entry = try FeedSample.item(
            "<guid>1</guid><image><title>Logo</title><link>https://kiosk.example/logo</link></image>"
                + #"<source url="https://kiosk.example/s">Elsewhere</source>"#)
        #expect(entry.title == nil)
        #expect(entry.url == nil)
    }

    @Test func `may use prefixes that it does not declare`() throws {
        let feed = try FeedSample.parse(
            "<rss version='2.0'><channel><item><guid>1</guid><dc:creator>Di</dc:creator>"
                + "<content:encoded>All &lt;i&gt;of&lt;/i&gt; it</content:encoded></item></channel></rss>"
        )
        #expect(feed.entries.first?.author == "Di")
        #expect(feed.entries.first?.text == "All of it")
    }

    @Test func `loses Reddit's footer, which is no text`() throws {
        let entry = try FeedSample.item(
            "<guid>1</guid><description>&lt;p&gt;Any ideas?&lt;/p&gt; submitted by &lt;a href='x'&gt; /u/ed "
                + "&lt;/a&gt; &lt;br/&gt; [link] [comments]</description>")
        #expect(entry.text == "Any ideas?")
    }

    @Test func `without anything in it is left out and told of`() throws {
        let feed = try FeedSample.parse(
            FeedSample.rss(
                "<item/><item> </item><item><title>x</title></item>"
            ))
        #expect(feed.entries.count == 1)
        #expect(feed.notes.contains { $0.hasPrefix("2 entries have neither") })
    }

    @Test func `may hold nothing but a rating`() throws {
        let entry = try FeedSample.item("<guid>1</guid><rating>2/5</rating>")
        #expect(entry.rating == Rating(value: 2, min: 1, max: 5))
        #expect(entry.title == nil)
        #expect(entry.text == nil)
    }
}

struct `An RSS channel` {
    @Test(
        arguments: [
            (#"<rss version="2.0">"#, "</rss>", FeedFormat.rss2),
            (#"<rss version="0.91">"#, "</rss>", .rss09), ("<rss>", "</rss>", .rss2),
        ] as [(String, String, FeedFormat)])
    func `tells its version`(start: String, end: String, format: FeedFormat) throws {
        let feed = try FeedSample.parse(start + "<channel><title>T</title></channel>" + end)
        #expect(feed.format == format)
        #expect(feed.title == "T")
        #expect(feed.entries.isEmpty)
    }

    @Test func `tells how long to wait and where to go on`() throws {
        let feed = try FeedSample.parse(
            FeedSample.rss(
                "",
                channel: #"<ttl>30</ttl><atom:link rel="next" href="?page=2"/><title>T</title>"#))
        #expect(feed.timeToLive == 1800)
        #expect(feed.nextPage == "https://kiosk.example/feed.xml?page=2")
    }

    @Test(arguments: [
        (
            "<skipHours><hour>0</hour><hour> 23 </hour><hour>24</hour><hour>99</hour></skipHours>"
                + "<skipDays><day>Sunday</day><day>MONDAY</day><day>Caturday</day></skipDays>",
            SkippedTimes(hours: [0, 23], weekdays: [1, 7])
        ),
        ("<skipHours></skipHours>", nil),
        ("<item><title>x</title><hour>3</hour></item>", nil),
    ])
    func `tells when it is not to be read`(channel: String, skips: SkippedTimes?) throws {
        #expect(try FeedSample.parse(FeedSample.rss("", channel: channel)).skips == skips)
    }

    @Test func `tells its period by the syndication module`() throws {
        let feed = try FeedSample.parse(
            #"<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>"#
                + "<sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"
                + "</channel></rss>")
        #expect(feed.timeToLive == 1800)
    }

    @Test func `of RSS 1.0 has its items beside it`() throws {
        let feed = try FeedSample.parse(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
             xmlns:dc="http://purl.org/dc/elements/1.1/" xml:lang="da">
            <channel rdf:about="https://kiosk.example/"><title>K</title></channel>
            <item rdf:about="https://kiosk.example/1"><title>One</title><dc:date>2026-02-03</dc:date></item>
            <item rdf:about="https://kiosk.example/2"><title>Two</title></item></rdf:RDF>
            """)
        #expect(feed.format == .rss1)
        #expect(feed.title == "K")
        #expect(feed.entries.map(\.id) == ["https://kiosk.example/1", "https://kiosk.example/2"])
        #expect(feed.entries.map(\.url) == ["https://kiosk.example/1", "https://kiosk.example/2"])
        #expect(feed.entries.first?.published?.rfc3339 == "2026-02-03T00:00:00Z")
        #expect(feed.entries.first?.language == "da")
    }

    @Test func `of RSS 0.90 is told from 1.0`() throws {
        let feed = try FeedSample.parse(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
             xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>K</title></channel>
            <item><title>One</title><link>https://kiosk.example/1</link></item></rdf:RDF>
            """)
        #expect(feed.format == .rss09)
        #expect(feed.entries.count == 1)
    }
}
