import Model

extension ReportTable.Cell {
    /// A number of things; `–` for nil.
    static func count(_ count: Int?, tone: ReportTone = .plain) -> Self {
        Self(
            count.map(FigureText.count) ?? "–", value: count.map(Double.init),
            tone: (count ?? 0) > 0 ? tone : .plain)
    }

    /// A share, or that there is too little for one.
    static func share(_ proportion: Proportion) -> Self {
        guard proportion.total >= ReportFigures.leastCount else { return .tooFew }
        return Self(FigureText.text(proportion.share, .share), value: proportion.share)
    }

    /// The interval of a share; empty where there is too little for one.
    static func interval(_ proportion: Proportion) -> Self {
        guard proportion.total >= ReportFigures.leastCount else { return Self("") }
        return Self(FigureText.interval(proportion.interval, .share))
    }

    /// A mean of stars, or that there is too little for one.
    static func stars(_ counts: SentimentCounts) -> Self {
        guard counts.rated > 0 else { return Self("–") }
        guard counts.rated >= ReportFigures.leastCount else { return .tooFew }
        return Self(FigureText.text(counts.meanStars, .stars), value: counts.meanStars)
    }

    /// How a share moved: an arrow and points where that is more than chance.
    static func change(
        _ now: Proportion, _ before: Proportion, isFinding: Bool, isMoreBetter: Bool?
    ) -> Self {
        guard let share = now.share, let previous = before.share,
            min(now.total, before.total) >= ReportFigures.leastCount
        else { return .tooFew }
        let change = share - previous
        if now.count == 0, before.count == 0 { return Self("–", value: 0) }
        guard isFinding else { return Self("may be chance", value: change) }
        let points = SentimentText.signed(change * 100, places: abs(change) < 0.1 ? 1 : 0)
        let tone: ReportTone =
            isMoreBetter.map { (change > 0) == $0 ? .positive : .negative } ?? .plain
        return Self("\(change > 0 ? "▲" : "▼") \(points) points", value: change, tone: tone)
    }

    /// Fewer than ten.
    static let tooFew = Self("too few")
}
