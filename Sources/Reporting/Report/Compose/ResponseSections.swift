import FoundationEssentials
import Model

// The sections of how reviews are answered.
extension ReportComposer {
    /// The rate and the times.
    var response: ReportSection {
        guard !now.waits.isEmpty || !(before?.waits ?? []).isEmpty else {
            return ReportSection(
                id: "response", title: "Response",
                blocks: [.note("No review in this period, so there is nothing to answer.")])
        }
        var measures = [responseRate, firstResponse, slowest]
        if figures.hasBusinessHours { measures.append(firstResponseOnClock) }
        var blocks: [ReportBlock] = [.measures(measures)]
        let waits = now.waits
        let undated = waits.count { $0.clock.isAnswered && $0.clock.answeredAt == nil }
        if undated > 0 {
            blocks.append(
                .note(
                    "For the rate, but not for the times, counts what has no date: "
                        + Self.things(undated, "answer", "answers") + "."))
        }
        let closed = waits.count { !$0.clock.isAnswered && !$0.clock.state.isOpen }
        if closed > 0 {
            blocks.append(
                .note(
                    "For the rate, but not for the times, counts what was closed without an answer: "
                        + Self.things(closed, "review", "reviews") + "."))
        }
        return ReportSection(id: "response", title: "Response", blocks: blocks)
    }

    /// The share of the reviews that were answered.
    var responseRate: Measure {
        share(
            "response-rate", "Response rate", Self.answered(now.waits),
            before.map { Self.answered($0.waits) }, of: ("answered", "reviews"),
            isMoreBetter: true, ids: ids(now.waits.filter(\.clock.isAnswered)))
    }

    /// The median time until the first answer, in business hours.
    var firstResponse: Measure {
        time(
            "first-response",
            figures.hasBusinessHours ? "First response (business hours)" : "First response",
            0.5, \.businessElapsed)
    }

    private var firstResponseOnClock: Measure {
        time("first-response-clock", "First response (clock)", 0.5, \.elapsed)
    }

    private var slowest: Measure {
        time("first-response-90", "Nine of ten answered within", 0.9, \.businessElapsed)
    }

    private func time(
        _ id: String, _ title: String, _ share: Double, _ elapsed: KeyPath<AnswerWait, Double?>
    ) -> Measure {
        let waiting = Self.times(now.waits, elapsed)
        let isEnough = waiting.count >= ReportFigures.leastCount
        let value = isEnough ? waiting.quantile(share) : nil
        let interval = isEnough && share == 0.5 ? waiting.medianInterval : nil
        var change: Measure.Change?
        if let previous = before.map({ Self.times($0.waits, elapsed) }) {
            let wasEnough = previous.count >= ReportFigures.leastCount
            let old = wasEnough ? previous.quantile(share) : nil
            let oldInterval = wasEnough && share == 0.5 ? previous.medianInterval : nil
            change = Measure.Change(
                previous: old, previousCount: previous.count,
                isSignificant: interval.flatMap { interval in
                    oldInterval.map { !$0.overlaps(interval) }
                })
        }
        let name = share == 0.5 ? "median" : "\(FigureText.text(share, .share))"
        var formula =
            "\(name) of \(FigureText.count(waiting.answered)) answered, "
            + "\(FigureText.count(waiting.waiting)) still waiting (Kaplan–Meier)"
            + Self.refusal(waiting.count)
        if isEnough, value == nil {
            formula += "; not known yet: too many still wait"
        }
        return Measure(
            id: id, title: title, value: value, unit: .duration, count: waiting.count,
            interval: interval, formula: formula, change: change, isMoreBetter: false,
            ids: ids(now.waits.filter { $0[keyPath: elapsed] != nil }))
    }

    /// Where the reviews stand.
    var responseBySource: ReportSection? {
        let groups = Dictionary(grouping: now.waits, by: \.clock.source)
            .sorted { ($1.value.count, $0.key.rawValue) < ($0.value.count, $1.key.rawValue) }
        return table(
            "response-by-source", "By source", "Source",
            groups.map { (figures.names.title(of: $0.key), $0.value) })
    }

    /// How many stars the reviews have.
    var responseByStars: ReportSection? {
        let groups = Dictionary(grouping: now.waits) { $0.clock.stars.map { Int($0.rounded()) } }
            .sorted { ($0.key ?? 0) < ($1.key ?? 0) }
        return table(
            "response-by-rating", "By rating", "Stars",
            groups.map { group in
                (group.key.map { Charts.stars(Double($0)) } ?? "unrated", group.value)
            })
    }

    /// When the reviews came.
    var responseByWeek: ReportSection? {
        let steps = TrendSteps(weeksOf: now.period)
        let weeks = steps.sums(now.waits.map { ($0.day, [$0]) }, []) { $0 += $1 }
        return table(
            "response-by-week", "By week", "Week from",
            zip(steps.steps, weeks).map { step, waits in
                (CivilDate(daysSince1970: step.lowerBound.number).iso8601, waits)
            })
    }

    private func table(
        _ id: String, _ title: String, _ heading: String, _ groups: [(String, [AnswerWait])]
    ) -> ReportSection? {
        guard !now.waits.isEmpty else { return nil }
        let hours = figures.hasBusinessHours
        var columns: [ReportTable.Column] = [
            .init("name", heading), .init("reviews", "Reviews", isNumeric: true),
            .init("answered", "Answered", isNumeric: true),
            .init("rate", "Rate", isNumeric: true), .init("interval", "95 %"),
            .init("waiting", "Waiting", isNumeric: true),
            .init("median", hours ? "Median, business" : "Median", isNumeric: true),
        ]
        if hours { columns.append(.init("clock", "Median, clock", isNumeric: true)) }
        let rows = groups.map { name, waits in
            let rate = Self.answered(waits)
            var cells: [ReportTable.Cell] = [
                .init(name), .count(waits.count), .count(rate.count), .share(rate),
                .interval(rate),
                .count(waits.count { $0.clock.state.isOpen }, tone: .negative),
                median(waits, \.businessElapsed),
            ]
            if hours { cells.append(median(waits, \.elapsed)) }
            return ReportTable.Row(cells, ids: ids(waits))
        }
        let table = ReportTable(
            id: id, caption: "Answers " + title.lowercased(), columns: columns, rows: rows,
            formula: "answered ÷ reviews; median as above")
        return ReportSection(id: id, title: title, blocks: [.table(table)])
    }

    private func median(_ waits: [AnswerWait], _ elapsed: KeyPath<AnswerWait, Double?>)
        -> ReportTable.Cell
    {
        let times = Self.times(waits, elapsed)
        guard times.count >= ReportFigures.leastCount else {
            return waits.isEmpty ? .init("–") : .tooFew
        }
        return times.median.map { .init(FigureText.text($0, .duration), value: $0) }
            ?? .init("not known yet")
    }

    /// How the reviews of the period stand.
    var states: ReportSection? {
        guard !now.waits.isEmpty else { return nil }
        let total = now.waits.count
        let rows = Triage.State.allCases.map { state in
            let waits = now.waits.filter { $0.clock.state == state }
            return ReportTable.Row(
                [
                    .init(state.rawValue),
                    .count(waits.count, tone: state.isOpen ? .negative : .plain),
                    .share(Proportion(waits.count, of: total)),
                    .init(state.isOpen ? "waits" : "closed"),
                ], ids: ids(waits))
        }
        let table = ReportTable(
            id: "states", caption: "Reviews by state",
            columns: [
                .init("state", "State"), .init("reviews", "Reviews", isNumeric: true),
                .init("share", "Share", isNumeric: true), .init("open", ""),
            ], rows: rows, formula: "reviews in the state ÷ \(FigureText.count(total)) reviews")
        return ReportSection(id: "states", title: "By state", blocks: [.table(table)])
    }

    private static func answered(_ waits: [AnswerWait]) -> Proportion {
        Proportion(waits.count { $0.clock.isAnswered }, of: waits.count)
    }

    private static func times(_ waits: [AnswerWait], _ elapsed: KeyPath<AnswerWait, Double?>)
        -> WaitingTimes
    {
        var (answered, waiting): ([Double], [Double]) = ([], [])
        for wait in waits {
            guard let seconds = wait[keyPath: elapsed] else { continue }
            if wait.clock.isAnswered { answered.append(seconds) } else { waiting.append(seconds) }
        }
        return WaitingTimes(answered: answered, waiting: waiting)
    }

    private func ids(_ waits: [AnswerWait]) -> [MentionID]? {
        now.traces.map { _ in waits.map(\.clock.mention).reversed() }
    }
}
