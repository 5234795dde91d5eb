import Foundation
import Model
import Parsing
import Reporting
import Settings
import TestSupport
import Testing

@testable import Commands

struct `Adding a source by a recipe` {
    private let recipe = """
        name: guest-book
        title: Guest book
        kind: review
        format: feed
        url: "{+site}/reviews?key={key}"
        parameters:
          site:
            description: The address of the site
            example: https://inn.example
          key:
            description: The key of the interface
            secret: true
        limits:
          - Only the newest 5 reviews are given.
        """

    private func shop() throws -> SourceShop {
        try SourceShop(
            "recipes: [recipes]", files: ["recipes/guest-book.yaml": recipe, "key": "k3yk3yk3y\n"])
    }

    @Test func `takes a secret from a file and tells the limits`() async throws {
        let server = try LoopbackServer.start { _ in .ok(SourceSample.reviews) }
        defer { server.stop() }
        let shop = try shop()
        let values = [
            try KeyValue("site=\(server.url(""))"), try KeyValue("key_file=\(shop.path)/key"),
        ]
        let added = try await shop.addition(.init(target: "guest-book", values: values)).run()
        #expect(server.requests.first?.path == "/reviews?key=k3yk3yk3y")
        #expect(added.recipe == "guest-book" && added.source.kind == .review)
        #expect(shop.screen.contains("Only the newest 5 reviews are given."))
        #expect(!shop.screen.contains("k3yk3y"))
        let text = try #require(
            shop.sourceFiles.first.flatMap { shop.text("repute.d/sources/" + $0) })
        #expect(text.contains("key_file: \"\(shop.path)/key\"") && !text.contains("k3yk3y"))
    }

    @Test func `reads a secret from standard input into a file beside the drop-in`() async throws {
        let server = try LoopbackServer.start { _ in .ok(SourceSample.reviews) }
        defer { server.stop() }
        let shop = try shop()
        let request = SourceAddition.Request(
            target: "guest-book", values: [try KeyValue("site=\(server.url(""))")],
            id: SourceID(trusted: "guests"))
        let added = try await shop.addition(request, shop.input("k3yfromline")).run()
        #expect(added.isWritten && shop.sourceFiles == ["guests.key", "guests.yaml"])
        #expect(try shop.mode("repute.d/sources/guests.key") == 0o600)
        #expect(server.requests.first?.path == "/reviews?key=k3yfromline")
        #expect(try shop.settings().sources.first?.url.reveal().contains("k3yfromline") == true)
    }

    @Test func `asks at a terminal for what is missing, secrets without echo`() async throws {
        let server = try LoopbackServer.start { _ in .ok(SourceSample.reviews) }
        defer { server.stop() }
        let shop = try shop()
        let added = try await shop.addition(
            .init(target: "guest-book"), shop.dialogue(server.url(""), "hiddenkey1", "")
        ).run()
        #expect(added.isWritten)
        #expect(shop.screen.contains("key (The key of the interface): (hidden)"))
        #expect(!shop.screen.contains("hiddenkey1"))
    }

    @Test func `refuses a secret on the command line and names the ways`() async throws {
        let shop = try shop()
        let values = [try KeyValue("site=https://inn.example"), try KeyValue("key=s3cr3t")]
        let failure = await #expect(throws: CommandFailure.self) {
            try await shop.addition(.init(target: "guest-book", values: values)).run()
        }
        #expect(failure?.code == .usage)
        #expect(failure?.message.contains("key_file=PATH") == true)
        #expect(failure?.message.contains("s3cr3t") == false)
    }

    @Test func `tells every parameter that is missing or wrong`() async throws {
        let shop = try shop()
        let missing = await #expect(throws: CommandFailure.self) {
            try await shop.addition(.init(target: "guest-book")).run()
        }
        #expect(missing?.message.contains("`site` is missing") == true)
        #expect(missing?.message.contains("`key` is missing") == true)
        #expect(
            missing?.message.contains("repute source add guest-book site=… key_file=PATH") == true)
        let unknown = await #expect(throws: CommandFailure.self) {
            try await shop.addition(
                .init(target: "guest-book", values: [try KeyValue("sites=x")])
            ).run()
        }
        #expect(unknown?.message.contains("did you mean `site`") == true)
        #expect(throws: CommandFailure.self) { try KeyValue("justaword") }
        #expect(throws: CommandFailure.self) { try KeyValue("=x") }
    }

    @Test func `names the recipe of a known site and what it still needs`() async throws {
        let shop = try shop()
        let failure = await #expect(throws: CommandFailure.self) {
            try await shop.addition(.init(target: "https://www.yelp.com/biz/harbour-inn")).run()
        }
        #expect(
            failure?.message.contains(
                "a page of Yelp, which the recipe yelp reads: business=harbour-inn") == true)
        #expect(failure?.message.contains("key_file=PATH") == true)
    }

    @Test func `refuses parameters where no recipe is in play`() async throws {
        let shop = try shop()
        let failure = await #expect(throws: CommandFailure.self) {
            try await shop.addition(
                .init(target: "https://inn.example/f.xml", values: [try KeyValue("a=b")])
            ).run()
        }
        #expect(failure?.code == .usage)
    }
}
