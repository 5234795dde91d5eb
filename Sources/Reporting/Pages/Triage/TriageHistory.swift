public import Model

/// The events of a mention as a list.
public enum TriageHistory {
    /// One row an event, in the order given.
    public static func listing(_ events: [TriageEvent]) -> Listing {
        Listing(
            columns: [
                Listing.Column("id", for: .programs), Listing.Column("mention", for: .programs),
                Listing.Column("at", "When"), Listing.Column("by", "Who", minimum: 4, maximum: 20),
                Listing.Column("action", "What"),
                Listing.Column("assignee", for: .programs),
                Listing.Column("note", "Note", minimum: 10),
                Listing.Column("url", "Link", minimum: 10),
            ],
            rows: events.map { event in
                [
                    .integer(Int(event.id)), .integer(Int(event.mention)), .time(event.at),
                    .text(event.by),
                    .labelled(
                        event.action.rawValue, shown: TriageWords.deed(event),
                        event.action.state.flatMap(TriageWords.meaning)),
                    .text(event.assignee), .text(event.note), .text(event.url),
                ]
            },
            whenEmpty: "Nobody has done anything about it yet.")
    }

    /// The events for a terminal, notes in full, with as much on a line as fits.
    static func text(_ events: [TriageEvent], for reader: Reader) -> String {
        let rows = events.map { event in
            let rest = [event.note, event.url].compactMap(\.self).joined(separator: "  ")
            return [
                Table.Cell(reader.time.absolute(event.at), .faint), Table.Cell(event.by),
                Table.Cell(
                    TriageWords.deed(event), event.action.state.flatMap(TriageWords.meaning)),
                Table.Cell(rest),
            ]
        }
        let columns = [
            Table.Column(""), Table.Column("", minimum: 4, maximum: 20),
            Table.Column("", minimum: 8, maximum: 40),
            Table.Column("", overflow: .wrap, minimum: 16),
        ]
        return Table(columns: columns, rows: rows)
            .rendered(width: reader.width, style: reader.style)
    }
}
