import FoundationEssentials
import Model
import Storage
import TestSupport
import Testing

@testable import Monitor

/// A source that goes through everything that can happen to one, on a clock that is held.
@Suite(.timeLimit(.minutes(5)))
struct `The journey of a source` {
    @Test func `is told once at each turn, in plain words`() async throws {
        let world = try await PollWorld(.ok(""))
        var journey = Journey(world: world)
        try await journey.isFine()
        try await journey.failsForMinutes()
        try await journey.failsForHours()
        try await journey.sendsAPage()
        try await journey.moves()
        try await journey.isGone()
        try await journey.numbersItsReviewsAnew()
        try await journey.outrunsItsList()
        try await journey.fallsSilent()
        try await journey.losesAReview()
        #expect(try await journey.notices() == journey.expected)
    }
}

private struct Journey {
    let world: PollWorld
    var shop: ReviewShop
    var expected: [String] = []

    init(world: PollWorld) {
        self.world = world
        shop = ReviewShop(before: world.time.now)
    }

    /// All that was told so far, oldest first.
    func notices() async throws -> [String] {
        try await world.store.sourceNotices(of: Sample.reviews, limit: 100).reversed().map {
            "\($0.kind.rawValue): \($0.detail)"
        }
    }

    /// Polls whenever the source is due, for so many seconds.
    func watch(_ seconds: Double) async throws {
        let end = world.time.now.addingTimeInterval(seconds)
        while try await world.state().nextPoll <= end { try await world.nextWalk() }
        world.time.set(end)
    }

    func health() async throws -> SourceHealth { try await world.state().health }

    /// Expects the last notice to be this one; `SHOP` is the server, `PARSED` what the parser said.
    mutating func tell(_ notice: String) async throws {
        let said = try await world.state().lastFailure?.detail ?? ""
        expected.append(
            notice.replacing("SHOP", with: "http://127.0.0.1:\(world.server.port)")
                .replacing("PARSED", with: said))
        #expect(try await notices().last == expected.last)
    }

    mutating func isFine() async throws {
        world.answer(shop.reply)
        _ = try await world.walk()
        try await watch(1800)
        #expect(try await health() == .well)
        #expect(try await notices() == [])
    }

    mutating func failsForMinutes() async throws {
        world.answer(.status(500))
        try await watch(1500)
        #expect(try await world.state().failures > 1)
        world.answer(shop.reply)
        try await watch(3600)
        #expect(try await world.state().failures == 0)
        #expect(try await notices() == [])
    }

    mutating func failsForHours() async throws {
        world.answer(.status(500))
        try await watch(7200)
        try await tell(
            "unreachable: reviews has a fault on its server, and has brought nothing for 1 h (since "
                + "22 Nov 2026, 11:35 UTC). SHOP/feed answered with status 500: the server has a "
                + "fault; it is tried again. It is tried again at 22 Nov 2026, 14:10 UTC; you will "
                + "be told when it is well.")
        try await watch(8 * 3600)
        #expect(try await notices().count == 1)
        world.answer(shop.reply)
        try await watch(4 * 3600)
        try await tell(
            "recovered: reviews is well again: it brought nothing for 11 h, since 22 Nov 2026, 11:35 "
                + "UTC. Nothing was missed: it still lists what it listed before.")
    }

    mutating func sendsAPage() async throws {
        world.answer(.ok("<!DOCTYPE html><html><body><p>We are being rebuilt."))
        try await watch(5 * 3600)
        try await tell(
            "unreadable: reviews answers, but with something that is no feed, and has brought nothing "
                + "for 1 h (since 23 Nov 2026, 01:30 UTC). PARSED It is tried again at 23 Nov "
                + "2026, 04:05 UTC; you will be told when it is well.")
        world.answer(shop.reply)
        try await watch(4 * 3600)
        try await tell(
            "recovered: reviews is well again: it could not be read for 7 h, since 23 Nov 2026, 01:30 "
                + "UTC. Nothing was missed: it still lists what it listed before.")
    }

    mutating func moves() async throws {
        let reply = shop.reply
        world.answer {
            $0.path == "/feed" ? .redirect(to: "/moved", status: 301) : reply
        }
        try await watch(3600)
        try await tell(
            "moved: reviews has moved for good, from SHOP/feed to SHOP/moved. It is read there from "
                + "now on; write the new address into the configuration.")
    }

    mutating func isGone() async throws {
        world.answer {
            $0.path == "/feed" ? .redirect(to: "/moved", status: 301) : .status(410)
        }
        try await watch(700)
        try await tell(
            "gone: reviews is gone for good, says its server. SHOP/moved answered with status 410: "
                + "the feed is gone for good; remove the source or find its new address. It is "
                + "looked at once a day only, next at 24 Nov 2026, 11:35 UTC.")
        let before = world.server.requests.count
        try await watch(2 * 86_400)
        #expect(world.server.requests.count < before + 10)
        let reply = shop.reply
        world.answer {
            $0.path == "/feed" ? .redirect(to: "/moved", status: 301) : reply
        }
        try await watch(90_000)
        try await tell(
            "recovered: reviews is well again: it was gone for 3 days, since 23 Nov 2026, 11:35 UTC. "
                + "Nothing was missed: it still lists what it listed before.")
    }

    mutating func numbersItsReviewsAnew() async throws {
        shop.prefix = "new-"
        shop.add(
            "The kettle broke after one day and nobody answered.", at: world.time.now)
        let mentions = try await world.mentions().count
        world.answer(shop.reply)
        try await watch(3600)
        try await tell(
            "churn: reviews lists 19 known entries under new ids. They were recognized by their "
                + "wording and are not told again. Nothing needs to be done, unless this happens "
                + "often: then look for a feed of it with ids that stay.")
        #expect(try await world.mentions().count == mentions + 1)
        let waiting = try await world.store.undecided(limit: 500, aspects: false)
        #expect(
            waiting.filter(\.isNews).map(\.mention.entry.text) == [
                "The kettle broke after one day and nobody answered."
            ])
    }

    mutating func outrunsItsList() async throws {
        for number in 1...25 {
            shop.add("A tour group visited, and this is guest \(number).", at: world.time.now + 440)
        }
        world.answer(shop.reply)
        try await watch(700)
        try await tell(
            "gap: reviews lists nothing of what it listed before, so entries between 26 Nov 2026, "
                + "13:35 UTC and 26 Nov 2026, 13:44 UTC may have been missed: it only lists 20 "
                + "entries. Shorten its interval to 2 min or less (it is 10 min).")
    }

    mutating func fallsSilent() async throws {
        for _ in 1...40 {
            world.time.advance(by: 86_400)
            _ = try await world.walk()
            if try await health() == .quiet { break }
        }
        try await tell(
            "quiet: reviews answers, but has brought nothing new for 12 days, since 26 Nov 2026, "
                + "13:45 UTC. It used to bring something on 4 of 7 days; a silence like this "
                + "happens to a well source no more than once in 5 years. Look at it in a browser: "
                + "its address or its search may have changed.")
        try await watch(7200)
        shop.add(
            "Terrible service: we waited an hour, and the tea was cold and awful.",
            at: world.time.now)
        world.answer(shop.reply)
        try await watch(1200)
        try await tell(
            "recovered: reviews brings news again after 13 days of silence, since 26 Nov 2026, 13:45 "
                + "UTC.")
    }

    mutating func losesAReview() async throws {
        shop.add("A fine place for an afternoon with friends.", at: world.time.now)
        world.answer(shop.reply)
        try await watch(1200)
        let complaint = shop.reviews.remove(at: 1)
        world.answer(shop.reply)
        try await watch(3600)
        try await tell(
            "delisted: 1 complaint is no longer listed on reviews, though older entries are. It stays "
                + "in your records; the author or the site may have removed it.")
        let delisted = try await world.mentions().filter { $0.delistedAt != nil }
        #expect(delisted.map(\.entry.text) == [complaint.text])
        shop.reviews.insert(complaint, at: 1)
        world.answer(shop.reply)
        try await watch(1200)
        #expect(try await world.mentions().allSatisfy { $0.delistedAt == nil })
    }
}
