import Model

// The sections of where mentions come from.
extension ReportComposer {
    /// Every source with what it brought.
    var allSources: ReportSection { sources(limit: .max) }

    /// The five sources that brought most.
    var shortSources: ReportSection? { now.sources.isEmpty ? nil : sources(limit: 5) }

    private func sources(limit: Int) -> ReportSection {
        let total = now.sources.reduce(0) { $0 + $1.counts.total }
        let before = Dictionary(
            (self.before?.sources ?? []).map { ($0.source, $0.counts.total) }, uniquingKeysWith: +)
        let rows = now.sources.prefix(limit).map { source in
            let counts = source.counts
            var cells: [ReportTable.Cell] = [
                .init(figures.names.title(of: source.source)), .count(counts.total),
                .init(
                    FigureText.text(Double(counts.total) / Double(max(1, total)), .share),
                    value: Double(counts.total) / Double(max(1, total))),
                .count(counts.negative, tone: .negative),
                .count(counts.positive, tone: .positive), .stars(counts),
            ]
            if self.before != nil { cells.append(.count(before[source.source] ?? 0)) }
            return ReportTable.Row(cells, ids: now.ids { $0.source == source.source })
        }
        var columns: [ReportTable.Column] = [
            .init("source", "Source"), .init("mentions", "Mentions", isNumeric: true),
            .init("share", "Share", isNumeric: true),
            .init("negative", "Negative", isNumeric: true),
            .init("positive", "Positive", isNumeric: true),
            .init("stars", "Stars", isNumeric: true),
        ]
        if self.before != nil { columns.append(.init("before", "Before", isNumeric: true)) }
        let more = now.sources.count - rows.count
        let table = ReportTable(
            id: "sources",
            caption: more > 0
                ? "Mentions by source: \(rows.count) of \(now.sources.count)"
                : "Mentions by source",
            columns: columns, rows: Array(rows),
            formula:
                "mentions of the source ÷ \(FigureText.count(total)) mentions; stars: mean of at "
                + "least \(ReportFigures.leastCount) ratings")
        return ReportSection(id: "sources", title: "Sources", blocks: [.table(table)])
    }

    /// The languages that mentions are written in.
    var languages: ReportSection? {
        guard !now.languages.isEmpty else { return nil }
        let total = now.languages.reduce(0) { $0 + $1.counts.total }
        let rows = now.languages.map { language in
            let share = Proportion(language.counts.total, of: total)
            return ReportTable.Row(
                [
                    .init(language.language ?? "not known"), .count(share.count), .share(share),
                    .interval(share), .count(language.counts.negative, tone: .negative),
                    .count(language.counts.unscored),
                ], ids: now.ids { $0.language == language.language })
        }
        let table = ReportTable(
            id: "languages", caption: "Mentions by language",
            columns: [
                .init("language", "Language"), .init("mentions", "Mentions", isNumeric: true),
                .init("share", "Share", isNumeric: true), .init("interval", "95 %"),
                .init("negative", "Negative", isNumeric: true),
                .init("unscored", "Unscored", isNumeric: true),
            ], rows: rows, formula: "mentions in it ÷ \(FigureText.count(total)) mentions")
        return ReportSection(id: "languages", title: "Languages", blocks: [.table(table)])
    }

    /// So many authors are shown.
    private static let authorLimit = 20

    /// Those who wrote more than once.
    var repeatAuthors: ReportSection? {
        guard let authors = now.authors, !authors.isEmpty else { return nil }
        let rows = authors.prefix(Self.authorLimit).map { author in
            ReportTable.Row(
                [
                    .init(author.author), .init(figures.names.title(of: author.source)),
                    .count(author.counts.total), .count(author.counts.negative, tone: .negative),
                    .count(author.counts.neutral),
                    .count(author.counts.positive, tone: .positive),
                ], ids: now.traces.map { _ in author.mentions })
        }
        let more = authors.count - rows.count
        let table = ReportTable(
            id: "authors",
            caption: more > 0
                ? "Authors who wrote at least twice: \(rows.count) of \(authors.count)"
                : "Authors who wrote at least twice",
            columns: [
                .init("author", "Author"), .init("source", "Source"),
                .init("mentions", "Mentions", isNumeric: true),
                .init("negative", "Negative", isNumeric: true),
                .init("neutral", "Neutral", isNumeric: true),
                .init("positive", "Positive", isNumeric: true),
            ], rows: Array(rows),
            formula:
                "mentions of the period with the same name in the same source; one name may be "
                + "several people")
        return ReportSection(id: "authors", title: "Repeat authors", blocks: [.table(table)])
    }

    /// What the sources could not give, so that figures are not taken for more than they are.
    var coverage: ReportSection {
        let rows = figures.coverage.flatMap { coverage in
            coverage.gaps.map { gap in
                ReportTable.Row([.init(figures.names.title(of: coverage.source)), .init(gap)])
            }
        }
        guard !rows.isEmpty else {
            return ReportSection(
                id: "coverage", title: "What the sources could not give",
                blocks: [.note("Nothing is known to be missing in this period.")])
        }
        let table = ReportTable(
            id: "coverage", caption: "What the sources could not give",
            columns: [.init("source", "Source"), .init("gap", "Gap")], rows: rows)
        return ReportSection(
            id: "coverage", title: "What the sources could not give", blocks: [.table(table)])
    }
}
