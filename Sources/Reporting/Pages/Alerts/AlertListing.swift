public import Model

/// A list of alerts with how each was delivered.
public enum AlertListing {
    /// One row an alert; `deliveries` are found by the alert's id.
    public static func listing(
        _ alerts: [Alert], deliveries: [AlertID: [Delivery]], names: Names, footer: [String] = [],
        whenEmpty: String = "No alert so far."
    ) -> Listing {
        let all = alerts.flatMap { deliveries[$0.id] ?? [] }
        let leads = Dictionary(all.map { ($0.id, $0.alert) }) { first, _ in first }
        // Worth a column for people only where not all are about mentions.
        let hasKinds = alerts.contains { $0.kind != .mentions }
        return Listing(
            columns: columns(hasKinds: hasKinds),
            rows: alerts.map { row($0, deliveries[$0.id] ?? [], leads, names) },
            whenEmpty: whenEmpty, footer: footer)
    }

    private static func columns(hasKinds: Bool) -> [Listing.Column] {
        [
            Listing.Column("id", "ID", alignment: .trailing),
            Listing.Column("createdAt", "Time"),
            Listing.Column("severity", "Severity"),
            Listing.Column("kind", "Kind", for: hasKinds ? .everybody : .programs),
            Listing.Column("rule", "Rule"),
            Listing.Column("brand", "Brand", for: .people, minimum: 6, maximum: 20),
            Listing.Column("brand", for: .programs),
            Listing.Column("mentions", "Mentions", minimum: 8, maximum: 20),
            Listing.Column("reason", "Reason", minimum: 20, maximum: 80),
            Listing.Column("delivered", "Delivery", for: .people, minimum: 12, maximum: 60),
            Listing.Column("weighing", for: .programs),
            Listing.Column("deliveries", for: .json),
        ]
    }

    private static func row(
        _ alert: Alert, _ deliveries: [Delivery], _ leads: [DeliveryID: AlertID], _ names: Names
    ) -> [Field] {
        [
            .integer(Int(alert.id)), .time(alert.createdAt),
            .state(alert.severity.rawValue, meaning(alert.severity)),
            .text(alert.kind.rawValue), .text(alert.rule.rawValue),
            .text(alert.brand.map(names.name(of:))), .text(alert.brand?.rawValue),
            .texts(alert.mentions.map(String.init)), .text(alert.reason),
            .state(
                deliveries.map { outcome($0, leads) }.joined(separator: ", "),
                deliveries.contains { $0.state == .givenUp } ? .negative : nil),
            .text(alert.weighing), .nested(.array(deliveries.map(JSONValue.delivery))),
        ]
    }

    /// `mail delivered`, `mail pending (failed 3×)`, `mail delivered with alert 7`.
    private static func outcome(_ delivery: Delivery, _ leads: [DeliveryID: AlertID]) -> String {
        let failed = delivery.state == .pending && delivery.lastError != nil
        let attempts = failed ? " (failed \(delivery.attempts)×)" : ""
        let letter = delivery.lead.map { " with " + DeliveryListing.letter($0, leads) } ?? ""
        return "\(delivery.channel.rawValue) \(delivery.state.rawValue)\(attempts)\(letter)"
    }

    static func meaning(_ severity: Alert.Severity) -> TerminalStyle.Meaning? {
        switch severity {
        case .critical: .negative
        case .warning: .warning
        case .info: nil
        }
    }
}
