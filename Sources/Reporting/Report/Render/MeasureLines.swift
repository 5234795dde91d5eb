import Model

/// Single figures for a terminal: a line with the value, its interval and how it compares; below, how it is
/// computed.
struct MeasureLines {
    let reader: Reader

    func text(_ measures: [Measure]) -> String {
        let rows = measures.map(MeasureParts.init)
        let table = Table(
            columns: [
                Table.Column("Figure"), Table.Column("Value", alignment: .trailing),
                Table.Column("95 %"), Table.Column("Compared"),
            ], rows: rows.map(\.cells))
        let lines = table.rendered(width: nil, style: .plain).split(separator: "\n")
        let widest = lines.map { DisplayWidth.columns(of: $0) }.max() ?? 0
        guard widest <= reader.width ?? .max else { return rows.map(stacked).joined() }
        let painted = table.rendered(width: nil, style: reader.style).split(separator: "\n")
        var text = painted.first.map { $0 + "\n" } ?? ""
        for (line, row) in zip(painted.dropFirst(), rows) { text += line + "\n" + details(of: row) }
        return text
    }

    /// For narrow terminals: one thing a line.
    private func stacked(_ row: MeasureParts) -> String {
        var text = reader.lines("\(row.title): \(row.value)")
        if !row.interval.isEmpty { text += reader.lines("95 %: \(row.interval)", indent: 2) }
        if !row.change.isEmpty {
            text += reader.lines(row.change, row.tone.meaning, indent: 2)
        }
        return text + details(of: row)
    }

    private func details(of row: MeasureParts) -> String {
        reader.lines(row.formula, .faint, indent: 2)
            + reader.numbers(row.ids, more: row.moreIDs, indent: 2)
    }
}

/// The texts of a figure.
struct MeasureParts {
    let title, value, interval, change, formula: String
    let tone: ReportTone
    let ids: [MentionID]?
    let moreIDs: Int

    init(_ measure: Measure) {
        title = Table.Cell(measure.title).text
        value = Self.value(measure)
        interval = measure.interval.map { FigureText.interval($0, measure.unit) } ?? ""
        change = ChangeText.text(measure) ?? ""
        formula = Table.Cell(measure.formula).text
        tone = ChangeText.tone(measure)
        ids = measure.ids
        moreIDs = measure.moreIDs
    }

    /// In the order of the columns: title, value, interval, comparison.
    var cells: [Table.Cell] {
        [
            Table.Cell(title), Table.Cell(value), Table.Cell(interval, .faint),
            Table.Cell(change, tone.meaning),
        ]
    }

    private static func value(_ measure: Measure) -> String {
        guard let value = measure.value else {
            return measure.count < ReportFigures.leastCount ? "too few" : "not known yet"
        }
        let text = FigureText.text(value, measure.unit)
        return measure.unit == .stars ? "\(text) \(Charts.stars(value))" : text
    }
}
