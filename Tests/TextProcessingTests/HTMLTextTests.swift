import Testing

@testable import TextProcessing

struct `The text of HTML` {
    @Test(
        arguments: [
            ("plain words", "plain words"), ("  two \n  words\t", "two words"), ("", ""),
            (" \n ", ""),
            ("<p>One</p><p>Two</p>", "One\nTwo"), ("<p>One<p>Two", "One\nTwo"),
            ("One<br>Two<br/>Three<BR />Four", "One\nTwo\nThree\nFour"),
            ("One<br><br><br>Two", "One\n\nTwo"),
            ("One<div><div>Two</div></div>Three", "One\nTwo\nThree"),
            ("<b>bo</b>ld and <i>it</i>alic", "bold and italic"),
            ("<ul><li>a</li><li>b</li></ul>c", "- a\n- b\nc"), ("<ul><li></li><li>b</ul>", "- b"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
            ("<a href='https://kiosk.example/?a=\">\"'>link</a>", "link"),
            ("<img src=x alt='a soup'>soup", "soup"), ("a<!-- <b>no</b> -->b", "ab"),
            ("<script>if (a < b) { '</p>' }</script>x", "x"), ("<style>p { }</style>x", "x"),
            ("<SCRIPT>a</script >x", "x"), ("<title>no</title>x", "x"), ("<script>never ends", ""),
            ("<noscript>no</noscript>x", "x"), ("<noscript>never ends", "never ends"),
            ("<template><p>no</p></template>x", "x"), ("<iframe src='x'>no</iframe>x", "x"),
            ("<svg><title>no</title></svg>x", "x"),
            ("&lt;b&gt; &amp;amp; &quot;x&quot;", "<b> &amp; \"x\""), ("a&nbsp;&#160;b", "a b"),
            ("caf&eacute; &copy 2026 &hellip;", "café © 2026 …"), ("&#8217;&#x2019;&#146;", "’’’"),
            ("&bogus; &#xZZ; &", "&bogus; &#xZZ; &"), ("?a=1&copy=2", "?a=1&copy=2"),
            ("&notit;", "&notit;"),
            ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"), ("I <3 soup", "I <3 soup"),
            ("so sad </3 now", "so sad </3 now"),
            ("a <b", "a <b"), ("<p title='x>never closed</p>x", "never closed\nx"),
            ("<![CDATA[<p>x</p>]]>", "x"), ("x ]]> y", "x ]]> y"), ("<?xml version='1.0'?>x", "x"),
            ("<pre>a\n  b\n\n\n\nc</pre>", "a\nb\n\nc"), ("👩‍👩‍👧 ok", "👩‍👩‍👧 ok"),
            ("<o:p>x</o:p><unknown>y</unknown>", "xy"), ("a\u{0}b\u{7}c", "abc"),
            ("&#0;&#7;x", "\u{FFFD}x"),
            ("<h1>Head</h1>text<hr>end", "Head\ntext\nend"), ("a&#10;b", "a b"), ("&nLt;", "≪⃒"),
        ] as [(String, String)])
    func `is what a reader sees`(html: String, expected: String) {
        #expect(HTMLText.plainText(html) == expected)
    }

    @Test(
        arguments: [
            "<div>", "<b>", "</b>", "<b></i>", "<!--", "<![CDATA[", "<?", "<!", "<a x='", "<a x=\"",
            "<a", "<", "&",
            "&#", "<noscript>", "<script>", "<style></", "<ul><li>", "<br>", "<title>", "</", "]]>",
            "&nLt;", "<pre>\n",
        ] as [String])
    func `takes linear time for any repetition`(piece: String) {
        let html = String(repeating: piece, count: 100_000)
        #expect(HTMLText.plainText(html).utf8.count <= html.utf8.count * 5 / 4 + 16)
        _ = HTMLText.markup(in: html)
    }

    @Test func `is recognised by tags that HTML knows`() {
        #expect(HTMLText.markup(in: "a <b>c</b>") == .tags)
        #expect(HTMLText.markup(in: "a<br/>c") == .tags)
        #expect(HTMLText.markup(in: "a <a href='x'>") == .tags)
        #expect(HTMLText.markup(in: "a &amp; c") == .entities)
        #expect(HTMLText.markup(in: "a & c; 1 < 2 <3 <stdio.h> <b") == .none)
        #expect(HTMLText.markup(in: "") == .none)
    }
}

struct `Entities of HTML` {
    @Test func `are decoded once, tags left alone`() {
        #expect(HTMLEntities.decoded("&lt;b&gt; &amp;lt; <i>") == "<b> &lt; <i>")
        #expect(HTMLEntities.decoded("nothing here") == "nothing here")
        #expect(HTMLEntities.decoded("&star;&starf;&apos;&NewLine;|") == "☆★'\n|")
        #expect(
            HTMLEntities.decoded("&#x1F600;&#128512;&#xD800;&#99999999999;") == "😀😀\u{FFFD}\u{FFFD}"
        )
        #expect(HTMLEntities.decoded("&ampersand &amp x &ampx") == "&ampersand & x &ampx")
    }
}
