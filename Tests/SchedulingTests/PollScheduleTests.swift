import FoundationEssentials
import Scheduling
import Testing

struct `A poll schedule` {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)
    private let schedule = PollSchedule(interval: 900)

    private func delay(_ outcome: PollSchedule.Outcome, random: Double = 0) -> TimeInterval {
        schedule.nextPoll(after: outcome, now: now, random: random).timeIntervalSince(now)
    }

    @Test func `polls after the interval, and a little later by chance`() {
        #expect(delay(.success()) == 900)
        #expect(delay(.success(), random: 1) == 945)
    }

    @Test(arguments: [
        (60.0, 900.0), (900, 900), (1800, 1800), (3600, 3600), (100_000, 3600), (-5, 900),
        (.infinity, 3600),
    ])
    func `heeds a time to live of up to four intervals`(timeToLive: Double, expected: Double) {
        #expect(delay(.success(timeToLive: timeToLive)) == expected)
    }

    @Test func `doesn't let a time to live put off a slow source for more than its interval`() {
        let daily = PollSchedule(interval: 86_400)
        let next = daily.nextPoll(after: .success(timeToLive: 1e9), now: now, random: 0)
        #expect(next.timeIntervalSince(now) == 86_400)
    }

    @Test func `backs off from the interval to the cap`() {
        #expect(delay(.failure(failures: 1)) == 450)
        #expect(delay(.failure(failures: 1), random: 1) == 900)
        #expect(delay(.failure(failures: 3), random: 1) == 3600)
        #expect(delay(.failure(failures: 500), random: 1) == 4 * 3600)
    }

    @Test(arguments: [0.0, 0.25, 0.5, 0.999])
    func `never asks again sooner than the server allows`(random: Double) {
        for wait in [0.0, 1, 120, 900, 86_400] {
            let actual = delay(.failure(failures: 1, retryAfter: wait), random: random)
            #expect(actual >= wait)
            #expect(actual <= max(wait + 60, 900))
        }
    }

    @Test func `doesn't hammer a server that asks for no wait`() {
        #expect(delay(.failure(failures: 1, retryAfter: 0)) >= 450)
        #expect(delay(.failure(failures: 1, retryAfter: .nan)) >= 450)
        #expect(delay(.failure(failures: 1, retryAfter: -10)) >= 450)
    }

    @Test func `asks once a day for a source that is gone`() {
        #expect(delay(.gone) == 86_400)
        #expect(delay(.gone, random: 0.5) == 86_430)
    }

    @Test func `spreads first polls, the more the longer, within the interval`() {
        let first = (0..<1000).map {
            schedule.firstPoll(index: $0, count: 1000, now: now, random: 0.5)
                .timeIntervalSince(now)
        }
        #expect(first == first.sorted())
        #expect(first[0] < 1)
        #expect((200...250).contains(first[999]))
        #expect(schedule.firstPoll(index: 0, count: 1, now: now, random: 0.9) < now + 1)
        let crowd = schedule.firstPoll(index: 99_999, count: 100_000, now: now, random: 0.9)
        #expect(crowd <= now + 900)
    }

    @Test func `spreads sources that were late together over half an interval`() {
        let nexts = stride(from: 0.0, to: 1, by: 0.1).map {
            schedule.nextPoll(after: .success(), now: now, lateness: 7200, random: $0)
                .timeIntervalSince(now)
        }
        #expect(nexts.min() == 450)
        #expect(nexts.max().map { $0 > 840 && $0 <= 900 } == true)
        #expect(Set(nexts).count == 10)
    }

    @Test func `asks a late source no sooner than its time to live`() {
        for random in [0.0, 0.5, 0.999] {
            let next = schedule.nextPoll(
                after: .success(timeToLive: 1800), now: now, lateness: 7200, random: random)
            #expect(next.timeIntervalSince(now) >= 1800)
        }
    }

    @Test func `takes no notice of a few seconds of lateness`() {
        let next = schedule.nextPoll(after: .success(), now: now, lateness: 30, random: 0)
        #expect(next.timeIntervalSince(now) == 900)
    }
}
