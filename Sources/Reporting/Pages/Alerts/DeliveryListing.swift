public import Model

/// A list of rows of the outbox.
public enum DeliveryListing {
    /// One row a delivery.
    public static func listing(
        _ deliveries: [Delivery], footer: [String] = [],
        whenEmpty: String = "Nothing was to be delivered."
    ) -> Listing {
        let leads = Dictionary(deliveries.map { ($0.id, $0.alert) }) { first, _ in first }
        return Listing(
            columns: columns, rows: deliveries.map { row($0, leads) },
            whenEmpty: whenEmpty, footer: footer)
    }

    private static let columns: [Listing.Column] = [
        Listing.Column("alert", "Alert", alignment: .trailing),
        Listing.Column("channel", "Channel"),
        Listing.Column("state", "State"),
        Listing.Column("attempts", "Attempts", alignment: .trailing),
        Listing.Column("nextAttempt", "Next"),
        Listing.Column("settledAt", "Settled"),
        Listing.Column("lead", for: .programs),
        Listing.Column("lastError", "Last error", minimum: 16, maximum: 70),
        Listing.Column("messageID", for: .programs),
    ]

    private static func row(_ delivery: Delivery, _ leads: [DeliveryID: AlertID]) -> [Field] {
        let letter = delivery.lead.map { " with " + Self.letter($0, leads) } ?? ""
        return [
            .integer(Int(delivery.alert)), .text(delivery.channel.rawValue),
            .labelled(
                delivery.state.rawValue, shown: delivery.state.rawValue + letter,
                meaning(delivery)),
            .integer(delivery.attempts),
            .moment(delivery.state == .pending ? delivery.nextAttempt : nil),
            .time(delivery.settledAt), .integer(delivery.lead.map(Int.init)),
            .text(delivery.lastError), .text(delivery.messageID),
        ]
    }

    /// Which letter tells of a delivery that has none of its own: by alert, if that is known.
    static func letter(_ lead: DeliveryID, _ leads: [DeliveryID: AlertID]) -> String {
        leads[lead].map { "alert \($0)" } ?? "delivery \(lead)"
    }

    static func meaning(_ delivery: Delivery) -> TerminalStyle.Meaning? {
        switch delivery.state {
        case .delivered: .positive
        case .givenUp: .negative
        case .pending: delivery.lastError != nil ? .warning : nil
        case .cancelled: .faint
        }
    }
}
