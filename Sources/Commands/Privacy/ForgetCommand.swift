import ArgumentParser
import Assembly
import FoundationEssentials
import Model
import Reporting
import Settings
import Storage

/// The command `repute forget`.
struct ForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Erases mentions for good, and prints a receipt.",
        discussion: """
            Erases text, title, author, address, reply and earlier wordings, what was noted, judged \
            and drafted, and what decisions and alerts quote of them; letters that tell of nothing \
            else are taken back. Only a digest of the identity stays, so that no later poll or import \
            brings it back, and the figures by day, which name nobody. The file itself holds nothing \
            of it afterwards. Copies that you made (backups, archives, letters that were sent) are \
            yours to erase; the receipt names those beside the database.

            --author erases all that somebody of exactly this name wrote. Names say little about who \
            somebody is: look at the preview. What they write later comes in again.

            Examples:
              repute forget 42 --dry-run
              repute forget 42 57..60 --by Ada
              repute forget --author "J. Doe" --source guest-book
              repute forget --receipts --format json
            """)

    @Argument(
        help: ArgumentHelp("Numbers of mentions: 12, #12, or 12..20.", valueName: "id"),
        transform: MentionNumbers.init(parsing:))
    var numbers: [MentionNumbers] = []

    @Option(
        help: ArgumentHelp("All mentions by the author of exactly this name.", valueName: "name"))
    var author: String?

    @Option(help: ArgumentHelp("With --author: of this source only.", valueName: "id"))
    var source: SourceID?

    @Flag(help: "All other mentions that tell the same story too.")
    var story = false

    @Flag(help: "Only show what would be erased.")
    var dryRun = false

    @Flag(name: [.long, .short], help: "Don't ask.")
    var yes = false

    @Flag(help: "Print the receipts of everything that was ever forgotten.")
    var receipts = false

    @OptionGroup var person: ActingPerson
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        let choices = [!numbers.isEmpty, author != nil, receipts].count { $0 }
        guard choices == 1 else {
            throw ValidationError(
                "Say what to forget: numbers of mentions or --author; or print --receipts.")
        }
        if source != nil, author == nil { throw ValidationError("--source goes with --author.") }
        if story, numbers.isEmpty { throw ValidationError("--story goes with numbers.") }
        if author?.isEmpty == true { throw ValidationError("--author takes a name.") }
    }

    func run() async throws {
        let workplace = try await Workplace.open(options)
        if receipts {
            let receipts = try await workplace.withStore { try await $0.forgetReceipts() }
            try await workplace.console.print(
                ForgetPages.listing(of: receipts)
                    .rendered(as: options.format, for: workplace.reader))
            return
        }
        let run = ForgetRun(
            command: self, by: try person.name(), workplace: workplace, dialogue: .system)
        try await workplace.console.print(try await run.text())
    }
}

/// Forgets what is chosen, once somebody agreed.
struct ForgetRun {
    /// How many mentions are shown before the question.
    private static let previewLength = 20
    /// More than these are not forgotten in one go.
    private static let limit = 10_000

    let command: ForgetCommand
    let by: String
    let workplace: Workplace
    let dialogue: Dialogue

    /// What was done, or would be.
    func text() async throws -> String {
        try await workplace.withStore { store in
            let selection = try await selection(in: store)
            let preview = try await store.forgetPreview(selection)
            guard !preview.mentions.isEmpty else {
                throw CommandFailure(
                    .noInput,
                    command.author == nil
                        ? "there is no such mention; `repute mentions` lists those there are"
                        : "nobody of exactly that name wrote a mention; names that have aged out "
                            + "are not found any more")
            }
            if command.dryRun { return render(preview) }
            guard try await isConfirmed(preview) else { return "Nothing was forgotten.\n" }
            let receipt = try await store.forget(selection, by: by, now: workplace.now)
            let copies = StoreCare(path: workplace.settings.storagePath).copies()
            return ForgetPages.page(of: receipt, stories: preview.copies, copies: copies)
                .rendered(as: command.options.format, for: workplace.reader)
        }
    }

    private func selection(in store: any Store) async throws -> ForgetSelection {
        if let author = command.author { return .author(author, source: command.source) }
        let selected = try await store.select(
            MentionSelection(
                .numbers(command.numbers.map(\.range)), withStories: command.story),
            limit: Self.limit)
        if let missing = selected.missing.first, missing.lowerBound == missing.upperBound {
            throw CommandFailure(
                .noInput,
                "there is no mention \(missing.lowerBound); nothing was forgotten")
        }
        return .mentions(selected.mentions)
    }

    private func render(_ preview: ForgetPreview) -> String {
        let format = command.options.format
        let shown =
            format == .table
            ? Array(preview.mentions.prefix(Self.previewLength)) : preview.mentions
        let listing = MentionListing.listing(
            shown, names: workplace.names,
            footer: ForgetPages.footer(of: preview, hidden: preview.mentions.count - shown.count))
        return listing.rendered(as: format, for: workplace.reader)
    }

    private func isConfirmed(_ preview: ForgetPreview) async throws -> Bool {
        if command.yes { return true }
        let count = preview.mentions.count
        guard dialogue.isInteractive else {
            throw CommandFailure(
                .usage,
                "\(count) mentions would be erased for good and nobody is there to be asked; --yes "
                    + "erases them without asking, --dry-run only shows them")
        }
        var table = command
        table.options.format = .table
        let run = ForgetRun(command: table, by: by, workplace: workplace, dialogue: dialogue)
        dialogue.show(run.render(preview) + "\n")
        let which = count == 1 ? "this mention" : "these \(count) mentions"
        return try await dialogue.confirms(
            "Erase \(which) for good? This can't be undone.", otherwise: false)
    }
}
