import Testing

@testable import TextProcessing

struct `Text for a terminal` {
    @Test(arguments: [
        ("plain ASCII", "plain ASCII"), ("Grüße 👍 日本", "Grüße 👍 日本"), ("", ""),
        ("\u{1B}[2J", "\\u{1B}[2J"), ("bell\u{7}", "bell\\u{7}"), ("nul\u{0}", "nul\\u{0}"),
        ("\u{9B}31m", "\\u{9B}31m"), ("del\u{7F}", "del\\u{7F}"),
        ("abc\u{202E}fdp", "abc\\u{202E}fdp"), ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
        ("\u{61C}\u{200F}", "\\u{61C}\\u{200F}"), ("\u{FEFF}x", "\\u{FEFF}x"),
        ("soft\u{AD}hyphen", "softhyphen"), ("family 👨‍👩‍👧", "family 👨‍👩‍👧"),
        ("a\r\nb\nc\td\re\u{2028}f", "a b c d e f"),
    ])
    func `is one line that a terminal only shows`(text: String, shown: String) {
        #expect(TerminalText.sanitized(text) == shown)
    }

    @Test func `keeps its lines where lines are wanted`() {
        #expect(TerminalText.sanitizedLines("a\r\nb\nc\u{2029}d\u{1B}") == "a\nb\nc\nd\\u{1B}")
    }

    /// In quadratic time, this took minutes.
    @Test func `takes linear time for nothing but controls`() {
        let text = String(repeating: "\u{202E}", count: 300_000)
        #expect(TerminalText.sanitized(text).utf8.count == 2_400_000)
    }
}
