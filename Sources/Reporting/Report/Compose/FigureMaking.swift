import Model

// Single figures, with formula, interval and comparison.
extension ReportComposer {
    /// A share; nil where fewer than ten are counted.
    func share(
        _ id: String, _ title: String, _ now: Proportion, _ before: Proportion?,
        of words: (part: String, whole: String), isMoreBetter: Bool?, ids: [MentionID]?
    ) -> Measure {
        let isEnough = now.total >= ReportFigures.leastCount
        var change: Measure.Change?
        if let before, now.total > 0 || before.total > 0 {
            let wasEnough = before.total >= ReportFigures.leastCount
            change = Measure.Change(
                previous: wasEnough ? before.share : nil, previousCount: before.total,
                isSignificant: isEnough && wasEnough ? now.differs(from: before) : nil)
        }
        return Measure(
            id: id, title: title, value: isEnough ? now.share : nil, unit: .share, count: now.total,
            interval: isEnough ? now.interval : nil,
            formula: Self.ratio(now, words) + Self.refusal(now.total),
            change: change, isMoreBetter: isMoreBetter, ids: ids)
    }

    /// `12 negative ÷ 48 scored`.
    static func ratio(_ proportion: Proportion, _ words: (part: String, whole: String)) -> String {
        "\(FigureText.count(proportion.count)) \(words.part) ÷ "
            + "\(FigureText.count(proportion.total)) \(words.whole)"
    }

    /// `1 answer`, `1,204 answers`.
    static func things(_ count: Int, _ one: String, _ many: String) -> String {
        "\(FigureText.count(count)) \(count == 1 ? one : many)"
    }

    /// Why there is no figure: `; too few to tell: 3 of at least 10`; empty where there is one.
    static func refusal(_ count: Int, least: Int = ReportFigures.leastCount) -> String {
        count < least ? "; too few to tell: \(count) of at least \(least)" : ""
    }

    /// How many mentions there are; a count needs no least number.
    var volume: Measure {
        let counts = now.counts
        let change = before.map { before in
            let comparison = CountComparison(
                now.daily.map(\.counts.total), before: before.daily.map(\.counts.total))
            let previous = before.counts.total
            return Measure.Change(
                previous: Double(previous), previousCount: previous,
                isSignificant: max(counts.total, previous) < ReportFigures.leastCount
                    ? nil : comparison.isSignificant)
        }
        return Measure(
            id: "volume", title: "Mentions", value: Double(counts.total), unit: .count,
            count: counts.total,
            formula: "\(FigureText.count(counts.negative)) negative + "
                + "\(FigureText.count(counts.neutral)) neutral + "
                + "\(FigureText.count(counts.positive)) positive + "
                + "\(FigureText.count(counts.unscored)) unscored",
            change: change, ids: now.ids { _ in true })
    }

    /// The share of the scored mentions that have a verdict.
    func sentimentShare(_ label: Sentiment.Label) -> Measure {
        func proportion(_ counts: SentimentCounts) -> Proportion {
            Proportion(counts.count(of: label), of: counts.scored)
        }
        let isMoreBetter: Bool? =
            switch label {
            case .negative: false
            case .positive: true
            case .neutral, .unscored: nil
            }
        return share(
            "\(label.rawValue)-share", label.title, proportion(now.counts),
            before.map { proportion($0.counts) }, of: (label.rawValue, "scored"),
            isMoreBetter: isMoreBetter, ids: now.ids { $0.label == label })
    }

    /// The mean of the ratings.
    var rating: Measure {
        let rating = now.rating
        let isEnough = rating.count >= ReportFigures.leastCount
        var change: Measure.Change?
        if let previous = before?.rating, rating.count > 0 || previous.count > 0 {
            let wasEnough = previous.count >= ReportFigures.leastCount
            change = Measure.Change(
                previous: wasEnough ? previous.mean : nil, previousCount: previous.count,
                isSignificant: isEnough && wasEnough ? rating.differs(from: previous) : nil)
        }
        let sum = SentimentText.decimal(
            rating.sum, places: rating.sum.rounded() == rating.sum ? 0 : 1)
        return Measure(
            id: "rating", title: "Rating", value: isEnough ? rating.mean : nil, unit: .stars,
            count: rating.count, interval: isEnough ? rating.interval : nil,
            formula: "\(sum) stars ÷ \(FigureText.count(rating.count)) rated"
                + Self.refusal(rating.count),
            change: change, isMoreBetter: true, ids: now.ids { $0.stars != nil })
    }
}

extension Sentiment.Label {
    /// As a heading.
    fileprivate var title: String {
        switch self {
        case .negative: "Negative"
        case .neutral: "Neutral"
        case .positive: "Positive"
        case .unscored: "Unscored"
        }
    }
}

extension SentimentCounts {
    /// The mentions that are felt so.
    func count(of label: Sentiment.Label) -> Int {
        switch label {
        case .negative: negative
        case .neutral: neutral
        case .positive: positive
        case .unscored: unscored
        }
    }
}
