import FoundationEssentials
import HTTPTypes
import Testing

@testable import Fetching

private let now = Date(timeIntervalSince1970: 784_111_777)  // Sun, 06 Nov 1994 08:49:37 GMT

struct `The freshness of an answer` {
    @Test(
        arguments: [
            ([.cacheControl: "max-age=600"], 600), ([.cacheControl: "Public, Max-Age=\"60\""], 60),
            ([.cacheControl: "max-age=600", .age: "100"], 500),
            ([.cacheControl: "max-age=600", .age: "100, 7"], 500),
            ([.cacheControl: "max-age=600", .age: "old"], 600),
            ([.cacheControl: "max-age=5", .age: "9"], 0),
            ([.cacheControl: "max-age=600", .date: "Sun, 06 Nov 1994 08:47:37 GMT"], 480),
            (
                [
                    .cacheControl: "max-age=600", .age: "200",
                    .date: "Sun, 06 Nov 1994 08:47:37 GMT",
                ], 400
            ),
            ([.cacheControl: "max-age=600", .date: "Sun, 06 Nov 1994 09:47:37 GMT"], 600),
            ([.cacheControl: "max-age=600, no-cache"], 0), ([.cacheControl: "no-cache"], 0),
            ([.cacheControl: "no-cache=\"Set-Cookie, ETag\", max-age=60"], 60),
            ([.cacheControl: "private=\"X-User\", max-age=60"], 60),
            ([.cacheControl: "ext=\"max-age=9, no-store\", max-age=60"], 60),
            ([.cacheControl: "no-store"], nil), ([.cacheControl: "max-age=60, no-store"], nil),
            ([.cacheControl: "max-age=-5"], 0), ([.cacheControl: "max-age=soon"], 0),
            ([.cacheControl: "max-age"], 0), ([.cacheControl: "max-age=10, max-age=99"], 10),
            ([.cacheControl: "max-age=99999999999999999999999"], 365 * 86_400),
            ([.cacheControl: "s-maxage=5"], nil), ([.cacheControl: "s-maxage=5, max-age=60"], 60),
            ([.cacheControl: "max-age=60, immutable, must-revalidate"], 60),
            ([.cacheControl: "immutable"], nil), ([:], nil),
            ([.expires: "Sun, 06 Nov 1994 09:49:37 GMT"], 3600),
            (
                [
                    .expires: "Sun, 06 Nov 1994 09:49:37 GMT",
                    .date: "Sun, 06 Nov 1994 09:39:37 GMT",
                ], 600
            ),
            ([.expires: "Sun, 06 Nov 1994 09:49:37 GMT", .age: "600"], 3000),
            ([.expires: "0"], 0), ([.expires: "Sun, 06 Nov 1904 09:49:37 GMT"], 0),
            ([.expires: "Sun, 06 Nov 1994 09:49:37 GMT", .cacheControl: "max-age=1"], 1),
            ([.expires: "Sun, 06 Nov 1994 09:49:37 GMT", .cacheControl: "s-maxage=1"], 3600),
        ] as [(HTTPFields, Double?)])
    func `is what the server says`(headers: HTTPFields, expected: Double?) {
        #expect(Freshness.seconds(headers, now: now) == expected)
    }
}

struct `A content type` {
    @Test(
        arguments: [
            ("text/xml", "text/xml", nil), ("Text/XML; Charset=UTF-8", "text/xml", "utf-8"),
            ("text/xml;charset = \"iso-8859-1\" ; x=y", "text/xml", "iso-8859-1"),
            ("text/xml; charset='utf-8'", "text/xml", "utf-8"), ("; charset=utf-8", nil, "utf-8"),
            ("xml", nil, nil), ("", nil, nil), ("text/xml; charset=", "text/xml", nil),
            (nil, nil, nil),
        ] as [(String?, String?, String?)])
    func `is read leniently`(value: String?, mediaType: String?, charset: String?) {
        let type = ContentType(value)
        #expect(type.mediaType == mediaType)
        #expect(type.charset == charset)
    }
}

struct `A body's digest` {
    @Test(arguments: [
        ("", "00000000000000000000000000000000"), ("hello", "cbd8a7b341bd9b025b1e906a48ae1d19"),
        ("The quick brown fox jumps over the lazy dog", "e34bbc7bbc071b6c7a433ca9c49a9347"),
    ])
    func `is MurmurHash3`(text: String, expected: String) {
        #expect(BodyDigest.of(Array(text.utf8)) == expected)
    }

    @Test func `changes with every byte and length`() {
        let all =
            (0..<64).map { BodyDigest.of([UInt8](repeating: 0, count: $0)) }
            + (0..<40).map { index in
                BodyDigest.of((0..<40).map { $0 == index ? 1 : 0 })
            }
        #expect(Set(all).count == all.count)
    }
}
