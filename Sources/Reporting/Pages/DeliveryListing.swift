public import Model

/// A list of rows of the outbox.
public enum DeliveryListing {
    /// One row a delivery.
    public static func listing(_ deliveries: [Delivery], footer: [String] = []) -> Listing {
        Listing(
            columns: columns, rows: deliveries.map(row), whenEmpty: "Nothing was to be delivered.",
            footer: footer)
    }

    private static let columns: [Listing.Column] = [
        Listing.Column("alert", "Alert", alignment: .trailing),
        Listing.Column("channel", "Channel"),
        Listing.Column("state", "State"),
        Listing.Column("attempts", "Attempts", alignment: .trailing),
        Listing.Column("nextAttempt", "Next"),
        Listing.Column("settledAt", "Settled"),
        Listing.Column("lastError", "Last error", minimum: 16, maximum: 70),
        Listing.Column("messageID", for: .programs),
    ]

    private static func row(_ delivery: Delivery) -> [Field] {
        [
            .integer(Int(delivery.alert)), .text(delivery.channel.rawValue),
            .state(delivery.state.rawValue, meaning(delivery)), .integer(delivery.attempts),
            .moment(delivery.state == .pending ? delivery.nextAttempt : nil),
            .time(delivery.settledAt), .text(delivery.lastError), .text(delivery.messageID),
        ]
    }

    static func meaning(_ delivery: Delivery) -> TerminalStyle.Meaning? {
        switch delivery.state {
        case .delivered: .positive
        case .givenUp: .negative
        case .pending: delivery.attempts > 0 ? .warning : nil
        }
    }
}
