import Foundation
import Model
import Parsing
import Reporting
import Settings
import Testing

@testable import Commands

struct `Importing a list of feeds` {
    private let opml = """
        <opml version="2.0"><body>
        <outline text="News"><outline text="Town" xmlUrl="https://town.example/f.xml"/></outline>
        <outline text="Town" xmlUrl="https://other.example/f.xml"/>
        <outline text="Known" xmlUrl="http://known.example/f.xml/"/>
        <outline text="Twice" xmlUrl="https://town.example/f.xml"/>
        <outline text="Secret" xmlUrl="https://s.example/f?token=verysecret1"/>
        <outline text="Bad" xmlUrl="javascript:alert(1)"/>
        <outline type="rss" text="None"/>
        </body></opml>
        """

    private func run(_ shop: SourceShop) throws -> SubscriptionImport {
        SubscriptionImport(
            name: "feeds.opml", workplace: try shop.workplace(), folder: shop.folder,
            reload: shop.reload)
    }

    private func shop() throws -> SourceShop {
        try SourceShop("sources: [{id: known, url: \"https://known.example/f.xml\"}]")
    }

    @Test func `makes a drop-in of each new address and tells the others`() async throws {
        let shop = try shop()
        let result = try await run(shop).result(of: Array(opml.utf8), isDryRun: false)
        #expect(
            result.rows.map(\.outcome) == [.added, .added, .known, .known, .added, .bad, .bad])
        #expect(result.rows.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
        #expect(
            shop.sourceFiles == ["secret.url", "secret.yaml", "town-2.yaml", "town.yaml"])
        let sources = try shop.settings().sources
        #expect(sources.first { $0.id.rawValue == "town" }?.title == "News / Town")
        #expect(
            sources.first { $0.id.rawValue == "secret" }?.url.reveal().contains("verysecret1")
                == true)
        let text = result.rendered(as: .table, for: try shop.workplace().reader)
        #expect(text.contains("3 added, 2 known already, 2 bad"))
        #expect(!text.contains("verysecret1"))
        let again = try await run(shop).result(of: Array(opml.utf8), isDryRun: false)
        #expect(!again.rows.contains { $0.outcome == .added })
    }

    @Test func `writes nothing in a dry run`() async throws {
        let shop = try shop()
        let result = try await run(shop).result(of: Array(opml.utf8), isDryRun: true)
        #expect(result.rows.count { $0.outcome == .added } == 3)
        #expect(shop.sourceFiles.isEmpty)
    }

    @Test func `refuses what is no list`() async throws {
        let shop = try shop()
        let failure = await #expect(throws: CommandFailure.self) {
            try await run(shop).result(of: Array("<rss/>".utf8), isDryRun: true)
        }
        #expect(failure?.code == .badData && failure?.message.hasPrefix("feeds.opml") == true)
    }
}

struct `Exporting a list of feeds` {
    private func shop() throws -> SourceShop {
        try SourceShop(
            """
            sources:
              - {id: plain, title: "A & B", url: "https://a.example/f?x=1&y=2"}
              - {id: hidden, url_file: secret-url}
              - {id: app, recipe: app-store, with: {app: "12"}}
              - {id: old, imported: true, kind: mention}
            """, files: ["secret-url": "https://s.example/f?token=verysecret1"])
    }

    @Test func `leaves out what others can't read, and secrets`() throws {
        let shop = try shop()
        let export = SubscriptionExport(settings: try shop.settings(), withSecrets: false)
        #expect(export.list.feeds.map(\.title) == ["A & B"])
        #expect(export.leftOut.count == 3)
        let text = export.text(now: shop.now)
        #expect(!text.contains("verysecret1") && text.contains("<!-- left out: hidden, since"))
        let read = try SubscriptionList(reading: Array(text.utf8))
        #expect(read.feeds.map(\.url) == ["https://a.example/f?x=1&y=2"])
    }

    @Test func `has secrets only where asked`() throws {
        let export = SubscriptionExport(settings: try shop().settings(), withSecrets: true)
        #expect(export.list.feeds.map(\.url).contains { $0.contains("verysecret1") })
    }
}
