import ArgumentParser
import FoundationEssentials
import Model
import Reporting
import Storage

/// The command `repute alerts list`.
struct AlertsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists alerts, the newest first.",
        discussion: """
            Every option narrows the list. A delivery that shares a letter says with which alert.

            Examples:
              repute alerts list --since 7d
              repute alerts list --failed --channel mail
              repute alerts list --kind surge --kind drop --format jsonl
            """)

    @Option(help: ArgumentHelp("Not before: 7d, 2026-11-01, …", valueName: "time"))
    var since: Instant?

    @Flag(help: "Only alerts with a delivery that failed: given up, or failed and still tried.")
    var failed = false

    @Option(
        help: ArgumentHelp("Only of this rule or digest; may be repeated.", valueName: "id"))
    var rule: [RuleID] = []

    @Option(help: ArgumentHelp("Only those that went to this channel.", valueName: "id"))
    var channel: ChannelID?

    @Option(help: "Only of this kind; may be repeated.")
    var kind: [Alert.Kind] = []

    @OptionGroup var paging: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let reader = workplace.reader
        let listing = try await workplace.withStore { store in
            let search = AlertSearch(
                since: since?.date(now: workplace.now, zone: reader.time.zone),
                rules: Set(rule), kinds: Set(kind), channel: channel, isFailed: failed)
            let found = try await search.alerts(in: store, page: paging.window)
            if found.total == 0 { try checkNames(workplace) }
            var deliveries: [AlertID: [Delivery]] = [:]
            for alert in found.rows {
                deliveries[alert.id] = try await store.deliveries(of: alert.id)
            }
            return AlertListing.listing(
                found.rows, deliveries: deliveries, names: workplace.names,
                footer: paging.footer(shown: found.rows.count, total: found.total),
                whenEmpty: search.isEmpty ? "No alert so far." : "No alert fits.")
        }
        try await workplace.console.print(listing.rendered(as: options.format, for: reader))
    }

    /// A name that nothing is found for may be gone from the configuration, or mistyped.
    private func checkNames(_ workplace: Workplace) throws(CommandFailure) {
        for id in rule where !RuleID.reserved.contains(id) { try workplace.check(rule: id) }
        if let channel { try workplace.check(channel: channel) }
    }
}

/// Which alerts are listed; all that every set condition holds for.
struct AlertSearch: Sendable, Hashable {
    var since: Date?
    /// Empty for any.
    var rules: Set<RuleID> = []
    /// Empty for any.
    var kinds: Set<Alert.Kind> = []
    var channel: ChannelID?
    /// Whether a delivery, to `channel` if that is set, has to have failed.
    var isFailed = false

    /// Whether every alert is meant.
    var isEmpty: Bool {
        since == nil && rules.isEmpty && kinds.isEmpty && channel == nil && !isFailed
    }

    /// The alerts, newest first.
    func alerts(in store: any Store, page: Page) async throws -> PageOf<Alert> {
        if rules.isEmpty, kinds.isEmpty, channel == nil, !isFailed {
            return try await store.alerts(since: since, page: page)
        }
        let delivered = try await deliveredAlerts(in: store)
        var found = PageOf<Alert>(rows: [], total: 0)
        var window = Page(limit: 1000)
        while true {
            let some = try await store.alerts(since: since, page: window)
            for alert in some.rows
            where (rules.isEmpty || rules.contains(alert.rule))
                && (kinds.isEmpty || kinds.contains(alert.kind))
                && delivered?.contains(alert.id) != false
            {
                if found.total >= page.offset, found.rows.count < page.limit {
                    found.rows.append(alert)
                }
                found.total += 1
            }
            guard some.rows.count == window.limit else { return found }
            window = Page(offset: window.offset + window.limit, limit: window.limit)
        }
    }

    /// Alerts with a delivery that is meant; nil where any is.
    private func deliveredAlerts(in store: any Store) async throws -> Set<AlertID>? {
        guard channel != nil || isFailed else { return nil }
        let states: Set<Delivery.State> = isFailed ? [.givenUp, .pending] : []
        let found = try await store.allDeliveries(
            DeliverySelection(channel: channel, states: states))
        return Set(found.filter { !isFailed || $0.hasFailed }.map(\.alert))
    }
}

extension Delivery {
    /// Whether an attempt failed and it has not been delivered since.
    var hasFailed: Bool { state == .givenUp || state == .pending && lastError != nil }
}

extension OutboxStore {
    /// Every delivery that `selection` names, newest first.
    func allDeliveries(_ selection: DeliverySelection) async throws -> [Delivery] {
        var rows: [Delivery] = []
        while true {
            let page = try await deliveries(
                selection, page: Page(offset: rows.count, limit: 5000))
            rows += page.rows
            guard page.rows.count == 5000 else { return rows }
        }
    }

    /// The deliveries of an alert.
    func deliveries(of alert: AlertID) async throws -> [Delivery] {
        try await allDeliveries(DeliverySelection(alerts: [alert]))
    }
}
