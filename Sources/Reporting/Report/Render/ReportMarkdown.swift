import Model

/// A document as GitHub Flavored Markdown, for a mail or a wiki.
struct ReportMarkdown {
    let document: ReportDocument
    let names: Names
    let time: TimeText

    var text: String {
        var text = "# \(escaped(document.business)): \(escaped(document.title))\n"
        if let period = document.period {
            text += "\n\(PeriodText.text(period))\(PeriodText.length(period))"
            if let previous = document.previous {
                text += ", compared with \(PeriodText.text(previous))"
            }
            text += "\n"
        }
        if !document.brands.isEmpty {
            text += "\nBrands: \(document.brands.map(escaped).joined(separator: ", "))\n"
        }
        for section in document.sections {
            // What waits longest stands at the head, where no heading parts it from the title.
            if section.id != "waiting" { text += "\n## \(escaped(section.title))\n" }
            for block in section.blocks { text += "\n" + self.block(block, in: section) }
        }
        return text
    }

    private func block(_ block: ReportBlock, in section: ReportSection) -> String {
        switch block {
        case .measures(let measures): self.measures(measures)
        case .table(let table): self.table(table, under: section.title)
        case .trend(let chart): trend(chart)
        case .bars(let chart): bars(chart)
        case .quotes(let list): quotes(list)
        case .note(let note): escaped(note) + "\n"
        }
    }

    private func measures(_ measures: [Measure]) -> String {
        let hasIDs = measures.contains { $0.ids != nil }
        var columns = [
            Table.Column("Figure"), Table.Column("Value", alignment: .trailing),
            Table.Column("95 %"), Table.Column("Compared"), Table.Column("How"),
        ]
        if hasIDs { columns.append(Table.Column("Mentions")) }
        return MarkdownTable.rendered(
            columns: columns,
            rows: measures.map { measure in
                let parts = MeasureParts(measure)
                return [parts.title, parts.value, parts.interval, parts.change, parts.formula]
                    + (hasIDs ? [numbers(parts.ids, more: parts.moreIDs)] : [])
            })
    }

    private func table(_ table: ReportTable, under heading: String) -> String {
        let hasIDs = table.rows.contains { $0.ids != nil }
        var columns = table.columns.map {
            Table.Column($0.title, alignment: $0.isNumeric ? .trailing : .leading)
        }
        if hasIDs { columns.append(Table.Column("Mentions")) }
        let rows = table.rows.map { row in
            table.columns.indices.map { $0 < row.cells.count ? row.cells[$0].text : "" }
                + (hasIDs ? [numbers(row.ids, more: row.moreIDs)] : [])
        }
        let formula = table.formula.map { "\n" + escaped($0) + "\n" } ?? ""
        let caption =
            table.caption == heading ? "" : "**\(escaped(table.caption))**\n\n"
        return caption
            + MarkdownTable.rendered(columns: columns, rows: rows) + formula
    }

    private func trend(_ chart: TrendChart) -> String {
        let columns =
            [Table.Column("From")]
            + chart.series.map { Table.Column($0.title, alignment: .trailing) }
        let rows = chart.steps.indices.map { index in
            [PeriodText.iso8601(chart.steps[index])]
                + chart.series.map { series in
                    FigureText.text(
                        index < series.values.count ? series.values[index] : nil, chart.unit)
                }
        }
        return "**\(escaped(chart.title))**\n\n"
            + MarkdownTable.rendered(columns: columns, rows: rows)
    }

    private func bars(_ chart: BarChart) -> String {
        let rows = chart.bars.flatMap { bar in
            bar.parts.map { [bar.title, $0.title, FigureText.text($0.value, chart.unit)] }
        }
        return "**\(escaped(chart.title))**\n\n"
            + MarkdownTable.rendered(
                columns: [
                    Table.Column(""), Table.Column(""), Table.Column("", alignment: .trailing),
                ], rows: rows)
    }

    private func quotes(_ list: QuoteList) -> String {
        let lines = list.mentions.map { mention in
            let says = TextFitting.shortened(
                Table.Cell(MentionListing.excerpt(of: mention.entry)).text, to: 160)
            let source = names.title(of: mention.source)
            return "> “\(escaped(says))” – \(escaped(source)), \(time.day(mention.occurredAt)), "
                + "\\#\(mention.id)\n"
        }
        return "**\(escaped(list.title))**\n\n" + lines.joined(separator: ">\n")
    }

    private func numbers(_ ids: [MentionID]?, more: Int) -> String {
        guard let ids else { return "" }
        let list = ids.isEmpty ? "none" : ids.map { "#\($0)" }.joined(separator: " ")
        return list + (more > 0 ? " and \(FigureText.count(more)) more" : "")
    }

    private func escaped(_ text: String) -> String { MarkdownTable.escaped(text) }
}
