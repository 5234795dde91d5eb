/// Bars as a picture: stacked, or to both sides of a line where they have a bad and a good part.
struct BarsHTML {
    private static let rowHeight = 50

    let chart: BarChart
    private let values: [[Double]]
    private let ink: ChartInk
    private let isDiverging: Bool
    /// The titles and tones of the parts; the bar that has the most stands for all.
    private let parts: [BarChart.Part]

    init(chart: BarChart) {
        self.chart = chart
        parts = chart.bars.max { $0.parts.count < $1.parts.count }?.parts ?? []
        values = chart.bars.map { bar in
            bar.parts.map { $0.value.isFinite ? min(max($0.value, 0), 1e12) : 0 }
        }
        ink = ChartInk(tones: parts.map(\.tone))
        isDiverging =
            parts.map(\.tone) == [.negative, .positive]
            && chart.bars.allSatisfy { $0.parts.count == 2 }
    }

    var figure: String {
        ChartFrame(
            id: chart.id, title: chart.title, detail: nil, keys: keys, table: table
        ).figure(around: chart.bars.isEmpty ? "<p class=\"none\">Nothing to draw.</p>" : picture)
    }

    private var keys: [String] {
        guard parts.count > 1 || parts.contains(where: { $0.tone != .plain }) else { return [] }
        return parts.indices.map { index in
            let sign = parts[index].tone.sign
            let words = Markup.foreign(parts[index].title)
            return TonePatterns.key(ink.names[index]) + " "
                + (sign.isEmpty ? words : "<span aria-hidden=\"true\">\(sign)</span> " + words)
        }
    }

    private var picture: String {
        ChartFrame.picture(
            id: chart.id, name: "bars",
            style: "height:\(chart.bars.count * Self.rowHeight)px", title: chart.title,
            description: description, Markup.lines(chart.bars.indices.map(row)))
    }

    /// The line that the bad and the good part begin at.
    private func middle(top: Int) -> String {
        guard isDiverging else { return "" }
        let place = SVG.percent(zeroLine)
        return "<line class=\"axis\" x1=\"\(place)\" x2=\"\(place)\" "
            + "y1=\"\(top + 21)\" y2=\"\(top + 43)\"/>"
    }

    /// Where the bars begin, 0 at the left.
    private var zeroLine: Double {
        guard isDiverging else { return 0 }
        let left = values.map { $0[0] }.max() ?? 0
        let right = values.map { $0[1] }.max() ?? 0
        return left + right > 0 ? left / (left + right) : 0.5
    }

    /// What the whole width stands for.
    private var whole: Double {
        if isDiverging {
            return (values.map { $0[0] }.max() ?? 0) + (values.map { $0[1] }.max() ?? 0)
        }
        let most = values.map { $0.reduce(0, +) }.max() ?? 0
        return chart.unit == .share && most <= 1.0001 ? 1 : most
    }

    private func row(_ index: Int) -> String {
        let top = index * Self.rowHeight
        let words = figures(index)
        var drawn =
            "<rect class=\"track\" y=\"\(top + 24)\" width=\"100%\" height=\"16\" rx=\"3\"/>"
        var place = isDiverging ? zeroLine - share(values[index][0]) : 0
        for (part, value) in values[index].enumerated() {
            let width = share(value)
            let name = ink.names.indices.contains(part) ? ink.names[part] : "plain-0"
            if value > 0 {
                drawn +=
                    "<rect class=\"fill \(name)\" x=\"\(SVG.percent(place))\" y=\"\(top + 24)\" "
                    + "width=\"\(SVG.percent(width))\" height=\"16\" rx=\"2\"/>"
            }
            place += width
        }
        let hint = Markup.element(
            "title", [:], Markup.text("\(chart.bars[index].title): \(spoken(index))"))
        return "<g>\(hint)\(drawn)\(middle(top: top))"
            + title(chart.bars[index].title, y: top + 17, beside: DisplayWidth.columns(of: words))
            + SVG.text(words, x: "100%", y: "\(top + 17)", anchor: "end", name: "value") + "</g>"
    }

    /// The title, in a short form too where a phone has no room for all of it.
    private func title(_ title: String, y: Int, beside columns: Int) -> String {
        let shown = Table.Cell(title).text
        let narrow = TextFitting.shortened(shown, to: max(8, 31 - columns))
        let wide = TextFitting.shortened(shown, to: max(16, 68 - columns))
        let place = "\(y)"
        if narrow == wide { return SVG.text(wide, x: "0", y: place) }
        return SVG.text(wide, x: "0", y: place, name: "wide")
            + SVG.text(narrow, x: "0", y: place, name: "narrow")
    }

    private func share(_ value: Double) -> Double { whole > 0 ? value / whole : 0 }

    /// `▼ 12  ▲ 28`, each part by its sign.
    private func figures(_ index: Int) -> String {
        chart.bars[index].parts.indices.map { part in
            let sign = chart.bars[index].parts[part].tone.sign
            let figure = FigureText.text(values[index][part], chart.unit)
            return sign.isEmpty ? figure : "\(sign)\u{A0}\(figure)"
        }.joined(separator: chart.bars[index].parts.contains { $0.tone != .plain } ? "  " : " · ")
    }

    /// `negative 12, positive 28`.
    private func spoken(_ index: Int) -> String {
        zip(chart.bars[index].parts, values[index]).map { part, value in
            "\(part.title) \(FigureText.text(value, chart.unit))"
        }.joined(separator: ", ")
    }

    private var description: String {
        chart.bars.indices.map { "\(chart.bars[$0].title): \(spoken($0))." }
            .joined(separator: " ")
    }

    private var table: ReportTable {
        ReportTable(
            id: chart.id, caption: chart.title,
            columns: [ReportTable.Column("title", "")]
                + parts.enumerated().map {
                    ReportTable.Column("part\($0)", $1.title, isNumeric: true)
                },
            rows: chart.bars.indices.map { index in
                ReportTable.Row(
                    [ReportTable.Cell(chart.bars[index].title)]
                        + zip(chart.bars[index].parts, values[index]).map { part, value in
                            ReportTable.Cell(
                                FigureText.text(value, chart.unit), value: value, tone: part.tone)
                        })
            })
    }
}
