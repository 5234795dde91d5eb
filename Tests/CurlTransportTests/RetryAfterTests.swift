import FoundationEssentials
import Testing

@testable import CurlTransport

private let now = Date(timeIntervalSince1970: 1_795_339_800)  // Sun, 22 Nov 2026 09:30:00 GMT

struct `A Retry-After field` {
    @Test(arguments: [
        ("0", 0.0), ("120", 120), ("999999999999999999999999", 86_400),
        ("Sun, 22 Nov 2026 09:31:00 GMT", 60),
        ("Sunday, 22-Nov-26 09:31:00 GMT", 60), ("Sun Nov 22 09:31:00 2026", 60),
        ("Sun, 22 Nov 2026 09:00:00 GMT", 0),
        ("Fri, 31 Dec 2999 23:59:59 GMT", 86_400), ("Mon, 23 Nov 2026 09:30:00 GMT", 86_400),
    ])
    func `is seconds from now, a day at most`(field: String, seconds: Double) {
        #expect(RetryAfter.seconds(field, now: now) == seconds)
    }

    @Test(arguments: [
        "", "soon", "-5", "1.5", "Sun, 30 Feb 2026 09:31:00 GMT", "Sun, 22 Nov 2026 25:00:00 GMT",
        "Sun, 22 Nov 2026 09:31 GMT", "Sun, 22 Nov 2026 09:31:00 CET", "a b c d e GMT", "1 2",
    ])
    func `is nothing where it is not clear`(field: String) {
        #expect(RetryAfter.seconds(field, now: now) == nil)
    }
}
