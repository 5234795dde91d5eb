import Model

/// What a trend says to those who do not see it: a sentence, a table, and a hint for each step.
struct TrendWords {
    private let trend: TrendHTML
    private var chart: TrendChart { trend.chart }

    init(_ trend: TrendHTML) { self.trend = trend }

    /// From when to when, and for each series where it ends and its extremes.
    var description: String {
        guard let first = chart.steps.first, let last = chart.steps.last else { return "Empty." }
        let time =
            "By \(DayLabel.step(chart.daysPerStep)), from \(day(first)) to \(day(last))."
        return ([time] + chart.series.indices.map(sentence)).joined(separator: " ")
    }

    private func sentence(_ index: Int) -> String {
        let title = chart.series[index].title
        let known = trend.values[index].enumerated().compactMap { step, value in
            value.map { (step: step, value: $0) }
        }
        guard let last = known.last, let least = known.min(by: { $0.value < $1.value }),
            let most = known.max(by: { $0.value < $1.value })
        else { return "\(title): no values." }
        func told(_ point: (step: Int, value: Double)) -> String {
            "\(figure(point.value)) (\(day(chart.steps[point.step])))"
        }
        let missing = trend.values[index].count - known.count
        let gaps = missing == 0 ? "" : ", \(missing) without value"
        return "\(title): lowest \(told(least)), highest \(told(most)), last \(told(last))\(gaps)."
    }

    /// A row for each step.
    var table: ReportTable {
        let title = DayLabel.step(chart.daysPerStep)
        return ReportTable(
            id: chart.id, caption: chart.title,
            columns: [ReportTable.Column("step", title.prefix(1).uppercased() + title.dropFirst())]
                + chart.series.map { ReportTable.Column($0.id, $0.title, isNumeric: true) },
            rows: chart.steps.indices.map { step in
                ReportTable.Row(
                    [ReportTable.Cell(day(chart.steps[step]))]
                        + chart.series.indices.map { index in
                            ReportTable.Cell(figure(trend.values[index][step]))
                        })
            })
    }

    /// `5 Oct 2026: negative 3, all 12`.
    func hint(_ step: Int) -> String {
        let values = chart.series.indices.map { index in
            "\(chart.series[index].title) \(figure(trend.values[index][step]))"
        }
        return "\(day(chart.steps[step])): \(values.joined(separator: ", "))"
    }

    private func day(_ day: CalendarDay) -> String {
        DayLabel.whole(day, daysPerStep: chart.daysPerStep)
    }

    private func figure(_ value: Double?) -> String { FigureText.text(value, chart.unit) }
}
