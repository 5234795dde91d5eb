import ArgumentParser

/// The command `repute rules`.
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Lists the rules, tries them on what is past, and says why they spoke.",
        discussion: """
            A rule can be tried before it is in force: against mentions of your own in a file (test), \
            and against everything that was stored (replay). Nothing is sent.

            Examples:
              repute rules
              repute rules replay --since 90d
              repute rules replay --since 30d --rules new.yaml --list
              repute rules test rule-tests.yaml
              repute rules explain 42
            """,
        subcommands: [
            RulesListCommand.self, RulesReplayCommand.self, RulesTestCommand.self,
            RulesExplainCommand.self,
        ],
        defaultSubcommand: RulesListCommand.self)
}
