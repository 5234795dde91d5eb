import Model

/// Charts for a terminal: a line of marks for each series, a bar for each count.
struct ChartLines {
    let reader: Reader

    /// Where nothing says how wide a line may be.
    private static let standardWidth = 80

    func text(_ chart: TrendChart) -> String {
        guard let first = chart.steps.first, let last = chart.steps.last else { return "" }
        let title = Table.Cell(chart.title).text
        let most = chart.series.flatMap(\.values).compactMap { $0 }.filter(\.isFinite).max() ?? 0
        let titles = chart.series.map { Table.Cell($0.title).text }
        let margin = (titles.map { DisplayWidth.columns(of: $0) }.max() ?? 0) + 2
        let room = max(8, min(reader.width ?? Self.standardWidth, 120) - margin)
        var text = reader.lines("\(title), \(Self.step(chart.daysPerStep)) a mark:")
        for (series, title) in zip(chart.series, titles) {
            let marks = Self.marks(series.values, unit: chart.unit, most: most)
            let padded = title + spaces(margin - DisplayWidth.columns(of: title))
            for (index, part) in Self.parts(marks, of: room).enumerated() {
                let head = index == 0 ? padded : spaces(margin)
                text += (part.isEmpty ? "" : head + reader.style.paint(part, series.tone.meaning))
                text += part.isEmpty && index == 0 ? title + "\n" : "\n"
            }
            let range = Self.range(series.values, chart.unit)
            text += reader.lines(range, .faint, indent: margin)
        }
        let days = "\(PeriodText.day(first)) to \(PeriodText.day(last))"
        return text + reader.lines(days, .faint, indent: margin)
    }

    func text(_ chart: BarChart) -> String {
        let most = chart.bars.flatMap(\.parts).map(\.value).filter(\.isFinite).max() ?? 0
        let isSingle = chart.bars.allSatisfy { $0.parts.count == 1 }
        let rows = chart.bars.flatMap { bar in
            bar.parts.enumerated().map { index, part in
                [
                    Table.Cell(index == 0 ? bar.title : ""), Table.Cell(isSingle ? "" : part.title),
                    Table.Cell(FigureText.text(part.value, chart.unit)),
                    Table.Cell(
                        Charts.bar(most > 0 ? part.value / most : 0, width: 20), part.tone.meaning),
                ]
            }
        }
        let table = Table(
            columns: [
                Table.Column("", minimum: 6, maximum: 30), Table.Column("", minimum: 4),
                Table.Column("", alignment: .trailing), Table.Column("", minimum: 1),
            ], rows: rows)
        return reader.lines(Table.Cell(chart.title).text)
            + table.rendered(width: reader.width, style: reader.style)
    }

    /// A mark a value: a space for 0, a point where there is none.
    private static func marks(_ values: [Double?], unit: Measure.Unit, most: Double) -> String {
        // The least that stars can be is 1; 0 has no mark.
        let least = unit == .stars ? 1.0 : 0
        let top = unit == .stars ? 5.0 : most
        let line = Charts.sparkline(values.map { $0.map { $0 - least } ?? 0 } + [top - least])
        return String(
            zip(line.dropLast(), values).map { mark, value in value == nil ? "·" : mark })
    }

    /// The marks in lines, without spaces at their ends.
    private static func parts(_ marks: String, of room: Int) -> [String] {
        let characters = Array(marks)
        return stride(from: 0, to: characters.count, by: room).map { start in
            var part = characters[start..<min(start + room, characters.count)]
            while part.last == " " { part.removeLast() }
            return String(part)
        }
    }

    private static func range(_ values: [Double?], _ unit: Measure.Unit) -> String {
        let known = values.compactMap { $0 }.filter(\.isFinite)
        guard let least = known.min(), let most = known.max() else { return "nothing to show" }
        return "\(FigureText.text(least, unit)) to \(FigureText.text(most, unit))"
    }

    private static func step(_ days: Int) -> String {
        switch days {
        case ...1: "a day"
        case 7: "a week"
        case 28...: "a month"
        default: "\(days) days"
        }
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
