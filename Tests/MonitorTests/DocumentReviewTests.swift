import Fetching
import FoundationEssentials
import Model
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Monitor

/// What was told of the source so far, oldest first.
private func kinds(_ world: PollWorld) async throws -> [SourceNotice.Kind] {
    try await world.store.sourceNotices(of: Sample.reviews, limit: 100).reversed().map(\.kind)
}

@Suite(.timeLimit(.minutes(5)))
struct `A document compared with the one before` {
    @Test func `without news changes only the source's row`() async throws {
        let world = try await PollWorld(.ok(rss(["a", "b"])))
        _ = try await world.walk()
        let listed = try await world.store.listedEntries(of: Sample.reviews)
        #expect(listed?.items.map(\.misses) == [0, 0])
        let review = DocumentReview(
            source: world.source, state: try await world.state(),
            configuration: try Sample.configuration(source: world.source), store: world.store,
            now: world.time.now)
        let same = try await review.findings(in: document(["a", "b"]))
        #expect(same.drafts.isEmpty && same.listed == nil && same.notices.isEmpty)
        let other = try await review.findings(in: document(["c", "a", "b"]))
        #expect(other.drafts.count == 1 && other.listed?.items.count == 3 && other.arrivals == 1)
    }

    @Test func `tells where known entries can be reported, which makes no draft of them`()
        async throws
    {
        let world = try await PollWorld(.ok(rss(["a", "b"])))
        _ = try await world.walk()
        let review = DocumentReview(
            source: world.source, state: try await world.state(),
            configuration: try Sample.configuration(source: world.source), store: world.store,
            now: world.time.now)
        var document = try document(["a", "b", "c"])
        for place in document.feed.entries.indices.dropFirst() {
            document.feed.entries[place].reportURL = "https://reviews.example/flag/\(place)"
        }
        let findings = try await review.findings(in: document)
        #expect(findings.drafts.map(\.entry.reportURL) == ["https://reviews.example/flag/2"])
        #expect(Array(findings.reportURLs.values) == ["https://reviews.example/flag/1"])
    }

    private func document(_ ids: [String]) throws -> PolledDocument {
        let feed = try Sample.pipeline().parse(
            Array(rss(ids).utf8), source: Sample.source(), mediaType: nil, charset: nil,
            baseURL: nil)
        return PolledDocument(feed: feed, digest: "d", notes: .init(), pages: 1)
    }

    @Test func `that holds nothing of it is a gap, told once a week`() async throws {
        let world = try await PollWorld(.ok(rss(["a", "b"])))
        _ = try await world.walk()
        for page in 1...4 {
            world.answer(.ok(rss(["x\(page)", "y\(page)"])))
            try await world.nextWalk()
        }
        #expect(try await kinds(world) == [.gap])
        let notice = try await world.store.sourceNotices(of: Sample.reviews, limit: 1).first
        #expect(
            notice?.detail
                == "reviews lists nothing of what it listed before, so entries between 22 Nov 2026, 09:30 "
                + "UTC and 22 Nov 2026, 09:40 UTC may have been missed: it only lists 2 entries. "
                + "Shorten its interval to 5 min or less (it is 10 min).")
        world.time.advance(by: 8 * 86_400)
        world.answer(.ok(rss(["x9", "y9"])))
        _ = try await world.walk()
        #expect(try await kinds(world) == [.gap, .gap])
    }

    @Test func `is no gap where a further page leads back to it`() async throws {
        let world = try await PollWorld(.ok(rss(["a", "b"])))
        _ = try await world.walk()
        world.answer { request in
            request.path == "/feed"
                ? .ok(rss(["f", "e"]), headers: ["Link": "</2>; rel=\"next\""])
                : .ok(rss(["c", "b", "a"]))
        }
        #expect(try await world.nextWalk().new.count == 3)
        #expect(try await kinds(world) == [])
    }

    @Test func `is no gap after what was seen is forgotten, nor after an empty list`() async throws
    {
        let world = try await PollWorld(.ok(rss(["a", "b"])))
        _ = try await world.walk()
        _ = try await world.store.forgetSeen(of: Sample.reviews, now: world.time.now)
        world.answer(.ok(rss(["x", "y"])))
        _ = try await world.walk()
        world.answer(.ok(rss([])))
        try await world.nextWalk()
        world.answer(.ok(rss(["s", "t"])))
        try await world.nextWalk()
        #expect(try await kinds(world) == [])
    }

    @Test func `is no gap where its dates reach back to the last reading`() async throws {
        let world = try await PollWorld(.ok(""))
        var shop = ReviewShop(count: 5, every: 1, before: world.time.now)
        world.answer(shop.reply)
        _ = try await world.walk()
        shop.reviews = shop.reviews.map {
            ReviewShop.Review(id: "other" + $0.id, text: "Another search, " + $0.id, date: $0.date)
        }
        world.answer(shop.reply)
        try await world.nextWalk()
        #expect(try await kinds(world) == [])
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `New ids of known entries` {
    private let complaint = "The kettle broke after a day, and nobody answered my letters."

    /// A world that has polled ten reviews.
    private func world() async throws -> (PollWorld, ReviewShop) {
        let world = try await PollWorld(.ok(""))
        let shop = ReviewShop(count: 10, before: world.time.now)
        world.answer(shop.reply)
        _ = try await world.walk()
        return (world, shop)
    }

    private func news(_ world: PollWorld) async throws -> [String?] {
        try await world.store.undecided(limit: 500, aspects: false).filter(\.isNews).map(
            \.mention.entry.text)
    }

    @Test func `are told once while they go on, and store nothing twice`() async throws {
        var (world, shop) = try await world()
        for round in 1...4 {
            shop.prefix = "round-\(round)-"
            world.answer(shop.reply)
            #expect(try await world.nextWalk().new.isEmpty)
        }
        #expect(try await world.mentions().count == 10)
        #expect(try await kinds(world) == [.churn])
        #expect(try await news(world) == [])
    }

    @Test func `do not hide a complaint that came meanwhile`() async throws {
        var (world, shop) = try await world()
        shop.prefix = "new-"
        world.time.advance(by: 600)
        shop.add(complaint, at: world.time.now - 60)
        shop.add("An older text that the list did not show until now.", at: world.time.now - 99_999)
        world.answer(shop.reply)
        #expect(try await world.walk().new.count == 2)
        #expect(try await news(world) == [complaint])
        let notice = try await world.store.sourceNotices(of: Sample.reviews, limit: 1).first
        #expect(notice?.detail.contains("1 other new entry without a date after") == true)
    }

    @Test func `of one entry are known too, without a notice`() async throws {
        var (world, shop) = try await world()
        shop.reviews[4].id = "renamed"
        shop.add(complaint, at: world.time.now)
        world.answer(shop.reply)
        #expect(try await world.nextWalk().new.count == 1)
        #expect(try await kinds(world) == [])
        #expect(try await world.mentions().count == 11)
    }

    @Test func `are not taken for the ids of another author's same words`() async throws {
        var (world, shop) = try await world()
        var copy = shop.reviews.removeLast()
        copy.id = "copy"
        copy.author = "Bob"
        copy.date = world.time.now
        shop.reviews.insert(copy, at: 0)
        world.answer(shop.reply)
        #expect(try await world.nextWalk().new.count == 1)
        #expect(try await news(world) == [copy.text])
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A review that was deleted` {
    @Test func `is told after three lists, the same document included, and comes back silently`()
        async throws
    {
        let world = try await PollWorld(.ok(""))
        var shop = ReviewShop(count: 6, before: world.time.now)
        shop.reviews[2].text = "Terrible service, the worst tea that I ever had."
        world.answer(shop.reply)
        _ = try await world.walk()
        let removed = shop.reviews.remove(at: 2)
        world.answer(shop.reply)
        try await world.nextWalk()
        try await world.nextWalk()
        #expect(try await kinds(world) == [])
        for _ in 1...3 { try await world.nextWalk() }
        let notice = try #require(
            try await world.store.sourceNotices(of: Sample.reviews, limit: 9).first)
        #expect(notice.kind == .delisted)
        #expect(notice.detail.hasPrefix("1 complaint is no longer listed on reviews,"))
        let delisted = try await world.mentions().filter { $0.delistedAt != nil }
        #expect(delisted.map(\.entry.text) == [removed.text])
        #expect(notice.mentions == delisted.map(\.id))
        shop.reviews.insert(removed, at: 2)
        world.answer(shop.reply)
        try await world.nextWalk()
        #expect(try await world.mentions().allSatisfy { $0.delistedAt == nil })
        #expect(try await kinds(world) == [.delisted])
    }

    @Test func `is not seen in a list that slides on`() async throws {
        let world = try await PollWorld(.ok(""))
        var shop = ReviewShop(count: 6, before: world.time.now)
        shop.window = 6
        world.answer(shop.reply)
        _ = try await world.walk()
        for number in 1...12 {
            shop.add("Another tour of the harbour, number \(number).", at: world.time.now)
            world.answer(shop.reply)
            try await world.nextWalk()
        }
        #expect(try await kinds(world) == [])
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A source's row` {
    @Test func `keeps what the server said, and when something changed`() async throws {
        let world = try await PollWorld(
            .ok(
                rss(["a", "b"]),
                headers: ["X-RateLimit-Remaining": "41", "X-RateLimit-Limit": "60"]))
        _ = try await world.walk()
        let first = try await world.state()
        let address = world.server.url("/feed")
        #expect(first.answer?.hasPrefix(address + " answered") == true)
        #expect(first.answer?.hasSuffix(" 2 entries, 0 new.") == true)
        #expect(first.quotaRemaining == 41)
        #expect(first.lastChange == world.time.now)
        #expect(first.health == .well)
        world.answer(.ok(rss(["c", "a", "b"])))
        try await world.nextWalk()
        #expect(try await world.state().answer?.hasSuffix(" 3 entries, 1 new.") == true)
        let changed = try await world.state().lastChange
        try await world.nextWalk()
        #expect(try await world.state().lastChange == changed)
        world.answer(.status(429, headers: ["Retry-After": "3600"]))
        try await world.nextWalk()
        #expect(
            try await world.state().answer?.hasSuffix("It asks to be left alone for 1 h.") == true)
    }

    @Test func `learns its cadence from the dates of the first document and from then on`()
        async throws
    {
        let world = try await PollWorld(.ok(""))
        var shop = ReviewShop(before: world.time.now)
        world.answer(shop.reply)
        _ = try await world.walk()
        let seeded = try await world.state().cadence
        #expect(abs(seeded.observedDays - 33) < 1.5)
        #expect(seeded.lastArrival == shop.reviews[0].date)
        world.time.advance(by: 86_400)
        shop.add("Another visit to the shop by the harbour.", at: world.time.now)
        world.answer(shop.reply)
        _ = try await world.walk()
        let learned = try await world.state().cadence
        #expect(learned.observedDays > seeded.observedDays)
        #expect(learned.lastArrival == world.time.now)
    }

    @Test func `rings for notices, which rules have to decide on`() async throws {
        let world = try await PollWorld(.status(410))
        let rung = Mutex<[Bool]>([])
        _ = try await world.walk { broughtNews in rung.withLock { $0.append(broughtNews) } }
        #expect(rung.withLock { $0 } == [true])
        #expect(try await kinds(world) == [.gone])
    }

    @Test func `tells of a move once, of the next one, and of the way back`() async throws {
        let world = try await PollWorld(.ok(rss(["a"])))
        _ = try await world.walk()
        world.answer {
            $0.path == "/feed"
                ? .redirect(to: "/b?token=0123456789abcdef", status: 301) : .ok(rss(["a"]))
        }
        for _ in 1...3 { try await world.nextWalk() }
        world.answer {
            $0.path.hasPrefix("/b") ? .redirect(to: "/c", status: 308) : .ok(rss(["a"]))
        }
        for _ in 1...3 { try await world.nextWalk() }
        world.answer { $0.path == "/feed" ? .ok(rss(["a"])) : .status(404) }
        for _ in 1...3 { try await world.nextWalk() }
        let server = "http://127.0.0.1:\(world.server.port)"
        let told = try await world.store.sourceNotices(of: Sample.reviews, limit: 9).reversed()
        #expect(
            told.map(\.detail) == [
                "reviews has moved for good, from \(server)/feed to \(server)/b?token=•••. It is read "
                    + "there from now on; write the new address into the configuration.",
                "reviews has moved for good, from \(server)/b?token=••• to \(server)/c. It is read "
                    + "there from now on; write the new address into the configuration.",
                "reviews is back at its configured address \(server)/feed; \(server)/c, where it had "
                    + "moved, does not give it any more.",
            ])
    }
}
