import Testing

@testable import Reporting

struct `A display width` {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本語", 6), ("한국", 4), ("ｆｕｌｌ", 8),
        ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇩🇪", 2), ("❤️", 2), ("★", 1), ("−", 1), ("\u{200B}", 0),
        ("Ελληνικά", 8), ("שלום", 4),
    ])
    func `counts the columns of a terminal`(text: String, columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
    }
}

struct `Fitted text` {
    @Test(arguments: [
        ("short", 10, "short"), ("exactly", 7, "exactly"), ("too long for it", 8, "too lon…"),
        ("日本語テキスト", 7, "日本語…"), ("ends at space", 6, "ends…"), ("x", 0, ""),
    ])
    func `is shortened by columns, not by characters`(text: String, width: Int, fitted: String) {
        #expect(TextFitting.shortened(text, to: width) == fitted)
    }

    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]),
        ("unbreakablelongword x", 8, ["unbreaka", "blelongw", "ord x"]),
        ("a\n\nb", 5, ["a", "", "b"]), ("", 5, [""]), ("日本語 日本", 6, ["日本語", "日本"]),
    ])
    func `wraps at spaces, and inside of words only where it must`(
        text: String, width: Int, lines: [String]
    ) {
        #expect(TextFitting.wrapped(text, to: width) == lines)
    }
}
