import FoundationEssentials
import Model
import Testing

struct `Skipped times` {
    /// Thursday, 1 October 2026, 14:25 UTC.
    private let thursday = Date(timeIntervalSince1970: 1_790_864_700)

    @Test func `let a time through that they do not name`() throws {
        let skips = try #require(SkippedTimes(hours: [3, 4], weekdays: [6, 7]))
        #expect(skips.earliest(from: thursday) == thursday)
    }

    @Test func `put off to the next hour that they do not name`() throws {
        let skips = try #require(SkippedTimes(hours: [14, 15]))
        #expect(skips.earliest(from: thursday).timeIntervalSince(thursday) == 95 * 60)
    }

    @Test func `put off over midnight and over days`() throws {
        let skips = try #require(SkippedTimes(hours: [0], weekdays: [4, 5, 6, 7]))
        // Monday, 01:00.
        #expect(skips.earliest(from: thursday) == Date(timeIntervalSince1970: 1_791_162_000))
    }

    @Test func `are none where they would leave no time at all, or name none`() {
        #expect(SkippedTimes() == nil)
        #expect(SkippedTimes(hours: Set(0...23)) == nil)
        #expect(SkippedTimes(weekdays: Set(1...7)) == nil)
        #expect(SkippedTimes(hours: [24, -1]) == nil)
    }

    @Test func `are kept as a number`() throws {
        let skips = try #require(SkippedTimes(hours: [0, 23], weekdays: [1, 7]))
        #expect(skips.code == 1 | 1 << 23 | 1 << 24 | 1 << 30)
        #expect(SkippedTimes(code: skips.code) == skips)
        #expect([0, -1, 1 << 31, Int.max].allSatisfy { SkippedTimes(code: $0) == nil })
    }

    @Test(arguments: [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: 1e18)])
    func `end for any date`(date: Date) throws {
        let skips = try #require(SkippedTimes(hours: Set(0...22), weekdays: [1, 2, 3, 4, 5, 6]))
        #expect(skips.earliest(from: date) >= date)
    }
}
