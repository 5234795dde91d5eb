import ArgumentParser
import Assembly
import Model
import Reporting
import Settings
import Storage

/// The command `repute archive import`.
struct ArchiveImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Makes a store of an archive, where there is none or an empty one.",
        discussion: """
            Reads what `repute export` wrote as jsonl, by this version or an earlier one; the store is \
            the same afterwards, down to the numbers of mentions. The daemon must not run. An archive \
            is not mixed into a store that holds something. If a line can't be taken, its number is \
            told and nothing is changed.

            To store reviews of other places, use `repute import`.

            Examples:
              repute archive import repute.jsonl
            """)

    @Argument(help: ArgumentHelp("The archive.", valueName: "file"), completion: .file())
    var file: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let page = try await page(workplace)
        try await workplace.console.print(
            page.rendered(as: options.format, for: workplace.reader))
    }

    /// Makes the store and tells of it.
    func page(_ workplace: Workplace) async throws -> FactPage {
        let progress = Progress()
        defer { progress.clear() }
        let summary = try await StoreCare(path: workplace.settings.storagePath).importArchive(
            file, now: workplace.now
        ) { progress.show($0) }
        return RestorePages.page(
            of: summary, sentence: "Made the store of \(file).",
            path: workplace.settings.storagePath)
    }
}
