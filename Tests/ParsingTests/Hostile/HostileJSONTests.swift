import Foundation
import Model
import Testing

@testable import Parsing

struct `Hostile JSON` {
    private static func feed(_ items: String, _ head: String = "") -> String {
        #"{"version":"https://jsonfeed.org/version/1.1","title":"Kiosk",\#(head)"items":[\#(items)]}"#
    }

    private static let soup = #"{"id":"1","title":"soup"}"#

    /// A feed of one item with these members, whose title is expected.
    private static func item(
        _ name: String, _ title: String?, _ members: @autoclosure @escaping @Sendable () -> String
    ) -> HostileCase {
        HostileCase(name, .entries(1, title), feed(#"{"id":"1",\#(members())}"#))
    }

    @Test(arguments: [
        HostileCase("arrays of depth a million", .refused(.tooDeep), repeated("[", 1_000_000)),
        HostileCase(
            "objects of depth a million", .refused(.tooDeep), repeated("{\"a\":", 300_000)),
        HostileCase(
            "depth in an item", .refused(.tooDeep),
            feed("{\"id\":\"1\",\"x\":" + repeated("[", 100_000))),
        HostileCase(
            "one key again and again", .entries(1, "soup"),
            feed("{\"id\":\"1\"," + repeated("\"title\":\"stew\",", 50_000) + "\"title\":\"soup\"}")
        ),
        HostileCase(
            "keys without number", .entries(1, "soup"),
            feed(
                "{" + (0..<50_000).map { "\"k\($0)\":0," }.joined()
                    + "\"id\":\"1\",\"title\":\"soup\"}")),
        item(
            "a number of a million digits", "soup",
            "\"x\":\(repeated("9", 1_000_000)),\"title\":\"soup\""),
        item(
            "an exponent without end", "soup",
            "\"x\":1e\(repeated("9", 300_000)),\"title\":\"soup\""),
        item(
            "a fraction without end", "soup",
            "\"x\":0.\(repeated("0", 300_000))1,\"title\":\"soup\""),
        item("a number beyond all", "soup", "\"x\":[1e309,-1e309,1e308],\"title\":\"soup\""),
        item("a key of a megabyte", "soup", "\"\(repeated("k", 1_000_000))\":1,\"title\":\"soup\""),
        item("a lone surrogate", "a\u{FFFD}b", #""title":"a\ud800b""#),
        item("surrogates turned round", "a\u{FFFD}\u{FFFD}b", #""title":"a\udc00\ud800b""#),
        item("NUL by escape", "ab", #""title":"a\u0000b""#),
        item("controls by escape", "ab", #""title":"a\u001bb""#),
        HostileCase("an unknown escape", .refused(.malformed), feed(#"{"id":"1","title":"a\q"}"#)),
        HostileCase(
            "an escape that breaks off", .refused(.malformed), feed(#"{"id":"1","title":"\u12"}"#)),
        item("a raw line end in a text", "a b", "\"title\":\"a\nb\""),
        item("a raw NUL in a text", "ab", "\"title\":\"a\0b\""),
        item(
            "escapes without number", repeated("A", 50_000),
            "\"title\":\"\(repeated("\\u0041", 50_000))\""),
        item("a title that is a number", "5", "\"title\":5"),
        item("a title that is a list", nil, "\"title\":[[[]]]"),
        item("a title that is null", nil, "\"title\":null"),
        item("an address that runs", "soup", "\"url\":\"javascript:alert(1)\",\"title\":\"soup\""),
        item(
            "an address of a megabyte", "soup",
            "\"url\":\"https://a.example/\(repeated("y", 1_000_000))\",\"title\":\"soup\""),
        item(
            "a date beyond all", "soup",
            "\"date_published\":\"99999-99-99T99:99:99Z\",\"title\":\"soup\""),
        item("a date that is a number", "soup", "\"date_published\":1e400,\"title\":\"soup\""),
        HostileCase("items of numbers", .entries(0, nil), feed("1,2,3")),
        HostileCase("items of null", .entries(0, nil), feed(repeated("null,", 50_000) + "null")),
        HostileCase(
            "items of all kinds", .entries(1, "soup"), feed("null,1,\"x\",[],{},true," + soup)),
        HostileCase(
            "items that are an object", .refused(.noRecipe),
            #"{"version":"https://jsonfeed.org/version/1","items":{"a":1}}"#),
        HostileCase(
            "items that are a text", .refused(.noRecipe),
            #"{"version":"https://jsonfeed.org/version/1","items":"x"}"#),
        HostileCase(
            "items again and again", .entries(1, "soup"),
            #"{"version":"https://jsonfeed.org/version/1","items":[],"items":[\#(soup)]}"#),
        HostileCase("garbage behind the end", .refused(.malformed), feed(soup) + "x"),
        HostileCase("two documents", .refused(.malformed), feed(soup) + feed(soup)),
        HostileCase("a comment", .refused(.malformed), "{/* x */" + feed(soup).dropFirst()),
        HostileCase("NaN", .refused(.malformed), feed("{\"id\":\"1\",\"x\":NaN}")),
        HostileCase("Infinity", .refused(.malformed), feed("{\"id\":\"1\",\"x\":-Infinity}")),
        HostileCase("a plus sign", .refused(.malformed), feed("{\"id\":\"1\",\"x\":+1}")),
        HostileCase("a zero in front", .refused(.malformed), feed("{\"id\":\"1\",\"x\":01}")),
        HostileCase("single quotes", .refused(.malformed), "{'version':'x'}"),
        HostileCase("a comma at the end", .refused(.malformed), feed(soup + ",")),
        HostileCase(
            "a text without end", .refused(.malformed),
            feed(soup).prefix(80) + "\"" + repeated("x", 500_000)),
        HostileCase("a list without end", .refused(.malformed), "[" + repeated("1,", 300_000)),
        HostileCase("brackets that don't match", .refused(.malformed), "[}"),
        HostileCase("a bracket", .refused(.malformed), "["),
        HostileCase("a guard against scripts", .refused(.notAFeed), ")]}'\n" + feed(soup)),
        HostileCase("a call around it", .refused(.notAFeed), "call(" + feed(soup) + ")"),
        HostileCase("a mark in front", .entries(1, "soup"), "\u{FEFF}" + feed(soup)),
        HostileCase("UTF-16", .entries(1, "soup")) {
            [0xFF, 0xFE] + feed(soup).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        },
        HostileCase("UTF-16 without a mark", .entries(1, "soup")) {
            feed(soup).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        },
        HostileCase("invalid UTF-8", .entries(1, "Ž\u{FFFD}ŽŽŽ")) {
            Array(feed(#"{"id":"1","title":"Ž"#).utf8.dropLast(2)) + [0xC3] + Array("ŽŽŽ\"}]}".utf8)
        },
        HostileCase("an empty object", .refused(.noRecipe), "{}"),
        HostileCase("an empty list", .entries(0, nil), "[]"),
        HostileCase(
            "a list of empty lists", .entries(0, nil), "[" + repeated("[],", 50_000) + "[]]"),
    ])
    func `is read or refused, and bounded`(hostile: HostileCase) { hostile.check() }

    @Test(arguments: [
        (#"{"reviews":5}"#, FeedParseError.Reason.recipeMismatch), ("[]", .recipeMismatch),
        (#"{"reviews":"#, .malformed),
    ])
    func `that is not what its recipe says is refused`(
        payload: String, reason: FeedParseError.Reason
    ) {
        #expect {
            try mapped(payload)
        } throws: {
            ($0 as? FeedParseError)?.reason == reason
        }
    }

    @Test(arguments: [
        "1e999", "-1e999", "\"NaN\"", "\"inf\"", "0", "-5", "\"5/0\"", "\"FIVE\"", "null", "[]",
        "{}", "true",
        "\"\(repeated("9", 100_000))\"", "99999999999999999999999999",
    ])
    func `has no rating that is none`(rating: String) throws {
        let feed = try mapped(
            #"{"reviews":[{"id":1,"text":"soup","stars":\#(rating)}]}"#,
            ["fields": ["id": "id", "text": "text", "rating": "stars"]])
        #expect(feed.entries.map(\.text) == ["soup"])
        guard let found = feed.entries.first?.rating else { return }
        #expect(found.fraction.isFinite && found.max < 1e6)
    }

    @Test(arguments: [
        "1e999", "-1e999", "99999999999999999999999999", "-99999999999999999", "\"NaN\"", "null",
        "[]",
        "\"2026-02-30\"", "1e-400", "\"\(repeated("1", 100_000))\"", "true", "0.5",
    ])
    func `has no date that is none`(date: String) throws {
        for time in ["epoch", "epoch-ms", "auto"] {
            let feed = try mapped(
                #"{"reviews":[{"id":1,"text":"soup","at":\#(date)}]}"#,
                [
                    "fields": [
                        "id": "id", "text": "text",
                        "published": ["path": "at", "time": .init(stringLiteral: time)],
                    ]
                ])
            guard let found = feed.entries.first?.published else { continue }
            let seconds = found.timeIntervalSince1970
            #expect(
                seconds > -62_200_000_000 && seconds < 253_500_000_000,
                "\(date.prefix(40)) \(time)")
        }
    }

    @Test func `is whole or refused, wherever it breaks off`() {
        let whole = Array(
            Self.feed(#"{"id":"1","title":"Ž\u00e9","content_html":"<p>x</p>","n":-1.5e3}"#).utf8)
        for end in whole.indices {
            #expect(throws: FeedParseError.self) {
                try FeedSample.parse(bytes: Array(whole[..<end]))
            }
        }
    }

    @Test(arguments: [
        ("reviews without number", 2_000), ("reviews in reviews", 1),
    ])
    func `in a page is bounded`(name: String, count: Int) {
        let review = #"{"@type":"Review","reviewBody":"soup","author":"Ann"}"#
        let list =
            count > 1
            ? "[" + [String](repeating: review, count: count).joined(separator: ",") + "]"
            : repeated(#"{"@type":"Review","reviewBody":"x","review":"#, 100_000)
        let page =
            "<!doctype html><title>Kiosk</title><script type=\"application/ld+json\">\(list)</script>"
        do throws(FeedParseError) {
            let feed = try FeedSample.parse(page)
            #expect(!feed.entries.isEmpty && feed.entries.count <= count, "\(name)")
        } catch {
            #expect(error.reason == .html, "\(name)")
        }
    }

    @Test(arguments: [
        "<!doctype html>" + repeated("<script type=\"application/ld+json\">", 20_000),
        "<!doctype html>" + repeated("<script type=\"application/ld+json\">{</script>", 5_000),
        "<!doctype html><script type='application/ld+json'>" + repeated("[", 300_000) + "</script>",
        "<!doctype html><script type='application/ld+json'>{\"@id\":\"#a\",\"review\":{\"@id\":\"#a\"}}</script>",
        "<!doctype html><title>" + repeated("x", 1_000_000),
        "<!doctype html>"
            + repeated("<link rel=alternate type=application/rss+xml href=/a>", 20_000),
        "<!doctype html>" + repeated("<link rel=", 50_000), "<html>" + repeated("<", 500_000),
        "<html>" + repeated("<!--", 200_000), "<html " + repeated("a='", 200_000),
    ])
    func `and hostile pages end as a page`(page: String) {
        #expect {
            try FeedSample.parse(page)
        } throws: {
            let error = $0 as? FeedParseError
            return error?.reason == .html && (error?.detail.utf8.count ?? 9_999) < 1_500
        }
    }
}
