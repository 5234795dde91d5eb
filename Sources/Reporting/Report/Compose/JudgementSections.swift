import Model

// The sections of surveys, of how right the verdicts are, and of suspected fakes.
extension ReportComposer {
    /// NPS and CSAT with all that is needed to believe them.
    var survey: ReportSection? {
        let measures = surveyMeasures
        guard !measures.isEmpty else { return nil }
        var blocks: [ReportBlock] = [.measures(measures)]
        let others = now.surveys.count { !$0.isPromoterScale && !$0.isSatisfactionScale }
        if others > 0 {
            blocks.append(
                .note(
                    Self.things(others, "answer on another scale", "answers on other scales")
                        + " than 0–10 and 1–5 \(others == 1 ? "is" : "are") not counted here."))
        }
        return ReportSection(id: "survey", title: "Surveys", blocks: blocks)
    }

    /// The figures of surveys; none where nobody was asked.
    ///
    /// Stars of reviews never count.
    var surveyMeasures: [Measure] {
        let all = now.surveys + (before?.surveys ?? [])
        var measures: [Measure] = []
        if all.contains(where: \.isPromoterScale) { measures.append(netPromoterScore) }
        if all.contains(where: \.isSatisfactionScale) { measures.append(satisfaction) }
        return measures
    }

    private var netPromoterScore: Measure {
        func sample(_ figures: PeriodFigures) -> NetPromoterEstimate {
            figures.surveys.filter(\.isPromoterScale)
                .reduce(into: NetPromoterEstimate()) { $0.count($1.rating.value) }
        }
        let estimate = sample(now)
        let isEnough = estimate.total >= ReportFigures.leastCount
        let change = before.map(sample).map { previous in
            let wasEnough = previous.total >= ReportFigures.leastCount
            return Measure.Change(
                previous: wasEnough ? previous.score : nil, previousCount: previous.total,
                isSignificant: isEnough && wasEnough ? estimate.differs(from: previous) : nil)
        }
        return Measure(
            id: "nps", title: "NPS", value: isEnough ? estimate.score : nil,
            unit: .netPromoterScore, count: estimate.total,
            interval: isEnough ? estimate.interval : nil,
            formula: "100 × (\(FigureText.count(estimate.promoters)) promoters (9–10) − "
                + "\(FigureText.count(estimate.detractors)) detractors (0–6)) ÷ "
                + "\(FigureText.count(estimate.total)) answers" + Self.refusal(estimate.total),
            change: change, isMoreBetter: true,
            ids: surveyIDs(\.isPromoterScale))
    }

    private var satisfaction: Measure {
        func proportion(_ figures: PeriodFigures) -> Proportion {
            let answers = figures.surveys.filter(\.isSatisfactionScale)
            return Proportion(answers.count { $0.rating.value >= 4 }, of: answers.count)
        }
        return share(
            "csat", "CSAT", proportion(now), before.map(proportion),
            of: ("satisfied (4–5)", "answers"), isMoreBetter: true,
            ids: surveyIDs(\.isSatisfactionScale))
    }

    private func surveyIDs(_ counts: (SurveyAnswer) -> Bool) -> [MentionID]? {
        now.traces.map { _ in now.surveys.filter(counts).map(\.mention).reversed() }
    }

    /// How right the engine's verdicts are, by a person's verdicts on mentions drawn at random; nil where nobody
    /// judged any.
    var accuracy: ReportSection? {
        guard let accuracy = figures.accuracy, accuracy.sampled.total + accuracy.picked.total > 0
        else { return nil }
        var blocks: [ReportBlock] = [.measures(accuracy.measures)]
        if accuracy.picked.total > 0 {
            blocks.append(
                .note(
                    "Not counted: "
                        + Self.things(accuracy.picked.total, "mention", "mentions")
                        + " that persons picked, since one picks what looks wrong."))
        }
        return ReportSection(
            id: "accuracy", title: "How right the verdicts are", blocks: blocks)
    }

    /// How often mentions of each rating are flagged as suspected fakes, so that misuse is seen.
    var suspicions: ReportSection? {
        guard !now.flags.isEmpty else { return nil }
        let rated = now.rating.count
        var rows = (1...5).reversed().map { stars in
            row(
                Charts.stars(Double(stars)), of: now.count(ofStars: stars),
                now.flags.filter { $0.stars.map { Int($0.rounded()) } == stars })
        }
        rows.append(
            row(
                "unrated", of: max(0, now.counts.total - rated),
                now.flags.filter { $0.stars == nil }))
        let table = ReportTable(
            id: "flags", caption: "Suspected fakes by rating",
            columns: [
                .init("stars", "Stars"), .init("mentions", "Mentions", isNumeric: true),
                .init("flagged", "Flagged", isNumeric: true),
                .init("share", "Share", isNumeric: true), .init("interval", "95 %"),
                .init("removed", "Removed by the site", isNumeric: true),
                .init("kept", "Kept by the site", isNumeric: true),
            ], rows: rows, formula: "mentions flagged by a person ÷ mentions with so many stars")
        return ReportSection(id: "flags", title: "Suspected fakes", blocks: [.table(table)])
    }

    private func row(_ title: String, of total: Int, _ flags: [FlaggedMention]) -> ReportTable.Row {
        let share = Proportion(flags.count, of: total)
        return ReportTable.Row(
            [
                .init(title), .count(total), .count(flags.count), .share(share), .interval(share),
                .count(flags.count { $0.outcome == .removed }),
                .count(flags.count { $0.outcome == .kept }),
            ], ids: now.traces.map { _ in flags.map(\.mention) })
    }
}

extension SurveyAnswer {
    /// Whether it was given on the scale of the net promoter score.
    var isPromoterScale: Bool { rating.min == 0 && rating.max == 10 }
    /// Whether it was given on the scale of customer satisfaction.
    var isSatisfactionScale: Bool { rating.min == 1 && rating.max == 5 }
}
