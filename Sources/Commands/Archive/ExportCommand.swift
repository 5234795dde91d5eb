import ArgumentParser
import Model
import Reporting
import Storage

/// The command `repute export`, which is `repute archive export` too.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes everything that is stored into files of open formats.",
        discussion: """
            All mentions with versions, verdicts, triage and corrections, alerts, letters, decisions, \
            notices and the state of every source, as they are at one moment; the daemon goes on \
            meanwhile. There are no secrets in it, but customers' words: the files are readable by you \
            alone (mode 0600).

            jsonl is one JSON object a line, and is what `repute archive import` reads; csv is a folder \
            with one file a table, for spreadsheets; sqlite is a copy of the database. docs/archive.md \
            says what every field means.

            Examples:
              repute export repute.jsonl
              repute export tables --format csv
              repute export copy.db --format sqlite --force
            """)

    @Argument(
        help: ArgumentHelp("The file, for csv the folder, to write.", valueName: "path"),
        completion: .file())
    var path: String

    @Flag(help: "Replace what stands there.")
    var force = false

    @OptionGroup var options: ArchiveOptions

    func run() async throws {
        let workplace = try await Workplace.open(options.global)
        let page = try await workplace.withStore { try await self.page(of: $0) }
        try await workplace.console.print(page.rendered(as: .table, for: workplace.reader))
    }

    /// Writes the archive and tells of it.
    func page(of store: any Store) async throws -> FactPage {
        let progress = Progress()
        defer { progress.clear() }
        let form = options.format
        let summary = try await store.export(as: form, to: path, replacing: force) {
            progress.show($0)
        }
        let rows = summary.tables.reduce(0) { $0 + $1.rows }
        return FactPage(
            sentence: "Exported to \(path).",
            facts: [
                FactPage.Fact("path", nil, .text(path)),
                FactPage.Fact("form", "Form", .text(form.rawValue)),
                FactPage.Fact("mentions", "Mentions", .integer(summary.rows(of: "mention"))),
                FactPage.Fact(
                    "rows", form == .sqlite ? nil : "Rows in all",
                    .integer(form == .sqlite ? nil : rows)),
                FactPage.Fact("bytes", "Bytes", .integer(summary.bytes)),
            ], notes: ["It holds customers' words: keep it as you keep the database."])
    }
}

extension Progress {
    /// Shows how far a copy is.
    func show(_ progress: CopyProgress) {
        let share = progress.total > 0 ? " \(progress.done * 100 / progress.total) %" : ""
        show(progress.subject + (progress.done > 0 ? share : ""))
    }
}
