import Testing

@testable import Reporting

struct `A CSV field` {
    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
        ("two\nlines", "\"two\nlines\""), ("", ""), (" edge", "\" edge\""),
        ("a,\"\u{301}b", "\"a,\"\"\u{301}b\""),
    ])
    func `is quoted as RFC 4180 has it`(text: String, field: String) {
        #expect(CSV.text(text) == field)
    }

    @Test(arguments: [
        ("=1+2", "'=1+2"), ("+49 30", "'+49 30"), ("-2", "'-2"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=cmd", "' =cmd"),
        ("＝1", "'＝1"), ("=\u{301}1", "'=\u{301}1"), ("=\"x\",1", "\"'=\"\"x\"\",1\""),
    ])
    func `of text never begins a formula`(text: String, field: String) {
        #expect(CSV.text(text) == field)
    }

    @Test func `of figures keeps its sign`() {
        #expect(CSV.number("-0.82") == "-0.82")
    }

    @Test func `shows control characters`() {
        #expect(CSV.text("a\u{1B}]0;x\u{7}") == "a\\u{1B}]0;x\\u{7}")
    }

    @Test func `ends its record in CR LF`() {
        #expect(CSV.record(["a", "b"]) == "a,b\r\n")
    }
}

struct `A cell of a Markdown table` {
    @Test(arguments: [("a|b", "a\\|b"), ("|\u{301}", "\\|\u{301}"), ("<b>", "\\<b\\>")])
    func `has its marks escaped, with an accent on them too`(text: String, cell: String) {
        #expect(MarkdownTable.escaped(text) == cell)
    }
}
