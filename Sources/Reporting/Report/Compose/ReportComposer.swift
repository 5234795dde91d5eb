import Model

/// Makes the document of each view from figures.
public struct ReportComposer: Sendable {
    let figures: ReportFigures

    /// A composer of these figures.
    public init(_ figures: ReportFigures) { self.figures = figures }

    var now: PeriodFigures { figures.now }
    var before: PeriodFigures? { figures.before }

    /// The report; every view begins with what waits longest for an answer.
    public func document(_ view: ReportView) -> ReportDocument {
        ReportDocument(
            id: view.rawValue, title: view.title, business: figures.business,
            brands: figures.brands, period: now.period, previous: before?.period,
            madeAt: figures.time.now, sections: [waiting] + sections(of: view))
    }

    private func sections(of view: ReportView) -> [ReportSection] {
        let sections: [ReportSection?] =
            switch view {
            case .summary:
                [
                    overview, summaryTrend, trustDimensions, topics(limit: 5), shortSources,
                    stars, worst, voice, scope,
                ]
            case .trend: [volumeTrend, sentimentTrend, ratingTrend, responseTrend, scope]
            case .trust:
                [
                    sentiment, trustDimensions, ordinaryAspects, topics(limit: 25), survey,
                    accuracy, suspicions, scope,
                ]
            case .response:
                [response, responseBySource, responseByStars, responseByWeek, states, scope]
            case .sources: [allSources, languages, stars, repeatAuthors, coverage, scope]
            case .competitors: [voice ?? noVoice, voiceFeeling, scope]
            }
        return sections.compactMap { $0 }
    }

    /// What waits longest: the first line of every report.
    private var waiting: ReportSection {
        let block: ReportBlock =
            figures.oldestUnanswered.map { mention in
                .quotes(
                    QuoteList(
                        id: "oldest-unanswered", title: "Oldest unanswered", mentions: [mention]))
            } ?? .note("Oldest unanswered: none; no complaint waits for an answer.")
        return ReportSection(id: "waiting", title: "Waiting", blocks: [block])
    }

    /// What a reader has to know of how the figures were counted.
    private var scope: ReportSection? {
        var notes: [String] = []
        if now.counts.total == 0 { notes.append("No mention in this period.") }
        if figures.brandCount > 1 {
            notes.append(
                "\(figures.brandCount) brands are counted together: a mention of two of them counts "
                    + "once for each.")
        }
        if now.period.contains(figures.time.calendarDay(figures.time.now)) {
            notes.append("The period includes today, which is not over.")
        }
        if let before, before.counts.total == 0 {
            notes.append(
                "Nothing is stored of the period that this one is compared with, so that no change "
                    + "can be told.")
        }
        return notes.isEmpty
            ? nil : ReportSection(id: "notes", title: "Notes", blocks: notes.map(ReportBlock.note))
    }
}
