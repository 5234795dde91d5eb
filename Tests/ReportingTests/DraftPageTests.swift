import FoundationEssentials
import Model
import Testing

@testable import Reporting

private let reader = Reader(
    style: .plain, width: 60,
    time: TimeText(zone: .gmt, now: Date(timeIntervalSince1970: 1_795_348_800)))

private func page(
    _ texts: String..., body: String = "Cold soup.", author: String? = "Ada"
) -> DraftPage {
    let time = Date(timeIntervalSince1970: 1_795_262_400)
    let mention = Mention(
        id: 42, source: SourceID(trusted: "guest-book"), kind: .review,
        entry: Entry(
            identity: EntryIdentity(rung: .stableID, key: "1"), text: body, author: author,
            rating: Rating(value: 2, min: 1, max: 5)),
        brands: [],
        sentiment: Sentiment(
            score: -0.5, label: .negative, confidence: 1, basis: .rating, lexicon: "test"),
        firstSeen: time, occurredAt: time, version: 1, isBaseline: false)
    return DraftPage(
        mention: mention,
        replies: texts.enumerated().map { index, text in
            DraftPage.Reply(
                isPublic: index == 0, template: ReplyTemplateID(trusted: "t\(index)"), wording: 2,
                wordings: 3, text: text)
        }, language: "en", why: "It complains.", notes: ["It is closed already: resolved."])
}

private func rendered(_ page: DraftPage, _ format: OutputFormat = .table) -> String {
    page.rendered(
        as: format,
        names: Names(sources: [SourceID(trusted: "guest-book"): "Guest book"], brands: [:]),
        for: reader)
}

struct `A page of drafts` {
    @Test func `shows what is replied to, the replies apart from each other, and why`() {
        let long = "Sorry, " + String(repeating: "very ", count: 20) + "sorry."
        #expect(
            rendered(page(long, "Dear Ada")) == """
                #42 Ada · Guest book · 2026-11-21 12:00 · ★★☆☆☆ · negative
                “Cold soup.”

                ── Public reply ──

                \(long)

                ── Private follow-up, for the author alone ──

                Dear Ada

                t0, wording 2 of 3; t1, wording 2 of 3. It complains.
                Nothing was sent.
                It is closed already: resolved.

                """)
    }

    @Test func `gives the text alone to be pasted, with headings only where there are two`() {
        #expect(page("One\n\ntwo").letters == "One\n\ntwo\n")
        #expect(
            page("One", "Two").letters
                == "Public reply\n\nOne\n\nPrivate follow-up, for the author alone\n\nTwo\n")
    }

    @Test func `obeys nothing that strangers wrote`() {
        let hostile = "\u{1B}[2J\u{202E}=1+1\u{07}\nx"
        let long = String(repeating: "a", count: 10_000)
        for format in OutputFormat.allCases where format != .json && format != .jsonl {
            let text = rendered(page(hostile, body: hostile, author: hostile + long), format)
            for scalar in ["\u{1B}", "\u{202E}", "\u{07}"] { #expect(!text.contains(scalar)) }
            #expect(text.count < 2000)
        }
        let table = rendered(page("One", body: long))
        #expect(table.contains("…”") && table.count < 800)
        #expect(!rendered(page("=1+1"), .csv).contains(",=1+1"))
    }

    @Test func `gives programs what is there, and null for what is not`() {
        #expect(
            rendered(page("One"), .json) == """
                {"mention":42,"public":"One","private":null,"template":"t0","wording":2,\
                "privateTemplate":null,"privateWording":null,"language":"en","why":"It complains.",\
                "notes":["It is closed already: resolved."]}

                """)
    }
}
