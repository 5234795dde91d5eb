import ArgumentParser
import Assembly
import Foundation
import Model
import Reporting
import Storage
import Testing

@testable import Commands

private func filled() async throws -> SourceShop {
    let alerted = try AlertedShop()
    try await alerted.fill(AlertedShop.threeReviews)
    let shop = try SourceShop(
        """
        business: {name: Harbour Inn, time_zone: Europe/Berlin}
        sources:
          - {id: guest-book, url: "https://a.example/f.xml", kind: review, brand: inn}
        """)
    try FileManager.default.removeItem(atPath: shop.path + "/state")
    try FileManager.default.moveItem(
        atPath: alerted.shop.path + "/state", toPath: shop.path + "/state")
    return shop
}

private func count(_ shop: SourceShop) async throws -> Int {
    try await shop.withStore { try await $0.totals().total }
}

struct `repute backup and restore` {
    @Test func `write a copy and put it back`() async throws {
        let shop = try await filled()
        let file = shop.path + "/copy.db"
        let page = try await shop.withStore {
            try await BackupCommand.parse([file]).page(of: $0)
        }
        #expect(page.facts.contains { $0.key == "mentions" && $0.value == .integer(3) })
        #expect(try shop.mode("copy.db") == 0o600)
        _ = try await shop.withStore {
            try await $0.forget(.mentions([1]), by: "Ada", now: shop.now)
        }
        let restored = try await RestoreCommand.parse([file]).page(
            shop.workplace(), dialogue: shop.dialogue("y"))
        #expect(shop.screen.contains("3 mentions, schema 005 answers"))
        #expect(restored?.notes.isEmpty == false)
        #expect(try await count(shop) == 3)
        #expect(StoreCare(path: shop.path + "/state/repute.db").copies().count == 1)
    }

    @Test func `ask first, and keep everything without a yes`() async throws {
        let shop = try await filled()
        let file = shop.path + "/copy.db"
        _ = try await shop.withStore { try await BackupCommand.parse([file]).page(of: $0) }
        #expect(
            try await RestoreCommand.parse([file]).page(
                shop.workplace(), dialogue: shop.dialogue("n")) == nil)
        let error = await #expect(throws: CommandFailure.self) {
            try await RestoreCommand.parse([file]).page(shop.workplace(), dialogue: .none)
        }
        #expect(error?.code == .usage)
        #expect(StoreCare(path: shop.path + "/state/repute.db").copies() == [])
    }

    @Test func `refuse while a daemon works on the store, and name its process`() async throws {
        let shop = try await filled()
        let file = shop.path + "/copy.db"
        _ = try await shop.withStore { try await BackupCommand.parse([file]).page(of: $0) }
        let lock = try DaemonLock(storePath: shop.path + "/state/repute.db")
        let error = await #expect(throws: AssemblyError.self) {
            try await RestoreCommand.parse([file, "--yes"]).page(
                shop.workplace(), dialogue: .none)
        }
        #expect(error?.reason == .alreadyRunning)
        #expect(error?.detail.contains("process \(getpid())") == true)
        withExtendedLifetime(lock) {}
    }
}

struct `repute export and archive import` {
    @Test func `take everything out and put it into an empty store`() async throws {
        let shop = try await filled()
        let file = shop.path + "/all.jsonl"
        let page = try await shop.withStore {
            try await ExportCommand.parse([file]).page(of: $0)
        }
        #expect(page.sentence == "Exported to \(file).")
        let refused = await #expect(throws: StorageError.self) {
            try await ArchiveImportCommand.parse([file]).page(shop.workplace())
        }
        #expect(refused?.detail.contains("is not empty") == true)
        try FileManager.default.removeItem(atPath: shop.path + "/state")
        let made = try await ArchiveImportCommand.parse([file]).page(shop.workplace())
        #expect(made.facts.contains { $0.key == "mentions" && $0.value == .integer(3) })
        #expect(try await count(shop) == 3)
    }

    @Test(arguments: ["csv", "sqlite", "jsonl"])
    func `know every form by its name`(form: String) async throws {
        let shop = try await filled()
        let target = shop.path + "/out"
        let page = try await shop.withStore {
            try await ExportCommand.parse([target, "--format", form]).page(of: $0)
        }
        #expect(page.facts.contains { $0.key == "mentions" && $0.value == .integer(3) })
        #expect(throws: (any Error).self) { try ExportCommand.parse([target, "--format", "xml"]) }
    }
}

struct `repute db check` {
    @Test func `finds nothing in a store that is whole`() async throws {
        let shop = try await filled()
        let findings = try await DatabaseCheckCommand.parse([]).findings(shop.workplace())
        #expect(findings == [])
        let page = FindingListing.listing(findings, copies: [])
            .rendered(as: .table, for: try shop.workplace().reader)
        #expect(page == "The database is whole, and its figures are right.\n")
    }

    @Test func `tells of a file that is no database, with what to do`() async throws {
        let shop = try await filled()
        for ending in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: shop.path + "/state/repute.db" + ending)
        }
        try shop.write("state/repute.db", String(repeating: "rubbish ", count: 2_000))
        let findings = try await DatabaseCheckCommand.parse(["--repair"]).findings(
            shop.workplace())
        #expect(findings.map(\.check) == [.pages])
        let page = FindingListing.listing(findings, copies: ["x.before-005"])
            .rendered(as: .table, for: try shop.workplace().reader)
        #expect(page.contains("repute restore") && page.contains("x.before-005"))
    }

    @Test func `migrates on demand`() async throws {
        let shop = try await filled()
        let page = try await DatabaseMigrateCommand.page(shop.workplace())
        #expect(page.sentence == "The schema is up to date." && page.notes == [])
    }
}

struct `A page of facts` {
    private let page = FactPage(
        sentence: "Done\u{1B}[31m.",
        facts: [
            FactPage.Fact("path", "File", .text("=a|\u{202E}b")),
            FactPage.Fact("hidden", nil, .integer(1)),
        ], notes: ["Note <b>"])

    @Test(arguments: OutputFormat.allCases)
    func `is harmless in every form`(format: OutputFormat) throws {
        let shop = try SourceShop()
        let text = page.rendered(as: format, for: try shop.workplace().reader)
        #expect(
            !text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
        #expect(text.unicodeScalars.last == "\n")
        if format == .csv { #expect(text.contains("'=a|")) }
        if format == .markdown { #expect(text.contains("=a\\|")) }
        if format == .table { #expect(!text.contains("hidden")) }
    }
}
