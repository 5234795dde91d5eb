import Foundation
import Model
import Reporting
import Settings
import Testing

@testable import Commands

struct `What the transparency page is told of a configuration` {
    private static let configuration = """
        business: {name: Café, contact: owner@example.org}
        brands: [{id: cafe, name: Café}, {id: quay, name: Quay, competitor: true}]
        sources:
          - {id: web, title: Forum, url: "https://f.example/x?token=verysecret12345", interval: 20m, retention: 90d}
          - {id: old, kind: survey, imported: true, brand: cafe}
          - {id: off, url: "https://off.example/", enabled: false}
        retention: {mentions: 730d, authors: 30d}
        channels:
          - {id: mail, type: sendmail, from: a@example.org, to: boss@example.org}
          - {id: hook, type: slack, url: "https://hooks.example/services/verysecret"}
        rules:
          - {id: bad, when: {label: negative}}
          - {id: idle, when: {label: neutral}, enabled: false}
        """

    private func facts(
        overlay: String = "", showsRecipients: Bool = false, corrections: [Correction] = []
    ) throws -> TransparencyFacts {
        let path = NSTemporaryDirectory() + "transparency-" + UUID().uuidString + ".yaml"
        try Data(Self.configuration.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try TransparencyReading(
            settings: SettingsLoader(environment: [:]).load(path: path),
            overlays: OverlayFiles([(file: "own.tsv", text: overlay)]),
            showsRecipients: showsRecipients
        ).facts(corrections, now: Date(timeIntervalSince1970: 1_700_000_000))
    }

    @Test func `has no secret in it`() throws {
        let facts = try facts()
        #expect(facts.sources.map(\.title) == ["Forum", "old"])
        #expect(facts.sources[0].address == "https://f.example/x?token=•••")
        #expect(facts.channels.map(\.kind) == ["mail", "Slack"])
        #expect(!"\(facts)".contains("verysecret"))
        #expect(!"\(facts)".contains("boss@"))
    }

    @Test func `names readers of mail where the owner asks for it`() throws {
        #expect(
            try facts(showsRecipients: true).channels.map(\.recipients)
                == [["boss@example.org"], []])
    }

    @Test func `says what is read, told and kept as it is configured`() throws {
        let facts = try facts()
        #expect(facts.sources.map(\.interval) == [1200, nil])
        #expect(facts.sources.map(\.keptFor) == [90 * 86_400, 730 * 86_400])
        #expect(facts.authorsKeptFor == 2_592_000)
        #expect(facts.rules.map(\.id.rawValue).contains("bad"))
        #expect(!facts.rules.map(\.id.rawValue).contains("idle"))
        #expect(facts.brands == ["Café"] && facts.competitors == ["Quay"])
    }

    @Test func `has the owner's words beside the lexicon's edition`() throws {
        let facts = try facts(overlay: "shrinkflation\t-2.5\nsick\t-\npastel\t1.5\tes\n")
        #expect(facts.lexicon.edition.hasSuffix("+3"))
        #expect(
            facts.lexicon.words == [
                TransparencyFacts.Word(term: "shrinkflation", valence: -2.5, language: nil),
                TransparencyFacts.Word(term: "sick", valence: nil, language: nil),
                TransparencyFacts.Word(term: "pastel", valence: 1.5, language: "es"),
            ])
        #expect(facts.lexicon.entries.contains { $0.code == "en" && $0.entries > 1000 })
    }

    @Test func `says how right verdicts were once mentions were drawn at random`() throws {
        let drawn = (1...20).map { number in
            Correction(
                id: number, mention: number, version: 1,
                label: number > 3 ? .negative : .positive, machineLabel: .negative, basis: .text,
                lexicon: "en-1", at: Date(timeIntervalSince1970: 0), by: "ada", isSampled: true)
        }
        let measure = try #require(try facts(corrections: drawn).accuracy.first)
        #expect(measure.value == 0.85 && measure.count == 20)
        #expect(try facts(corrections: Array(drawn.prefix(9))).accuracy.first?.value == nil)
        #expect(try facts().accuracy.isEmpty)
    }

    @Test func `fails where a word is wrong`() {
        #expect(throws: CommandFailure.self) { try facts(overlay: "rude\tvery\n") }
    }
}
