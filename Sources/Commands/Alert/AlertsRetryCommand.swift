import ArgumentParser
import Model
import Reporting
import Storage

/// The command `repute alerts retry`.
struct AlertsRetryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Makes waiting and given-up deliveries due now.",
        discussion: """
            The daemon sends them at its next walk, with their attempts counted from the start, and \
            tries their channels again at once, even one whose receiver wanted no more. What was \
            delivered is not sent again. Without numbers and options: everything that waits or was \
            given up.

            Examples:
              repute alerts retry
              repute alerts retry 12 13
              repute alerts retry --failed --channel mail
            """)

    @OptionGroup var choice: DeliveryChoice
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        try choice.check(workplace)
        let count = try await workplace.withStore { store in
            var count = 0
            for selection in try await choice.selections(in: store) {
                count += try await store.retryDeliveries(selection, now: workplace.now)
            }
            return count
        }
        try await workplace.console.print(Self.text(count, as: options.format))
    }

    /// How many deliveries are due again.
    static func text(_ count: Int, as format: OutputFormat) -> String {
        switch format {
        case .json, .jsonl: JSONValue.members(["due": .integer(count)]).text + "\n"
        case .csv: CSV.record(["due"]) + CSV.record(["\(count)"])
        case .table, .markdown:
            count == 1 ? "1 delivery is due.\n" : "\(count) deliveries are due.\n"
        }
    }
}

/// Which deliveries a command works on.
struct DeliveryChoice: ParsableArguments {
    @Argument(help: ArgumentHelp("The numbers of alerts.", valueName: "id"))
    var alerts: [AlertID] = []

    @Option(help: ArgumentHelp("Only of this channel.", valueName: "id"))
    var channel: ChannelID?

    @Flag(help: "Only what failed: given up, or failed and still tried.")
    var failed = false

    /// Fails for a channel that is not configured.
    func check(_ workplace: Workplace) throws(CommandFailure) {
        if let channel { try workplace.check(channel: channel) }
    }

    /// The selections that together name what is meant; fails for an alert that is not there.
    func selections(in store: any Store) async throws -> [DeliverySelection] {
        for alert in alerts { _ = try await store.existingAlert(alert) }
        let all = DeliverySelection(
            channel: channel, alerts: Set(alerts), states: [.pending, .givenUp])
        guard failed else { return [all] }
        let found = try await store.allDeliveries(all).filter(\.hasFailed)
        return Dictionary(grouping: found, by: \.channel).sorted { $0.key < $1.key }
            .map { channel, deliveries in
                DeliverySelection(
                    channel: channel, alerts: Set(deliveries.map(\.alert)),
                    states: [.pending, .givenUp])
            }
    }
}
