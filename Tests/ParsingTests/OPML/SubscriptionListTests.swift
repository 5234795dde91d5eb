import FoundationEssentials
import Testing

@testable import Parsing

private func list(_ text: String) throws -> SubscriptionList {
    try SubscriptionList(reading: Array(text.utf8))
}

struct `A list of feeds` {
    @Test func `has the feeds of nested outlines with folders and lines`() throws {
        let list = try list(
            """
            <?xml version="1.0"?>
            <opml version="2.0"><head><title>My feeds</title></head><body>
            <!-- <outline xmlUrl="https://no.example/"/> -->
            <outline text="News">
              <outline text="Town &amp; country" type="rss" xmlUrl="https://a.example/f?x=1&amp;y=2"
                htmlUrl="https://a.example/"/>
              <outline title="Deep"><outline text="B" XMLURL="http://b.example/"/></outline>
            </outline>
            <outline type="rss" text="Nothing"/>
            <outline text="C" xmlUrl="https://c.example/"/>
            </body></opml>
            """)
        #expect(list.title == "My feeds")
        #expect(
            list.feeds.map(\.url) == [
                "https://a.example/f?x=1&y=2", "http://b.example/", "https://c.example/",
            ])
        #expect(list.feeds.map(\.title) == ["Town & country", "B", "C"])
        #expect(list.feeds.map(\.folders) == [["News"], ["News", "Deep"], []])
        #expect(list.feeds.map(\.line) == [5, 7, 10])
        #expect(list.feeds[0].page == "https://a.example/")
        #expect(list.linesWithoutAddress == [9])
    }

    @Test(arguments: ["", "no XML", "<rss version='2.0'/>", "{}", "<opml><body><outline"])
    func `is refused where it is none`(text: String) {
        #expect(throws: SubscriptionListError.self) { try list(text) }
    }

    @Test func `that breaks off gives what came before`() throws {
        let list = try list("<opml><body><outline xmlUrl='https://a.example/'/><outline te")
        #expect(list.feeds.map(\.url) == ["https://a.example/"])
    }

    @Test func `expands no entity and reads no file`() throws {
        let list = try list(
            """
            <!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY f SYSTEM "file:///etc/passwd">]>
            <opml><body><outline text="&f;&b;" xmlUrl="https://a.example/"/></body></opml>
            """)
        #expect(list.feeds.first?.title?.contains("root:") != true)
        #expect((list.feeds.first?.title?.count ?? 0) < 40)
    }

    @Test func `nested without end is an error, not a crash`() {
        let deep = "<opml><body>" + String(repeating: "<outline text='x'>", count: 5000)
        let error = #expect(throws: SubscriptionListError.self) { try list(deep) }
        #expect(error?.detail.contains("256") == true)
    }

    @Test func `comes back as it was written`() throws {
        let feeds = [
            SubscriptionList.Feed(title: "A <b> & \"c\"\n", url: "https://a.example/?x=1&y=2"),
            SubscriptionList.Feed(title: nil, url: "https://b.example/"),
        ]
        let written = SubscriptionList(title: "Café & more", feeds: feeds).text(
            created: Date(timeIntervalSince1970: 1_795_348_800), comment: ["a -- b --> c"])
        #expect(written.contains("<dateCreated>Sun, 22 Nov 2026 12:00:00 GMT</dateCreated>"))
        let read = try list(written)
        #expect(read.title == "Café & more")
        #expect(read.feeds.map(\.url) == feeds.map(\.url))
        #expect(read.feeds.map(\.title) == ["A <b> & \"c\"", "https://b.example/"])
    }
}
