import ArgumentParser
import Assembly
import Model
import Reporting
import Settings
import Storage

/// The command `repute restore`.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Puts a backup in the place of the database.",
        discussion: """
            The daemon must not run. The backup is looked over before anything changes, and what was \
            there is kept beside it under a name that ends in .before-restore and the time. A backup \
            of an earlier version is brought up to date when it is first opened.

            Restoring brings back what was forgotten or removed since the backup was made; look at \
            `repute forget --receipts` before, and forget it again.

            Examples:
              sudo systemctl stop reputed
              sudo repute restore /var/backups/repute-2026-11-22.db
              sudo systemctl start reputed
            """)

    @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file())
    var file: String

    @Flag(name: [.long, .short], help: "Don't ask.")
    var yes = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        guard let page = try await page(workplace, dialogue: .system) else {
            return try await workplace.console.print("Nothing was restored.\n")
        }
        try await workplace.console.print(
            page.rendered(as: options.format, for: workplace.reader))
    }

    /// Restores and tells of it; nil where nobody agreed.
    func page(_ workplace: Workplace, dialogue: Dialogue) async throws -> FactPage? {
        let path = workplace.settings.storagePath
        let backup = try await StoreCare.inspect(file)
        if !yes {
            guard dialogue.isInteractive else {
                throw CommandFailure(
                    .usage, "nobody is there to be asked; --yes restores without asking")
            }
            let question =
                "Put \(file) (\(backup.mentions) mentions, schema \(backup.schema)) in the place of "
                + "\(path)? What is there is kept beside it."
            guard try await dialogue.confirms(question, otherwise: false) else { return nil }
        }
        let progress = Progress()
        defer { progress.clear() }
        let summary = try await StoreCare(path: path).restore(file, now: workplace.now) {
            progress.show($0)
        }
        return RestorePages.page(of: summary, sentence: "Restored \(file).", path: path)
    }
}

/// What is told of a store that was replaced.
enum RestorePages {
    static func page(of summary: RestoreSummary, sentence: String, path: String) -> FactPage {
        FactPage(
            sentence: sentence,
            facts: [
                FactPage.Fact("path", "Database", .text(path)),
                FactPage.Fact("mentions", "Mentions", .integer(summary.store.mentions)),
                FactPage.Fact("schema", "Schema", .text(summary.store.schema)),
                FactPage.Fact("keptAside", "Kept aside", .text(summary.keptAside)),
            ],
            notes: summary.keptAside == nil
                ? [] : ["Remove what was kept aside once all is well; it holds customers' words."])
    }
}
