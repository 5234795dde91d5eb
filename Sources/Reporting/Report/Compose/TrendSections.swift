import Model

// The sections of how figures went over time.
extension ReportComposer {
    /// A point of a trend with fewer than this is left out.
    static let leastPerStep = 5

    private var steps: TrendSteps { TrendSteps(of: now.period) }

    private var stepCounts: [SentimentCounts] {
        steps.sums(now.daily.map { ($0.day, $0.counts) }, SentimentCounts()) { $0 = $0 + $1 }
    }

    private func chart(
        _ id: String, _ title: String, _ unit: Measure.Unit, _ series: [TrendChart.Series]
    ) -> TrendChart {
        TrendChart(
            id: id, title: title, unit: unit, steps: steps.steps.map(\.lowerBound),
            daysPerStep: steps.daysPerStep, series: series)
    }

    /// How many mentions came.
    var volumeTrend: ReportSection {
        let counts = stepCounts
        var blocks: [ReportBlock] = [
            .trend(
                chart(
                    "mentions-by-\(steps.name)", "Mentions by \(steps.name)", .count,
                    [
                        .init(id: "all", title: "all", values: counts.map { Double($0.total) }),
                        .init(
                            id: "negative", title: "negative", tone: .negative,
                            values: counts.map { Double($0.negative) }),
                    ]))
        ]
        if steps.daysPerStep > 1, steps.isCut(now.period) {
            blocks.append(
                .note("The period begins or ends inside a \(steps.name), which so has fewer days."))
        }
        return ReportSection(id: "volume", title: "Over time", blocks: blocks)
    }

    /// How the shares of the verdicts went.
    var sentimentTrend: ReportSection {
        let counts = stepCounts
        func share(_ label: Sentiment.Label) -> [Proportion] {
            counts.map { Proportion($0.count(of: label), of: $0.scored) }
        }
        func values(_ shares: [Proportion]) -> [Double?] {
            shares.map { $0.total >= Self.leastPerStep ? $0.share : nil }
        }
        let negative = share(.negative)
        guard let trend = ShareTrend(negative) else {
            return refused(
                "sentiment", "Sentiment", of: "scored mentions", negative.map(\.total))
        }
        let blocks: [ReportBlock] = [
            .trend(
                chart(
                    "sentiment-by-\(steps.name)", "Shares of the scored by \(steps.name)", .share,
                    [
                        .init(
                            id: "negative", title: "negative", tone: .negative,
                            values: values(negative)),
                        .init(
                            id: "positive", title: "positive", tone: .positive,
                            values: values(share(.positive))),
                    ])),
            .note(
                "Negative share: "
                    + sentence(
                        SentimentText.signed(trend.slope * 100, places: 1) + " points",
                        trend.isSignificant, now.counts.scored, "test of Cochran and Armitage")),
        ]
        return ReportSection(id: "sentiment", title: "Sentiment", blocks: blocks)
    }

    /// How the ratings went.
    var ratingTrend: ReportSection {
        let counts = stepCounts
        let sample = counts.map { MeanTrend.Step(count: $0.rated, sum: $0.starSum) }
        guard let trend = MeanTrend(sample, squares: now.rating.squares) else {
            return refused("ratings", "Ratings", of: "ratings", counts.map(\.rated))
        }
        let blocks: [ReportBlock] = [
            .trend(
                chart(
                    "rating-by-\(steps.name)", "Mean rating by \(steps.name)", .stars,
                    [
                        .init(
                            id: "rating", title: "rating",
                            values: counts.map {
                                $0.rated >= Self.leastPerStep ? $0.meanStars : nil
                            })
                    ])),
            .note(
                "Rating: "
                    + sentence(
                        SentimentText.signed(trend.slope) + " stars", trend.isSignificant,
                        now.rating.count, "t-test of the slope")),
        ]
        return ReportSection(id: "ratings", title: "Ratings", blocks: blocks)
    }

    /// How the share of answered reviews went.
    var responseTrend: ReportSection? {
        guard !now.waits.isEmpty else { return nil }
        let shares = steps.sums(
            now.waits.map { ($0.day, Proportion($0.clock.isAnswered ? 1 : 0, of: 1)) },
            Proportion(0, of: 0)
        ) { $0 = Proportion($0.count + $1.count, of: $0.total + $1.total) }
        guard let trend = ShareTrend(shares) else {
            return refused("answers", "Answers", of: "reviews", shares.map(\.total))
        }
        return ReportSection(
            id: "answers", title: "Answers",
            blocks: [
                .trend(
                    chart(
                        "answers-by-\(steps.name)", "Share of answered reviews by \(steps.name)",
                        .share,
                        [
                            .init(
                                id: "answered", title: "answered", tone: .positive,
                                values: shares.map {
                                    $0.total >= Self.leastPerStep ? $0.share : nil
                                })
                        ])),
                .note(
                    "Response rate: "
                        + sentence(
                            SentimentText.signed(trend.slope * 100, places: 1) + " points",
                            trend.isSignificant, now.waits.count, "test of Cochran and Armitage")),
            ])
    }

    private func sentence(_ slope: String, _ isSignificant: Bool, _ count: Int, _ test: String)
        -> String
    {
        let verdict = isSignificant ? "more than chance" : "may be chance"
        return "\(slope) a \(steps.name), \(verdict) (\(test), n \(FigureText.count(count))). "
            + "Points of fewer than \(Self.leastPerStep) are left out."
    }

    /// A section that draws no line, since there is too little.
    private func refused(
        _ id: String, _ title: String, of things: String, _ counts: [Int]
    ) -> ReportSection {
        let total = counts.reduce(0, +)
        let filled = counts.count { $0 > 0 }
        let reason =
            total < ShareTrend.leastCount
            ? "\(FigureText.count(total)) of at least \(ShareTrend.leastCount) \(things)"
            : "\(things) in \(filled) of at least \(ShareTrend.leastSteps) \(steps.name)s"
        return ReportSection(
            id: id, title: title, blocks: [.note("Too few to tell a trend: \(reason).")])
    }
}

extension TrendSteps {
    /// Whether the period begins or ends inside a step.
    fileprivate func isCut(_ period: ClosedRange<CalendarDay>) -> Bool {
        let whole = TrendSteps(
            of: CalendarDay(
                number: period.lowerBound.number - 31)...CalendarDay(
                    number: period.upperBound.number + 31), like: self)
        let starts = Set(whole.steps.dropFirst().map(\.lowerBound))
        return !starts.contains(period.lowerBound)
            || !starts.contains(CalendarDay(number: period.upperBound.number + 1))
    }
}
