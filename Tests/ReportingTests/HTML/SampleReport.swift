import FoundationEssentials
import Model
import Reporting

/// Reports for the tests of the HTML renderer: a lively one, one with too little, one of hostile words.
enum SampleReport {
    /// 1 October 2026.
    static let firstDay = CalendarDay(number: 20_727)

    static let lively = ReportDocument(
        title: "Summary", business: "Café Morgenrot", brands: ["Café Morgenrot"],
        period: firstDay...CalendarDay(number: firstDay.number + 29),
        previous: CalendarDay(
            number: firstDay.number - 30)...CalendarDay(
                number: firstDay.number - 1),
        madeAt: Sample.now,
        sections: [waiting, figures, overTime, trust, sources, response])

    private static let waiting = ReportSection(
        id: "waiting", title: "Waiting",
        blocks: [
            .quotes(
                QuoteList(
                    id: "oldest-unanswered", title: "Oldest unanswered",
                    mentions: [Sample.mention(id: 41)]))
        ])

    private static let figures = ReportSection(
        id: "figures", title: "At a glance",
        blocks: [
            .measures([
                Measure(
                    id: "mentions", title: "Mentions", value: 1248, unit: .count, count: 1248,
                    formula: "all mentions of the period",
                    change: Measure.Change(previous: 980, previousCount: 980, isSignificant: true)),
                Measure(
                    id: "rating", title: "Rating", value: 4.12, unit: .stars, count: 310,
                    interval: 3.98...4.26, formula: "1,277 stars ÷ 310 ratings",
                    change: Measure.Change(
                        previous: 4.31, previousCount: 288, isSignificant: nil),
                    isMoreBetter: true),
                Measure(
                    id: "negative", title: "Negative share", value: 0.27, unit: .share,
                    count: 1100, interval: 0.245...0.297, formula: "297 negative ÷ 1,100 scored",
                    change: Measure.Change(
                        previous: 0.19, previousCount: 900, isSignificant: true),
                    isMoreBetter: false, ids: [41, 52, 7_000_001], moreIDs: 294),
                Measure(
                    id: "nps", title: "Net promoter score", value: 32, unit: .netPromoterScore,
                    count: 84, interval: 14...50,
                    formula: "48 promoters − 21 detractors, ÷ 84 answers",
                    change: Measure.Change(
                        previous: 12, previousCount: 77, isSignificant: false),
                    isMoreBetter: true),
                Measure(
                    id: "csat", title: "Satisfied customers", value: nil, unit: .share, count: 3,
                    formula: "too few to tell: 3 of at least 10",
                    change: Measure.Change(previous: nil, previousCount: 2, isSignificant: nil)),
                Measure(
                    id: "answer", title: "First answer, median", value: 12_000, unit: .duration,
                    count: 61, interval: 9000...20_000,
                    formula: "middle of 61 first answers, in business hours",
                    change: Measure.Change(
                        previous: 30_000, previousCount: 55, isSignificant: true),
                    isMoreBetter: false),
            ]),
            .note("12 mentions of the period give no date and count for the day they were found."),
        ])

    private static let overTime = ReportSection(
        id: "time", title: "Over time",
        blocks: [
            .trend(
                TrendChart(
                    id: "volume", title: "Mentions", unit: .count, steps: days(30), daysPerStep: 1,
                    series: [
                        TrendChart.Series(
                            id: "all", title: "all", values: wave(30, 0, 7, 12, 1)),
                        TrendChart.Series(
                            id: "negative", title: "negative", tone: .negative,
                            values: wave(30, 0, 7, 12, 0.25)),
                    ])),
            .trend(
                TrendChart(
                    id: "shares", title: "How it is felt", unit: .share,
                    steps: weeks(18), daysPerStep: 7,
                    series: [
                        TrendChart.Series(
                            id: "negative", title: "negative", tone: .negative,
                            values: wave(18, 0.2, 1, 4, 0.04, gap: 5)),
                        TrendChart.Series(
                            id: "positive", title: "positive", tone: .positive,
                            values: wave(18, 0.6, 1, 5, -0.05, gap: 5)),
                        TrendChart.Series(
                            id: "neutral", title: "neutral", tone: .neutral,
                            values: wave(18, 0.1, 1, 1, 0, gap: 5)),
                    ])),
            .trend(
                TrendChart(
                    id: "rating", title: "Rating", unit: .stars, steps: weeks(104), daysPerStep: 7,
                    series: [
                        TrendChart.Series(
                            id: "rating", title: "Rating",
                            values: wave(104, 3.6, 1, 9, 0.1))
                    ])),
        ])

    private static let trust = ReportSection(
        id: "trust", title: "Trust",
        blocks: [
            .bars(
                BarChart(
                    id: "dimensions", title: "Dimensions of trust", unit: .count,
                    bars: [
                        both("reliability", 42, 60), both("care", 31, 118),
                        both("value", 12, 22), both("privacy & security", 0, 2),
                    ])),
            .table(
                ReportTable(
                    id: "words", caption: "The words behind them",
                    columns: [
                        ReportTable.Column("dimension", "Dimension"),
                        ReportTable.Column("negative", "Negative", isNumeric: true),
                        ReportTable.Column("positive", "Positive", isNumeric: true),
                        ReportTable.Column("words", "Words"),
                        ReportTable.Column("change", "Against the period before"),
                    ],
                    rows: [
                        ReportTable.Row(
                            [
                                ReportTable.Cell("reliability"),
                                ReportTable.Cell("42", value: 42, tone: .negative),
                                ReportTable.Cell("60", value: 60, tone: .positive),
                                ReportTable.Cell("late 12, cancelled 9, on time 31"),
                                ReportTable.Cell("8 points more", tone: .negative),
                            ], ids: [41, 77]),
                        ReportTable.Row([
                            ReportTable.Cell("care"),
                            ReportTable.Cell("31", value: 31, tone: .negative),
                            ReportTable.Cell("118", value: 118, tone: .positive),
                            ReportTable.Cell("friendly 64, rude 11"), ReportTable.Cell("–"),
                        ]),
                    ],
                    formula: "Shares of the mentions that speak of it; Benjamini–Hochberg at 5 %.")
            ),
        ])

    private static let sources = ReportSection(
        id: "sources", title: "Sources",
        blocks: [
            .bars(
                BarChart(
                    id: "by-source", title: "Mentions by source", unit: .count,
                    bars: [
                        three("Map reviews", 60, 20, 140), three("Town forum", 30, 44, 12),
                        three(
                            "The very long name of a source that no phone can show at once", 4, 2, 1
                        ),
                    ])),
            .bars(
                BarChart(
                    id: "voice", title: "Share of voice", unit: .share,
                    bars: [
                        BarChart.Bar("Café Morgenrot", parts: [BarChart.Part("share", 0.62)]),
                        BarChart.Bar("Dockside Diner", parts: [BarChart.Part("share", 0.38)]),
                    ])),
        ])

    private static let response = ReportSection(
        id: "response", title: "Answers",
        blocks: [
            .trend(
                TrendChart(
                    id: "first-answer", title: "First answer, median", unit: .duration,
                    steps: months(14), daysPerStep: 30,
                    series: [
                        TrendChart.Series(
                            id: "own", title: "in business hours",
                            values: wave(14, 6000, 1, 99, 2200)),
                        TrendChart.Series(
                            id: "clock", title: "by the clock",
                            values: wave(14, 40_000, 1, 99, -900)),
                    ])),
            .trend(
                TrendChart(
                    id: "labels", title: "Labels by week", unit: .count, steps: weeks(9),
                    daysPerStep: 7,
                    series: [
                        TrendChart.Series(
                            id: "negative", title: "negative", tone: .negative,
                            values: wave(9, 3, 1, 4, 1)),
                        TrendChart.Series(
                            id: "neutral", title: "neutral", tone: .neutral,
                            values: wave(9, 2, 1, 3, 1)),
                        TrendChart.Series(
                            id: "positive", title: "positive", tone: .positive,
                            values: wave(9, 9, 1, 5, 1)),
                    ])),
            .quotes(
                QuoteList(
                    id: "worst", title: "Most negative",
                    mentions: [Sample.mention(id: 41), Sample.mention(id: 52), judged])),
        ])

    private static var judged: Mention {
        var mention = Sample.mention(
            id: 53, title: nil, text: "Sehr freundlich.\n\nWir kommen wieder.", rating: nil)
        mention.sentiment.label = .positive
        mention.sentiment.machineLabel = .neutral
        mention.sentiment.language = "de"
        mention.triage.state = .answeredPrivately
        return mention
    }

    /// Nothing happened in the period.
    static let empty = ReportDocument(
        title: "Trend", business: "Café Morgenrot", period: firstDay...firstDay,
        madeAt: Sample.now,
        sections: [
            ReportSection(
                id: "all", title: "All",
                blocks: [
                    .measures([]),
                    .trend(
                        TrendChart(
                            id: "none", title: "Mentions", unit: .count, steps: [], daysPerStep: 1,
                            series: [])),
                    .trend(
                        TrendChart(
                            id: "gaps", title: "Rating", unit: .stars, steps: days(3),
                            daysPerStep: 1,
                            series: [
                                TrendChart.Series(
                                    id: "rating", title: "Rating", values: [nil, 4.5, nil])
                            ])),
                    .bars(BarChart(id: "bars", title: "Sources", unit: .count, bars: [])),
                    .bars(
                        BarChart(
                            id: "zero", title: "Trust", unit: .count, bars: [both("care", 0, 0)])),
                    .table(ReportTable(id: "table", caption: "Topics", columns: [], rows: [])),
                    .quotes(QuoteList(id: "quotes", title: "Quotes", mentions: [])),
                ])
        ])

    static let attack =
        "\"><img src=x onerror=alert(1)>'</title></style><script>alert(1)</script>"
        + "\u{1B}[31m\u{202E}\u{2066}\u{0}&lt; \u{85}=1+1|`x` "

    /// Strangers' words wherever they may stand.
    static let hostile = ReportDocument(
        title: attack, business: attack, brands: [attack], period: firstDay...firstDay,
        madeAt: Sample.now,
        sections: [
            ReportSection(
                id: attack, title: attack,
                blocks: [
                    .measures([
                        Measure(
                            id: attack, title: attack, value: .nan, unit: .share, count: 1,
                            interval: -.infinity...Double.infinity, formula: attack,
                            change: Measure.Change(
                                previous: .infinity, previousCount: 1, isSignificant: true))
                    ]),
                    .table(
                        ReportTable(
                            id: attack, caption: attack,
                            columns: [ReportTable.Column(attack, attack)],
                            rows: [
                                ReportTable.Row([ReportTable.Cell(attack, tone: .negative)]),
                                ReportTable.Row([
                                    ReportTable.Cell(String(repeating: "x", count: 3000))
                                ]),
                                ReportTable.Row([]),
                            ], formula: attack)),
                    .trend(
                        TrendChart(
                            id: "t", title: attack, unit: .count, steps: days(3), daysPerStep: 1,
                            series: [
                                TrendChart.Series(
                                    id: attack, title: attack,
                                    values: [.nan, .infinity, -1e300, 5])
                            ])),
                    .bars(
                        BarChart(
                            id: "b", title: attack, unit: .count,
                            bars: [
                                BarChart.Bar(
                                    attack, parts: [BarChart.Part(attack, -.infinity)]),
                                BarChart.Bar(attack, parts: []),
                                BarChart.Bar(
                                    "مقهى الفجر", parts: [BarChart.Part("بداية", 4)]),
                            ])),
                    .quotes(QuoteList(id: attack, title: attack, mentions: links.map(quote))),
                    .note(attack),
                ])
        ])

    static let links = [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>",
        "https://reviews.example/\" onmouseover=\"alert(1)", "https://user:pw@reviews.example/",
        "https://reviews.example/\u{202E}gpj.exe", "vbscript:x", "//reviews.example/", "https://",
        "file:///etc/passwd", "https://reviews.example/a b", "https://reviews.example/?a=1&b='2'",
        "https://reviews.example/fine?a=1&b=2",
    ]

    private static func quote(_ link: String) -> Mention {
        var mention = Sample.mention(
            id: MentionID(100 + (links.firstIndex(of: link) ?? 0)), title: attack,
            text: attack + "\n" + String(repeating: "y", count: 2000), author: attack)
        mention.entry.url = link
        mention.sentiment.language = "en\" onload=\"x"
        return mention
    }

    /// `count` values that climb from `start` by `slope` for each of `step`, and fall back at `period`.
    private static func wave(
        _ count: Int, _ start: Double, _ step: Int, _ period: Int, _ slope: Double, gap: Int? = nil
    ) -> [Double?] {
        (0..<count).map { index in
            let place = Double(index * step % period)
            return index == gap ? nil : start + place * slope
        }
    }

    static func days(_ count: Int) -> [CalendarDay] { steps(count, of: 1) }
    static func weeks(_ count: Int) -> [CalendarDay] { steps(count, of: 7) }

    static func months(_ count: Int) -> [CalendarDay] {
        (0..<count).compactMap { index in
            CivilDate(year: 2025 + (8 + index) / 12, month: (8 + index) % 12 + 1, day: 1)
                .map { CalendarDay(number: $0.daysSince1970) }
        }
    }

    private static func steps(_ count: Int, of days: Int) -> [CalendarDay] {
        (0..<count).map { CalendarDay(number: firstDay.number + $0 * days) }
    }

    private static func both(_ title: String, _ bad: Double, _ good: Double) -> BarChart.Bar {
        BarChart.Bar(
            title,
            parts: [
                BarChart.Part("negative", bad, tone: .negative),
                BarChart.Part("positive", good, tone: .positive),
            ])
    }

    private static func three(
        _ title: String, _ bad: Double, _ plain: Double, _ good: Double
    ) -> BarChart.Bar {
        BarChart.Bar(
            title,
            parts: [
                BarChart.Part("negative", bad, tone: .negative),
                BarChart.Part("neutral", plain, tone: .neutral),
                BarChart.Part("positive", good, tone: .positive),
            ])
    }
}
