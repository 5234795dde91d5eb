import Model

/// The tables of a report, which terminal and Markdown show alike.
struct ReportRows {
    let report: Report
    let names: Names
    let time: TimeText

    /// What was counted, and how that compares.
    var summary: Table {
        var rows: [[Table.Cell]] = [
            [Table.Cell("Mentions"), Table.Cell("\(report.counts.total)"), totalTrend],
            [Table.Cell("Negative"), Table.Cell(negative), negativeTrend],
            [Table.Cell("Positive"), Table.Cell("\(report.counts.positive)")],
            [Table.Cell("Neutral"), Table.Cell("\(report.counts.neutral)")],
            [Table.Cell("Unscored"), Table.Cell("\(report.counts.unscored)")],
        ]
        if let stars = report.counts.meanStars {
            let mean = SentimentText.decimal(stars, places: 2)
            rows.append([
                Table.Cell("Rating"), Table.Cell("\(mean) \(Charts.stars(stars))"), starTrend,
            ])
        }
        rows.append([Table.Cell("Unanswered"), Table.Cell("\(report.unanswered)")])
        return Table(columns: [Table.Column(""), Table.Column(""), Table.Column("")], rows: rows)
    }

    var sources: Table {
        let most = report.sources.map(\.counts.total).max() ?? 0
        return Table(
            columns: [
                Table.Column("Source", minimum: 10, maximum: 30), trailing("Mentions"),
                trailing("Negative"), trailing("Positive"), trailing("Stars"), Table.Column(""),
            ],
            rows: report.sources.map { source in
                let share = most > 0 ? Double(source.counts.total) / Double(most) : 0
                return [
                    Table.Cell(names.title(of: source.source)),
                    Table.Cell("\(source.counts.total)"),
                    Table.Cell(
                        "\(source.counts.negative)", source.counts.negative > 0 ? .negative : nil),
                    Table.Cell("\(source.counts.positive)"),
                    Table.Cell(
                        source.counts.meanStars.map { SentimentText.decimal($0, places: 1) } ?? "–"),
                    Table.Cell(Charts.bar(share, width: 16)),
                ]
            })
    }

    var stars: Table {
        let rated = report.stars.values.reduce(0, +)
        return Table(
            columns: [
                Table.Column("Stars"), trailing("Mentions"), trailing("Share"), Table.Column(""),
            ],
            rows: (1...5).reversed().map { stars in
                let count = report.stars[stars] ?? 0
                let share = rated > 0 ? Double(count) / Double(rated) : 0
                return [
                    Table.Cell(Charts.stars(Double(stars))), Table.Cell("\(count)"),
                    Table.Cell(Self.percent(share)), Table.Cell(Charts.bar(share, width: 24)),
                ]
            })
    }

    var worst: Table {
        Table(
            columns: [
                trailing("ID"), trailing("Score"), Table.Column("Date"),
                Table.Column("Source", minimum: 8, maximum: 24),
                Table.Column("Says", minimum: 16, maximum: 100),
            ],
            rows: report.worst.map { mention in
                [
                    Table.Cell("\(mention.id)"),
                    Table.Cell(SentimentText.signed(mention.sentiment.score), .negative),
                    Table.Cell(time.day(mention.occurredAt)),
                    Table.Cell(names.title(of: mention.source)),
                    Table.Cell(MentionListing.excerpt(of: mention.entry)),
                ]
            })
    }

    static func percent(_ share: Double) -> String {
        SentimentText.decimal(share * 100, places: 0) + " %"
    }

    private var negative: String {
        let share = report.counts.negativeShare.map { " (\(Self.percent($0)) of scored)" } ?? ""
        return "\(report.counts.negative)\(share)"
    }

    private var totalTrend: Table.Cell {
        guard let previous = report.previous else { return Table.Cell("") }
        return trend(Double(report.counts.total - previous.total), places: 0, isBetter: nil) {
            "\($0), before \(previous.total)"
        }
    }

    private var negativeTrend: Table.Cell {
        guard let previous = report.previous else { return Table.Cell("") }
        guard let now = report.counts.negativeShare, let before = previous.negativeShare else {
            return Table.Cell("before \(previous.negative)", .faint)
        }
        return trend((now - before) * 100, places: 0, isBetter: now < before) {
            "\($0) points, before \(previous.negative) (\(Self.percent(before)))"
        }
    }

    private var starTrend: Table.Cell {
        guard let now = report.counts.meanStars, let before = report.previous?.meanStars else {
            return Table.Cell("")
        }
        return trend(now - before, places: 2, isBetter: now > before) {
            "\($0), before \(SentimentText.decimal(before, places: 2))"
        }
    }

    /// An arrow, the change with its sign, and a colour where one direction is the better one.
    private func trend(
        _ change: Double, places: Int, isBetter: Bool?, _ text: (String) -> String
    ) -> Table.Cell {
        let signed = SentimentText.signed(change, places: places)
        switch signed.first {
        case "+":
            return Table.Cell("▲ " + text(signed), isBetter.map { $0 ? .positive : .negative })
        case "−":
            return Table.Cell("▼ " + text(signed), isBetter.map { $0 ? .positive : .negative })
        default: return Table.Cell("= " + text("±0"), .faint)
        }
    }

    private func trailing(_ title: String) -> Table.Column {
        Table.Column(title, alignment: .trailing)
    }
}
