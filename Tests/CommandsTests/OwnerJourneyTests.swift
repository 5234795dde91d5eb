import Foundation
import Model
import Settings
import TestSupport
import Testing

/// An owner who adds a page, and everything that can happen to its feed after that.
@Suite(.timeLimit(.minutes(5)))
struct `The journey of an owner` {
    @Test func `leads from a page's address to exactly the letters that are worth sending`()
        async throws
    {
        var journey = try OwnerJourney()
        try await journey.addsThePage()
        try await journey.getsAComplaint()
        try await journey.hasAServerThatFails()
        try await journey.hasAServerThatSendsPages()
        try await journey.hasAServerThatMoves()
        try await journey.hasAServerThatNumbersAnew()
        try await journey.missesReviews()
        try await journey.hearsNothingForWeeks()
        try await journey.losesAComplaint()
        try await journey.readsAnEdit()
        try await journey.readsAStoryInThePress()
        try await journey.hasAServerThatIsGone()
        try await journey.inn.stop()
    }
}

private struct OwnerJourney {
    let inn: WatchedInn
    var book: GuestBook
    /// The letters that are expected so far: a mail's subject, and what the webhook is sent.
    var letters: [(subject: String, message: String)] = []

    private let complaints = "matches rule “complaints”: label negative"
    private let guestBook = SourceID(trusted: "guest-book")

    init() throws {
        inn = try WatchedInn()
        book = GuestBook(before: inn.now)
        inn.serve(
            "/",
            .ok(
                """
                <!DOCTYPE html><html><head><title>Harbour Inn</title>
                <link rel="alternate" type="application/rss+xml" href="/book.xml" title="Guest book">
                </head><body>Welcome</body></html>
                """))
        publish()
    }

    func publish() { inn.serve("/book.xml", book.reply) }

    /// Expects these letters, after all that came before, and no other.
    mutating func tell(_ new: (subject: String, message: String)...) throws {
        letters += new.map { ("[Harbour Inn] " + $0.subject, $0.message) }
        let messages = try inn.messages()
        #expect(inn.subjects == letters.map(\.subject))
        #expect(messages == letters.map(\.message))
    }

    /// Expects the last letter to say so of its source.
    func expectDetail(_ words: String) throws {
        let detail = try inn.lastDetail()
        #expect(detail.contains(words))
    }

    mutating func addsThePage() async throws {
        try await inn.add(inn.site.url("/"), "--brand", "inn")
        let source = try #require(try inn.shop.settings().sources.first)
        #expect(source.id == guestBook && source.url.reveal() == inn.site.url("/book.xml"))
        #expect(source.kind == .review)
        try await inn.reload()
        try await inn.watch(hours: 2)
        try tell()
    }

    mutating func getsAComplaint() async throws {
        book.add(1, "Filthy sheets and a terrible smell, never again.", at: inn.now)
        publish()
        try await inn.watch(hours: 4)
        try tell(
            (
                "★☆☆☆☆ on Guest book: “Filthy sheets and a terrible smell, never again.”",
                "mention.alert: negative (−1), 1 of 5 stars, " + complaints
            ))
    }

    mutating func hasAServerThatFails() async throws {
        inn.serve("/book.xml", .status(500))
        try await inn.watch(hours: 0.5)
        #expect(try await inn.state(of: guestBook).failures > 1)
        publish()
        try await inn.watch(hours: 1)
        try tell()
        inn.serve("/book.xml", .status(500))
        try await inn.watch(hours: 2)
        try tell(("Guest book can't be reached since 19:35", "source.alert: unreachable"))
        try expectDetail("has a fault on its server")
        try await inn.watch(hours: 9)
        try tell()
        publish()
        try await inn.watch(hours: 6)
        try tell(("Guest book is well again", "source.alert: recovered"))
        try expectDetail("Nothing was missed")
    }

    mutating func hasAServerThatSendsPages() async throws {
        inn.serve("/book.xml", .ok("<!DOCTYPE html><html><body><p>We are being rebuilt."))
        try await inn.watch(hours: 5)
        try tell(("Guest book can't be read any more since 12:40", "source.alert: unreadable"))
        try expectDetail("something that is no feed")
        publish()
        try await inn.watch(hours: 6)
        try tell(("Guest book is well again", "source.alert: recovered"))
        try expectDetail("Nothing was missed")
    }

    mutating func hasAServerThatMoves() async throws {
        inn.serve("/book.xml", .redirect(to: "/guests.xml", status: 301))
        inn.serve("/guests.xml", book.reply)
        try await inn.watch(hours: 1)
        try tell(("Guest book has moved", "source.alert: moved"))
        try expectDetail(inn.site.url("/guests.xml"))
        let before = inn.site.requests.count
        try await inn.watch(hours: 3)
        try tell()
        #expect(inn.site.requests.count > before)
        #expect(inn.site.requests[before...].allSatisfy { $0.path == "/guests.xml" })
    }

    /// Publishes at the address to which the guest book has moved.
    func publishAnew() { inn.serve("/guests.xml", book.reply) }

    mutating func hasAServerThatNumbersAnew() async throws {
        book.prefix = "new-"
        publishAnew()
        try await inn.watch(hours: 3)
        try tell(("Guest book gave known entries new ids", "source.alert: churn"))
        try expectDetail("lists 20 known entries under new ids")
    }

    mutating func missesReviews() async throws {
        for number in 1...25 {
            book.add(5, "A tour group came along, and guest \(number) liked it.", at: inn.now + 60)
        }
        publishAnew()
        try await inn.watch(hours: 3)
        try tell(("Guest book may have had entries that were missed", "source.alert: gap"))
        try expectDetail("it only lists 20 entries")
    }

    mutating func hearsNothingForWeeks() async throws {
        try await inn.watchUntilQuiet(guestBook)
        try tell(("Guest book is unusually quiet since 24 Nov 2026, 06:35", "source.alert: quiet"))
        try expectDetail("has brought nothing new for ")
        book.add(2, "We waited an hour for a cold and awful breakfast.", at: inn.now)
        publishAnew()
        try await inn.watch(hours: 3)
        try tell(
            ("Guest book is well again", "source.alert: recovered"),
            (
                "★★☆☆☆ on Guest book: “We waited an hour for a cold and awful breakfast.”",
                "mention.alert: negative (−0.5), 2 of 5 stars, " + complaints
            ))
    }

    mutating func losesAComplaint() async throws {
        book.add(5, "A fine place for a weekend with friends.", at: inn.now)
        publishAnew()
        try await inn.watch(hours: 2)
        book.reviews.remove(at: 1)
        publishAnew()
        try await inn.watch(hours: 0.3)
        try tell()
        try await inn.watch(hours: 3)
        try tell(("Guest book no longer lists what it listed", "source.alert: delisted"))
        try expectDetail("1 complaint is no longer listed")
    }

    mutating func readsAnEdit() async throws {
        book.reviews[0].stars = 1
        book.reviews[0].text = "They charged us twice and were rude on the phone."
        publishAnew()
        try await inn.watch(hours: 2)
        try tell(
            (
                "Edited from ★★★★★ to ★☆☆☆☆ on Guest book: "
                    + "“They charged us twice and were rude on the phone.”",
                "mention.alert: edited: 5★ → 1★: negative (−1), 1 of 5 stars, " + complaints
            ))
    }

    mutating func readsAStoryInThePress() async throws {
        for paper in ["gazette", "clippings", "radio", "herald"] {
            inn.serve("/\(paper)", press(paper, story: nil))
            try await inn.add(inn.site.url("/\(paper)"), "--id", paper, "--title", paper)
        }
        try await inn.reload()
        try await inn.watch(hours: 1)
        try tell()
        try await spread("gazette.example", in: "gazette")
        try tell(
            (
                "Negative mention on gazette: \(headline)",
                "mention.alert: negative (−0.64), " + complaints
            ))
        try await spread("www.gazette.example", in: "clippings")
        try await spread("radio.example", in: "radio")
        try tell()
        // A story that reaches a third site is worth another letter; `docs/alerts.md` says when.
        try await spread("herald.example", in: "herald")
        try tell(
            (
                "Negative mention on herald and 2 more sites: \(headline)",
                "mention.alert: the story of mention 48 is now on 3 sites: negative (−0.64), "
                    + complaints
            ))
    }

    private let headline = "“Inspectors find rats in the kitchen of the Harbour Inn – Th…”"

    /// Has a paper tell the story, which stands on `host`.
    private func spread(_ host: String, in paper: String) async throws {
        inn.serve("/\(paper)", press(paper, story: host))
        try await inn.watch(hours: 1)
    }

    /// A paper that has told of the weather, and tells the story where `host` is given.
    private func press(_ paper: String, story host: String?) -> LoopbackReply {
        let story = host.map {
            """
            <item><guid isPermaLink="false">\(paper)-2</guid><link>https://\($0)/inn</link>
            <title>Inspectors find rats in the kitchen of the Harbour Inn</title>
            <description>The Harbour Inn was closed on Friday after inspectors found rats and mould in
            its filthy kitchen. Guests speak of a terrible scandal.</description></item>
            """
        }
        return .ok(
            """
            <rss version="2.0"><channel><title>\(paper)</title>\(story ?? "")
            <item><guid isPermaLink="false">\(paper)-1</guid><title>Storm at the Harbour Inn</title>
            <description>The \(paper) was there.</description></item></channel></rss>
            """)
    }

    mutating func hasAServerThatIsGone() async throws {
        inn.serve("/guests.xml", .status(410))
        try await inn.watch(hours: 0.2)
        try tell(("Guest book is gone for good since 00:55", "source.alert: gone"))
        try expectDetail("answered with status 410")
        try await inn.watch(hours: 72)
        try tell()
    }
}
