import Foundation
import Model
import Reporting
import Settings
import Storage
import Testing

@testable import Commands

struct `An import` {
    private let nps = """
        Response ID;Submitted at;How likely are you to recommend us?;Why?;Name
        1;03.02.2025 10:00;9;Lovely breakfast, kind staff.;Ann
        2;04.02.2025 11:00;2;"The room was dirty
        and the staff was rude.";Bob
        3;never;7;ok;Cat
        4;05.02.2025;12;too high;Dan
        5;06.02.2025 08:00;6;;Eve
        """
    private let id = SourceID(trusted: "nps-2025")

    private func shop() async throws -> SourceShop {
        let shop = try SourceShop()
        _ = try await shop.withStore { try await $0.totals() }
        return shop
    }

    @Test func `makes a source that is never polled and stores its rows as history`() async throws {
        let shop = try await shop()
        let run = try ImportRun.of(shop, .init(file: "nps.csv", source: id))
        let page = try await run.page(of: Array(nps.utf8))
        #expect(page.rows == 5 && page.new == 3 && page.faults.map(\.line) == [5, 6])
        #expect(page.labels[.negative] == 1)
        #expect(shop.screen.contains("nps.csv:5: “never” is no date"))
        #expect(shop.screen.contains("nps.csv:6: the rating “12” is not on the scale of 0 to 10"))
        let source = try #require(try shop.settings().sources.first)
        #expect(source.isImported && source.kind == .survey && source.brand?.rawValue == "inn")
        let found = try await shop.withStore { store in
            let page = try await store.mentions(MentionFilter(order: .oldestFirst), page: Page())
            #expect(
                try await store.claimDue(
                    now: .distantFuture, limit: 9, lease: Lease(owner: "t", duration: 9)
                ).isEmpty)
            #expect(try await store.sourceStates().first?.mentionCount == 3)
            return page.rows
        }
        #expect(found.map(\.entry.author) == ["Ann", "Bob", "Eve"])
        #expect(found.allSatisfy { $0.isBaseline && $0.kind == .survey })
        #expect(found.map(\.entry.rating?.max) == [10, 10, 10])
        #expect(found[1].entry.text == "The room was dirty\nand the staff was rude.")
    }

    @Test func `twice adds nothing, and never changes what is stored`() async throws {
        let shop = try await shop()
        _ = try await ImportRun.of(shop, .init(file: "nps.csv", source: id)).page(
            of: Array(nps.utf8))
        let again = try await ImportRun.of(shop, .init(file: "nps.csv", source: id))
            .page(of: Array(nps.replacing("Lovely breakfast", with: "Terrible, awful food").utf8))
        #expect(again.new == 0 && again.known == 3)
        let total = try await shop.withStore { try await $0.totals() }
        #expect(total.total == 3 && total.negative == 1)
        #expect(shop.sourceFiles == ["nps-2025.yaml"])
    }

    @Test func `is never news to the rules`() async throws {
        let shop = try await shop()
        _ = try await ImportRun.of(shop, .init(file: "nps.csv", source: id)).page(
            of: Array(nps.utf8))
        let waiting = try await shop.withStore {
            try await $0.undecided(limit: 100, aspects: false)
        }
        #expect(waiting.allSatisfy { !$0.isNews })
    }

    @Test func `rehearsed stores nothing and shows the first rows`() async throws {
        let shop = try SourceShop()
        var request = ImportRun.Request(file: "nps.csv", source: id)
        request.isDryRun = true
        let page = try await ImportRun.of(shop, request).page(of: Array(nps.utf8))
        #expect(page.new == 3 && page.sample?.entries.count == 3 && shop.sourceFiles.isEmpty)
        #expect(shop.text("state/repute.db") == nil)
        let text = page.rendered(as: .table, names: Names(), for: try shop.workplace().reader)
        #expect(text.contains("rating ← How likely are you to recommend us?"))
        #expect(text.contains("3 new would be stored") && text.contains("2 bad, left out"))
    }

    @Test func `ends at the limit of bad rows before anything is stored`() async throws {
        let shop = try await shop()
        var request = ImportRun.Request(file: "nps.csv", source: id)
        request.faultLimit = 1
        let failure = await #expect(throws: CommandFailure.self) {
            try await ImportRun.of(shop, request).page(of: Array(nps.utf8))
        }
        #expect(failure?.message.contains("nothing was imported") == true)
        #expect(shop.sourceFiles.isEmpty)
    }

    @Test func `takes the columns that the owner names`() async throws {
        let shop = try await shop()
        var request = ImportRun.Request(file: "x.csv", source: SourceID(trusted: "x"))
        request.map = ["text=Q7", "author=Who", "title="]
        request.kind = .review
        let page = try await ImportRun.of(shop, request)
            .page(of: Array("Who,Title,Q7\nAnn,ignored,Dirty room\n".utf8))
        #expect(page.new == 1)
        #expect(page.columns.map(\.field) == ["author", "text"])
    }

    @Test(arguments: [
        (["text=Nope"], "no column of x.csv is called Nope"),
        (["wording=Q7"], "no field is called"),
        (["text"], "FIELD=COLUMN"), ([], "--map text=COLUMN"),
    ])
    func `refuses columns that it can't find`(map: [String], message: String) async throws {
        let shop = try await shop()
        var request = ImportRun.Request(file: "x.csv", source: SourceID(trusted: "x"))
        request.map = map
        let failure = await #expect(throws: CommandFailure.self) {
            try await ImportRun.of(shop, request).page(of: Array("Q7,Q8\na,b\n".utf8))
        }
        #expect(failure?.message.contains(message) == true)
    }

    @Test func `into a source of mentions keeps only what is about a brand`() async throws {
        let shop = try await shop()
        var request = ImportRun.Request(file: "x.jsonl", source: SourceID(trusted: "talk"))
        request.kind = .mention
        let lines = "{\"text\":\"The Harbour Inn was dirty.\"}\n{\"text\":\"Rain again.\"}\n"
        let page = try await ImportRun.of(shop, request).page(of: Array(lines.utf8))
        #expect(page.new == 1 && page.unmatched == 1)
    }

    @Test func `into a polled source leaves its polls alone`() async throws {
        let shop = try SourceShop(
            "sources: [{id: shop-reviews, kind: review, url: \"https://a.example/f.xml\"}]")
        let before = try await shop.withStore { try await $0.sourceStates().first }
        let request = ImportRun.Request(file: "x.csv", source: SourceID(trusted: "shop-reviews"))
        let page = try await ImportRun.of(shop, request)
            .page(of: Array("id,rating\n1,1\n2,5\n".utf8))
        #expect(page.new == 2)
        let after = try await shop.withStore { try await $0.sourceStates().first }
        #expect(after?.nextPoll == before?.nextPoll && after?.baselineAt == nil)
        #expect(after?.mentionCount == 2)
    }

    @Test func `refuses another kind or brand than the source's`() async throws {
        let shop = try SourceShop(
            "sources: [{id: shop-reviews, kind: review, url: \"https://a.example/f.xml\"}]")
        var request = ImportRun.Request(file: "x.csv", source: SourceID(trusted: "shop-reviews"))
        request.kind = .survey
        let failure = await #expect(throws: CommandFailure.self) {
            try await ImportRun.of(shop, request).page(of: Array("id,rating\n1,1\n".utf8))
        }
        #expect(failure?.message.contains("configured as a source of reviews") == true)
    }

    @Test func `takes more rows than fit into one transaction`() async throws {
        let shop = try await shop()
        let rows = (1...1203).map { "\($0),\($0 % 5 + 1),Words number \($0)" }
        let request = ImportRun.Request(file: "x.csv", source: SourceID(trusted: "many"))
        let page = try await ImportRun.of(shop, request)
            .page(of: Array((["id,rating,text"] + rows).joined(separator: "\n").utf8))
        #expect(page.new == 1203)
        #expect(try await shop.withStore { try await $0.totals().total } == 1203)
    }

    @Test(arguments: ["5-1", "1", "a-b", "1-2-3", "", "1-inf"])
    func `takes no scale that is none`(text: String) {
        #expect(RatingScale(argument: text) == nil)
    }
}
