import Model
import Testing

@testable import Parsing

struct `Hostile text` {
    @Test(arguments: [
        HostileCase.item("control characters", "abcd", "<title>a\u{1}b\u{8}c\u{1F}d</title>"),
        .item("NUL in a title", "ab", "<title>a\0b</title>"),
        .item(
            "escape sequences of a terminal", "[31mred[0m", "<title>\u{1B}[31mred\u{1B}[0m</title>"),
        .item(
            "escape sequences by number", "[2Jred", "<title>&#27;[2Jred&#x1b;</title>"),
        .item("C1 controls", "ab", "<title>a\u{9B}b</title>"),
        .item("noncharacters", "ab", "<title>a\u{FFFE}b</title>"),
        .item("surrogates by number", "a\u{FFFD}\u{FFFD}b", "<title>a&#xD800;&#xDFFF;b</title>"),
        .item("a number beyond Unicode", "a\u{FFFD}b", "<title>a&#x110000;b</title>"),
        .item(
            "a number of a million digits", "a\u{FFFD}b",
            "<title>a&#\(repeated("9", 1_000_000));b</title>"),
        .item(
            "a hexadecimal number of a million digits", "aAb",
            "<title>a&#x\(repeated("0", 1_000_000))41;b</title>"),
        .item("NUL by number", "a\u{FFFD}b", "<title>a&#0;b</title>"),
        .item("a number without digits", "a&#;b", "<title>a&#;b</title>"),
        .item("a number without end", "a&#x41", "<title>a&amp;#x41</title>"),
        .item(
            "a name of a megabyte", "x",
            "<title>x</title><description>&\(repeated("n", 1_000_000));</description>"),
        .item(
            "a million entities", "x",
            "<title>x</title><description>\(repeated("&amp;", 300_000))</description>"),
        .item(
            "entities escaped over and over", "x",
            "<title>x</title><description>&\(repeated("amp;", 200_000))lt;</description>"),
        .item("a title turned round", "abc\u{202E}fdp", "<title>abc\u{202E}fdp</title>"),
        .item(
            "text of no width", "so\u{200B}up", "<title>so\u{200B}up</title>"),
        .item("text of no width only", "\u{200B}\u{200D}", "<title>\u{200B}\u{200D}</title>"),
        .item(
            "marks on one letter by the hundred thousand", "e" + repeated("\u{301}", 10_000),
            "<title>e\(repeated("\u{301}", 10_000))</title>"),
        .item(
            "marks by the hundred thousand in a text", "x",
            "<title>x</title><description>e\(repeated("\u{301}", 200_000))</description>"),
        .item(
            "one emoji of thousands of parts", "👩" + repeated("\u{200D}👩", 5_000),
            "<title>👩\(repeated("\u{200D}👩", 5_000))</title>"),
        .item(
            "flags without number", repeated("🇩", 10_000), "<title>\(repeated("🇩", 10_000))</title>"
        ),
        .item("a title of spaces", nil, "<guid>1</guid><title>\(repeated(" ", 500_000))</title>"),
        .item(
            "spaces of all kinds", "a b",
            "<title>\u{3000}\u{2003}a\(repeated("\u{2003} \t\n", 50_000))b\u{A0}</title>"),
        .item("a title of line ends", "a b", "<title>a\(repeated("&#13;&#10;", 50_000))b</title>"),
        .item(
            "a word of a megabyte", "x",
            "<title>x</title><description>\(repeated("w", 1_000_000))</description>"),
        .item("the end of the range", "\u{10FFFD}", "<title>\u{10FFFD}</title>"),
    ])
    func `is made plain`(hostile: HostileCase) { hostile.check() }

    @Test(arguments: [
        HostileCase.item(
            "a script", "x", html("a<script>alert('b')</script>c<style>p{}</style>")),
        .item("a script without end", "x", html("a<script>" + repeated("b", 300_000))),
        .item("a comment without end", "x", html("a<!-- " + repeated("b", 300_000))),
        .item("comments opened only", "x", html(repeated("<!--", 100_000))),
        .item("nesting by the hundred thousand", "x", html(repeated("<div>", 100_000) + "soup")),
        .item("tables in tables", "x", html(repeated("<table><tr><td>", 30_000) + "soup")),
        .item("formatting that is never closed", "x", html(repeated("<b><i><p>", 50_000))),
        .item("lists in lists", "x", html(repeated("<ul><li>", 50_000) + "soup")),
        .item("end tags only", "x", html(repeated("</div>", 100_000))),
        .item("an open tag with attributes", "x", html("<a " + repeated("b=\"c\" ", 100_000))),
        .item("an open quote", "x", html("<a href=\"" + repeated("b>", 200_000))),
        .item("brackets only", "x", html(repeated("<", 300_000))),
        .item("names of nothing", "x", html(repeated("<x:y-z/>", 50_000))),
        .item("CDATA in the text", "x", html(repeated("<![CDATA[", 50_000))),
        .item("a text area without end", "x", html("<textarea>" + repeated("<b>", 50_000))),
        .item("raw text that looks closed", "x", html(repeated("<script></scrip", 30_000))),
        .item("quotes in quotes", "x", html(repeated("<blockquote>", 50_000) + "soup")),
        .item("mark-up in a title", "a & b", "<title>&lt;b&gt;a&lt;/b&gt; &amp;amp; b</title>"),
    ])
    func `in HTML is read in one pass`(hostile: HostileCase) { hostile.check() }

    @Test func `in HTML leaves no script behind`() throws {
        let entry = try FeedSample.item(
            "<title>x</title>" + Self.html("a<script>alert('b')</script>c<style>p{}</style> d"))
        #expect(entry.text == "ac d")
    }

    private static func html(_ text: String) -> String {
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return "<title>x</title><description>\(escaped)</description>"
    }
}
