import Testing

@testable import Parsing

struct `Hostile bytes` {
    private static func document(_ title: [UInt8], declared: String = "UTF-8") -> [UInt8] {
        Array("<?xml version=\"1.0\" encoding=\"\(declared)\"?><rss version=\"2.0\"><channel>".utf8)
            + Array("<item><title>".utf8) + title + Array("</title></item></channel></rss>".utf8)
    }

    private static func utf16(_ text: String, bigEndian: Bool, mark: Bool = false) -> [UInt8] {
        let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
        return units.flatMap {
            bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        }
    }

    private static let plain = FeedSample.rss("<item><title>Žába</title></item>")
    private static let pair = FeedSample.rss("<item><title>a\u{1F600}b</title></item>")

    @Test(arguments: [
        HostileCase("a stray byte in windows-1252", .entries(1, "aÿb")) {
            document([0x61, 0xFF, 0x62])
        },
        HostileCase("a stray byte in UTF-8", .entries(1, "ŽŽ\u{FFFD}ŽŽ")) {
            document(Array("ŽŽ".utf8) + [0xFF] + Array("ŽŽ".utf8))
        },
        HostileCase("an overlong slash", .entries(1, "aÀ¯b")) {
            document([0x61, 0xC0, 0xAF, 0x62])
        },
        HostileCase("an overlong bracket", .entries(1, "Ž\u{FFFD}\u{FFFD}script ž ž ž ž")) {
            document(Array("Ž".utf8) + [0xC0, 0xBC] + Array("script ž ž ž ž".utf8))
        },
        HostileCase("a surrogate in UTF-8", .entries(1, "ŽŽŽŽ\u{FFFD}\u{FFFD}\u{FFFD}")) {
            document(Array("ŽŽŽŽ".utf8) + [0xED, 0xA0, 0x80])
        },
        HostileCase("beyond Unicode", .entries(1, "ŽŽŽŽŽŽ\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}")) {
            document(Array("ŽŽŽŽŽŽ".utf8) + [0xF5, 0x80, 0x80, 0x80])
        },
        HostileCase("a sequence cut off", .entries(1, "ŽŽŽŽ\u{FFFD}\u{FFFD}")) {
            document(Array("ŽŽŽŽ".utf8) + [0xE2, 0x82])
        },
        HostileCase("stray bytes without number", .entries(1, repeated("€", 100_000))) {
            document([UInt8](repeating: 0x80, count: 100_000))
        },
        HostileCase("NUL everywhere", .entries(1, "ab")) {
            document([0, 0x61] + [UInt8](repeating: 0, count: 200_000) + [0x62, 0])
        },
        HostileCase("NUL in a tag", .entries(1, "soup")) {
            Array(
                "<rss version='2.0'><channel><it\0em><ti\0tle>soup</title></item></channel></rss>"
                    .utf8)
        },
        HostileCase("UTF-16 without a mark, little end first", .entries(1, "Žába")) {
            utf16(plain, bigEndian: false)
        },
        HostileCase("UTF-16 without a mark, big end first", .entries(1, "Žába")) {
            utf16(plain, bigEndian: true)
        },
        HostileCase("UTF-16 with a mark", .entries(1, "Žába")) {
            utf16(plain, bigEndian: false, mark: true)
        },
        HostileCase("UTF-16 of odd length", .entries(1, "Žába")) {
            utf16(plain, bigEndian: true, mark: true) + [0x00]
        },
        HostileCase("UTF-16 that breaks off in a pair", .refused(.malformed)) {
            let bytes = utf16(pair, bigEndian: false, mark: true)
            let cut = (pair.utf16.firstIndex(of: 0xD83D)?.utf16Offset(in: pair) ?? 0) * 2 + 4
            return Array(bytes.prefix(cut))
        },
        HostileCase("half a pair in UTF-16", .entries(1, "a\u{FFFD}b")) {
            var bytes = utf16(
                FeedSample.rss("<item><title>a#b</title></item>"), bigEndian: false, mark: true)
            for index in stride(from: 0, to: bytes.count, by: 2) where bytes[index] == 0x23 {
                bytes[index + 1] = 0xD8
                bytes[index] = 0x00
            }
            return bytes
        },
        HostileCase("UTF-16 that says UTF-8", .entries(1, "Žába")) {
            utf16(
                plain.replacing(
                    "<?xml version=\"1.0\"?>",
                    with: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"), bigEndian: false,
                mark: true)
        },
        HostileCase("UTF-8 that says UTF-16", .entries(1, "Žába"), charset: "utf-16") {
            document(Array("Žába".utf8), declared: "UTF-16")
        },
        HostileCase("UTF-8 that says EBCDIC", .entries(1, "Žába")) {
            document(Array("Žába".utf8), declared: "IBM037")
        },
        HostileCase("UTF-8 with two marks", .entries(1, "Žába")) {
            [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + document(Array("Žába".utf8))
        },
        HostileCase("marks within the text", .entries(1, "ab")) {
            document([0x61, 0xEF, 0xBB, 0xBF, 0x62])
        },
        HostileCase("the mark of UTF-16 before UTF-8", .refused(.notAFeed)) {
            [0xFF, 0xFE] + document(Array("soup".utf8))
        },
        HostileCase("UTF-32", .entries(1, "Žába")) {
            [0, 0, 0xFE, 0xFF]
                + plain.unicodeScalars.flatMap {
                    [0, UInt8($0.value >> 16), UInt8($0.value >> 8 & 0xFF), UInt8($0.value & 0xFF)]
                }
        },
        HostileCase("tags in UTF-7", .refused(.notAFeed), charset: "utf-8") {
            Array("+ADw-rss version='2.0'+AD4-+ADw-channel+AD4-".utf8)
        },
        HostileCase("a script in UTF-7", .entries(1, "+ADw-b+AD4-")) {
            document(Array("+ADw-b+AD4-".utf8))
        },
        HostileCase("a charset that is none", .entries(1, "Žába"), charset: "../../etc/passwd") {
            document(Array("Žába".utf8), declared: "none-such-\u{7}")
        },
        HostileCase(
            "a charset of a megabyte", .entries(1, "Žába"), charset: repeated("x", 1_000_000)
        ) {
            document(Array("Žába".utf8), declared: repeated("y", 1_000_000))
        },
        HostileCase("a charset with options for iconv", .entries(1, "é"), charset: "ascii//IGNORE")
        {
            document([0xE9], declared: "latin1//TRANSLIT")
        },
        HostileCase("windows-1252 that says nothing", .entries(1, "é€")) {
            document([0xE9, 0x80])
        },
        HostileCase("shift sequences without end", .entries(1, nil), charset: "iso-2022-jp") {
            document([UInt8](repeating: 0x1B, count: 100_000), declared: "iso-2022-jp")
        },
        HostileCase("bytes of chance", .refused(.notAFeed)) {
            var state: UInt64 = 7
            return (0..<500_000).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(state >> 56)
            }
        },
        HostileCase("a gzip file that no one unpacked", .refused(.notAFeed)) {
            [0x1F, 0x8B, 8, 0] + [UInt8](repeating: 0xAA, count: 1_000)
        },
        HostileCase("one byte", .refused(.notAFeed)) { [0x41] },
        HostileCase("one bracket", .refused(.notAFeed)) { [0x3C] },
        HostileCase("half a mark", .refused(.notAFeed)) { [0xEF, 0xBB] },
        HostileCase("a mark alone", .refused(.empty)) { [0xEF, 0xBB, 0xBF] },
        HostileCase("nothing", .refused(.empty)) { [] },
        HostileCase("megabytes of spaces", .refused(.empty)) {
            [UInt8](repeating: 0x20, count: 2_000_000)
        },
        HostileCase("megabytes of NUL", .refused(.empty)) {
            [UInt8](repeating: 0, count: 2_000_000)
        },
    ])
    func `are read as what they are`(hostile: HostileCase) { hostile.check() }
}
