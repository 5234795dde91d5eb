import FoundationEssentials
import Model
import Testing

@testable import Parsing

struct `Hostile entries` {
    @Test(arguments: [
        HostileCase(
            "ten thousand of them", .entries(10_000, "0"),
            FeedSample.rss(
                (0..<10_000).map { "<item><guid>\($0)</guid><title>\($0)</title></item>" }.joined())
        ),
        HostileCase(
            "one id ten thousand times", .entries(1, "soup"),
            FeedSample.rss(repeated("<item><guid>1</guid><title>soup</title></item>", 10_000))),
        HostileCase(
            "nothing in them", .entries(0, nil), FeedSample.rss(repeated("<item/>", 10_000))),
        .item(
            "an id of a megabyte", "soup",
            "<guid>\(repeated("1", 1_000_000))</guid><title>soup</title>"),
        .item(
            "a text of megabytes", "soup",
            "<title>soup</title><description>\(repeated("soup ", 300_000))</description>"),
        .item(
            "titles without number", "soup", repeated("<title>soup</title>", 20_000)),
        .item(
            "categories without number", "soup",
            "<title>soup</title>" + repeated("<category>a</category>", 50_000)),
        .item(
            "authors without number", "soup",
            "<title>soup</title>" + repeated("<author>a</author>", 30_000)),
        .item(
            "links without number", "soup",
            "<title>soup</title>" + repeated("<link>https://a.example/</link>", 20_000)),
    ])
    func `are bounded in number and size`(hostile: HostileCase) { hostile.check() }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,<b>x",
        "vbscript:x", "file:///etc/passwd", "java&#10;script:alert(1)", "java&#9;script:alert(1)",
        "&#1;javascript:alert(1)", "http://", "https://", "//", "http:///path",
        "mailto:a@b.example",
        "https://a.example/\u{1B}[31m", "https://a.example/&#7;", "https://a b.example/",
        "blob:https://a.example/1", "ftp://a.example/", "https://a.example/<script>",
    ])
    func `have no address but one of the web`(link: String) throws {
        let feed = try FeedSample.parse(
            FeedSample.rss(
                "<item><title>soup</title><link>\(link.replacing("<", with: "&lt;"))</link></item>")
        )
        let url = try #require(feed.entries.first).url
        let isOfTheWeb = url.map { $0.hasPrefix("http://") || $0.hasPrefix("https://") } ?? true
        #expect(isOfTheWeb, "\(url ?? "")")
        #expect(url?.contains("alert") != true)
        #expect(url?.utf8.contains { $0 <= 0x20 || $0 == 0x7F || $0 == 0x3C } != true)
    }

    @Test(arguments: [
        "99999-01-01T00:00:00Z", "2026-13-01", "2026-02-30T00:00:00Z",
        "Fri, 30 Feb 2026 00:00:00 GMT",
        "2026-01-01T25:61:61Z", "-5", "1e400", "NaN", "inf", "0000-00-00", "\u{0}", "now",
        "yesterday",
        "99999999999999999999999999999", "-99999999999999999999", "2026-01-01T00:00:00+99:99",
        "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "1/1/1", "31/31/2026", ":::::",
        "Mon, 99 Xyz 99999 99:99:99 ZZZZZ", repeated("9", 100_000), repeated("2026-01-01 ", 20_000),
        repeated("Mon, ", 50_000), "２０２６-01-01", "2026-W99-9", "2026-366", "P1D", "T",
    ])
    func `have no date that is none`(date: String) throws {
        let item = try FeedSample.item("<title>soup</title><pubDate>\(date)</pubDate>")
        let atom = try FeedSample.entry("<title>soup</title><updated>\(date)</updated>")
        #expect(item.title == "soup" && atom.title == "soup")
        for found in [item.published, atom.updated, atom.published].compactMap(\.self) {
            let seconds = found.timeIntervalSince1970
            #expect(seconds > -62_200_000_000 && seconds < 253_500_000_000, "\(date.prefix(60))")
        }
    }

    @Test(arguments: [
        "NaN", "inf", "-inf", "1e999", "-1e999", "5/0", "0/0", "-5", "5/-5", "99999999999999999999",
        "1e-400", "0x5", "", "five", "5/", "/5", "5/5/5", "★/★", "1,2,3", "1.2.3", "٥", "5e", "+",
        repeated("9", 100_000), repeated("★", 100_000), repeated("5/", 50_000), "½", "101%", "-10%",
        "Infinity out of 5", "4 out of 0", "nan of nan",
    ])
    func `have no rating that is none`(rating: String) throws {
        for elements in [
            "<rating>\(rating)</rating>", "<rating max='\(rating)'>4</rating>",
            "<rating max='0'>\(rating)</rating>", "<gd:rating value='\(rating)' min='1' max='5'/>",
            "<gd:rating value='4' min='\(rating)' max='\(rating)'/>",
            "<review:rating>\(rating)</review:rating>",
        ] {
            let entry = try FeedSample.item("<title>soup</title>" + elements)
            #expect(entry.title == "soup")
            guard let found = entry.rating else { continue }
            // A rating that exists lies on its scale, which its initializer sees to.
            #expect(found.fraction.isFinite && abs(found.max) < 1e6, "\(elements.prefix(80))")
        }
    }

    @Test func `are whole or not there, wherever the document breaks off`() {
        let whole = Array(
            FeedSample.rss(
                (1...3).map {
                    "<item><guid>\($0)</guid><title>soup \($0)</title><link>https://a.example/\($0)</link>"
                        + "<description><![CDATA[<p>Ž &amp; x</p>]]></description></item>"
                }.joined()
            ).utf8)
        var counts: Set<Int> = []
        for end in whole.indices {
            do throws(FeedParseError) {
                let feed = try FeedSample.parse(bytes: Array(whole[..<end]))
                counts.insert(feed.entries.count)
                for (number, entry) in feed.entries.enumerated() {
                    #expect(entry.title == "soup \(number + 1)" && entry.text == "Ž & x", "\(end)")
                }
            } catch {
                #expect([.malformed, .notAFeed, .empty].contains(error.reason), "\(end)")
            }
        }
        #expect(counts == [1, 2, 3])
    }

    @Test(arguments: 0..<8)
    func `are never wrong in number by one bit`(bit: Int) {
        let whole = Array(
            FeedSample.atom(
                "<entry><id>1</id><title>soup</title></entry><entry><id>2</id><title>stew</title></entry>"
            ).utf8)
        for index in whole.indices {
            var body = whole
            body[index] ^= UInt8(1 << bit)
            guard let feed = try? FeedSample.parse(bytes: body) else { continue }
            #expect(feed.entries.count <= 2, "\(index)")
        }
    }
}
