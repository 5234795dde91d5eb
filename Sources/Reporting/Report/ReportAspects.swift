import Model

/// The tables of a report about what mentions speak of.
struct ReportAspects {
    let report: Report

    /// The dimensions of trust that any mention of the period names.
    var trust: Table { table("Trust", report.aspects.filter(\.aspect.isTrustDimension)) }

    /// The ordinary aspects.
    var ordinary: Table { table("Aspect", report.aspects.filter { !$0.aspect.isTrustDimension }) }

    private func table(_ title: String, _ aspects: [AspectCounts]) -> Table {
        Table(
            columns: [
                Table.Column(title), Table.Column("Mentions", alignment: .trailing),
                Table.Column("Negative", alignment: .trailing),
                Table.Column("Positive", alignment: .trailing),
                Table.Column("Against", minimum: 10, maximum: 40),
                Table.Column("For", minimum: 10, maximum: 40),
            ],
            rows: aspects.map { counts in
                [
                    Table.Cell(counts.aspect.rawValue), Table.Cell("\(counts.total)"),
                    Table.Cell("\(counts.negative)", counts.negative > 0 ? .negative : nil),
                    Table.Cell("\(counts.positive)", counts.positive > 0 ? .positive : nil),
                    Table.Cell(words(counts.aspect, .negative)),
                    Table.Cell(words(counts.aspect, .positive)),
                ]
            })
    }

    /// `rude 4, ignored 2`: the commonest words and in how many mentions.
    private func words(_ aspect: Aspect, _ label: Sentiment.Label) -> String {
        report.aspectWords
            .filter { $0.aspect == aspect && $0.label == label }
            .map { "\($0.words) \($0.count)" }
            .joined(separator: ", ")
    }

    /// The counts with their words, for programs.
    var json: JSONValue {
        .array(
            report.aspects.map { counts in
                .members([
                    "aspect": .string(counts.aspect.rawValue),
                    "trust": .bool(counts.aspect.isTrustDimension),
                    "total": .integer(counts.total), "negative": .integer(counts.negative),
                    "neutral": .integer(counts.neutral), "positive": .integer(counts.positive),
                    "words": .array(
                        report.aspectWords.filter { $0.aspect == counts.aspect }.map { words in
                            .members([
                                "words": .string(words.words),
                                "label": .string(words.label.rawValue),
                                "count": .integer(words.count),
                            ])
                        }),
                ])
            })
    }
}
