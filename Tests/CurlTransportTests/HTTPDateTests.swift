import FoundationEssentials
import Testing

@testable import CurlTransport

private let now = Date(timeIntervalSince1970: 784_111_777)  // Sun, 06 Nov 1994 08:49:37 GMT

struct `A date in HTTP` {
    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994", "sun, 6 nov 1994 08:49:37 GMT",
    ])
    func `is read in its three forms`(text: String) {
        #expect(HTTPDate.date(text, now: now) == now)
    }

    @Test func `of two digits lies at most 50 years ahead`() {
        let early = HTTPDate.date("Friday, 01-Jan-44 00:00:00 GMT", now: now)
        let late = HTTPDate.date("Sunday, 01-Jan-45 00:00:00 GMT", now: now)
        #expect(early?.timeIntervalSince1970 == -820_540_800)
        #expect(late?.timeIntervalSince1970 == -788_918_400)
        let past = HTTPDate.date(
            "Friday, 01-Jan-16 00:00:00 GMT", now: Date(timeIntervalSince1970: 1.8e9))
        #expect(past?.timeIntervalSince1970 == 1_451_606_400)
    }

    @Test(arguments: [
        "", "now", "Sun, 00 Nov 1994 08:49:37 GMT", "Sun, 31 Dec 0000 08:49:37 GMT",
        "Thu, 29 Feb 1900 08:49:37 GMT", "Sun, 31 Feb 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 25:49:37 GMT",
        "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 06 Xyz 1994 08:49:37 GMT",
        "Sun, 06 Nov 99999999999999999999 08:49:37 GMT",
        "Sun, 06 Nov 0 08:49:37 GMT", "1994-11-06T08:49:37Z",
    ])
    func `is refused otherwise`(text: String) {
        #expect(HTTPDate.date(text, now: now) == nil)
    }

    @Test func `reaches over the years 1 to 9999, each day once`() {
        let first = HTTPDate.date("Mon, 01 Jan 0001 00:00:00 GMT", now: now)
        let leap = HTTPDate.date("Tue, 29 Feb 2000 23:59:60 GMT", now: now)
        let last = HTTPDate.date("Fri, 31 Dec 9999 23:59:59 GMT", now: now)
        #expect(first?.timeIntervalSince1970 == -62_135_596_800)
        #expect(leap?.timeIntervalSince1970 == 951_868_800)
        #expect(last?.timeIntervalSince1970 == 253_402_300_799)
    }
}
