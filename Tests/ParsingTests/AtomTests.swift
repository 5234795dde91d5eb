import FoundationEssentials
import Model
import Testing

@testable import Parsing

struct `An Atom entry` {
    @Test func `keeps publication and update apart`() throws {
        let both = try FeedSample.entry(
            "<id>1</id><published>2026-01-01T00:00:00Z</published><updated>2026-01-02T00:00:00Z</updated>"
        )
        #expect(both.published?.rfc3339 == "2026-01-01T00:00:00Z")
        #expect(both.updated?.rfc3339 == "2026-01-02T00:00:00Z")
        let one = try FeedSample.entry("<id>1</id><updated>2026-01-02T00:00:00Z</updated>")
        #expect(one.published == nil)
        #expect(one.updated?.rfc3339 == "2026-01-02T00:00:00Z")
    }

    @Test func `leads to its alternate, HTML first`() throws {
        let entry = try FeedSample.entry(
            """
            <id>1</id><link rel="self" href="/self"/><link rel="edit" href="/edit"/>
            <link rel="alternate" type="application/json" href="/json"/>
            <link rel="alternate" type="text/html" href="/page"/><link rel="enclosure" href="/file"/>
            """)
        #expect(entry.url == "https://kiosk.example/page")
    }

    @Test func `shows a related page but is not known by it`() throws {
        let entry = try FeedSample.entry(
            #"<title>x</title><link rel="related" href="https://kiosk.example/all"/>"#)
        #expect(entry.url == "https://kiosk.example/all")
        #expect(entry.identity.rung == .contentHash)
    }

    @Test func `resolves links against the nearest base`() throws {
        let feed = try FeedSample.parse(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="/blog/"><entry xml:base="2026/">
            <id>1</id><link href="a.html"/></entry><entry><id>2</id>
            <link xml:base="https://other.example/x/" href="../b"/></entry>
            <entry><id>3</id><link href="c"/></entry></feed>
            """)
        #expect(
            feed.entries.map(\.url) == [
                "https://kiosk.example/blog/2026/a.html", "https://other.example/b",
                "https://kiosk.example/blog/c",
            ])
    }

    @Test func `has the author of its source or of the feed where it names none`() throws {
        let head = "<author><name>Whole feed</name></author>"
        let none = try FeedSample.entry("<id>1</id>", head: head)
        #expect(none.author == "Whole feed")
        let source = try FeedSample.entry(
            "<id>1</id><source><author><name>Origin</name></author><title>T</title></source>",
            head: head)
        #expect(source.author == "Origin")
        #expect(source.title == nil)
        let own = try FeedSample.entry(
            "<id>1</id><author><name> </name><email>fay@kiosk.example</email></author>", head: head)
        #expect(own.author == "fay@kiosk.example")
        let blank = try FeedSample.entry("<id>1</id><author><name></name></author>", head: "")
        #expect(blank.author == nil)
    }

    @Test func `gives its text before its HTML, and that before its summary`() throws {
        let entry = try FeedSample.entry(
            #"<id>1</id><summary>short</summary><content type="html">&lt;b&gt;bold&lt;/b&gt;</content>"#
                + #"<content type="text">plain</content>"#)
        #expect(entry.text == "plain")
        let linked = try FeedSample.entry(
            #"<id>1</id><content type="image/png" src="https://kiosk.example/i.png"/><summary>short</summary>"#
        )
        #expect(linked.text == "short")
    }

    @Test func `of an app store is left out where it is the app, and has its rating`() throws {
        let feed = try FeedSample.parse(
            FeedSample.atom(
                "<entry><id>0</id><title>The app</title><im:name>The app</im:name></entry>"
                    + "<entry><id>1</id><title>Slow</title><im:rating>1</im:rating></entry>"))
        #expect(feed.entries.map(\.title) == ["Slow"])
        #expect(feed.entries.first?.rating == Rating(value: 1, min: 1, max: 5))
    }

    @Test func `of a video has the text and the rating of its media`() throws {
        let entry = try FeedSample.entry(
            """
            <id>v</id><title>Film</title><media:group><media:title>Film</media:title>
            <media:content url="https://kiosk.example/v.mp4"/><media:description>What it shows</media:description>
            <media:community><media:starRating count="9" average="4.50" min="1" max="5"/></media:community>
            </media:group>
            """)
        #expect(entry.text == "What it shows")
        #expect(entry.rating == Rating(value: 4.5, min: 1, max: 5))
    }

    @Test func `of a news alert is plain, with the real address`() throws {
        let entry = try FeedSample.entry(
            """
            <id>1</id><title type="html">New &lt;b&gt;kiosk&lt;/b&gt; opens</title>
            <link href="https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://paper.example/a%3Fb%3D1&amp;ct=ga"/>
            <content type="html">In the &lt;b&gt;kiosk&lt;/b&gt;&amp;nbsp;...</content><author><name></name></author>
            """)
        #expect(entry.title == "New kiosk opens")
        #expect(entry.url == "https://paper.example/a?b=1")
        #expect(entry.text == "In the kiosk ...")
        #expect(entry.author == nil)
    }

    @Test func `may stand alone as a document`() throws {
        let feed = try FeedSample.parse(
            #"<entry xmlns="http://www.w3.org/2005/Atom"><id>1</id><title>Alone</title></entry>"#)
        #expect(feed.format == .atom1)
        #expect(feed.entries.map(\.title) == ["Alone"])
    }
}

struct `Atom 0.3` {
    @Test func `says issued and modified, and encodes by mode`() throws {
        let feed = try FeedSample.parse(
            """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old</title><entry>
            <id>1</id><title mode="escaped" type="text/html">A &amp;lt; &lt;i&gt;B&lt;/i&gt;</title>
            <issued>2004-05-06T07:08</issued><modified>2004-05-07T00:00:00Z</modified>
            <created>2004-01-01</created><content type="text/plain" mode="base64">aGVsbG8gdGhlcmU=</content>
            </entry><entry><id>2</id><content type="application/xhtml+xml" mode="xml"><p
            xmlns="http://www.w3.org/1999/xhtml">One<br/>two</p></content></entry></feed>
            """)
        #expect(feed.format == .atom03)
        #expect(feed.entries.first?.title == "A < B")
        #expect(feed.entries.first?.published?.rfc3339 == "2004-05-06T07:08:00Z")
        #expect(feed.entries.first?.updated?.rfc3339 == "2004-05-07T00:00:00Z")
        #expect(feed.entries.map(\.text) == ["hello there", "One\ntwo"])
    }
}
