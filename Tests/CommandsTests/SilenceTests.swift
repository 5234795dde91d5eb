import ArgumentParser
import Foundation
import Model
import Storage
import Testing

@testable import Commands

private let forum = """
    business: {name: Harbour Inn, time_zone: Europe/Berlin}
    sources:
      - {id: town-forum, url: "https://a.example/f.xml"}
    channels:
      - {id: hook, type: webhook, url: "https://b.example/h"}
    rules:
      - {id: complaints, when: {label: negative}}
    digests:
      - {id: morning, at: "08:00"}
    """

struct `Adding a silence` {
    private func silence(_ shop: SourceShop, _ words: String...) throws -> AlertSilence {
        try SilenceAddCommand.parse(words).silence(in: shop.workplace())
    }

    @Test func `covers what all of its conditions hold for`() throws {
        let shop = try SourceShop(forum)
        let silence = try silence(
            shop, "--source", "town-forum", "--rule", "complaints", "--brand", "inn", "--for",
            "2h", "--comment", "moving servers")
        #expect(silence.source?.rawValue == "town-forum" && silence.brand?.rawValue == "inn")
        #expect(silence.rule?.rawValue == "complaints" && silence.mention == nil)
        #expect(silence.start == shop.now && silence.end == shop.now + 7200)
        #expect(silence.comment == "moving servers")
    }

    @Test func `lasts a day unless told, and ends by the clock of the owner`() throws {
        let shop = try SourceShop(forum)
        #expect(try silence(shop, "--everything").end == shop.now + 86_400)
        let evening = try silence(shop, "--everything", "--until", "18:00")
        #expect(evening.end.rfc3339 == "2026-11-22T17:00:00Z")
        let night = try silence(shop, "--everything", "--from", "22:00", "--until", "07:00")
        #expect(night.start.rfc3339 == "2026-11-22T21:00:00Z")
        #expect(night.end.rfc3339 == "2026-11-23T06:00:00Z")
    }

    @Test(arguments: [
        (["--source", "town-forun"], "town-forum"), (["--source", "x"], "there are: town-forum"),
        (["--brand", "pub"], "there are: inn"), (["--rule", "nothing"], "complaints"),
        (["--rule", "morning"], "is a digest"),
        (["--everything", "--until", "2026-11-01"], "over already"),
    ])
    func `refuses names that are not there and times that are over`(
        words: [String], hint: String
    ) throws {
        let shop = try SourceShop(forum)
        let error = #expect(throws: CommandFailure.self) {
            try SilenceAddCommand.parse(words).silence(in: shop.workplace())
        }
        #expect(error?.code == .usage && error?.message.contains(hint) == true)
    }

    @Test func `is possible for the rules that watch sources and channels`() throws {
        let shop = try SourceShop(forum)
        #expect(try silence(shop, "--rule", "source-health").rule == .sourceHealth)
        #expect(try silence(shop, "--rule", "delivery-health").rule == .deliveryHealth)
    }
}

struct `A silence on the command line` {
    @Test func `is added, listed and ended`() async throws {
        let shop = try SourceShop(forum)
        try await shop.withStore { _ in }
        let config = ["--config", shop.configuration]
        try await SilenceAddCommand.parse(["--everything", "--for", "1w"] + config).run()
        let id = try await shop.withStore { try await $0.silences().first?.id }
        try await SilenceListCommand.parse(["--format", "json"] + config).run()
        try await SilenceRemoveCommand.parse(["\(try #require(id))"] + config).run()
        let ended = try await shop.withStore { try await $0.silences() }
        #expect(ended.count == 1 && ended.allSatisfy { $0.end <= Date() })
        await #expect(throws: CommandFailure.self) {
            try await SilenceRemoveCommand.parse(["77"] + config).run()
        }
        await #expect(throws: CommandFailure.self) {
            try await SilenceAddCommand.parse(["--mention", "99"] + config).run()
        }
    }
}
