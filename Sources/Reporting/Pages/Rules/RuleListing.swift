public import FoundationEssentials
public import Model

/// A list of rules and digests.
public enum RuleListing {
    /// One rule, or digest, as it is configured.
    public struct Row: Sendable, Hashable {
        /// Its name in the configuration.
        public var id: RuleID
        /// What the owner calls it.
        public var title: String?
        /// What it watches, such as `mention`, `surge` or `digest`.
        public var type: String
        /// False for one that never speaks.
        public var isEnabled: Bool
        /// What it asks for, as one clause.
        public var what: String
        /// How urgent its alerts are, in words.
        public var severity: String
        /// Where they go.
        public var channels: [ChannelID]
        /// When it spoke last; nil if it never did, or that was pruned.
        public var lastSpoke: Date?
        /// When it speaks next, where that is known beforehand.
        public var next: Date?

        /// A rule.
        public init(
            id: RuleID, title: String? = nil, type: String, isEnabled: Bool = true, what: String,
            severity: String, channels: [ChannelID], lastSpoke: Date? = nil, next: Date? = nil
        ) {
            self.id = id
            self.title = title
            self.type = type
            self.isEnabled = isEnabled
            self.what = what
            self.severity = severity
            self.channels = channels
            self.lastSpoke = lastSpoke
            self.next = next
        }
    }

    /// One line a rule.
    public static func listing(_ rows: [Row]) -> Listing {
        Listing(
            columns: columns, rows: rows.map(fields),
            whenEmpty: "No rule is configured, and no channel to tell.")
    }

    private static let columns: [Listing.Column] = [
        Listing.Column("id", "Rule"),
        Listing.Column("title", for: .programs),
        Listing.Column("type", "Type"),
        Listing.Column("enabled", for: .programs),
        Listing.Column("what", "What", minimum: 20, maximum: 70),
        Listing.Column("severity", "Severity", minimum: 8, maximum: 24),
        Listing.Column("channels", "Channels", minimum: 8, maximum: 30),
        Listing.Column("lastSpoke", "Last spoke"),
        Listing.Column("next", for: .programs),
    ]

    private static func fields(of row: Row) -> [Field] {
        [
            .text(row.id.rawValue), .text(row.title), .text(row.type), .flag(row.isEnabled),
            .labelled(
                row.what, shown: row.isEnabled ? row.what : "off: " + row.what,
                row.isEnabled ? nil : .faint),
            .text(row.severity), .texts(row.channels.map(\.rawValue)), .moment(row.lastSpoke),
            .moment(row.next),
        ]
    }
}
