import Foundation
import Model
import Parsing
import Reporting
import Settings
import TestSupport
import Testing

@testable import Commands

struct `Adding a source` {
    @Test func `takes a feed as it is, shows the newest and writes a drop-in`() async throws {
        let server = try LoopbackServer.start { _ in .ok(SourceSample.feed) }
        defer { server.stop() }
        let shop = try SourceShop()
        let added = try await shop.addition(.init(target: server.url("/f.xml"))).run()
        #expect(added.isWritten)
        #expect(added.source.id.rawValue == "town-talk")
        #expect(
            added.newest.entries.map(\.entry.title) == ["The weather", "About the Harbour Inn"])
        #expect(added.newest.entries.map { $0.brands.map(\.rawValue) } == [[], ["inn"]])
        #expect(shop.sourceFiles == ["town-talk.yaml"])
        #expect(try shop.mode("repute.d/sources/town-talk.yaml") == 0o644)
        let text = try #require(shop.text("repute.d/sources/town-talk.yaml"))
        #expect(text.hasPrefix("# Added by `repute source add` on 22 Nov 2026.\n"))
        let source = try #require(try shop.settings().sources.first)
        #expect(source.url.reveal() == server.url("/f.xml") && source.title == "Town talk")
        #expect(server.requests.count == 1)
        #expect(shop.screen.contains("1 of these 2 would be no mention"))
        #expect(added.outcome(for: try shop.workplace().reader).contains("daemon is not running"))
    }

    @Test func `follows the feed that a page names`() async throws {
        let server = try LoopbackServer.start { request in
            request.path == "/blog"
                ? .ok("<html><link rel=alternate type=application/rss+xml href=/f.xml title=Posts>")
                : .ok(SourceSample.feed)
        }
        defer { server.stop() }
        let shop = try SourceShop()
        let added = try await shop.addition(.init(target: server.url("/blog"))).run()
        #expect(added.source.url.reveal() == server.url("/f.xml"))
        #expect(server.requests.map(\.path) == ["/blog", "/f.xml"])
        #expect(shop.screen.contains("The page names its feed"))
    }

    private static let twoFeeds = """
        <html><title>Blog</title>
        <link rel=alternate type=application/rss+xml href=/posts.xml title=Posts>
        <link rel=alternate type=application/rss+xml href=/comments.xml title=Comments></html>
        """

    private func twoFeeds() throws -> LoopbackServer {
        try LoopbackServer.start { request in
            request.path == "/" ? .ok(Self.twoFeeds) : .ok(SourceSample.feed)
        }
    }

    @Test func `of several feeds asks for one`() async throws {
        let server = try twoFeeds()
        defer { server.stop() }
        let shop = try SourceShop()
        let added = try await shop.addition(
            .init(target: server.url("/")), shop.dialogue("7", "2", "y")
        ).run()
        #expect(added.source.url.reveal() == server.url("/comments.xml"))
        #expect(shop.screen.contains("2  \(server.url("/comments.xml")) – Comments"))
        #expect(shop.screen.contains("a number from 1 to 2"))
        #expect(added.isWritten)
    }

    @Test func `of several feeds without a terminal lists them and names the option`() async throws
    {
        let server = try twoFeeds()
        defer { server.stop() }
        let shop = try SourceShop()
        let target = server.url("/")
        let failure = await #expect(throws: CommandFailure.self) {
            try await shop.addition(.init(target: target)).run()
        }
        #expect(failure?.code == .usage)
        #expect(failure?.message.contains("--pick N") == true)
        #expect(failure?.message.contains("1  \(server.url("/posts.xml")) – Posts") == true)
        let picked = try await shop.addition(.init(target: target, pick: 1)).run()
        #expect(picked.source.url.reveal() == server.url("/posts.xml"))
        let beyond = await #expect(throws: CommandFailure.self) {
            try await shop.addition(.init(target: target, pick: 3)).run()
        }
        #expect(beyond?.message.contains("only 2") == true)
    }

    @Test func `looks at few usual addresses and stops at the first feed`() async throws {
        let server = try LoopbackServer.start { request in
            switch request.path {
            case "/": .ok("<html><title>Inn</title><p>Welcome</html>")
            case "/feed": .ok("<html>Not here</html>")
            case "/rss.xml": .ok(SourceSample.feed)
            default: .status(404)
            }
        }
        defer { server.stop() }
        let shop = try SourceShop()
        let added = try await shop.addition(.init(target: server.url("/"))).run()
        #expect(added.source.url.reveal() == server.url("/rss.xml"))
        #expect(server.requests.map(\.path) == ["/", "/feed", "/rss.xml"])
    }

    @Test func `says what it looked for where there is no feed`() async throws {
        let server = try LoopbackServer.start { request in
            request.path == "/"
                ? .ok("<html><meta name=generator content='Discourse 3'><title>Talk</title></html>")
                : .status(404)
        }
        defer { server.stop() }
        let shop = try SourceShop()
        let failure = await #expect(throws: CommandFailure.self) {
            try await shop.addition(.init(target: server.url("/"))).run()
        }
        #expect(failure?.code == .badData)
        #expect(failure?.message.contains("“Talk”") == true)
        #expect(failure?.message.contains("repute source add discourse-latest host=") == true)
        #expect(server.requests.count <= 9)
        #expect(shop.sourceFiles.isEmpty)
    }

    @Test func `takes the reviews that stand in the page itself`() async throws {
        let server = try LoopbackServer.start { _ in
            .ok(
                """
                <html><title>Our inn</title><script type="application/ld+json">
                {"@context":"https://schema.org","@type":"Hotel","name":"Harbour Inn","review":[
                {"@type":"Review","author":"Ann","reviewRating":{"ratingValue":1},
                "reviewBody":"Dirty."}]}</script></html>
                """)
        }
        defer { server.stop() }
        let shop = try SourceShop()
        let added = try await shop.addition(.init(target: server.url("/"))).run()
        #expect(added.source.kind == .review)
        #expect(added.finding.entries == 1 && added.newest.entries.first?.brands.isEmpty == false)
        #expect(added.source.id.rawValue == "our-inn")
    }

    @Test func `takes entries with ratings as reviews, unless told otherwise`() async throws {
        let server = try LoopbackServer.start { _ in .ok(SourceSample.reviews) }
        defer { server.stop() }
        let shop = try SourceShop()
        let added = try await shop.addition(.init(target: server.url("/a"))).run()
        #expect(added.source.kind == .review && added.source.brand?.rawValue == "inn")
        #expect(shop.screen.contains("--kind mention"))
        let other = try await shop.addition(
            .init(target: server.url("/b"), id: SourceID(trusted: "b"), kind: .mention)
        ).run()
        #expect(other.source.kind == .mention)
        #expect(other.warnings.contains { $0.contains("is about a brand of yours") })
    }

    @Test func `keeps an address with a secret in a file of its own`() async throws {
        let server = try LoopbackServer.start { _ in .ok(SourceSample.feed) }
        defer { server.stop() }
        let shop = try SourceShop()
        let address = server.url("/f.xml?token=s3cr3tWord")
        let added = try await shop.addition(.init(target: address), format: .json).run()
        #expect(shop.sourceFiles == ["town-talk.url", "town-talk.yaml"])
        #expect(try shop.mode("repute.d/sources/town-talk.url") == 0o600)
        #expect(shop.text("repute.d/sources/town-talk.yaml")?.contains("s3cr3t") == false)
        #expect(try shop.settings().sources.first?.url.reveal() == address)
        #expect(!added.json.text.contains("s3cr3t") && !shop.screen.contains("s3cr3t"))
    }

    @Test func `writes nothing in a dry run, nor where the owner says no`() async throws {
        let server = try LoopbackServer.start { _ in .ok(SourceSample.feed) }
        defer { server.stop() }
        let shop = try SourceShop()
        let target = server.url("/f.xml?token=s3cr3tWord")
        let dry = try await shop.addition(.init(target: target, isDryRun: true)).run()
        let refused = try await shop.addition(.init(target: target), shop.dialogue("n")).run()
        #expect(!dry.isWritten && !refused.isWritten && shop.sourceFiles.isEmpty)
        let outcome = dry.outcome(for: try shop.workplace().reader)
        #expect(outcome.contains("Nothing was written") && outcome.contains("- id: town-talk"))
        #expect(!outcome.contains("s3cr3t"))
    }

    @Test func `refuses what fails, unless it is not to be fetched`() async throws {
        let server = try LoopbackServer.start { _ in .status(404) }
        defer { server.stop() }
        let shop = try SourceShop()
        let target = server.url("/f.xml")
        let failure = await #expect(throws: CommandFailure.self) {
            try await shop.addition(.init(target: target)).run()
        }
        #expect(failure?.code == .unavailable && failure?.message.contains("404") == true)
        #expect(shop.sourceFiles.isEmpty)
        let added = try await shop.addition(
            .init(target: target, id: SourceID(trusted: "later"), fetches: false)
        ).run()
        #expect(added.isWritten && shop.sourceFiles == ["later.yaml"])
    }

    @Test func `refuses an id that is taken, and never overwrites a file`() async throws {
        let server = try LoopbackServer.start { _ in .ok(SourceSample.feed) }
        defer { server.stop() }
        let shop = try SourceShop(
            files: [
                "repute.d/sources/mine.yaml": "sources: [{id: mine, url: https://a.example/}]\n"
            ])
        let target = server.url("/f.xml")
        let failure = await #expect(throws: CommandFailure.self) {
            try await shop.addition(.init(target: target, id: SourceID(trusted: "mine"))).run()
        }
        #expect(failure?.message.contains("mine.yaml:1") == true)
        #expect(throws: CommandFailure.self) {
            try SourceFolder.create(shop.path + "/repute.d/sources/mine.yaml", "x", mode: 0o644)
        }
        #expect(shop.text("repute.d/sources/mine.yaml")?.contains("a.example") == true)
        _ = try await shop.addition(.init(target: target)).run()
        let twice = await #expect(throws: CommandFailure.self) {
            try await shop.addition(.init(target: target)).run()
        }
        #expect(twice?.message.contains("the source town-talk") == true)
        let second = try await shop.addition(.init(target: server.url("/g.xml"))).run()
        #expect(second.source.id.rawValue == "town-talk-2")
        #expect(!shop.sourceFiles.contains { $0.hasSuffix(".tmp") })
    }

    @Test func `leaves nothing behind where the configuration would not load`() async throws {
        let server = try LoopbackServer.start { _ in .ok(SourceSample.feed) }
        defer { server.stop() }
        let shop = try SourceShop()
        let target = server.url("/f.xml?token=s3cr3tWord")
        let failure = await #expect(throws: CommandFailure.self) {
            try await shop.addition(.init(target: target, interval: "soon")).run()
        }
        #expect(failure?.code == .configuration)
        #expect(failure?.message.contains("`interval`") == true)
        #expect(shop.sourceFiles.isEmpty)
        let dropIn = DropIn(id: SourceID(trusted: "bad"))
        let folder = shop.folder
        #expect(throws: CommandFailure.self) { try folder.write([dropIn], comment: "x") }
        #expect(shop.sourceFiles.isEmpty)
    }

    @Test func `warns of an address that the daemon would not reach`() async throws {
        let server = try LoopbackServer.start { _ in .ok(SourceSample.feed) }
        defer { server.stop() }
        let shop = try SourceShop(private: false)
        let added = try await shop.addition(.init(target: server.url("/f.xml"))).run()
        #expect(added.warnings.first?.contains("allow_private_networks") == true)
        #expect(server.requests.count == 1)
    }

    @Test(arguments: [
        ("file:///etc/passwd", "http(s)"), ("trustpilott", "did you mean `trustpilot`"),
        ("nothing", "neither an address nor a recipe"), ("https://", "no address"),
    ])
    func `refuses what it can't mean`(target: String, message: String) async throws {
        let shop = try SourceShop()
        let failure = await #expect(throws: CommandFailure.self) {
            try await shop.addition(.init(target: target)).run()
        }
        #expect(failure?.code == .usage)
        #expect(failure?.message.contains(message) == true)
    }
}

struct `A suggestion for a page of a known site` {
    @Test(arguments: [
        "https://apps.apple.com/gb/app/x/id12", "https://play.google.com/store/apps/details?id=a.b",
        "https://store.steampowered.com/app/440/", "https://www.trustpilot.com/review/a.example",
        "https://www.yelp.com/biz/inn",
        "https://www.tripadvisor.com/Hotel_Review-g1-d2-Reviews.html",
        "https://www.youtube.com/channel/UCabc", "https://www.reddit.com/search?q=inn",
        "https://github.com/a/b", "https://stackoverflow.com/search?q=inn",
        "https://social.example/tags/inn", "https://bsky.app/search?q=inn",
        "https://hn.algolia.com/?q=inn", "https://maps.google.com/?cid=1",
    ])
    func `names a recipe that there is, with parameters that it takes`(url: String) throws {
        let site = try #require(SiteSuggestion.suggestion(for: url))
        let recipe = try #require(site.recipe.flatMap { RecipeLibrary.embedded.recipe(named: $0) })
        do {
            _ = try recipe.request(with: site.parameters.mapValues { Secret($0) })
        } catch {
            // What is missing may be asked for; what is given has to fit.
            #expect(error.problems.allSatisfy { site.parameters[$0.parameter] == nil })
        }
    }
}

struct `A drop-in` {
    @Test func `of the name null is one all the same`() {
        var dropIn = DropIn(id: SourceID(trusted: "null"))
        dropIn.brand = BrandID(trusted: "null")
        let text = dropIn.text(comment: "c")
        #expect(text.contains("  - id: \"null\"\n") && text.contains("    brand: \"null\"\n"))
    }

    @Test(arguments: [
        "plain", "a: b # c", "quote \" and \\", "line\nbreak", "\u{202E}reversed\u{7}", "- [x]",
        "é 😀",
    ])
    func `holds any text as it is`(title: String) throws {
        let shop = try SourceShop()
        var dropIn = DropIn(id: SourceID(trusted: "x"))
        dropIn.title = title
        dropIn.url = "https://a.example/"
        let settings = try shop.folder.settings(with: [dropIn], comment: "c", secretsIn: nil)
        #expect(settings.sources.first?.title == title)
    }

    @Test(arguments: [
        ("Café «Zur Post» – Reviews", "cafe-zur-post-reviews"), ("Bob's Blog", "bobs-blog"),
        ("  ", "source"), ("日本", "source"),
        (String(repeating: "long ", count: 30), "long-long-long-long-long-long-long-long"),
    ])
    func `has an id made of its title`(title: String, id: String) {
        #expect(DropIn.identifier(from: [title], taken: []).rawValue == id)
        #expect(DropIn.identifier(from: [title], taken: [id]).rawValue == id + "-2")
    }
}
