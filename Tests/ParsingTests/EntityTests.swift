import Model
import Testing

@testable import Parsing

struct `Entities of a title` {
    @Test(
        arguments: [
            ("Fish &amp; chips", "Fish & chips", "XML's own"),
            ("<![CDATA[Fish &amp; chips]]>", "Fish & chips", "HTML inside CDATA"),
            ("<![CDATA[Fish & chips]]>", "Fish & chips", "text inside CDATA"),
            ("AT&amp;amp;T", "AT&T", "escaped twice"),
            ("AT&T", "AT&T", "not escaped"),
            ("R&D; more", "R&D; more", "no entity of HTML"),
            ("1 &lt; 2", "1 < 2", "text, not mark-up"),
            ("a &lt; b &amp;amp; c &gt; d", "a < b & c > d", "references beside a sign"),
            ("It&amp;#8217;s fine", "It’s fine", "numeric, escaped twice"),
            ("It&#8217;s fine", "It’s fine", "numeric"),
            ("It&#146;s fine", "It’s fine", "windows-1252 as a number"),
            ("&lt;b&gt;Bold&lt;/b&gt; claim", "Bold claim", "mark-up"),
            ("The &amp;lt;b&amp;gt; tag", "The <b> tag", "mark-up that is spoken of"),
            ("Use &lt;stdio.h&gt; here", "Use <stdio.h> here", "no element of HTML"),
            ("Caf&eacute;&nbsp;Rosa", "Café Rosa", "HTML's, undeclared in XML"),
            ("Q&excl; A&period;", "Q! A.", "HTML 5's"),
            ("<b>Bold</b> &amp; plain", "Bold & plain", "mark-up that is not escaped"),
            ("&amp;amp;amp;", "&amp;", "escaped three times, decoded twice"),
            ("I &lt;3 it", "I <3 it", "a heart"),
        ] as [(String, String, String)])
    func `are decoded once for each layer`(title: String, expected: String, why: String) throws {
        #expect(try FeedSample.item("<title>\(title)</title>").title == expected, "\(why)")
    }

    @Test func `stay as written where Atom says text`() throws {
        let entry = try FeedSample.entry(
            #"<id>1</id><title type="text">&lt;b&gt; &amp;amp;</title>"#
                + #"<content type="text">one &lt;i&gt;two&lt;/i&gt;</content>"#)
        #expect(entry.title == "<b> &amp;")
        #expect(entry.text == "one <i>two</i>")
    }

    @Test func `are HTML where Atom says html, and mark-up where it says xhtml`() throws {
        let entry = try FeedSample.entry(
            #"<id>1</id><title type="html">Less &amp;lt; &lt;b&gt;more&lt;/b&gt;</title>"#
                + #"<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &amp; &lt;b></p>"#
                + "<p>Two</p></div></content>")
        #expect(entry.title == "Less < more")
        #expect(entry.text == "One & <b>\nTwo")
    }

    @Test func `in attributes are decoded once`() throws {
        let entry = try FeedSample.entry(
            #"<id>1</id><title>x</title><link href="https://kiosk.example/a?b=1&amp;c=2&#38;d=3&e=4"/>"#
        )
        #expect(entry.url == "https://kiosk.example/a?b=1&c=2&d=3&e=4")
    }

    @Test func `after a defect are still decoded`() throws {
        let feed = try FeedSample.parse(
            FeedSample.rss(
                "<item><title>a & b &amp; c &lt; d</title><description>x <br> y &amp; z</description>"
                    + "<link>https://kiosk.example/?a=1&b=2</link></item>"
                    + "<item><title>next &amp; last</title></item>"))
        #expect(feed.entries.map(\.title) == ["a & b & c < d", "next & last"])
        #expect(feed.entries.first?.text == "x\ny & z")
        #expect(feed.entries.first?.url == "https://kiosk.example/?a=1&b=2")
        #expect(feed.notes.contains { $0.contains("not well-formed") })
    }
}
