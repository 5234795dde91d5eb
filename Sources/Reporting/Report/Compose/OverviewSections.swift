import Model

// The sections of the summary that no other view has.
extension ReportComposer {
    /// The figures that say the most.
    var overview: ReportSection {
        var measures = [volume, sentimentShare(.negative), sentimentShare(.positive), rating]
        if !now.waits.isEmpty || !(before?.waits ?? []).isEmpty {
            measures += [responseRate, firstResponse]
        }
        measures += surveyMeasures
        return ReportSection(id: "overview", title: "Overview", blocks: [.measures(measures)])
    }

    /// How many mentions came, and how many of them were negative.
    var summaryTrend: ReportSection? {
        now.counts.total > 0 ? volumeTrend : nil
    }

    /// The most negative mentions in their own words.
    var worst: ReportSection? {
        guard !figures.worst.isEmpty else { return nil }
        let list = QuoteList(
            id: "most-negative", title: "Most negative", mentions: figures.worst)
        return ReportSection(id: "quotes", title: "Most negative", blocks: [.quotes(list)])
    }

    /// How many mentions have how many stars.
    var stars: ReportSection? {
        let rated = now.rating.count
        guard rated > 0 else { return nil }
        let rows = (1...5).reversed().map { stars in
            let count = now.count(ofStars: stars)
            let share = Proportion(count, of: rated)
            return ReportTable.Row(
                [
                    .init(Charts.stars(Double(stars)), value: Double(stars)), .count(count),
                    .share(share), .interval(share),
                    .count(before?.count(ofStars: stars)),
                ], ids: now.ids { $0.stars.map { Int($0.rounded()) } == stars })
        }
        let table = ReportTable(
            id: "stars", caption: "Ratings by stars",
            columns: [
                .init("stars", "Stars"), .init("mentions", "Mentions", isNumeric: true),
                .init("share", "Share", isNumeric: true), .init("interval", "95 %"),
                .init("before", "Before", isNumeric: true),
            ].filter { before != nil || $0.id != "before" },
            rows: rows.map { row in
                before != nil ? row : .init(Array(row.cells.dropLast()), ids: row.ids)
            },
            formula: "mentions with so many stars ÷ \(FigureText.count(rated)) rated; ratings on "
                + "other scales are brought to 1 to 5 stars and rounded")
        return ReportSection(id: "stars", title: "Stars", blocks: [.table(table)])
    }
}
