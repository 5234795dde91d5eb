public import Model

/// A list of alerts with how each was delivered.
public enum AlertListing {
    /// One row an alert; `deliveries` are found by the alert's id.
    public static func listing(
        _ alerts: [Alert], deliveries: [AlertID: [Delivery]], names: Names, footer: [String] = []
    ) -> Listing {
        Listing(
            columns: columns,
            rows: alerts.map { row($0, deliveries[$0.id] ?? [], names) },
            whenEmpty: "No alert so far.", footer: footer)
    }

    private static let columns: [Listing.Column] = [
        Listing.Column("id", "ID", alignment: .trailing),
        Listing.Column("createdAt", "Time"),
        Listing.Column("severity", "Severity"),
        Listing.Column("rule", "Rule"),
        Listing.Column("brand", "Brand", for: .people, minimum: 6, maximum: 20),
        Listing.Column("brand", for: .programs),
        Listing.Column("mentions", "Mentions", minimum: 8, maximum: 20),
        Listing.Column("reason", "Reason", minimum: 20, maximum: 80),
        Listing.Column("delivered", "Delivery", for: .people, minimum: 12, maximum: 60),
        Listing.Column("deliveries", for: .json),
    ]

    private static func row(_ alert: Alert, _ deliveries: [Delivery], _ names: Names) -> [Field] {
        [
            .integer(Int(alert.id)), .time(alert.createdAt),
            .state(alert.severity.rawValue, meaning(alert.severity)), .text(alert.rule.rawValue),
            .text(alert.brand.map(names.name(of:))), .text(alert.brand?.rawValue),
            .texts(alert.mentions.map(String.init)), .text(alert.reason),
            .state(
                deliveries.map(outcome).joined(separator: ", "),
                deliveries.contains { $0.state == .givenUp } ? .negative : nil),
            .nested(.array(deliveries.map(JSONValue.delivery))),
        ]
    }

    private static func outcome(_ delivery: Delivery) -> String {
        let failed = delivery.state == .pending && delivery.attempts > 0
        let attempts = failed ? " (failed \(delivery.attempts)×)" : ""
        return "\(delivery.channel.rawValue) \(delivery.state.rawValue)\(attempts)"
    }

    private static func meaning(_ severity: Alert.Severity) -> TerminalStyle.Meaning? {
        switch severity {
        case .critical: .negative
        case .warning: .warning
        case .info: nil
        }
    }
}
