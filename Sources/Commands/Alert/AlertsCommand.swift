import ArgumentParser
import Model
import Reporting
import Settings
import Storage

/// The command `repute alerts`.
struct AlertsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "Lists alerts with their reasons and deliveries, or tries deliveries again.",
        discussion: """
            Examples:
              repute alerts
              repute alerts list --since 7d --format jsonl
              repute alerts retry --channel mail
            """,
        subcommands: [AlertsListCommand.self, AlertsRetryCommand.self],
        defaultSubcommand: AlertsListCommand.self)
}

/// The command `repute alerts list`.
struct AlertsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists alerts, the newest first.",
        discussion: """
            Examples:
              repute alerts list
              repute alerts list --since 7d
            """)

    @Option(help: ArgumentHelp("Not before: 7d, 2026-11-01, …", valueName: "time"))
    var since: Instant?

    @OptionGroup var paging: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let reader = workplace.reader
        let listing = try await workplace.withStore { store in
            let since = since?.date(now: workplace.now, zone: reader.time.zone)
            let found = try await store.alerts(since: since, page: paging.window)
            var deliveries: [AlertID: [Delivery]] = [:]
            for alert in found.rows {
                let page = try await store.deliveries(of: alert.id, page: Page(limit: 100))
                deliveries[alert.id] = page.rows
            }
            return AlertListing.listing(
                found.rows, deliveries: deliveries, names: workplace.names,
                footer: paging.footer(shown: found.rows.count, total: found.total))
        }
        try await workplace.console.print(listing.rendered(as: options.format, for: reader))
    }
}

/// The command `repute alerts retry`.
struct AlertsRetryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Makes waiting and given-up deliveries due now.",
        discussion: """
            The daemon sends them at its next walk, with their attempts counted from the start. What \
            was delivered is not sent again.

            Examples:
              repute alerts retry
              repute alerts retry --channel mail
            """)

    @Option(help: ArgumentHelp("Only of this channel.", valueName: "id"))
    var channel: ChannelID?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let known = workplace.settings.channels.map(\.id)
        if let channel, !known.contains(channel) {
            let names = known.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure(.usage, "no channel is called \(channel); there are: \(names)")
        }
        let count = try await workplace.withStore {
            try await $0.retryDeliveries(channel: channel, now: workplace.now)
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
