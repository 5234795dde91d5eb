import ArgumentParser
import Model
import Reporting
import Settings
import Storage
import TextProcessing

/// The command `repute source`.
struct SourceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source",
        abstract: "Adds, lists, tests, pauses and removes sources.",
        discussion: """
            A source is a place that is polled for reviews or mentions. Adding one writes a file \
            into the folder of drop-ins beside the configuration and asks the daemon to reload.

            Examples:
              repute source add https://www.example.com/blog
              repute source list
              repute source show shop-reviews
            """,
        subcommands: [
            SourceAddCommand.self, SourceListCommand.self, SourceShowCommand.self,
            SourceTestCommand.self, SourcePauseCommand.self, SourceResumeCommand.self,
            SourceRemoveCommand.self, SourceForgetSeenCommand.self, SourceImportCommand.self,
            SourceExportCommand.self,
        ])
}

/// The command `repute source list`.
struct SourceListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the sources with their condition and their next poll.",
        discussion: """
            Secrets in addresses are masked. A source that fails says why and what to check.

            Examples:
              repute source list
              repute source list --format json | jq '.[] | select(.failures > 3) | .id'
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

extension Workplace {
    /// The configured source of that id; an unknown one is an error that names the nearest.
    func source(_ id: SourceID) throws(CommandFailure) -> Source {
        if let source = settings.sources.first(where: { $0.id == id }) { return source }
        throw CommandFailure(
            .usage, Self.unknown(id, among: settings.sources.map(\.id.rawValue)))
    }

    private static func unknown(_ id: SourceID, among names: [String]) -> String {
        let known =
            NearestName.question(id.rawValue, among: names)
            ?? (names.isEmpty
                ? "none is configured; add one with: repute source add ADDRESS"
                : "there are: \(names.prefix(30).joined(separator: ", "))"
                    + (names.count > 30 ? ", …" : ""))
        return "no source is called \(id); \(known)"
    }

    /// Where the source stands in the configuration, as `file:line`.
    func place(of id: SourceID) -> String? {
        settings.origins[id].map { "\($0.file):\($0.line)" }
    }
}
