import ArgumentParser
import Assembly
import Model
import Reporting
import Settings
import Storage

/// The commands below `repute db`.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "Looks after the database.",
        discussion: """
            Examples:
              repute db check
              repute db check --repair
              repute db migrate
            """,
        subcommands: [DatabaseCheckCommand.self, DatabaseMigrateCommand.self])
}

/// The command `repute db migrate`.
struct DatabaseMigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Brings the schema of the database up to date now.",
        discussion: """
            The daemon and every command do this by themselves when they first open the database of \
            an earlier version. Before it, a copy is written beside the database (.before-005); remove \
            it once all is well. If there is no room for the copy, nothing is changed.

            Examples:
              repute db migrate
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let page = try await Self.page(workplace)
        try await workplace.console.print(
            page.rendered(as: options.format, for: workplace.reader))
    }

    /// Opens the store, which migrates it, and tells what stands beside it.
    static func page(_ workplace: Workplace) async throws -> FactPage {
        let care = StoreCare(path: workplace.settings.storagePath)
        let before = Set(care.copies())
        try await workplace.withStore { try await $0.ping() }
        let made = care.copies().filter { !before.contains($0) }
        return FactPage(
            sentence: "The schema is up to date.",
            facts: [
                FactPage.Fact("path", "Database", .text(care.path)),
                FactPage.Fact("copies", "Copies made", .texts(made)),
            ],
            notes: made.isEmpty
                ? [] : ["Remove the copy once all is well; it holds customers' words."])
    }
}
