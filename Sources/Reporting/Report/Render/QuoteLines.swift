import Model

/// Mentions in their own words for a terminal.
struct QuoteLines {
    let names: Names
    let reader: Reader

    /// A narrower terminal shows each mention over several lines.
    private static let leastWidth = 64

    func text(_ list: QuoteList) -> String {
        if list.mentions.count == 1, let only = list.mentions.first, list.id == "oldest-unanswered"
        {
            return reader.width.map { fitted(only, to: $0) } ?? line(only)
        }
        return (reader.width ?? .max) < Self.leastWidth
            ? list.mentions.map(stacked).joined() : table(list.mentions)
    }

    private func line(_ mention: Mention) -> String {
        UnansweredLine.text(mention, names: names, for: reader) + "\n"
    }

    private func fitted(_ mention: Mention, to width: Int) -> String {
        var plain = reader
        plain.style = .plain
        return reader.lines(UnansweredLine.text(mention, names: names, for: plain), .warning)
    }

    private func table(_ mentions: [Mention]) -> String {
        Table(
            columns: [
                Table.Column("ID", alignment: .trailing),
                Table.Column("Score", alignment: .trailing), Table.Column("Date"),
                Table.Column("Source", minimum: 8, maximum: 24),
                Table.Column("Says", minimum: 16, maximum: 100),
            ],
            rows: mentions.map { mention in
                [
                    Table.Cell("\(mention.id)"), score(mention),
                    Table.Cell(reader.time.day(mention.occurredAt)),
                    Table.Cell(names.title(of: mention.source)),
                    Table.Cell(MentionListing.excerpt(of: mention.entry)),
                ]
            }
        ).rendered(width: reader.width, style: reader.style)
    }

    private func stacked(_ mention: Mention) -> String {
        let source = Table.Cell(names.title(of: mention.source)).text
        let head =
            "#\(mention.id), \(score(mention).text), \(reader.time.day(mention.occurredAt)), \(source)"
        let says = Table.Cell(MentionListing.excerpt(of: mention.entry)).text
        return reader.lines(head, score(mention).meaning)
            + reader.lines(TextFitting.shortened(says, to: 160), indent: 2)
    }

    private func score(_ mention: Mention) -> Table.Cell {
        let label = mention.sentiment.label
        let meaning = SentimentText.meaning(label)
        return label == .unscored
            ? Table.Cell("–", meaning)
            : Table.Cell(SentimentText.signed(mention.sentiment.score), meaning)
    }
}
