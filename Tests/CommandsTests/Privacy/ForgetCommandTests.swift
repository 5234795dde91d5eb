import ArgumentParser
import Foundation
import Model
import Reporting
import Storage
import Testing

@testable import Commands

private func run(
    _ words: [String], _ alerted: AlertedShop, _ dialogue: Dialogue = .none
) throws -> ForgetRun {
    ForgetRun(
        command: try ForgetCommand.parse(words), by: "Ada", workplace: try alerted.shop.workplace(),
        dialogue: dialogue)
}

struct `repute forget` {
    private func filled() async throws -> AlertedShop {
        let alerted = try AlertedShop()
        try await alerted.fill(AlertedShop.threeReviews)
        return alerted
    }

    private func texts(_ alerted: AlertedShop) async throws -> [String?] {
        try await alerted.shop.withStore {
            try await $0.mentions(MentionFilter(order: .oldestFirst), page: Page())
        }.rows.map(\.entry.text)
    }

    @Test func `shows what would go, asks, erases, and prints a receipt`() async throws {
        let alerted = try await filled()
        let text = try await run(["1"], alerted, alerted.shop.dialogue("y")).text()
        #expect(alerted.shop.screen.contains("Terrible, filthy sheets"))
        #expect(alerted.shop.screen.contains("Erase this mention for good?"))
        #expect(text.hasPrefix("Receipt 1: 1 mention forgotten."))
        #expect(text.contains("Ada") && !text.contains("Terrible"))
        #expect(try await texts(alerted).count == 2)
    }

    @Test func `changes nothing without a yes`() async throws {
        let alerted = try await filled()
        #expect(
            try await run(["1..3"], alerted, alerted.shop.dialogue("n")).text()
                == "Nothing was forgotten.\n")
        let error = await #expect(throws: CommandFailure.self) {
            try await run(["1..3"], alerted).text()
        }
        #expect(error?.code == .usage && error?.message.contains("--yes") == true)
        let preview = try await run(["1", "--dry-run"], alerted).text()
        #expect(preview.contains("figures by day stay"))
        #expect(try await texts(alerted).count == 3)
    }

    @Test func `of an author erases all of them, and names copies beside the database`()
        async throws
    {
        let alerted = try await filled()
        try alerted.shop.write("state/repute.db.before-005", "former")
        let text = try await run(["--author", "Ada", "--yes", "--format", "json"], alerted).text()
        #expect(text.contains("\"count\":3") || text.contains("\"count\": 3"), "\(text)")
        #expect(text.contains("repute.db.before-005"))
        #expect(try await texts(alerted) == [])
        let receipts = try await alerted.shop.withStore { try await $0.forgetReceipts() }
        let listing = ForgetPages.listing(of: receipts)
            .rendered(as: .csv, for: try alerted.shop.workplace().reader)
        #expect(listing.contains("1 2 3") && listing.contains(receipts[0].hashes[0]))
    }

    @Test(arguments: [["99"], ["1", "99"], ["--author", "Nobody"]])
    func `says so where there is no such mention`(words: [String]) async throws {
        let alerted = try await filled()
        let error = await #expect(throws: CommandFailure.self) {
            try await run(words + ["--yes"], alerted).text()
        }
        #expect(error?.code == .noInput)
        #expect(try await texts(alerted).count == 3)
    }

    @Test(arguments: [
        [], ["1", "--author", "A"], ["--source", "guest-book"], ["1", "--receipts"],
        ["--author", ""], ["zero"], ["--author", "A", "--story"],
    ])
    func `refuses words that say nothing, or two things`(words: [String]) {
        #expect(throws: (any Error).self) { try ForgetCommand.parse(words) }
    }
}

struct `repute retention` {
    private func shop(_ retention: String) async throws -> AlertedShop {
        let alerted = try AlertedShop()
        try await alerted.fill(AlertedShop.threeReviews)
        let text = try #require(alerted.shop.text("repute.yaml"))
        try alerted.shop.write("repute.yaml", text + "\nretention: {\(retention)}\n")
        return alerted
    }

    private func text(
        _ words: [String], _ alerted: AlertedShop, later days: Double, _ dialogue: Dialogue = .none
    ) async throws -> String {
        let workplace = try alerted.shop.workplace()
        let later = Workplace(
            assembly: workplace.assembly, console: workplace.console,
            now: workplace.now.addingTimeInterval(days * 86_400),
            configuration: workplace.configuration)
        let command = try RetentionCommand.parse(words)
        return try await later.withStore {
            try await command.text(of: $0, later, dialogue: dialogue)
        }
    }

    @Test func `shows what goes when, and removes nothing`() async throws {
        let alerted = try await shop("mentions: 30d, authors: 7d")
        let now = try await text([], alerted, later: 10)
        #expect(now.contains("guest-book") && now.contains("30d") && now.contains("2026-12-2"))
        #expect(now.contains("3 are due now"))
        let due = try await text(["--format", "csv"], alerted, later: 40)
        #expect(due.contains("guest-book,30d,3,"))
        let count = try await alerted.shop.withStore { try await $0.totals().total }
        #expect(count == 3)
    }

    @Test func `removes what is due with --apply, once somebody agreed`() async throws {
        let alerted = try await shop("authors: 7d, outbox: 7d")
        let error = await #expect(throws: CommandFailure.self) {
            try await text(["--apply"], alerted, later: 20)
        }
        #expect(error?.code == .usage)
        #expect(
            try await text(["--apply"], alerted, later: 20, alerted.shop.dialogue("n"))
                == "Nothing was removed.\n")
        let done = try await text(["--apply", "--yes"], alerted, later: 20)
        #expect(done.contains("Authors' names  3"), "\(done)")
        let authors = try await alerted.shop.withStore {
            try await $0.mentions(MentionFilter(), page: Page())
        }.rows.map(\.entry.author)
        #expect(authors == [nil, nil, nil])
        #expect(throws: (any Error).self) { try RetentionCommand.parse(["--apply", "--dry-run"]) }
    }
}
