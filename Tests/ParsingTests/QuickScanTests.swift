import CXML
import Model
import Testing

@testable import Parsing

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers in every run.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

/// What a reader of XML told its handler, one line a call.
private struct Telling: Equatable {
    var calls: [String] = []

    /// What `cxml_scan` tells of a document; nil where it leaves the document to the other.
    static func quick(_ document: [UInt8]) -> Telling? {
        var telling = Telling()
        return telling.reads(document) { cxml_scan($0, $1, $2) } == true ? telling : nil
    }

    /// What `cxml_parse` tells, and whether it had to mend nothing.
    static func thorough(_ document: [UInt8]) -> (telling: Telling, isWhole: Bool) {
        var telling = Telling()
        let result = telling.reads(document) { cxml_parse($0, $1, $2) }
        return (telling, result?.ending == CXML_COMPLETE && result?.was_repaired == false)
    }

    private mutating func reads<Result>(
        _ document: [UInt8],
        by reader: (UnsafePointer<UInt8>, Int, UnsafePointer<cxml_handler>) -> Result
    ) -> Result? {
        withUnsafeMutablePointer(to: &self) { telling in
            var handler = Self.handler(for: telling)
            return document.withUnsafeBufferPointer { bytes in
                bytes.baseAddress.map { reader($0, bytes.count, &handler) }
            }
        }
    }

    private static func handler(for telling: UnsafeMutablePointer<Telling>) -> cxml_handler {
        cxml_handler(
            context: telling,
            start: { context, name, namespace, attributes, count in
                var call = "<" + String(cString: name) + Self.shown(namespace)
                for attribute in UnsafeBufferPointer(start: attributes, count: count) {
                    #expect(attribute.name_length == String(cString: attribute.name).utf8.count)
                    call += " " + String(cString: attribute.name)
                    call += Self.shown(attribute.namespace_uri) + "=" + attribute.text
                }
                context?.assumingMemoryBound(to: Telling.self).pointee.calls.append(call)
                return true
            },
            end: { context in
                context?.assumingMemoryBound(to: Telling.self).pointee.calls.append(">")
                return true
            },
            text: { context, bytes, count in
                let text = String(
                    decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
                context?.assumingMemoryBound(to: Telling.self).pointee.calls.append("text " + text)
                return true
            })
    }

    private static func shown(_ namespace: UnsafePointer<CChar>?) -> String {
        namespace.map { "{" + String(cString: $0) + "}" } ?? ""
    }
}

struct `The quick reader of XML` {
    private static let samples: [[UInt8]] = [
        "<a xmlns='urn:d' xmlns:p='urn:p'><p:b p:c='1' d='&amp;x&#38;y'/>t&lt;<![CDATA[x<y]]>&eacute;"
            + "<!-- c -->u</a>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='yes'?>\n<!-- x --><?php a?><feed "
            + "xml:lang='en' xml:base=\"/x/\"><e>1</e>\r\n<e a='\"'>]]</e></feed>\n<!-- y -->",
        "<r><x xmlns=''><y/></x><q:z q:a='1' a='1'/><n a='l1\nl2\tl3\r\nl4' >&#13;\r é’</n ></r>",
        FeedSample.rss(
            "<item><title>Cold &amp; old</title><guid isPermaLink=\"false\">1</guid>"
                + "<description><![CDATA[<p>Soup</p>]]></description></item>"),
        FeedSample.atom(
            "<entry xml:base='/x/'><id>1</id><link href='?p=1&amp;q=2#c12'/><content "
                + "type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>x<br/>y</div></content>"
                + "</entry>"),
    ].map { Array($0.utf8) }
    private static let scraps: [[UInt8]] = [
        "<", ">", "&", "]]>", "]", "<![CDATA[", "<!--", "-->", "--", "<!DOCTYPE a>", "<?", "?>",
        "\"", "'", "=", "/>", "</a>", "<b>", "<b/>", "</b >", "< b/>", "&#93;", "&#x5d;", "&#13;",
        "&#10;", "&#1;", "&#0;", "&#X26;", "&amp;#38;", "&nvlt;", "&Tab;", "&AMP;", "&bogus;",
        "&nbsp;", "&#x80;", "\r\n", "\r", "\t", " xmlns=''", " xmlns='urn:a&amp;b'",
        " xmlns:p='urn:p'", " xmlns:p=''", " p:a='1'", " a='1'", " a='<'", " xml:space='x'",
        " xml:lang='e'", "<p:x/>", "<a:b:c/>", "<xml:a/>", "<é/>", "<?xml-stylesheet a?>",
        "<?xml version='1.0'?>", "<?xmlx?>", "version='1.1'", "encoding='utf-16'",
    ].map { Array($0.utf8) }

    @Test(arguments: samples.indices)
    func `reads what is plain and well-formed`(sample: Int) {
        #expect(Telling.quick(Self.samples[sample]) != nil)
    }

    @Test(arguments: 0..<8)
    func `tells what the thorough one tells, or nothing`(seed: UInt64) {
        var random = SplitMix(state: seed &* 0x51_7C_C1)
        var taken = 0
        for _ in 0..<600 {
            var document = Self.samples[Int(random.next() % UInt64(Self.samples.count))]
            for _ in 0..<(random.next() % 4) { Self.change(&document, &random) }
            guard let quick = Telling.quick(DecodedDocument(document, charset: nil).bytes) else {
                continue
            }
            taken += 1
            let thorough = Telling.thorough(DecodedDocument(document, charset: nil).bytes)
            #expect(thorough.isWhole && thorough.telling == quick)
        }
        #expect(taken > 100)
    }

    @Test(arguments: [
        "<!DOCTYPE rss><rss/>", "<rss>&bogus;</rss>", "<rss>a & b</rss>", "<rss><a></rss>",
        "<rss a='1' a='2'/>", "<rss/>junk", "junk<rss/>", "<r\u{E9}/>", "<rss>]]></rss>", "", "<",
        "<rss", "<rss a", "<rss a='", "<rss><![CDATA[", "<rss><!-- -- --></rss>", "<rss>&#1;</rss>",
    ])
    func `leaves to the thorough one`(document: String) {
        #expect(Telling.quick(Array(document.utf8)) == nil)
    }

    @Test func `leaves deep documents and those with many names or attributes to it`() {
        let deep = String(repeating: "<a>", count: 257) + String(repeating: "</a>", count: 257)
        let names = "<a>" + (0..<2000).map { "<n\($0)/>" }.joined() + "</a>"
        let attributes = "<a " + (0..<65).map { "b\($0)='' " }.joined() + "/>"
        for document in [deep, names, attributes] {
            #expect(Telling.quick(Array(document.utf8)) == nil)
        }
    }

    @Test func `gives up what it gathered where the document turns odd`() throws {
        let feed = try FeedSample.parse(
            FeedSample.rss("<item><guid>1</guid></item><item><guid>2</guid>a & b</item>"))
        #expect(feed.entries.map(\.id) == ["1", "2"])
    }

    private static func change(_ document: inout [UInt8], _ random: inout SplitMix) {
        let place = Int(random.next() % UInt64(document.count + 1))
        switch random.next() % 4 {
        case 0:
            document.removeSubrange(
                place..<min(document.count, place + Int(random.next() % 12)))
        case 1 where place < document.count:
            document[place] = UInt8(0x20 + random.next() % 0x5F)
        case 2:
            let end = min(document.count, place + Int(random.next() % 80))
            document.insert(
                contentsOf: document[place..<end],
                at: Int(random.next() % UInt64(document.count + 1)))
        default:
            document.insert(
                contentsOf: scraps[Int(random.next() % UInt64(scraps.count))], at: place)
        }
    }
}
