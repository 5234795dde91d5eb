import Testing

@testable import Parsing

struct `Hostile mark-up` {
    private static let item = "<item><guid>1</guid><title>soup</title></item>"

    @Test(arguments: [
        HostileCase.item("a billion laughs", "&a9;", "<title>&a9;</title>").with(doctype: laughs()),
        .item("quadratic blow-up", "&b;&b;", "<title>&b;&b;</title>").with(
            doctype: "<!ENTITY b \"\(repeated("b", 500_000))\">"),
        .item("an entity of itself", "&a;", "<title>&a;</title>").with(
            doctype: "<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">"),
        .item("an external entity of a file", "&x;", "<title>&x;</title>").with(
            doctype: "<!ENTITY x SYSTEM \"file:///etc/hostname\">"),
        .item("an external entity of the network", "&x;", "<title>&x;</title>").with(
            doctype: "<!ENTITY x SYSTEM \"http://127.0.0.1:1/x\">"),
        .item("a parameter entity of the network", "soup", "<title>soup</title>").with(
            doctype: "<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x.dtd\"> %p;"),
        .item("parameter entities that grow", "soup", "<title>soup</title>").with(
            doctype: parameterLaughs()),
        .item("default attributes from a subset", "soup", "<title>soup</title>").with(
            doctype: "<!ATTLIST item title CDATA \"\(repeated("x", 300_000))\">"),
        .item("a subset of many entities", "soup", "<title>soup</title>").with(
            doctype: (0..<20_000).map { "<!ENTITY e\($0) \"x\">" }.joined()),
        .item("a subset with brackets in quotes", "soup", "<title>soup</title>").with(
            doctype: "<!ENTITY a \"]>\"><!-- ]> --><?p ]> ?>"),
        HostileCase(
            "a subset without end", .refused(.notAFeed),
            "<!DOCTYPE rss [" + repeated("<!ENTITY a \"b\">", 20_000)
                + "<rss version='2.0'><channel>" + item),
        HostileCase(
            "an external subset", .entries(1, "soup"),
            "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/rss.dtd\"><rss version='2.0'><channel>"
                + item + "</channel></rss>"),
        .item(
            "XInclude of a file", "[]",
            "<title>[<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' parse='text' "
                + "href='file:///etc/hostname'/>]</title>"),
        .item(
            "a style sheet of the network", "soup",
            "<?xml-stylesheet href='http://127.0.0.1:1/x.xsl'?><title>soup</title>"),
    ])
    func `expands nothing and fetches nothing`(hostile: HostileCase) { hostile.check() }

    @Test(arguments: [
        HostileCase(
            "depth of a million", .refused(.tooDeep),
            "<rss version='2.0'><channel>" + repeated("<a>", 1_000_000)),
        HostileCase(
            "depth of a million in an item", .refused(.tooDeep),
            FeedSample.rss("<item><title>x</title>" + repeated("<a>", 1_000_000))),
        HostileCase(
            "depth behind an entry", .entries(1, "soup"),
            FeedSample.rss(item + "<item>" + repeated("<a>", 100_000))),
        HostileCase(
            "end tags by the thousand", .entries(1, "soup"),
            FeedSample.rss(repeated("</a>", 100_000) + item)),
        HostileCase(
            "a million attributes", .refused(.malformed),
            "<rss version='2.0'" + (0..<1_000_000).map { " a\($0)=''" }.joined() + "><channel>"
                + item + "</channel></rss>"),
        HostileCase(
            "one attribute a hundred thousand times", .refused(.malformed),
            "<rss version='2.0'" + repeated(" a=''", 100_000) + "><channel>" + item
                + "</channel></rss>"),
        .item(
            "an attribute of megabytes", "soup",
            "<title x='\(repeated("y", 4_000_000))'>soup</title>"),
        .item(
            "a link of megabytes", "soup",
            "<title>soup</title><link>http://a.example/"
                + repeated("y", 2_000_000) + "</link>"),
        .item(
            "an element's name of a megabyte", "soup",
            "<\(repeated("n", 1_000_000))/><title>soup</title>"),
        .item(
            "a hundred thousand names", "soup",
            (0..<50_000).map { "<n\($0)/>" }.joined() + "<title>soup</title>"),
        .item(
            "namespaces by the thousand", "soup",
            (0..<20_000).map { "<a xmlns:n\($0)='urn:\($0)'/>" }.joined() + "<title>soup</title>"),
        .item(
            "nested namespaces", "soup",
            (0..<200).map { "<a xmlns:n\($0)='urn:\($0)'>" }.joined() + repeated("</a>", 200)
                + "<title>soup</title>"),
        .item("a prefix that is bound to nothing", "soup", "<zz:x>y</zz:x><title>soup</title>"),
        .item("a name that begins with a colon", "soup", "<:x>y</:x><title>soup</title>"),
        .item(
            "comments without number", "soup",
            repeated("<!-- - -->", 100_000) + "<title>soup</title>"),
        .item(
            "comments with two hyphens inside", "soup",
            repeated("<!-- -- -- -->", 20_000) + "<title>soup</title>"),
        .item(
            "instructions without number", "soup",
            repeated("<?p x?>", 100_000) + "<title>soup</title>"),
        HostileCase(
            "a comment without end", .entries(1, "soup"),
            FeedSample.rss(item + "<!-- " + repeated("x", 500_000))),
        HostileCase(
            "comments that are opened only", .entries(1, "soup"),
            FeedSample.rss(item + repeated("<!--", 100_000))),
        HostileCase(
            "an instruction without end", .entries(1, "soup"),
            FeedSample.rss(item + "<?p " + repeated("x", 500_000))),
        HostileCase(
            "CDATA without end", .entries(2, "soup"),
            FeedSample.rss(item + "<item><title><![CDATA[" + repeated("x", 500_000))),
        .item(
            "CDATA opened again and again", "x",
            "<title>" + repeated("<![CDATA[", 1_000) + "x]]></title>"),
        .item(
            "CDATA in pieces", repeated("x", 3_000),
            "<title>" + repeated("<![CDATA[x]]>", 3_000) + "</title>"),
        HostileCase(
            "an open quote", .entries(2, "soup"),
            FeedSample.rss(item + "<item a=\"" + repeated("x>", 200_000))),
        HostileCase(
            "open brackets only", .entries(1, "soup"),
            FeedSample.rss(item + repeated("<", 300_000))),
        HostileCase(
            "ampersands only", .entries(2, "soup"),
            FeedSample.rss(item + "<item><title>" + repeated("&", 100_000) + "</title></item>")),
        HostileCase(
            "declarations in the middle", .entries(2, "soup"),
            FeedSample.rss(
                item + "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]>"
                    + "<item><title>&a;</title></item>")),
        HostileCase(
            "items inside items, down to the depth that is allowed", .entries(253, "0"),
            FeedSample.rss((0..<2_000).map { "<item><title>\($0)</title>" }.joined())),
        HostileCase(
            "a document behind the document", .entries(1, "soup"),
            FeedSample.rss(item) + FeedSample.rss(item)),
        HostileCase("two roots at once", .entries(1, "soup"), FeedSample.rss(item) + "<html>"),
    ])
    func `is bounded in depth, number and size`(hostile: HostileCase) { hostile.check() }

    private static func laughs() -> String {
        var subset = "<!ENTITY a0 \"ha\">"
        for level in 1...9 {
            subset += "<!ENTITY a\(level) \"\(repeated("&a\(level - 1);", 10))\">"
        }
        return subset
    }

    private static func parameterLaughs() -> String {
        var subset = "<!ENTITY % a0 \"<!ENTITY z 'ha'>\">"
        for level in 1...9 {
            subset += "<!ENTITY % a\(level) \"\(repeated("%a\(level - 1);", 10))\">"
        }
        return subset + "%a9;"
    }
}

extension HostileCase {
    /// The same document behind a document type with these declarations.
    fileprivate func with(doctype: @autoclosure @escaping @Sendable () -> String) -> HostileCase {
        let inner = body
        return HostileCase(name, outcome) {
            let text = String(decoding: inner(), as: UTF8.self)
            let start = text.firstRange(of: "?>")?.upperBound ?? text.startIndex
            return Array((text[..<start] + "<!DOCTYPE rss [\(doctype())]>" + text[start...]).utf8)
        }
    }
}
