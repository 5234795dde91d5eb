import Foundation
import Model
import Testing

@testable import Reporting

struct `A chart in HTML` {
    private func trend(
        _ values: [[Double?]], tones: [ReportTone] = [.plain], unit: Measure.Unit = .count
    ) -> TrendHTML {
        TrendHTML(
            chart: TrendChart(
                id: "t", title: "T", unit: unit,
                steps: SampleReport.days(values.first?.count ?? 0), daysPerStep: 1,
                series: zip(values, tones).enumerated().map { index, series in
                    TrendChart.Series(
                        id: "s\(index)", title: "s\(index)", tone: series.1, values: series.0)
                }))
    }

    private static let axes: [([Double], Measure.Unit, String)] = [
        ([0, 7], .count, "0, 2, 4, 6, 8"), ([1], .count, "0, 1"), ([], .count, "0, 1"),
        ([0, 0], .count, "0, 1"), ([12_400], .count, "0, 5,000, 10,000, 15,000"),
        ([0.02, 0.31], .share, "0 %, 10 %, 20 %, 30 %, 40 %"),
        ([1], .share, "0 %, 20 %, 40 %, 60 %, 80 %, 100 %"),
        ([4.2], .stars, "1 ★, 2 ★, 3 ★, 4 ★, 5 ★"),
        ([-30, 45], .netPromoterScore, "−40, −20, 0, +20, +40, +60"),
        ([-0.4, 0.1], .score, "−0.40, −0.30, −0.20, −0.10, 0.00, +0.10"),
        ([39_600], .duration, "0, 3 h, 6 h, 9 h, 12 h"),
        ([.nan, .infinity, 3], .count, "0, 1, 2, 3"),
    ]

    @Test(arguments: axes)
    func `has an axis of round numbers`(values: [Double], unit: Measure.Unit, labels: String) {
        let axis = ChartAxis(values: values, unit: unit)
        #expect(axis.ticks.map(axis.label).joined(separator: ", ") == labels)
    }

    @Test(arguments: [1.0, 9, 99, 1234, 987_654, 5e8, 9e11], [0.0, -3, -7e5])
    func `never has more than a handful of steps and holds every value`(most: Double, least: Double)
    {
        for unit in [Measure.Unit.count, .duration, .netPromoterScore, .score, .share] {
            let axis = ChartAxis(values: [least, most], unit: unit)
            #expect((2...7).contains(axis.ticks.count))
            #expect(axis.range.contains(least) && axis.range.contains(most))
        }
    }

    @Test(arguments: [1, 2, 6, 7, 30, 31, 90, 365, 800], [1, 7, 30])
    func `labels at most six steps`(count: Int, days: Int) {
        let ticks = ChartTicks(
            steps: (0..<count).map { CalendarDay(number: 20_000 + $0 * days) }, daysPerStep: days)
        #expect((1...6).contains(ticks.indices.count))
        #expect(ticks.indices.first == 0)
    }

    @Test func `labels days, weeks and months, with the year where it is needed`() {
        let day = CalendarDay(number: 20_727)
        #expect(DayLabel.tick(day, daysPerStep: 1, withYear: false) == "1 Oct")
        #expect(DayLabel.tick(day, daysPerStep: 7, withYear: true) == "1 Oct 2026")
        #expect(DayLabel.tick(day, daysPerStep: 30, withYear: true) == "Oct 2026")
        #expect(DayLabel.step(7) == "week")
        #expect(ChartTicks(steps: SampleReport.weeks(18), daysPerStep: 7).haveYear)
        #expect(!ChartTicks(steps: SampleReport.days(18), daysPerStep: 1).haveYear)
    }

    @Test func `parts a line where there is no value`() {
        let picture = trend([[1, 2, nil, 4, 5]], unit: .stars).figure
        #expect(picture.contains("d=\"M100 1000L300 750M700 250L900 0\""))
    }

    @Test func `marks a value that stands alone on the longest line`() {
        var values: [Double?] = Array(repeating: nil, count: 400)
        values[7] = 4
        #expect(
            trend([values], unit: .stars).figure.components(separatedBy: "class=\"dot").count == 2)
    }

    @Test func `is drawn as columns, a stack or lines by what it counts`() {
        #expect(trend([[1, 2]]).form == .columns)
        #expect(trend([[3, 2], [1, 2]], tones: [.plain, .negative]).form == .columns)
        #expect(trend([[1, 2], [3, 2]], tones: [.plain, .negative]).form == .lines)
        #expect(trend([[1, 2], [3, 2]], tones: [.negative, .positive]).form == .stack)
        #expect(trend([[1, 2], [3, 2]], tones: [.plain, .plain]).form == .lines)
        #expect(trend([[1, -2]]).form == .lines)
        #expect(trend([[0.1, 0.2]], unit: .share).form == .lines)
        #expect(trend([Array(repeating: 1, count: 121)]).form == .lines)
    }

    @Test func `tells lines apart without colour`() {
        let ink = ChartInk(tones: [.plain, .negative, .plain, .positive, .negative])
        #expect(ink.names == ["plain-0", "plain-1", "plain-2", "positive", "plain-3"])
        let shapes = (0..<5).map { ChartInk(tones: Array(repeating: .plain, count: 5)).marker($0) }
        #expect(Set(shapes).count == 5)
    }

    @Test func `describes itself to those who do not see it`() {
        let picture = trend([[1, nil, 5]]).figure
        #expect(
            picture.contains(
                "<desc id=\"chart-t-desc\">By day, from 1 Oct 2026 to 3 Oct 2026. s0: lowest 1 (1 Oct 2026), "
                    + "highest 5 (3 Oct 2026), last 5 (3 Oct 2026), 1 without value.</desc>"))
        #expect(
            picture.contains(
                "<th scope=\"row\"><bdi>2 Oct 2026</bdi></th><td class=\"number\"><bdi>–</bdi></td>"
            ))
    }

    @Test func `draws bars to both sides on one scale`() {
        let chart = BarChart(
            id: "b", title: "B", unit: .count,
            bars: [
                BarChart.Bar(
                    "care",
                    parts: [
                        BarChart.Part("negative", 30, tone: .negative),
                        BarChart.Part("positive", 10, tone: .positive),
                    ]),
                BarChart.Bar(
                    "value",
                    parts: [
                        BarChart.Part("negative", 10, tone: .negative),
                        BarChart.Part("positive", 20, tone: .positive),
                    ]),
            ])
        let picture = BarsHTML(chart: chart).figure
        // 30 to the left and 20 to the right: the line is at 60 %.
        #expect(picture.contains("class=\"fill negative\" x=\"0%\" y=\"24\" width=\"60%\""))
        #expect(picture.contains("class=\"fill positive\" x=\"60%\" y=\"24\" width=\"20%\""))
        #expect(picture.contains("class=\"fill negative\" x=\"40%\" y=\"74\" width=\"20%\""))
        #expect(picture.contains("class=\"fill positive\" x=\"60%\" y=\"74\" width=\"40%\""))
        #expect(picture.contains("▼\u{A0}30  ▲\u{A0}10"))
    }

    @Test func `draws shares against the whole`() {
        let chart = BarChart(
            id: "b", title: "B", unit: .share,
            bars: [BarChart.Bar("own", parts: [BarChart.Part("share", 0.25)])])
        #expect(BarsHTML(chart: chart).figure.contains("width=\"25%\""))
    }

    @Test func `shortens a long title on a phone and keeps it in the table`() {
        let title = "The very long name of a source that no phone can show"
        let chart = BarChart(
            id: "b", title: "B", unit: .count,
            bars: [BarChart.Bar(title, parts: [BarChart.Part("all", 5)])])
        let picture = BarsHTML(chart: chart).figure
        #expect(picture.contains("class=\"narrow\">The very long name of a sourc…</text>"))
        #expect(picture.contains("class=\"wide\">\(title)</text>"))
        #expect(picture.contains("<th scope=\"row\"><bdi>\(title)</bdi></th>"))
    }
}
