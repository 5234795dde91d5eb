import ArgumentParser
import Assembly
import Foundation
import Model
import Monitor
import Reporting
import Scoring
import Settings
import Storage
import Testing

@testable import Commands

private let reviews: [(stars: Double, text: String)] = [
    (1, "Terrible, filthy sheets and rude staff."), (5, "Lovely stay, thank you."),
    (2, "Awful breakfast and a broken shower."),
]

private func correct(_ shop: AlertedShop, _ words: String...) async throws -> JudgementPage {
    let command = try CorrectCommand.parse(words)
    return try await shop.shop.withStore {
        try await command.judge(in: $0, by: "ada", note: nil, now: shop.shop.now)
    }
}

/// An inn whose guest book has comments without stars.
private func commentedInn(_ texts: [String]) async throws -> SourceShop {
    let shop = try SourceShop(
        """
        business: {name: Harbour Inn, time_zone: Europe/Berlin}
        sources:
          - {id: guest-book, url: "https://a.example/f.xml", kind: review, brand: inn}
        """, private: false)
    let workplace = try shop.workplace()
    let source = try #require(workplace.settings.sources.first)
    try await shop.withStore { store in
        _ = try await store.record(
            PollRecord(
                source: source.id, kind: source.kind,
                state: SourceState(source: source.id, nextPoll: shop.now, urlDigest: "u"),
                drafts: texts.enumerated().map { index, text in
                    let entry = Entry(
                        identity: EntryIdentity(rung: .stableID, key: "c\(index)"), text: text)
                    let judged = workplace.assembly.pipeline.judge(entry, source: source)
                    return MentionDraft(
                        entry: entry, contentDigest: "d\(index)", brands: judged.brands,
                        sentiment: judged.sentiment, isNews: true, occurredAt: shop.now)
                }, isBaseline: false, now: shop.now,
                day: { CalendarDay($0, secondsFromGMT: 0) }))
    }
    return shop
}

struct `repute correct` {
    @Test func `keeps the engine's verdict beside the person's`() async throws {
        let shop = try AlertedShop()
        try await shop.fill(reviews)
        let page = try await correct(shop, "1", "#3", "positive")
        #expect(page.stored == 2)
        #expect(page.rows.map(\.correction?.machineLabel) == [.negative, .negative])
        let text = page.rendered(
            as: .table, for: try shop.shop.workplace().reader)
        #expect(text.contains("Mention 1: positive; the engine says negative\n"))
        let shown = try await shop.shop.withStore { try await ShowCommand.mention(1, store: $0) }
        #expect(shown.sentiment.label == .positive && shown.sentiment.machineLabel == .negative)
    }

    @Test func `judges dimensions apart from the whole`() async throws {
        let shop = try AlertedShop()
        try await shop.fill(reviews)
        let page = try await correct(
            shop, "2", "negative", "--dimension", "value", "--dimension", "privacy")
        #expect(page.rows.map(\.aspect) == [.value, .privacy])
        let shown = try await shop.shop.withStore { try await ShowCommand.mention(2, store: $0) }
        #expect(shown.sentiment.label == .positive)
        #expect(shown.sentiment.aspects.filter { $0.label == .negative }.count == 2)
    }

    @Test func `says which number is not there, and stores the others`() async throws {
        let shop = try AlertedShop()
        try await shop.fill(reviews)
        let page = try await correct(shop, "99", "1", "neutral")
        #expect(page.stored == 1)
        #expect(page.rows.first?.refusal?.contains("no such mention") == true)
    }

    @Test(arguments: [
        (["42"], "verdict"), ([], "verdict"), (["42", "angry"], "negative, neutral or positive"),
        (["42", "none"], "--dimension"), (["1..9", "negative"], "one by one"),
        (["x", "negative"], "no number"), (["0", "negative"], "no number"),
        (["99999999999999999999", "negative"], "no number"),
        (["42", "negative", "--sample", "5"], "--sample"), (["--sample", "0"], "1 to 500"),
        (["42", "negative", "--dimension", "taste"], "taste"),
    ])
    func `refuses words that are none`(words: [String], hint: String) {
        let error = #expect(throws: (any Error).self) { try CorrectCommand.parse(words) }
        #expect(error.map { CorrectCommand.fullMessage(for: $0).contains(hint) } == true)
    }
}

struct `A sample session` {
    private func session(_ shop: AlertedShop, _ dialogue: Dialogue) async throws -> (
        page: JudgementPage, shown: String
    ) {
        let page = try await shop.shop.withStore { store in
            let mentions = try await store.sample(MentionFilter(), count: 9)
                .sorted { $0.id < $1.id }
            return try await SampleSession(
                store: store, dialogue: dialogue, names: shop.shop.workplace().names, by: "ada",
                note: nil
            ).run(mentions, now: shop.shop.now)
        }
        return (page, shop.shop.screen)
    }

    @Test func `stores each answer, skips and stops when told, and hides verdict and stars`()
        async throws
    {
        let shop = try AlertedShop()
        try await shop.fill(reviews)
        let (page, shown) = try await session(
            shop, shop.shop.dialogue("what?", "p", "s", "q"))
        #expect(page.rows.map(\.mention) == [1])
        #expect(page.rows.first?.correction?.isSampled == true)
        #expect(page.rows.first?.correction?.label == .positive)
        #expect(shown.contains("filthy sheets"))
        #expect(!shown.contains("★") && !shown.contains("of 5") && !shown.contains("−0."))
    }

    @Test func `keeps what was answered before the input ended`() async throws {
        let shop = try AlertedShop()
        try await shop.fill(reviews)
        let (page, _) = try await session(shop, shop.shop.input("n", "0"))
        #expect(page.stored == 2)
        let stored = try await shop.shop.withStore { try await $0.corrections(of: nil) }
        #expect(stored.map(\.label) == [.negative, .neutral])
    }
}

struct `repute corrections` {
    @Test func `lists the last verdicts, and measures by what was drawn at random`() async throws {
        let shop = try AlertedShop()
        try await shop.fill(reviews)
        _ = try await correct(shop, "1", "positive")
        _ = try await correct(shop, "1", "negative")
        _ = try await correct(shop, "2", "negative")
        func page(_ words: String...) async throws -> CorrectionPage {
            let command = try CorrectionsCommand.parse(words)
            return try await shop.shop.withStore { try await command.page(in: $0) }
        }
        #expect(try await page().corrections.map(\.mention) == [2, 1])
        #expect(try await page("--wrong").corrections.map(\.mention) == [2])
        #expect(try await page("--all").corrections.count == 3)
        let accuracy = try await page().accuracy
        #expect(accuracy.picked == Proportion(1, of: 2) && accuracy.sampled.total == 0)
        let text = try await page().rendered(as: .table, for: try shop.shop.workplace().reader)
        #expect(text.contains("not known yet") && text.contains("Lovely stay"))
    }
}

struct `repute lexicon try` {
    private func trial(_ shop: SourceShop, _ words: String...) async throws -> LexiconTrialPage {
        let command = try LexiconTryCommand.parse(words)
        let workplace = try shop.workplace()
        _ = try await shop.withStore { _ in true }
        return try await command.page(trying: try await command.tried(), workplace)
    }

    @Test func `lists what would be judged otherwise, and changes nothing`() async throws {
        let shop = try await commentedInn([
            "The harbour room was glumptious at night", "A glumptious view, they say",
            "The door is on the left of the house",
        ])
        let page = try await trial(shop, "glumptious=-3")
        #expect(page.read == 3 && page.moved == 2 && page.flipped == 2)
        #expect(page.flips.map(\.mention) == [2, 1])
        #expect(page.flips.allSatisfy { $0.after == .negative && !$0.isRated })
        #expect(page.lines == ["glumptious\t-3"])
        let labels = try await shop.withStore {
            try await $0.mentions(MentionFilter(labels: [.negative]), page: Page()).total
        }
        #expect(labels == 0)
    }

    @Test func `says what it would do to mentions that persons judged`() async throws {
        let shop = try await commentedInn([
            "The harbour room was glumptious at night", "A glumptious view, they say",
        ])
        _ = try await shop.withStore {
            try await $0.correct(
                [
                    Judgement(mention: 1, label: .negative, by: "ada"),
                    Judgement(mention: 2, label: .neutral, by: "ada"),
                ], now: shop.now)
        }
        let page = try await trial(shop, "glumptious=-3")
        #expect(page.mended == 1)
        #expect(page.flips.first { $0.mention == 1 }?.person == .negative)
    }

    @Test func `keeps the newest of many, and says how many there are`() async throws {
        let shop = try await commentedInn((1...9).map { "Room \($0) was glumptious at night" })
        let page = try await trial(shop, "glumptious=-3", "--limit", "2")
        #expect(page.flipped == 9 && page.flips.map(\.mention) == [9, 8])
        let text = page.rendered(as: .table, for: try shop.workplace().reader)
        #expect(text.contains("2 of 9"))
    }

    @Test(arguments: [
        ([], "Give words"), (["sick"], "sick"), (["=2"], "=2"), (["a=1:en:x"], "a=1:en:x"),
        (["sick=2", "--limit", "0"], "1 to 100000"),
    ])
    func `refuses what is no line`(words: [String], hint: String) {
        let error = #expect(throws: (any Error).self) { try LexiconTryCommand.parse(words) }
        #expect(error.map { LexiconTryCommand.fullMessage(for: $0).contains(hint) } == true)
    }

    @Test(arguments: ["sick=9", "sick=x", "sick=1:xx"])
    func `refuses a valence or language that there is not, with its place`(word: String)
        async throws
    {
        let shop = try await commentedInn(["Nothing"])
        let error = await #expect(throws: CommandFailure.self) { try await trial(shop, word) }
        #expect(error?.message.contains("the command line:1") == true)
    }
}

struct `repute lexicon suggest` {
    @Test func `proposes what the judged mentions share, as a file that lint takes`() async throws {
        let shop = try await commentedInn([
            "The harbour room was glumptious at night", "A glumptious view, they say",
            "The door is on the left of the house",
        ])
        _ = try await shop.withStore {
            try await $0.correct(
                [
                    Judgement(mention: 1, label: .negative, by: "ada"),
                    Judgement(mention: 2, label: .negative, by: "ada"),
                ], now: shop.now)
        }
        let command = try LexiconSuggestCommand.parse([])
        let workplace = try shop.workplace()
        let page = try await shop.withStore { try await command.page(in: $0, workplace) }
        #expect(page.rows.map(\.term) == ["glumptious"] && page.judged == 2)
        let files = OverlayFiles([(file: "own.tsv", text: page.overlay)])
        #expect(try files.lexicon().entry(for: "glumptious", in: "en") != nil)
        #expect(page.overlay.hasPrefix("# judged otherwise by a person: #1 #2\n"))
    }

    @Test func `proposes nothing where nobody judged`() async throws {
        let shop = try await commentedInn(["A glumptious view, they say"])
        let command = try LexiconSuggestCommand.parse([])
        let workplace = try shop.workplace()
        let page = try await shop.withStore { try await command.page(in: $0, workplace) }
        #expect(page.rows.isEmpty)
        #expect(page.rendered(as: .table, for: workplace.reader).contains("judge more"))
    }
}
