import ArgumentParser
import Model
import Reporting
import Storage

/// The command `repute rules explain`.
struct RulesExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says for each rule why it spoke of a mention, or did not.",
        discussion: """
            For each rule: every condition with what it asks for and what the mention is, how urgent \
            it would call the mention and by which parts, what it decided and when, silences that \
            cover the mention, a cool-down that holds the rule back now, and channels that are quiet \
            now.

            Examples:
              repute rules explain 42
              repute rules explain 42 --rule complaints
              repute rules explain 42 --format json | jq '.rules[] | select(.matches)'
            """)

    @Argument(help: "The number of the mention, as lists and mails give it.")
    var id: MentionID

    @Option(help: ArgumentHelp("Only this rule; may be repeated.", valueName: "id"))
    var rule: [RuleID] = []

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        for id in rule { try workplace.check(rule: id) }
        let page = try await workplace.withStore { store in
            try await RuleStandings(
                settings: workplace.settings, only: Set(rule), time: workplace.reader.time
            ).page(on: id, store: store)
        }
        try await workplace.console.print(
            page.rendered(as: options.format, names: workplace.names, for: workplace.reader))
    }
}
