import FoundationEssentials
import Model
import Testing

@testable import Monitor

/// Thursday, 1 October 2026, 14:25 UTC.
private let now = Date(timeIntervalSince1970: 1_790_864_700)
private let id = SourceID(trusted: "shop")

private func timing(
    longest: TimeInterval? = nil, budgetInterval: TimeInterval = 0, dueAt: Date = now
) -> PollTiming {
    var state = SourceState(source: id, nextPoll: dueAt, urlDigest: "")
    state.lastPoll = dueAt - 900
    let source = Source(
        id: id, url: Secret("https://shop.example/feed"), kind: .review, longestInterval: longest)
    return PollTiming(
        source: source, state: state, budgetInterval: budgetInterval, now: now, random: 0)
}

private func wait(
    _ timing: PollTiming, cadence: Cadence = Cadence(), wait: TimeInterval? = nil,
    skips: SkippedTimes? = nil, urgentUntil: Date? = nil
) -> TimeInterval {
    timing.nextPoll(cadence: cadence, wait: wait, skips: skips, urgentUntil: urgentUntil)
        .timeIntervalSince(now)
}

struct `The timing of polls` {
    /// One arrival a day, the last an hour ago.
    private let daily = Cadence(
        observedDays: 60, activeDays: 40, arrivals: 60, lastArrival: now - 3600)

    @Test func `keeps to the interval without a longest one`() {
        #expect(wait(timing(), cadence: daily) == 900)
    }

    @Test func `follows the cadence up to the longest interval`() {
        #expect(wait(timing(longest: 86_400), cadence: daily) == 8640)
        #expect(wait(timing(longest: 3600), cadence: daily) == 3600)
    }

    @Test func `goes back to the shortest while a complaint is open`() {
        #expect(wait(timing(longest: 86_400), cadence: daily, urgentUntil: now + 1) == 900)
        #expect(wait(timing(longest: 86_400), cadence: daily, urgentUntil: now) == 8640)
    }

    @Test func `stretches so that the budget of the host lasts the day`() {
        #expect(wait(timing(budgetInterval: 7200)) == 7200)
        #expect(wait(timing(budgetInterval: 60)) == 900)
    }

    @Test func `leaves out the hours that the feed asks to`() throws {
        let skips = try #require(SkippedTimes(hours: [14, 15]))
        #expect(wait(timing(), skips: skips) == 95 * 60)
    }

    @Test func `is not put off for more than a day by them`() throws {
        let skips = try #require(SkippedTimes(weekdays: [4, 5, 6, 7, 1, 2]))
        #expect(wait(timing(), skips: skips) == 86_400)
    }

    @Test func `heeds what the server says nothing new comes before`() {
        #expect(wait(timing(), wait: 1800) == 1800)
    }

    @Test func `spreads sources that come back together from an outage`() {
        #expect(wait(timing(dueAt: now - 7200)) == 450)
    }
}
