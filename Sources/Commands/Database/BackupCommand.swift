import ArgumentParser
import Model
import Reporting
import Storage

/// The command `repute backup`.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Writes a copy of the database, while the daemon goes on.",
        discussion: """
            The copy is the store as it is at one moment, in one file of its own that is readable by \
            you alone (mode 0600). It is looked over before it gets its name: what stands there under \
            the name is whole. `repute restore` puts it back.

            Examples:
              repute backup /var/backups/repute-$(date +%F).db
              repute backup repute.db --force --format json
            """)

    @Argument(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
    var file: String

    @Flag(help: "Replace the file if it is there.")
    var force = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let page = try await workplace.withStore { try await self.page(of: $0) }
        try await workplace.console.print(
            page.rendered(as: options.format, for: workplace.reader))
    }

    /// Writes the copy and tells of it.
    func page(of store: any Store) async throws -> FactPage {
        let progress = Progress()
        defer { progress.clear() }
        let summary = try await store.backup(to: file, replacing: force) { progress.show($0) }
        return FactPage(
            sentence: "Wrote \(file), and looked it over.",
            facts: [
                FactPage.Fact("path", nil, .text(file)),
                FactPage.Fact("mentions", "Mentions", .integer(summary.mentions)),
                FactPage.Fact("schema", "Schema", .text(summary.schema)),
                FactPage.Fact("bytes", "Bytes", .integer(summary.bytes)),
            ], notes: ["It holds customers' words: keep it as you keep the database."])
    }
}
