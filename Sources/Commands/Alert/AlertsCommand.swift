import ArgumentParser

/// The command `repute alerts`.
struct AlertsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "Lists alerts with their reasons and deliveries, and works on the outbox.",
        discussion: """
            An alert has one delivery for each channel of its rule. Deliveries that were held back \
            together, by quiet hours, an hourly limit or an outage, share one letter.

            Examples:
              repute alerts
              repute alerts list --failed
              repute alerts show 12
              repute alerts retry --channel mail
              repute alerts test mail
            """,
        subcommands: [
            AlertsListCommand.self, AlertsShowCommand.self, AlertsRetryCommand.self,
            AlertsCancelCommand.self, AlertsTestCommand.self,
        ],
        defaultSubcommand: AlertsListCommand.self)
}
