import ArgumentParser
import FoundationEssentials
import Model
import Reporting
import Storage

/// The command `repute alerts cancel`.
struct AlertsCancelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Takes back deliveries that have not been made.",
        discussion: """
            What waits or was given up is not sent any more; a letter that is being handed over at \
            the moment may still arrive. The alerts stay in the list. In a terminal you see what it \
            is and are asked first.

            Examples:
              repute alerts cancel 12 13
              repute alerts cancel --channel hook --failed
              repute alerts cancel --all --yes
            """)

    @OptionGroup var choice: DeliveryChoice

    @Flag(help: "Everything that waits or was given up.")
    var all = false

    @Flag(name: [.long, .short], help: "Don't ask.")
    var yes = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        let isNarrowed = !choice.alerts.isEmpty || choice.channel != nil || choice.failed
        guard isNarrowed != all else {
            throw ValidationError(
                "Say what to cancel: the numbers of alerts, --channel, --failed, or --all.")
        }
    }

    func run() async throws {
        let workplace = try await Workplace.open(options)
        try choice.check(workplace)
        let cancelling = Cancelling(
            choice: choice, isAgreed: yes, now: workplace.now, reader: workplace.reader,
            dialogue: .system)
        let count = try await workplace.withStore { try await cancelling.run(in: $0) }
        try await workplace.console.print(Cancelling.text(count, as: options.format))
    }
}

/// Takes back deliveries once somebody agreed.
struct Cancelling {
    /// How many are shown before the question.
    private static let previewLength = 20

    let choice: DeliveryChoice
    let isAgreed: Bool
    let now: Date
    let reader: Reader
    let dialogue: Dialogue

    /// How many were taken back; nil if nobody agreed.
    func run(in store: any Store) async throws -> Int? {
        let selections = try await choice.selections(in: store)
        if !isAgreed {
            var found: [Delivery] = []
            for selection in selections { found += try await store.allDeliveries(selection) }
            guard !found.isEmpty else { return 0 }
            guard try await isConfirmed(found) else { return nil }
        }
        var count = 0
        for selection in selections {
            count += try await store.cancelDeliveries(selection, now: now)
        }
        return count
    }

    private func isConfirmed(_ found: [Delivery]) async throws -> Bool {
        guard dialogue.isInteractive else {
            throw CommandFailure(
                .usage, "nobody is there to be asked; --yes cancels without asking")
        }
        let shown = Array(found.prefix(Self.previewLength))
        let rest = found.count - shown.count
        let listing = DeliveryListing.listing(
            shown, footer: rest > 0 ? ["and \(rest) more"] : [])
        dialogue.show(listing.rendered(as: .table, for: reader) + "\n")
        let count = found.count == 1 ? "this delivery" : "these \(found.count) deliveries"
        return try await dialogue.confirms("Cancel \(count)?", otherwise: false)
    }

    /// What was done, as it is told.
    static func text(_ count: Int?, as format: OutputFormat) -> String {
        switch format {
        case .json, .jsonl: JSONValue.members(["cancelled": .integer(count ?? 0)]).text + "\n"
        case .csv: CSV.record(["cancelled"]) + CSV.record(["\(count ?? 0)"])
        case .table, .markdown:
            switch count {
            case nil: "Nothing was cancelled.\n"
            case 0?: "Nothing waits and nothing was given up.\n"
            case 1?: "1 delivery was cancelled.\n"
            case let count?: "\(count) deliveries were cancelled.\n"
            }
        }
    }
}
