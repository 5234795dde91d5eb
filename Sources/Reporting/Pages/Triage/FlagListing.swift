public import Model

/// Suspected fakes as a list.
public enum FlagListing {
    /// A flag with the mention that it is on.
    public struct Row: Sendable, Hashable {
        /// The suspicion.
        public var flag: SuspicionFlag
        /// What is suspected.
        public var mention: Mention

        /// A flag on `mention`.
        public init(flag: SuspicionFlag, mention: Mention) {
            self.flag = flag
            self.mention = mention
        }
    }

    /// One row a flag, in the order given.
    public static func listing(
        _ rows: [Row], names: Names, footer: [String] = [],
        whenEmpty: String = "Nothing is flagged."
    ) -> Listing {
        Listing(
            columns: columns, rows: rows.map { row($0, names) }, whenEmpty: whenEmpty,
            footer: footer)
    }

    private static let columns: [Listing.Column] = [
        Listing.Column("mention", "ID", alignment: .trailing),
        Listing.Column("flag", for: .programs),
        Listing.Column("at", "Flagged"), Listing.Column("by", "By", minimum: 4, maximum: 20),
        Listing.Column("outcome", "Outcome"), Listing.Column("settledAt", for: .programs),
        Listing.Column("rating", "Rating"),
        Listing.Column("source", "Source", for: .people, minimum: 8, maximum: 24),
        Listing.Column("source", for: .programs),
        Listing.Column("author", "Author", minimum: 6, maximum: 20),
        Listing.Column("reason", "Reason", minimum: 12, maximum: 60),
        Listing.Column("says", "Says", for: .people, minimum: 12, maximum: 60),
        Listing.Column("title", for: .programs), Listing.Column("text", for: .programs),
        Listing.Column("url", for: .programs),
        Listing.Column("reportURL", "Report it at", minimum: 12),
    ]

    private static func row(_ row: Row, _ names: Names) -> [Field] {
        let (flag, mention) = (row.flag, row.mention)
        return [
            .integer(Int(mention.id)), .integer(Int(flag.id)), .time(flag.at), .text(flag.by),
            .labelled(
                flag.outcome?.rawValue ?? "open", shown: flag.outcome?.rawValue ?? "open",
                flag.outcome == nil ? .warning : nil), .time(flag.settledAt),
            .rating(mention.entry.rating), .text(names.title(of: mention.source)),
            .text(mention.source.rawValue), .text(mention.entry.author), .text(flag.reason),
            .text(MentionListing.excerpt(of: mention.entry)), .text(mention.entry.title),
            .text(mention.entry.text), .text(mention.entry.url), .text(mention.entry.reportURL),
        ]
    }

    /// The flags of one mention for a terminal.
    static func text(_ flags: [SuspicionFlag], for reader: Reader) -> String {
        let rows = flags.map { flag in
            let outcome = flag.outcome.map { outcome in
                outcome.rawValue + (flag.settledAt.map { ", " + reader.time.absolute($0) } ?? "")
            }
            return [
                Table.Cell(reader.time.absolute(flag.at), .faint), Table.Cell(flag.by),
                Table.Cell(outcome ?? "open", outcome == nil ? .warning : nil),
                Table.Cell(flag.reason),
            ]
        }
        let columns = [
            Table.Column(""), Table.Column("", minimum: 4, maximum: 20), Table.Column(""),
            Table.Column("", overflow: .wrap, minimum: 16),
        ]
        return Table(columns: columns, rows: rows)
            .rendered(width: reader.width, style: reader.style)
    }
}

extension JSONValue {
    /// One suspicion.
    static func flag(_ flag: SuspicionFlag) -> JSONValue {
        .members([
            "id": .integer(Int(flag.id)), "reason": .string(flag.reason), "at": .date(flag.at),
            "by": .string(flag.by), "outcome": .optional(flag.outcome?.rawValue),
            "settledAt": .date(flag.settledAt),
        ])
    }
}
