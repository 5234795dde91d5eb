import Model

/// Values over time as a picture of lines or columns.
struct TrendHTML {
    /// How the values are drawn.
    enum Form: Hashable {
        case lines
        /// A column for each step, what the second series counts at its foot.
        case columns
        /// The series on top of each other, bad ones at the foot.
        case stack
    }

    private static let mostColumns = 120

    let chart: TrendChart
    let form: Form
    let values: [[Double?]]
    let axis: ChartAxis
    let ink: ChartInk

    init(chart: TrendChart) {
        self.chart = chart
        let steps = chart.steps.count
        values = chart.series.map { series in
            (0..<steps).map { index in
                guard series.values.indices.contains(index), let value = series.values[index],
                    value.isFinite, abs(value) < 1e12
                else { return nil }
                return value
            }
        }
        form = Self.form(of: chart, values)
        ink = ChartInk(tones: chart.series.map(\.tone))
        let shown = values
        let heights: [Double] =
            form == .stack
            ? (0..<steps).map { step in shown.reduce(0) { $0 + max($1[step] ?? 0, 0) } }
            : shown.flatMap { $0.compactMap { $0 } }
        axis = ChartAxis(values: heights, unit: chart.unit)
    }

    var figure: String {
        let step = "by " + DayLabel.step(chart.daysPerStep)
        return ChartFrame(
            id: chart.id, title: chart.title,
            detail: chart.title.hasSuffix(step) ? nil : step,
            keys: chart.series.count > 1 ? keys : [], table: TrendWords(self).table
        ).figure(around: hasValues ? picture : "<p class=\"none\">Nothing to draw.</p>")
    }

    private var hasValues: Bool { values.contains { $0.contains { $0 != nil } } }

    private var keys: [String] {
        chart.series.indices.map { index in
            let picture =
                form == .lines
                ? TonePatterns.lineKey(ink.names[index], marker: ink.marker(index))
                : TonePatterns.key(ink.names[index])
            return picture + " " + Markup.foreign(chart.series[index].title)
        }
    }

    private var picture: String {
        let marks =
            switch form {
            case .lines: TrendLines(self).marks
            case .columns, .stack: TrendColumns(self).marks
            }
        return ChartFrame.picture(
            id: chart.id, name: "plot", title: chart.title,
            description: TrendWords(self).description,
            Markup.lines([grid, marks, labels, hints]))
    }

    private var grid: String {
        Markup.lines(
            axis.ticks.map { tick in
                let y = SVG.percent(axis.depth(tick))
                let name = tick == 0 ? "axis" : "grid"
                return "<line class=\"\(name)\" x2=\"100%\" y1=\"\(y)\" y2=\"\(y)\"/>"
                    + SVG.text(axis.label(tick), x: "-8", y: y, dy: ".32em", anchor: "end")
            })
    }

    private var labels: String {
        let ticks = ChartTicks(steps: chart.steps, daysPerStep: chart.daysPerStep)
        return Markup.lines(
            ticks.indices.enumerated().map { number, index in
                let place = middle(index)
                let text = DayLabel.tick(
                    chart.steps[index], daysPerStep: chart.daysPerStep, withYear: ticks.haveYear)
                return "<g\(number % 2 == 1 ? " class=\"wide\"" : "")>"
                    + "<line class=\"tick\" x1=\"\(SVG.percent(place))\" "
                    + "x2=\"\(SVG.percent(place))\" y1=\"100%\" y2=\"100%\" "
                    + "transform=\"translate(0 3)\"/>"
                    + SVG.text(
                        text, x: SVG.percent(place), y: "100%", dy: "1.6em",
                        anchor: place > 0.93 ? "end" : "middle") + "</g>"
            })
    }

    /// A pointer that rests on a step is told its values.
    private var hints: String {
        guard !chart.steps.isEmpty else { return "" }
        let width = SVG.percent(1 / Double(chart.steps.count))
        return Markup.lines(
            chart.steps.indices.map { index in
                "<rect class=\"hint\" x=\"\(SVG.percent(left(index)))\" width=\"\(width)\" "
                    + "height=\"100%\"><title>\(Markup.text(TrendWords(self).hint(index)))</title></rect>"
            })
    }

    /// Where step `index` begins, 0 to 1.
    func left(_ index: Int) -> Double { Double(index) / Double(max(chart.steps.count, 1)) }

    /// Where the middle of step `index` is, 0 to 1.
    func middle(_ index: Int) -> Double {
        (Double(index) + 0.5) / Double(max(chart.steps.count, 1))
    }

    private static func form(of chart: TrendChart, _ values: [[Double?]]) -> Form {
        let tones = chart.series.map(\.tone)
        guard chart.unit == .count, chart.steps.count <= mostColumns,
            !values.contains(where: { $0.contains { ($0 ?? 0) < 0 } })
        else { return .lines }
        if tones.count == 1 { return .columns }
        if tones == [.plain, .negative] {
            let isPart = zip(values[0], values[1]).allSatisfy { ($0 ?? 0) >= ($1 ?? 0) }
            return isPart ? .columns : .lines
        }
        return !tones.contains(.plain) && Set(tones).count == tones.count ? .stack : .lines
    }
}

/// The lines of a trend; a step without value parts them.
private struct TrendLines {
    private static let mostMarkers = 62

    let trend: TrendHTML

    init(_ trend: TrendHTML) { self.trend = trend }

    var marks: String {
        // The most important line is drawn last, over the others.
        Markup.lines(trend.values.indices.reversed().map(line))
    }

    private func line(_ index: Int) -> String {
        let values = trend.values[index]
        var path = ""
        for (step, value) in values.enumerated() {
            guard let value else { continue }
            let isFirst = step == 0 || values[step - 1] == nil
            path += isFirst ? "M" : "L"
            path += SVG.number(trend.middle(step) * 1000) + " "
            path += SVG.number(trend.axis.depth(value) * 1000)
        }
        let name = trend.ink.names[index]
        return "<svg viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\" overflow=\"visible\">"
            + "<path class=\"line \(name)\" d=\"\(path)\"/></svg>" + markers(index)
    }

    /// A marker on every value of a short line; on a long one only where a value stands alone.
    private func markers(_ index: Int) -> String {
        let values = trend.values[index]
        let shape = trend.ink.marker(index)
        return values.enumerated().map { step, value in
            guard let value else { return "" }
            let isAlone =
                (step == 0 || values[step - 1] == nil)
                && (step == values.count - 1 || values[step + 1] == nil)
            guard isAlone || values.count <= Self.mostMarkers else { return "" }
            return "<svg x=\"\(SVG.percent(trend.middle(step)))\" "
                + "y=\"\(SVG.percent(trend.axis.depth(value)))\" overflow=\"visible\">\(shape)</svg>"
        }.joined()
    }
}

/// The columns of a trend of counts.
private struct TrendColumns {
    let trend: TrendHTML

    init(_ trend: TrendHTML) { self.trend = trend }

    var marks: String {
        Markup.lines(trend.chart.steps.indices.map(column))
    }

    private func column(_ step: Int) -> String {
        var foot = 0.0
        return trend.values.indices.map { index in
            guard let value = trend.values[index][step], value > 0 else { return "" }
            defer { if trend.form == .stack { foot += value } }
            return rectangle(step, from: foot, to: foot + value, trend.ink.names[index])
        }.joined()
    }

    private func rectangle(_ step: Int, from: Double, to: Double, _ name: String) -> String {
        let width = 1 / Double(trend.chart.steps.count)
        let gap = width * 0.12
        let top = trend.axis.depth(to)
        return "<rect class=\"fill \(name)\" x=\"\(SVG.percent(trend.left(step) + gap))\" "
            + "y=\"\(SVG.percent(top))\" width=\"\(SVG.percent(width - 2 * gap))\" "
            + "height=\"\(SVG.percent(trend.axis.depth(from) - top))\"/>"
    }
}
