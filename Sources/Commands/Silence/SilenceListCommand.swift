import ArgumentParser
import Model
import Reporting
import Storage

/// The command `repute silence list`.
struct SilenceListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the silences in force and to come.",
        discussion: """
            Examples:
              repute silence list
              repute silence list --all --format json
            """)

    @Flag(help: "Those that are over too.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let silences = try await workplace.withStore { try await $0.silences() }
            .filter { all || workplace.now < $0.end }
        let listing = SilenceListing.listing(
            silences, names: workplace.names, now: workplace.now)
        try await workplace.console.print(
            listing.rendered(as: options.format, for: workplace.reader))
    }
}

/// The command `repute silence remove`.
struct SilenceRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Ends silences now.",
        discussion: """
            What was kept quiet meanwhile is not told afterwards; digests count it.

            Examples:
              repute silence remove 3
            """)

    @Argument(help: ArgumentHelp("The numbers of silences.", valueName: "id"))
    var ids: [SilenceID]

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        try await workplace.withStore { store in
            for id in ids { try await Self.end(id, in: store, workplace) }
        }
        let ended = JSONValue.array(ids.map { .integer(Int($0)) })
        let text =
            switch options.format {
            case .json, .jsonl: JSONValue.members(["removed": ended]).text + "\n"
            case .csv: CSV.record(["removed"]) + ids.map { CSV.record(["\($0)"]) }.joined()
            case .table, .markdown: ids.map { "Silence \($0) has ended.\n" }.joined()
            }
        try await workplace.console.print(text)
    }

    private static func end(_ id: SilenceID, in store: any Store, _ workplace: Workplace)
        async throws
    {
        if try await store.endSilence(id, now: workplace.now) { return }
        let open = try await store.silences().filter { workplace.now < $0.end }.map(\.id)
        let known =
            open.isEmpty
            ? "no silence is in force or to come"
            : "there are: " + open.sorted().map { "\($0)" }.joined(separator: ", ")
        throw CommandFailure(.noInput, "there is no silence \(id) to end; \(known)")
    }
}
