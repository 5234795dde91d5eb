import ArgumentParser
import Model
import Reporting
import Storage

/// The command `repute alerts show`.
struct AlertsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows all that is known of an alert.",
        discussion: """
            Why it was made and how its severity came about, the mentions that it tells of, and its \
            way through each channel: attempts, the receiver's last words, the next try, other alerts \
            in the same letter, and whether the channel itself is in trouble.

            Examples:
              repute alerts show 12
              repute alerts show 12 --format json | jq .deliveries
            """)

    @Argument(help: "The number of the alert, as `repute alerts` gives it.")
    var id: AlertID

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let page = try await workplace.withStore { try await Self.page(of: id, store: $0) }
        try await workplace.console.print(
            page.rendered(as: options.format, names: workplace.names, for: workplace.reader))
    }

    static func page(of id: AlertID, store: any Store) async throws -> AlertPage {
        let alert = try await store.existingAlert(id)
        var mentions: [Mention] = []
        for mention in alert.mentions {
            if let mention = try await store.mention(mention) { mentions.append(mention) }
        }
        let deliveries = try await store.deliveries(of: id)
        var letters: [DeliveryID: [AlertID]] = [:]
        for channel in Set(deliveries.map(\.channel)) {
            let all = try await store.allDeliveries(DeliverySelection(channel: channel))
            for delivery in deliveries where delivery.channel == channel {
                let lead = delivery.lead ?? delivery.id
                letters[delivery.id] = all.filter { ($0.lead ?? $0.id) == lead }
                    .sorted { ($0.lead == nil ? 0 : 1, $0.id) < ($1.lead == nil ? 0 : 1, $1.id) }
                    .map(\.alert)
            }
        }
        let channels = Set(deliveries.map(\.channel))
        return AlertPage(
            alert: alert, mentions: mentions, deliveries: deliveries, letters: letters,
            channels: try await store.channelStates().filter { channels.contains($0.channel) })
    }
}

extension AlertStore {
    /// The stored alert; a number that is not there is an error that says so.
    func existingAlert(_ id: AlertID) async throws -> Alert {
        guard let alert = try await alert(id) else {
            throw CommandFailure(
                .noInput, "there is no alert \(id); `repute alerts` lists those there are")
        }
        return alert
    }
}
