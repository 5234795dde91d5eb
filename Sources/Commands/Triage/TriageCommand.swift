import ArgumentParser
import Model
import Reporting
import Storage

/// The command `repute triage`.
struct TriageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triage",
        abstract: "Lists what was done about a mention: who, when, and what was written.",
        discussion: """
            Nothing of it is ever changed or taken away. `repute show` has it beside all else that is \
            known of the mention.

            Examples:
              repute triage 42
              repute triage 42 --format csv
            """)

    @Argument(
        help: ArgumentHelp("The number of the mention.", valueName: "id"),
        transform: MentionNumbers.init(parsing:))
    var number: MentionNumbers

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard number.isSingle else { throw ValidationError("Give the number of one mention.") }
    }

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let id = number.range.lowerBound
        let events = try await workplace.withStore { store in
            _ = try await ShowCommand.mention(id, store: store)
            return try await store.triageEvents(of: id)
        }
        try await workplace.console.print(
            TriageHistory.listing(events).rendered(as: options.format, for: workplace.reader))
    }
}
