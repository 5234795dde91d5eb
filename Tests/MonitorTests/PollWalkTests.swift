import FoundationEssentials
import Model
import SQLiteStorage
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Monitor

@Suite(.timeLimit(.minutes(5)))
struct `A poll walk` {
    @Test func `stores the first poll as the baseline`() async throws {
        let world = try await PollWorld(.ok(rss(["a", "b"]), headers: ["ETag": "\"1\""]))
        let report = try await world.walk()
        #expect(report.polled == 1)
        #expect(report.new.count == 2)
        #expect(try await world.mentions().allSatisfy(\.isBaseline))
        #expect(try await world.store.undecided(limit: 9, aspects: false).allSatisfy { !$0.isNews })
        let state = try await world.state()
        #expect(state.baselineAt == world.time.now)
        #expect(state.lastSuccess == world.time.now)
        #expect(state.validators.etag == "\"1\"")
        #expect(state.feedTitle == "Visits")
        #expect(state.format == .rss2)
        #expect(state.lastEntryCount == 2)
        #expect(state.mentionCount == 2)
        #expect(try await world.wait() == 600)
    }

    @Test func `stores an entry that is new as news, once`() async throws {
        let world = try await PollWorld(.ok(rss(["a"])))
        _ = try await world.walk()
        world.answer(.ok(rss(["b", "a"])))
        #expect(try await world.nextWalk().new.count == 1)
        world.answer(.ok(rss(["a", "b", "b"])))
        let report = try await world.nextWalk()
        #expect(report.new.isEmpty && report.changed.isEmpty)
        #expect(try await world.mentions().map(\.isBaseline) == [true, false])
        #expect(
            try await world.store.undecided(limit: 9, aspects: false).map(\.isNews) == [
                false, true,
            ])
    }

    @Test func `polls nothing before its time`() async throws {
        let world = try await PollWorld(.ok(rss(["a"])))
        _ = try await world.walk()
        world.time.advance(by: 599)
        #expect(try await world.walk().polled == 0)
        world.time.advance(by: 1)
        #expect(try await world.walk().polled == 1)
    }

    @Test func `asks with the validators and takes a 304 for a success`() async throws {
        let world = try await PollWorld { request in
            request.header("If-None-Match") == "\"1\""
                ? .status(304, headers: ["ETag": "\"1\""])
                : .ok(rss(["a"]), headers: ["ETag": "\"1\""])
        }
        _ = try await world.walk()
        let report = try await world.nextWalk()
        #expect(report.polled == 1 && report.failed.isEmpty && report.new.isEmpty)
        #expect(world.server.requests.count == 2)
        #expect(try await world.state().lastSuccess == world.time.now)
        #expect(try await world.state().lastEntryCount == 1)
    }

    @Test func `has nothing to do for the same body`() async throws {
        let world = try await PollWorld(.ok(rss(["a"])))
        _ = try await world.walk()
        let digest = try await world.state().bodyDigest
        let report = try await world.nextWalk()
        #expect(report.polled == 1 && report.failed.isEmpty && report.changed.isEmpty)
        #expect(try await world.state().bodyDigest == digest)
        #expect(digest != nil)
    }

    @Test func `stores an edit as a new version`() async throws {
        let world = try await PollWorld(.ok(rss(["a"], text: "It was great.")))
        _ = try await world.walk()
        world.answer(.ok(rss(["a"], text: "It was terrible.")))
        let report = try await world.nextWalk()
        #expect(report.new.isEmpty)
        let id = try #require(report.changed.first)
        let mention = try #require(try await world.store.mention(id))
        #expect(mention.version == 2)
        #expect(mention.sentiment.label == .negative)
        #expect(try await world.store.versions(of: id).map(\.text) == ["It was great."])
        let waiting = try await world.store.undecided(limit: 9, aspects: false)
        #expect(waiting.map(\.mention.version) == [2])
    }

    @Test func `tells of each poll whether it brought mentions`() async throws {
        let world = try await PollWorld(.ok(rss(["a"])))
        let told = Told()
        _ = try await world.walk(settled: told.add)
        world.time.advance(by: 600)
        _ = try await world.walk(settled: told.add)
        world.time.advance(by: 600)
        world.answer(.status(500))
        _ = try await world.walk(settled: told.add)
        #expect(told.all == [true, false, false])
    }

    @Test func `that is cancelled stores nothing`() async throws {
        let world = try await PollWorld(.hang)
        let before = try await world.state()
        let walk = Task { try await world.walk() }
        await world.server.requests(atLeast: 1)
        walk.cancel()
        #expect(try await walk.value.polled == 0)
        try await world.store.releaseLeases(heldBy: "test")
        #expect(try await world.state() == before)
        world.answer(.ok(rss(["a"])))
        #expect(try await world.walk().new.count == 1)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A source that fails` {
    @Test func `is counted, asked less and less, and is well again after a success`() async throws {
        let world = try await PollWorld(.ok(rss(["a"])))
        _ = try await world.walk()
        world.answer(.status(503))
        var waits: [Double] = []
        let since = try await world.state().nextPoll
        for failures in 1...3 {
            let report = try await world.nextWalk()
            #expect(report.failed[Sample.reviews]?.reason == .serverError)
            #expect(try await world.state().failures == failures)
            waits.append(try await world.wait())
        }
        #expect(waits == [300, 600, 1200])
        #expect(try await world.state().failingSince == since)
        #expect(try await world.state().lastFailure?.httpStatus == 503)
        world.answer(.ok(rss(["b", "a"])))
        #expect(try await world.nextWalk().new.count == 1)
        let state = try await world.state()
        #expect(state.failures == 0)
        #expect(state.failingSince == nil && state.lastFailure == nil)
        #expect(try await world.wait() == 600)
    }

    @Test func `is not asked before the time that it asked for`() async throws {
        let world = try await PollWorld(.status(429, headers: ["Retry-After": "7200"]))
        let report = try await world.walk()
        #expect(report.failed[Sample.reviews]?.reason == .rateLimited)
        #expect(try await world.wait() == 7200)
    }

    @Test func `is asked once a day when it is gone`() async throws {
        let world = try await PollWorld(.status(410))
        #expect(try await world.walk().failed[Sample.reviews]?.reason == .gone)
        #expect(try await world.wait() == 86_400)
    }

    @Test func `keeps the old validators when its answer can't be read`() async throws {
        let world = try await PollWorld(.ok(rss(["a"]), headers: ["ETag": "\"good\""]))
        _ = try await world.walk()
        let before = try await world.state()
        world.answer(.ok("<rss><channel><item>", headers: ["ETag": "\"bad\""]))
        let report = try await world.nextWalk()
        let failure = try #require(report.failed[Sample.reviews])
        #expect(failure.reason == .malformed || failure.reason == .notAFeed)
        let state = try await world.state()
        #expect(state.validators == before.validators)
        #expect(state.bodyDigest == before.bodyDigest)
        #expect(state.lastFailure == failure)
    }

    @Test func `that never worked has its baseline still before it`() async throws {
        let world = try await PollWorld(.status(404))
        #expect(try await world.walk().failed[Sample.reviews]?.reason == .notFound)
        #expect(try await world.state().baselineAt == nil)
        world.answer(.ok(rss(["a"])))
        _ = try await world.nextWalk()
        #expect(try await world.mentions().map(\.isBaseline) == [true])
    }

    @Test func `has moved for good, which is remembered`() async throws {
        let world = try await PollWorld {
            $0.path == "/feed" ? .redirect(to: "/moved", status: 301) : .ok(rss(["a"]))
        }
        _ = try await world.walk()
        #expect(try await world.state().movedTo?.reveal() == world.server.url("/moved"))
        try await world.nextWalk()
        #expect(world.server.requests.map(\.path) == ["/feed", "/moved", "/moved"])
        #expect(try await world.mentions().count == 1)
    }
}

private final class Told: Sendable {
    private let held = Mutex<[Bool]>([])
    var all: [Bool] { held.withLock { $0 } }
    var add: @Sendable (Bool) -> Void { { told in self.held.withLock { $0.append(told) } } }
}
