import Model
import Testing

@testable import Parsing

struct `A charset` {
    /// A document that declares `encoding`, its title in the bytes given.
    private func document(_ encoding: String?, title: [UInt8]) -> [UInt8] {
        let declaration = encoding.map { #"<?xml version="1.0" encoding="\#($0)"?>"# } ?? ""
        return Array((declaration + "<rss version='2.0'><channel><item><guid>1</guid><title>").utf8)
            + title + Array("</title></item></channel></rss>".utf8)
    }

    private func title(_ body: [UInt8], charset: String? = nil) throws -> String? {
        try FeedSample.parse(bytes: body, charset: charset).entries.first?.title
    }

    @Test(
        arguments: [
            ("iso-8859-1", [0x63, 0x61, 0x66, 0xE9], "café"),
            ("iso-8859-1", [0x93, 0x61, 0x94], "“a”"), ("iso-8859-2", [0xE8, 0x61, 0x6A], "čaj"),
            ("iso-8859-15", [0xA4, 0x20, 0x35], "€ 5"), ("windows-1252", [0x80, 0x35], "€5"),
            ("windows-1251", [0xF1, 0xF3, 0xEF], "суп"), ("win-1251", [0xF1, 0xF3, 0xEF], "суп"),
            ("koi8-r", [0xD3, 0xD5, 0xD0], "суп"), ("windows-1250", [0x9E, 0x61], "ža"),
            ("shift_jis", [0x83, 0x58, 0x81, 0x5B, 0x83, 0x76], "スープ"),
            ("euc-jp", [0xA5, 0xB9, 0xA1, 0xBC, 0xA5, 0xD7], "スープ"),
            (
                "iso-2022-jp",
                [0x1B, 0x24, 0x42, 0x25, 0x39, 0x21, 0x3C, 0x25, 0x57, 0x1B, 0x28, 0x42], "スープ"
            ),
            ("gb2312", [0xCC, 0xC0], "汤"), ("gb18030", [0xCC, 0xC0], "汤"),
            ("big5", [0xB4, 0xF6], "湯"),
            ("euc-kr", [0xB1, 0xB9], "국"), ("utf-8", [0xC3, 0xA9], "é"),
        ] as [(String, [UInt8], String)])
    func `is followed as declared`(name: String, bytes: [UInt8], expected: String) throws {
        #expect(try title(document(name, title: bytes)) == expected)
        #expect(try title(document(nil, title: bytes), charset: name) == expected)
    }

    @Test func `that the bytes deny is not believed`() throws {
        #expect(try title(document("iso-8859-1", title: Array("café".utf8))) == "café")
        #expect(try title(document("utf-16", title: Array("café".utf8))) == "café")
        let feed = try FeedSample.parse(
            bytes: document("utf-8", title: [0x63, 0x61, 0x66, 0xE9, 0x21]))
        #expect(feed.entries.first?.title == "café!")
        #expect(feed.notes.contains { $0.contains("windows-1252") })
    }

    @Test func `in the declaration goes before the one in the answer's head`() throws {
        let body = document("windows-1251", title: [0xF1, 0xF3, 0xEF])
        #expect(try title(body, charset: "iso-8859-1") == "суп")
    }

    @Test func `that nobody knows leaves windows-1252`() throws {
        #expect(try title(document("x-kiosk", title: [0xE9])) == "é")
        #expect(try title(document("../../etc/passwd", title: [0xE9])) == "é")
    }

    @Test func `of stray bytes in UTF-8 is mended`() throws {
        let bytes = Array("süß und gräulich ".utf8) + [0xFF, 0x21]
        let feed = try FeedSample.parse(bytes: document("utf-8", title: bytes))
        #expect(feed.entries.first?.title == "süß und gräulich \u{FFFD}!")
        #expect(feed.notes.contains { $0.contains("invalid") })
    }

    @Test func `loses what XML forbids`() throws {
        let bytes: [UInt8] = [
            0x61, 0x00, 0x08, 0x1B, 0x5B, 0x33, 0x31, 0x6D, 0xEF, 0xBF, 0xBF, 0x62,
        ]
        #expect(try title(document("utf-8", title: bytes)) == "a[31mb")
    }

    @Test(arguments: [true, false], [true, false])
    func `of two bytes is found with and without its mark`(isBig: Bool, hasMark: Bool) throws {
        let text =
            (hasMark ? "\u{FEFF}" : "") + #"<?xml version="1.0" encoding="utf-16"?>"#
            + "<rss version='2.0'><channel><item><guid>1</guid><title>Grüße 😀</title></item></channel></rss>"
        let body = text.utf16.flatMap { unit -> [UInt8] in
            isBig
                ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
        #expect(try title(body) == "Grüße 😀")
        #expect(try title(Array(body.dropLast())) == "Grüße 😀")
    }

    @Test func `mark of UTF-8 is no text`() throws {
        #expect(try title([0xEF, 0xBB, 0xBF] + document("utf-8", title: [0x61])) == "a")
    }
}
