import ArgumentParser
import Foundation
import Model
import Reporting
import Storage
import Testing

@testable import Commands

@Suite(.timeLimit(.minutes(5)))
struct `Flagging a mention` {
    private func page(_ inn: TriagedInn, _ words: String...) async throws -> FlagPage {
        try await FlagCommand.parse(words + ["--by", "Ada"]).page(try inn.shop.workplace())
    }

    @Test func `shows where the site takes reports`() async throws {
        let inn = try await TriagedInn()
        let page = try await page(inn, "5", "#1", "70", "--reason", "never was a guest")
        #expect(
            page.rendered(as: .table, for: try inn.reader()) == """
                #1: flagged
                The source gives no address for reports.
                #5: flagged
                Report it: https://reviews.example/report?id=5
                #70: there is no such mention

                """)
        let json = page.rendered(as: .json, for: try inn.reader())
        #expect(json.contains(#""reportURL":"https://reviews.example/report?id=5""#))
        #expect(json.contains(#""missing":[{"from":70,"to":70}]"#))
    }

    @Test func `is done once, until its outcome is known`() async throws {
        let inn = try await TriagedInn()
        let early = try await page(inn, "1", "--outcome", "kept")
        #expect(!early.isApplied && early.rows[0].refusal?.contains("is not flagged") == true)
        #expect(try await page(inn, "1", "--reason", "fake").isApplied)
        let again = try await page(inn, "1", "--reason", "fake")
        #expect(again.rows[0].refusal == "is flagged already, by Ada on 2026-11-22 13:00")
        let settled = try await page(inn, "1", "--outcome", "removed")
        #expect(
            settled.rendered(as: .table, for: try inn.reader())
                == "#1: the flag is settled: removed\n")
        let late = try await page(inn, "1", "--outcome", "kept")
        #expect(late.rows[0].refusal?.contains("removed") == true)
        #expect(try await page(inn, "1", "--reason", "again").isApplied)
        #expect(try await inn.state(of: 1) == .new)
    }

    @Test(arguments: [
        ["1"], ["--reason", "x"], ["1", "--reason", "x", "--outcome", "kept"],
        ["1", "--outcome", "gone"], ["1", "--reason", ""],
        ["1", "--reason", String(repeating: "x", count: 5000)],
    ])
    func `needs a mention, and either a reason or an outcome`(words: [String]) {
        #expect(throws: (any Error).self) { try FlagCommand.parse(words) }
    }

    @Test func `ends badly where nothing was done`() async throws {
        let inn = try await TriagedInn()
        let error = await #expect(throws: CommandFailure.self) {
            try await FlagCommand.parse([
                "99", "--reason", "x", "--by", "Ada", "--config", inn.shop.configuration,
            ]).run()
        }
        #expect(error?.code == .failed)
    }

    @Test func `is seen in the list, with the share of each number of stars`() async throws {
        let inn = try await TriagedInn()
        _ = try await page(inn, "1", "5", "--reason", "=HYPERLINK(\"x\") \u{1B}[2J")
        _ = try await page(inn, "5", "--outcome", "removed")
        let workplace = try inn.shop.workplace()
        func listing(_ words: String...) async throws -> Listing {
            let command = try FlagsCommand.parse(words)
            return try await inn.shop.withStore { try await command.listing(workplace, $0) }
        }
        let all = try await listing()
        #expect(
            all.footer == [
                "Flagged within 365 days: 2 of 3 with 1 star, 0 of 1 with 2 stars, 0 of 1 with 5 stars"
            ])
        let csv = all.rendered(as: .csv, for: try inn.reader())
        #expect(csv.contains("'=HYPERLINK") && !csv.unicodeScalars.contains("\u{1B}"))
        #expect(csv.contains(",removed,") && csv.contains(",open,"))
        let table = all.rendered(as: .table, for: try inn.reader())
        #expect(!table.unicodeScalars.contains("\u{1B}"))
        #expect(try await listing("--open").rows.count == 1)
        let page = try await inn.shop.withStore { try await ShowCommand.page(of: 5, store: $0) }
        let text = page.rendered(as: .table, names: Names(), for: try inn.reader(width: nil))
        #expect(text.contains("Suspected to be a fake"))
        #expect(text.contains("Report it: https://reviews.example/report?id=5"))
    }
}
