import ArgumentParser
import Model
import Reporting
import Settings
import Storage

/// The command `repute sources`.
struct SourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "Lists the sources with their health and their next poll.",
        discussion: """
            Secrets in addresses are masked. A source that fails says why and what to check.

            Examples:
              repute sources
              repute sources --format json | jq '.[] | select(.failures > 3) | .id'
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let states = try await workplace.withStore { try await $0.sourceStates() }
        let listing = SourceListing.listing(
            workplace.settings.sources,
            states: Dictionary(
                states.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first }),
            names: workplace.names, now: workplace.now)
        try await workplace.console.print(
            listing.rendered(as: options.format, for: workplace.reader))
    }
}
