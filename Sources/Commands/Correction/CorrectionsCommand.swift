import ArgumentParser
import Model
import Reporting
import Storage

/// The command `repute corrections`.
struct CorrectionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corrections",
        abstract:
            "Lists your verdicts beside the engine's, and how accurate it is on your mentions.",
        discussion: """
            The accuracy comes from mentions that were drawn at random (`repute correct --sample`), with \
            the number of mentions and a 95 % interval (Wilson); those that you picked are no measure. \
            Of a mention that was judged several times the last verdict counts.

            Examples:
              repute corrections
              repute corrections --wrong --format csv
              repute corrections --format json | jq .accuracy
            """)

    @Flag(help: "Only those that differ from the engine.")
    var wrong = false

    @Flag(help: "Earlier verdicts on the same wording too.")
    var all = false

    @OptionGroup var paging: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let page = try await workplace.withStore { try await self.page(in: $0) }
        try await workplace.console.print(page.rendered(as: options.format, for: workplace.reader))
    }

    /// The page of the verdicts that are asked for.
    func page(in store: any Store) async throws -> CorrectionPage {
        let every = try await store.corrections(of: nil)
        let listed = (all ? every : MeasuredAccuracy.last(every))
            .filter { !wrong || !$0.isConfirmation }.reversed()
        let shown = Array(listed.dropFirst(paging.window.offset).prefix(paging.window.limit))
        var excerpts: [MentionID: String] = [:]
        for id in Set(shown.map(\.mention)) {
            excerpts[id] = try await store.mention(id).map {
                MentionListing.excerpt(of: $0.entry)
            }
        }
        return CorrectionPage(
            corrections: shown, excerpts: excerpts, accuracy: MeasuredAccuracy(every),
            footer: paging.footer(shown: shown.count, total: listed.count))
    }
}
