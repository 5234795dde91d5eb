import Testing

@testable import Notifying

struct `One line` {
    @Test(arguments: [
        ("plain", "plain"),
        ("  ends  and   gaps ", "ends and gaps"),
        ("a\r\nBcc: x", "a Bcc: x"),
        ("a\u{0}b\u{7}c\u{1B}[31md", "a b c [31md"),
        ("a\u{85}b\u{9B}c\u{2028}d\u{2029}e", "a b c d e"),
        ("a\u{202E}b\u{2066}c\u{200F}d", "a b c d"),
        ("a\u{A0}b\u{3000}c", "a b c"),
        ("👩‍👩‍👧 é", "👩‍👩‍👧 é"),
        ("", ""),
        ("\n\n", ""),
    ])
    func `has no control character and no gap`(text: String, line: String) {
        #expect(OneLine.text(text, limit: 100) == line)
    }

    @Test(arguments: [(5, "abcde"), (4, "abc…"), (1, "…")])
    func `is cut with an ellipsis`(limit: Int, line: String) {
        #expect(OneLine.text("abcde", limit: limit) == line)
    }

    @Test func `has no blank before the ellipsis`() {
        #expect(OneLine.text("ab cdef", limit: 4) == "ab…")
    }

    @Test func `ends soon for a text of megabytes`() {
        #expect(OneLine.text(String(repeating: "ab ", count: 1_000_000), limit: 10).count <= 10)
        #expect(
            OneLine.text("x" + String(repeating: "\u{301}", count: 1_000_000), limit: 10).count
                <= 10)
    }
}
