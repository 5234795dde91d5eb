import Model

/// A report as Markdown, for a mail or a wiki.
struct ReportMarkdown {
    let report: Report
    let names: Names
    let reader: Reader

    var text: String {
        let rows = ReportRows(report: report, names: names, time: reader.time)
        let from = CivilDate(daysSince1970: report.period.lowerBound.number)
        let to = CivilDate(daysSince1970: report.period.upperBound.number)
        var text = "# \(MarkdownTable.escaped(report.business))\n\n"
        text += "\(TimeText.day(from)) – \(TimeText.day(to))"
        if !report.brands.isEmpty {
            text += ", " + MarkdownTable.escaped(report.brands.joined(separator: ", "))
        }
        text += "\n\n" + table(rows.summary)
        text += "\n## By source\n\n" + table(rows.sources)
        text += "\n## By stars\n\n" + table(rows.stars)
        let aspects = ReportAspects(report: report)
        if !aspects.trust.rows.isEmpty { text += "\n## Trust\n\n" + table(aspects.trust) }
        if !aspects.ordinary.rows.isEmpty {
            text += "\n## What it is about\n\n" + table(aspects.ordinary)
        }
        if !report.worst.isEmpty { text += "\n## Most negative\n\n" + table(rows.worst) }
        return text
    }

    private func table(_ table: Table) -> String {
        MarkdownTable.rendered(
            columns: table.columns,
            rows: table.rows.map { row in
                table.columns.indices.map { $0 < row.count ? row[$0].text : "" }
            })
    }
}
