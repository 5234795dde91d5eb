import Model

/// A document as CSV: one header, and a record for each figure, so that every view has the same columns.
///
/// `section` and `block` say where it stands; `row` and `column` name it inside its block; `value` is a number
/// for programs, `text` what people read.
struct ReportCSV {
    let document: ReportDocument

    private static let header = [
        "section", "block", "row", "column", "value", "text", "unit", "count", "low", "high",
        "previous", "previousCount", "significant", "formula", "ids", "moreIds",
    ]

    /// One record before it is written.
    private struct Record {
        var section, block: String
        var row = ""
        var column = ""
        var value: Double?
        var text = ""
        var unit = ""
        var count: Int?
        var interval: ClosedRange<Double>?
        var change: Measure.Change?
        var formula = ""
        var ids: [MentionID]?
        var moreIDs = 0
    }

    var text: String {
        let all = document.sections.flatMap { section in
            section.blocks.enumerated().flatMap { index, block in
                records(of: block, number: index, in: section.id)
            }
        }
        return CSV.record(Self.header) + all.map(line).joined()
    }

    private func line(_ record: Record) -> String {
        CSV.record([
            CSV.text(record.section), CSV.text(record.block), CSV.text(record.row),
            CSV.text(record.column), number(record.value), CSV.text(record.text),
            CSV.text(record.unit), number(record.count.map(Double.init)),
            number(record.interval?.lowerBound), number(record.interval?.upperBound),
            number(record.change?.previous),
            number(record.change.map { Double($0.previousCount) }),
            CSV.number(record.change?.isSignificant.map { $0 ? "true" : "false" } ?? ""),
            CSV.text(record.formula),
            CSV.text(record.ids.map { $0.map(String.init).joined(separator: " ") } ?? ""),
            number(record.ids == nil ? nil : Double(record.moreIDs)),
        ])
    }

    private func number(_ value: Double?) -> String {
        CSV.number(value.map { JSONValue.rounded($0).text } ?? "")
    }

    private func records(of block: ReportBlock, number: Int, in section: String) -> [Record] {
        switch block {
        case .measures(let measures): measures.map { measure($0, in: section) }
        case .table(let table): self.table(table, in: section)
        case .trend(let chart): trend(chart, in: section)
        case .bars(let chart): bars(chart, in: section)
        case .quotes(let list):
            list.mentions.map { mention in
                Record(
                    section: section, block: list.id, row: "\(mention.id)",
                    column: mention.sentiment.label.rawValue, value: mention.sentiment.score,
                    text: MentionListing.excerpt(of: mention.entry), unit: "score",
                    ids: [mention.id])
            }
        case .note(let note):
            [Record(section: section, block: "note", row: "\(number + 1)", text: note)]
        }
    }

    private func measure(_ measure: Measure, in section: String) -> Record {
        Record(
            section: section, block: measure.id, column: "value", value: measure.value,
            text: MeasureParts(measure).value, unit: measure.unit.rawValue, count: measure.count,
            interval: measure.interval, change: measure.change, formula: measure.formula,
            ids: measure.ids, moreIDs: measure.moreIDs)
    }

    /// A row is named by its first cell; the mentions behind it stand beside each of its cells.
    private func table(_ table: ReportTable, in section: String) -> [Record] {
        table.rows.flatMap { row in
            zip(table.columns, row.cells).dropFirst().map { column, cell in
                Record(
                    section: section, block: table.id, row: row.cells.first?.text ?? "",
                    column: column.id, value: cell.value, text: cell.text,
                    formula: table.formula ?? "", ids: row.ids, moreIDs: row.moreIDs)
            }
        }
    }

    private func trend(_ chart: TrendChart, in section: String) -> [Record] {
        chart.series.flatMap { series in
            zip(chart.steps, series.values).map { step, value in
                Record(
                    section: section, block: chart.id, row: PeriodText.iso8601(step),
                    column: series.id, value: value, text: FigureText.text(value, chart.unit),
                    unit: chart.unit.rawValue)
            }
        }
    }

    private func bars(_ chart: BarChart, in section: String) -> [Record] {
        chart.bars.flatMap { bar in
            bar.parts.map { part in
                Record(
                    section: section, block: chart.id, row: bar.title, column: part.title,
                    value: part.value, text: FigureText.text(part.value, chart.unit),
                    unit: chart.unit.rawValue)
            }
        }
    }
}
