import Foundation
import Model
import Testing

@testable import Reporting

struct `The transparency page` {
    private func text(_ facts: TransparencyFacts, as format: DocumentFormat = .markdown) -> String {
        TransparencyPage(facts: facts).document(madeAt: Sample.now)
            .rendered(as: format, names: Names(), for: Sample.plain)
    }

    @Test(arguments: DocumentFormat.allCases)
    func `says the same in every format`(format: DocumentFormat) {
        let page = text(SampleFacts.full, as: format)
        for word in [
            "2026.1+3", "28,400 entries", "shrinkflation", "Bad review", "owner-mail (mail)",
            "Map reviews", "365 days", "for ever", "owner@example.org", "Quay Bakery",
        ] {
            let plain = page.replacing("\\", with: "").replacing("\n", with: " ")
                .replacing("  ", with: " ")
            #expect(plain.contains(word), "\(word) in \(format)")
        }
        #expect(format != .html || !page.contains("<b>pastel"))
    }

    @Test func `is about no period`() {
        #expect(
            TransparencyPage(facts: SampleFacts.full).document(madeAt: Sample.now).period == nil)
    }

    @Test func `says how long the things of a person are kept`() {
        let page = text(SampleFacts.full)
        #expect(page.contains("| 730 days |"))
        #expect(page.contains("| 90 days after the mention was closed |"))
        #expect(page.contains("| 30 days after delivery |"))
        var facts = SampleFacts.full
        facts.mentionsKeptFor = nil
        facts.authorsKeptFor = nil
        #expect(!text(facts).contains("after the mention was closed"))
    }

    @Test func `prints measured accuracy where there is any`() {
        #expect(text(SampleFacts.full).contains("not known yet"))
        var facts = SampleFacts.full
        facts.accuracy = [
            Measure(
                id: "accuracy", title: "Right verdicts", value: 0.9, unit: .share, count: 40,
                interval: 0.77...0.96, formula: "36 right ÷ 40 checked")
        ]
        #expect(text(facts).contains("36 right ÷ 40 checked"))
        #expect(!text(facts).contains("not known yet"))
    }

    @Test func `is plain where nothing is configured`() {
        var facts = SampleFacts.full
        facts.rules = []
        facts.channels = []
        facts.sources = []
        facts.competitors = []
        facts.contact = nil
        facts.hasHeartbeat = false
        facts.lexicon.words = []
        let page = text(facts)
        #expect(page.contains("no channel is configured"))
        #expect(page.contains("Nothing is read at present: no source is in use."))
        #expect(page.contains("Write to Café Morgenrot"))
        #expect(page.contains("The owner added no words."))
        #expect(!page.contains("watching service"))
        #expect(!page.contains("Dockside"))
    }

    @Test func `names readers only where it is told to`() {
        #expect(!text(SampleFacts.full).contains("Who reads it"))
        var facts = SampleFacts.full
        facts.channels[0].recipients = ["boss@example.org"]
        #expect(text(facts).contains("boss@example.org"))
    }

    @Test(arguments: [
        ([], "x"), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C"),
    ])
    func `lists names as people do`(words: [String], list: String) {
        #expect(TransparencyPage.list(words, otherwise: "x") == list)
    }
}
