import FoundationEssentials
import Testing

@testable import Reporting

struct `A time` {
    @Test func `is shown in the zone of the reader`() throws {
        let zone = try #require(TimeZone(secondsFromGMT: 5 * 3600 + 1800))
        let text = TimeText(zone: zone, now: Sample.now)
        #expect(text.absolute(Sample.now) == "2026-11-22 17:30")
        #expect(Sample.time.absolute(Sample.now) == "2026-11-22 12:00")
        #expect(Sample.time.day(Sample.now) == "22 Nov 2026")
    }

    @Test(arguments: [
        (-10, "just now"), (10.0, "in a moment"), (-300, "5 min ago"), (-7200, "2 h ago"),
        (-259_200, "3 d ago"), (90, "in 1 min"), (-3_456_000, "13 Oct 2026"),
    ])
    func `is told by its distance from now`(offset: TimeInterval, text: String) {
        #expect(Sample.time.relative(Sample.now.addingTimeInterval(offset)) == text)
    }

    @Test(arguments: [-1e300, 1e300, -62_135_596_800, 253_402_300_799])
    func `of any year does not trap`(seconds: TimeInterval) {
        let date = Date(timeIntervalSince1970: seconds)
        #expect(Sample.time.absolute(date).count == 16)
        #expect(!Sample.time.relative(date).isEmpty)
    }
}
