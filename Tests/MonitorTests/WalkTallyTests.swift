import FoundationEssentials
import Model
import Storage
import TestSupport
import Testing

@testable import Monitor

struct `A tally of the walks` {
    @Test func `counts polls by outcome, with what they brought`() async throws {
        let world = try await PollWorld(.ok(rss(["a", "b"])))
        let tally = WalkTally()
        try await world.walk(tally)
        try await world.walk(tally)
        world.answer(.status(404))
        try await world.walk(tally)
        let counts = tally.counts
        #expect(counts.polls == [.read: 1, .unchanged: 1, .failed: 1])
        #expect(counts.failures == [.notFound: 1])
        #expect(counts.entries == 2 && counts.scored == 2)
        #expect(counts.newMentions == 2 && counts.changedMentions == 0)
        #expect(counts.pollDurations.count == 3)
    }

    @Test func `counts alerts by rule and attempts by channel`() {
        let tally = WalkTally()
        tally.countAlerts(of: [Sample.rule, Sample.rule])
        tally.count(.delivered, through: Sample.mail)
        tally.count(.retry(at: Date(timeIntervalSince1970: 0), error: "no"), through: Sample.mail)
        tally.count(.givenUp(error: "no"), through: Sample.hook)
        tally.count(.cancelled(reason: "gone"), through: Sample.hook)
        #expect(tally.counts.alerts == [Sample.rule: 2])
        #expect(
            tally.counts.attempts == [
                Sample.mail: [.delivered: 1, .retried: 1],
                Sample.hook: [.givenUp: 1, .cancelled: 1],
            ])
    }

    @Test func `adds up what retention removed`() {
        let tally = WalkTally()
        let now = Date(timeIntervalSince1970: 9)
        tally.count(Pruned(mentions: 2, authors: 1, deliveries: 3), at: now)
        tally.count(Pruned(mentions: 5), at: now)
        let counts = tally.counts
        #expect(counts.removedMentions == 7 && counts.removedAuthors == 1)
        #expect(counts.removedDeliveries == 3 && counts.lastRetention == now)
    }

    @Test func `puts durations into buckets by their upper bound`() {
        var durations = DurationCounts()
        for seconds in [0.1, 0.11, 120, 121, -1, .nan] { durations.add(seconds) }
        #expect(durations.buckets == [3, 1, 0, 0, 0, 0, 0, 0, 0, 1])
        #expect(durations.count == 6)
    }
}

struct `The standing of walks` {
    @Test func `knows rounds and why a walk could not go on`() {
        let progress = WalkProgress()
        #expect(progress.standings.isEmpty)
        progress.step("poll")
        #expect(progress.standings["poll"]?.rounds == 0)
        progress.ended("poll", failure: "the disk is full")
        #expect(progress.standings["poll"]?.failure == "the disk is full")
        #expect(progress.standings["poll"]?.rounds == 0)
        progress.ended("poll", failure: nil)
        #expect(progress.standings["poll"]?.failure == nil)
        #expect(progress.standings["poll"]?.rounds == 1)
        progress.end("poll")
        #expect(progress.standings.isEmpty)
    }
}

extension PollWorld {
    /// Makes the source due and walks, counting.
    fileprivate func walk(_ tally: WalkTally) async throws {
        try await store.pollSoon(nil, now: time.now)
        _ = try await PollWalk(
            store: store, configuration: CurrentConfiguration(Sample.configuration(source: source)),
            time: time.source, owner: "test", random: { 0 }, logger: Sample.logger, tally: tally,
            settled: { _ in }
        ).run()
    }
}
