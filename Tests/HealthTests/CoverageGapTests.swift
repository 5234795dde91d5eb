import FoundationEssentials
import Model
import Testing

@testable import Health

private func gap(
    count: Int = 20, elapsed: Double = 21_600, interval: Double = 21_600,
    dates: [Double] = [], wasUnwatched: Bool = false
) -> CoverageGap {
    var entries = (0..<count).map { Sample.entry("\($0)") }
    for (index, date) in dates.enumerated() { entries[index].published = Sample.now - date }
    return CoverageGap(
        start: Sample.now - elapsed, now: Sample.now, entries: entries, interval: interval,
        wasUnwatched: wasUnwatched)
}

struct `A gap` {
    @Test func `ends at the oldest date since the last reading`() {
        #expect(gap().end == Sample.now)
        #expect(gap(dates: [60, 3600, 99_999, -60]).end == Sample.now - 3600)
    }

    @Test func `says from when to when, why, and what to do`() {
        #expect(
            gap(dates: [3600]).notice(cadence: Cadence(), wording: Sample.wording).detail
                == "Town reviews lists nothing of what it listed before, so entries between T-21600 and "
                + "T-3600 may have been missed: it only lists 20 entries. Shorten its interval to 7200 "
                + "s or less (it is 21600 s).")
    }

    @Test func `asks for an interval in which half the list can be new, by cadence too`() {
        #expect(gap().shorterInterval(cadence: Cadence()) == 10_800)
        let busy = Cadence(observedDays: 30, activeDays: 30, arrivals: 30 * 480)
        #expect(gap().shorterInterval(cadence: busy) == 1800)
    }

    @Test func `says so where a shorter interval would not help`() {
        let fast = gap(elapsed: 60, interval: 60)
        #expect(fast.shorterInterval(cadence: Cadence()) == nil)
        #expect(
            fast.notice(cadence: Cadence(), wording: Sample.wording).detail.hasSuffix(
                "A shorter interval would not help: look for a feed of it that lists more."))
        let unwatched = gap(elapsed: 10 * 86_400, wasUnwatched: true)
        #expect(
            unwatched.notice(cadence: Cadence(), wording: Sample.wording).detail.hasSuffix(
                "It had not been read for so long."))
    }
}

struct `A move` {
    @Test func `names both addresses`() {
        let move = Relocation.moved(from: "https://a.example/f", to: "https://b.example/f")
        #expect(
            move.notice(wording: Sample.wording).detail
                == "Town reviews has moved for good, from https://a.example/f to https://b.example/f. "
                + "It is read there from now on; write the new address into the configuration.")
        let back = Relocation.returned(from: "https://b.example/f", to: "https://a.example/f")
        #expect(
            back.notice(wording: Sample.wording).detail
                == "Town reviews is back at its configured address https://a.example/f; "
                + "https://b.example/f, where it had moved, does not give it any more.")
    }
}
