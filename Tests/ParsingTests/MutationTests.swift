import Model
import Testing

@testable import Parsing

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers in every run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

struct `A damaged document` {
    private static let seeds: [[UInt8]] = [
        Array(
            FeedSample.rss(
                """
                <item><title>Cold &amp; <b>old</b></title><link>https://kiosk.example/?a=1&amp;b=2</link>
                <guid isPermaLink="false">1</guid><pubDate>Sun, 22 Nov 2026 05:09:39 +0100</pubDate>
                <description><![CDATA[<p>Soup &eacute;</p><script>x</script><!-- c --><ul><li>a</ul>]]></description>
                <rating max="5">4,5</rating></item><item><guid>2</guid><title>★★☆☆☆ Žába</title></item>
                """
            ).utf8),
        Array(
            FeedSample.atom(
                """
                <entry xml:base="/x/"><id>1</id><title type="html">&lt;i&gt;a&lt;/i&gt;</title><im:rating>2</im:rating>
                <link href="?p=1#c12"/><updated>2026-11-22T05:09:39.123+01:00</updated><content type="xhtml">
                <div xmlns="http://www.w3.org/1999/xhtml">x<br/>y</div></content></entry>
                """
            ).utf8),
        Array(
            "<!DOCTYPE rdf [<!ENTITY a 'b'>]><rdf:RDF xmlns:rdf='r' xmlns='http://purl.org/rss/1.0/'><item><title>a</title></item></rdf:RDF>"
                .utf8),
    ]
    private static let scraps: [[UInt8]] =
        [
            "<", ">", "&", "]]>", "<![CDATA[", "<!--", "-->", "<!DOCTYPE", "<?", "?>", "\"", "'",
            "=", "&#", ";",
            "</item>", "<item>", "</", "&#x110000;", "&nLt;", "\0", "<title", "<br", "<li>",
            "<pre>", "9999999999", "/>",
        ].map { Array($0.utf8) } + [
            [0xFF], [0xC2], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBF, 0xBF],
        ]

    @Test(arguments: 0..<16)
    func `is read or refused, but never brings the reader down`(seed: UInt64) {
        var random = SplitMix(state: seed)
        for _ in 0..<250 {
            var body = Self.seeds[Int(random.next() % UInt64(Self.seeds.count))]
            for _ in 0...(random.next() % 6) { Self.damage(&body, &random) }
            guard let feed = try? FeedSample.parse(bytes: body) else { continue }
            #expect(Set(feed.entries.map(\.identity.key)).count == feed.entries.count)
            for text in feed.entries.flatMap({ [$0.title, $0.text, $0.author, $0.id] }).compactMap(
                \.self)
            {
                #expect(
                    !text.isEmpty && text.first?.isWhitespace == false
                        && text.last?.isWhitespace == false)
            }
        }
    }

    private static func damage(_ body: inout [UInt8], _ random: inout SplitMix) {
        let place = Int(random.next() % UInt64(body.count + 1))
        switch random.next() % 6 {
        case 0: body.removeSubrange(place..<min(body.count, place + Int(random.next() % 40)))
        case 1:
            body.insert(contentsOf: scraps[Int(random.next() % UInt64(scraps.count))], at: place)
        case 2 where place < body.count: body[place] = UInt8(truncatingIfNeeded: random.next())
        case 3: body.removeLast(body.count - place)
        case 4:
            let end = min(body.count, place + Int(random.next() % 200))
            body.insert(
                contentsOf: body[place..<end], at: Int(random.next() % UInt64(body.count + 1)))
        default:
            let scrap = scraps[Int(random.next() % UInt64(scraps.count))]
            for _ in 0..<50 { body.insert(contentsOf: scrap, at: place) }
        }
        if body.isEmpty { body = [0x3C] }
    }
}
