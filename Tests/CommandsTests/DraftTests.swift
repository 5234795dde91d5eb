import ArgumentParser
import Assembly
import Foundation
import Model
import Monitor
import Notifying
import Reporting
import Settings
import Storage
import Testing

@testable import Commands

/// A review on its way into the guest book.
private struct Review {
    var text: String
    var stars: Double?
    var author: String? = "Ada Lovelace"
    var language: String?
}

/// An inn with reviews, numbered from 1 in their order, and a person who drafts replies.
private final class DraftShop {
    let shop: SourceShop

    init(_ replies: String = "", contact: String = "desk@inn.example") throws {
        shop = try SourceShop(
            """
            business: {name: Harbour Inn, owner: Grace, contact: \(contact)}
            sources:
              - {id: guest-book, title: Guest book, url: "https://a.example/f.xml", kind: review, brand: inn}
            \(replies)
            """, private: false)
    }

    func fill(_ reviews: Review...) async throws {
        let assembly = try Assembly(settings: shop.settings())
        let source = try #require(assembly.settings.sources.first)
        let drafts = reviews.enumerated().map { index, review in
            var entry = Entry(
                identity: EntryIdentity(rung: .stableID, key: "r\(index)"), text: review.text,
                author: review.author,
                rating: review.stars.flatMap { Rating(value: $0, min: 1, max: 5) })
            entry.language = review.language
            let judged = assembly.pipeline.judge(entry, source: source)
            return MentionDraft(
                entry: entry, contentDigest: "d\(index)", brands: judged.brands,
                sentiment: judged.sentiment, isNews: true, occurredAt: shop.now - 86_400)
        }
        try await shop.withStore { store in
            _ = try await store.record(
                PollRecord(
                    source: source.id, kind: source.kind,
                    state: SourceState(source: source.id, nextPoll: shop.now, urlDigest: "u"),
                    drafts: drafts, isBaseline: false, now: shop.now,
                    day: { CalendarDay($0, secondsFromGMT: 0) }))
        }
        await assembly.shutdown()
    }

    /// Drafts, and remembers it as the command does.
    func draft(
        _ id: MentionID, remembering: Bool = true,
        _ change: (inout DraftRun.Request) -> Void = { _ in }
    ) async throws -> DraftPage {
        var request = DraftRun.Request(mention: id)
        change(&request)
        let run = DraftRun(settings: try shop.settings(), request: request, now: shop.now)
        return try await shop.withStore { store in
            let drafting = try await run.drafting(in: store)
            if remembering { try await store.recordDrafts(drafting.drafts) }
            return drafting.page
        }
    }

    func failure(
        _ id: MentionID, _ change: (inout DraftRun.Request) -> Void = { _ in }
    ) async throws -> CommandFailure? {
        do {
            _ = try await draft(id, change)
            return nil
        } catch let failure as CommandFailure {
            return failure
        }
    }

    func screen(_ page: DraftPage, _ format: OutputFormat = .table) throws -> String {
        let workplace = try shop.workplace(format)
        return page.rendered(as: format, names: workplace.names, for: workplace.reader)
    }
}

private let rude = Review(text: "The staff was rude and ignored us. Terrible.", stars: 1)
private let kind = Review(text: "Wonderful stay, friendly staff, thank you.", stars: 5)

@Suite(.timeLimit(.minutes(5)))
struct `A draft on the command line` {
    @Test func `answers a complaint in public, and its author apart from it`() async throws {
        let shop = try DraftShop()
        try await shop.fill(rude)
        let page = try await shop.draft(1)
        #expect(
            page.replies.map(\.template.rawValue) == ["repute-care-public", "repute-care-private"])
        #expect(page.language == "en" && page.notes == [])
        #expect(page.why == "It complains, about care, with 1 of 5 stars, in language en.")
        let text = try shop.screen(page)
        let reply = try #require(text.firstRange(of: "── Public reply ──"))
        let letter = try #require(
            text.firstRange(of: "── Private follow-up, for the author alone ──"))
        let review = try #require(
            text.firstRange(of: "“The staff was rude and ignored us. Terrible.”"))
        #expect(review.upperBound < reply.lowerBound && reply.upperBound < letter.lowerBound)
        #expect(text.contains("Hello Ada,\n") && text.contains("desk@inn.example"))
        #expect(text.contains("Kind regards\nGrace, Harbour Inn\n"))
        #expect(text.hasSuffix("Nothing was sent.\n"))
    }

    @Test func `answers praise in public alone`() async throws {
        let shop = try DraftShop()
        try await shop.fill(kind)
        let page = try await shop.draft(1)
        #expect(page.replies.map(\.template.rawValue) == ["repute-praise-public"])
        let asked = try await shop.draft(1) { $0.audience = .author }
        #expect(asked.replies.map(\.template.rawValue) == ["repute-praise-private"])
    }

    @Test func `is in the language of the review, or as asked, else in English`() async throws {
        let shop = try DraftShop()
        try await shop.fill(
            Review(text: "Das Personal war unfreundlich und das Zimmer schmutzig.", stars: 1),
            Review(text: "O quarto estava sujo.", stars: 1, author: nil, language: "pt"))
        #expect(try await shop.draft(1).replies[0].text.hasPrefix("Guten Tag Ada,"))
        #expect(
            try await shop.draft(1) { $0.language = "nl" }.replies[0].text.hasPrefix(
                "Goedendag Ada,"))
        let page = try await shop.draft(2) { $0.language = "pl" }
        #expect(page.language == "en" && page.replies[0].text.hasPrefix("Hello,"))
        #expect(page.notes == ["Repute has no replies in language pl; this one is in English."])
    }

    @Test func `never gives an author the same text twice, and says so`() async throws {
        let shop = try DraftShop("replies: [{id: own, when: {audience: public}, text: Sorry.}]")
        try await shop.fill(rude, rude)
        let first = try await shop.draft(1) { $0.audience = .everybody }
        #expect(first.replies.map(\.text) == ["Sorry."])
        let failure = try await shop.failure(2) { $0.audience = .everybody }
        #expect(failure?.code == .failed)
        #expect(
            failure?.message
                == "the text of own was drafted before to this reader, last on 2026-11-22 12:00 for "
                + "mention 1; --template repute-care-public has another, --again takes one all the same"
        )
        let other = try await shop.draft(2) {
            $0.template = ReplyTemplateID(trusted: "repute-care-public")
        }
        #expect(other.replies.map(\.template.rawValue) == ["repute-care-public"])
        let again = try await shop.draft(2) {
            $0.audience = .everybody
            $0.isAgain = true
        }
        #expect(again.replies.map(\.text) == ["Sorry."])
    }

    @Test func `takes the next wording each time, until there is none`() async throws {
        let shop = try DraftShop()
        try await shop.fill(rude)
        var texts: Set<String> = []
        for round in 0..<3 {
            let page = try await shop.draft(1)
            texts.formUnion(page.replies.map(\.text))
            #expect(page.notes.isEmpty == (round == 0))
        }
        #expect(texts.count == 6)
        #expect(try await shop.failure(1)?.message.hasPrefix("each of the 3 texts") == true)
    }

    @Test func `that is a trial is not remembered`() async throws {
        let shop = try DraftShop()
        try await shop.fill(rude)
        let trials = [
            try await shop.draft(1, remembering: false),
            try await shop.draft(1, remembering: false),
        ]
        #expect(trials[0] == trials[1])
    }

    @Test func `gives different people different texts, and many of one name count as nobody`()
        async throws
    {
        let shop = try DraftShop()
        var reviews = [rude, rude, rude, rude, rude]
        for index in reviews.indices { reviews[index].author = "A Google user" }
        try await shop.fill(reviews[0], reviews[1], reviews[2], reviews[3], reviews[4])
        var texts: [String] = []
        for id in 1...5 as ClosedRange<MentionID> {
            texts.append(try await shop.draft(id).replies[0].text)
        }
        #expect(Set(texts.prefix(3)).count == 3)
        #expect(texts.allSatisfy { $0.hasPrefix("Hello,\n") })
    }

    @Test func `holds nothing private of what was written`() async throws {
        let shop = try DraftShop()
        let secrets = ["4711-0815", "ada@home.example", "+49 170 5550123", "Elm Street"]
        try await shop.fill(
            Review(
                text:
                    "Order 4711-0815 came late, the staff was rude and it was overpriced. Mail me at "
                    + "ada@home.example or call +49 170 5550123, Elm Street 7.", stars: 1))
        for template in ["care", "reliability", "value", "complaint", "privacy"] {
            for audience in ["public", "private"] {
                let page = try await shop.draft(1) {
                    $0.template = ReplyTemplateID(trusted: "repute-\(template)-\(audience)")
                }
                for secret in secrets {
                    #expect(page.replies.allSatisfy { !$0.text.contains(secret) })
                }
            }
        }
    }

    @Test(arguments: [
        "{{business}}", "\u{1B}[31mAda\u{1B}[0m", "Ada \u{202E}evol", "{{#x}}", "=cmd()",
        String(repeating: "Ada ", count: 2560), "<b>Ada</b>",
    ])
    func `is harmless whatever the author is called`(author: String) async throws {
        let shop = try DraftShop()
        var review = rude
        review.author = author
        review.text += " {{owner}} \u{1B}]0;x\u{07} \u{202E}"
        try await shop.fill(review)
        let page = try await shop.draft(1)
        #expect(page.replies.allSatisfy { $0.text.hasPrefix("Hello,\n") })
        let text = try shop.screen(page)
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && !text.contains("\u{07}"))
        #expect(text.count < 4000)
        #expect(page.replies.allSatisfy { !$0.text.contains("{{") })
    }

    @Test func `gives programs its parts`() async throws {
        let shop = try DraftShop()
        try await shop.fill(rude)
        let page = try await shop.draft(1)
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(try shop.screen(page, .json).utf8))
                as? [String: Any])
        #expect(json["public"] as? String == page.replies[0].text)
        #expect(json["private"] as? String == page.replies[1].text)
        #expect(json["template"] as? String == "repute-care-public")
        #expect(json["privateTemplate"] as? String == "repute-care-private")
        #expect(json["language"] as? String == "en" && json["why"] as? String == page.why)
        #expect(try shop.screen(page, .csv).hasPrefix("mention,audience,template,"))
        let alone = try await shop.draft(1) { $0.audience = .everybody }
        #expect(try shop.screen(alone, .jsonl).contains("\"private\":null"))
    }

    @Test func `refuses what it can't do, and says why`() async throws {
        let shop = try DraftShop("replies: [{id: late, when: {audience: private}, text: Sorry.}]")
        try await shop.fill(rude)
        #expect(try await shop.failure(9)?.code == .noInput)
        let unknown = try await shop.failure(1) { $0.template = ReplyTemplateID(trusted: "lade") }
        #expect(unknown?.code == .usage)
        #expect(unknown?.message == "no reply is called lade; did you mean `late`?")
        let wrong = try await shop.failure(1) {
            $0.template = ReplyTemplateID(trusted: "late")
            $0.audience = .everybody
        }
        #expect(wrong?.message == "the reply late is private, and a public one is asked for")
    }

    @Test func `says what should be known before it is sent`() async throws {
        let long = String(repeating: "Sorry. ", count: 600)
        let shop = try DraftShop(
            "replies: [{id: long, when: {audience: public}, text: \"\(long)\"}]")
        try await shop.fill(rude)
        let notes = try await shop.draft(1).notes
        #expect(notes.count == 1 && notes.contains { $0.contains("4199 characters") })
    }

    @Test func `is saved to a new file, and never over one`() throws {
        let shop = try DraftShop()
        let file = shop.shop.path + "/reply.txt"
        try DraftFile.create("Sorry.\n", at: file)
        #expect(shop.shop.text("reply.txt") == "Sorry.\n")
        #expect(try shop.shop.mode("reply.txt") == 0o600)
        #expect(throws: CommandFailure.self) { try DraftFile.create("Other\n", at: file) }
        #expect(throws: CommandFailure.self) {
            try DraftFile.create("x", at: shop.shop.path + "/none/reply.txt")
        }
        #expect(shop.shop.text("reply.txt") == "Sorry.\n")
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `The command draft` {
    private func run(_ shop: DraftShop, _ arguments: String...) async throws {
        let parsed = try ReputeCommand.parseAsRoot(
            ["draft"] + arguments + ["--config", shop.shop.configuration])
        let command = try #require(parsed as? DraftCommand)
        try await command.run()
    }

    private func remembered(_ shop: DraftShop) async throws -> [ReplyDraft] {
        try await shop.shop.withStore { store in
            try await store.drafts(
                for: 1, to: "Ada Lovelace", in: SourceID(trusted: "guest-book"))
        }
    }

    @Test func `saves and remembers what it shows, unless it is a trial`() async throws {
        let shop = try DraftShop()
        try await shop.fill(rude)
        try await run(shop, "1", "--dry-run", "--save", shop.shop.path + "/trial.txt")
        #expect(shop.shop.text("trial.txt")?.hasPrefix("Public reply\n\nHello Ada,\n") == true)
        #expect(try await remembered(shop) == [])
        let file = shop.shop.path + "/reply.txt"
        try await run(shop, "1", "--audience", "public", "--save", file, "--format", "json")
        #expect(shop.shop.text("reply.txt")?.hasPrefix("Hello Ada,\n") == true)
        let drafts = try await remembered(shop)
        #expect(drafts.map(\.template.rawValue) == ["repute-care-public"])
        await #expect(throws: CommandFailure.self) {
            try await run(shop, "1", "--save", file)
        }
        #expect(try await remembered(shop) == drafts)
    }
}

struct `The arguments of drafts` {
    @Test func `are taken as typed`() throws {
        let command = try #require(
            try ReputeCommand.parseAsRoot([
                "draft", "42", "--audience", "private", "--template", "late", "--language", "de",
                "--save", "reply.txt", "--again", "--dry-run",
            ]) as? DraftCommand)
        #expect(command.id == 42 && command.audience == .author && command.language == "de")
        #expect(command.template?.rawValue == "late" && command.save == "reply.txt")
        #expect(command.again && command.dryRun)
    }

    @Test(arguments: [
        ["draft"], ["draft", "x"], ["draft", "1", "--language", "german"],
        ["draft", "1", "--audience", "all"],
    ])
    func `are refused where they mean nothing`(arguments: [String]) {
        #expect(throws: (any Error).self) { try ReputeCommand.parseAsRoot(arguments) }
    }
}
