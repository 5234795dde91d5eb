import FoundationEssentials
import Model

/// A figure of a check, as `'label'=value[unit];[warning];[critical];[least]`.
struct CheckFigure: Sendable, Hashable {
    var label: String
    var value: Double
    /// `s` for seconds; empty for a count.
    var unit = ""
    var bounds = CheckThresholds.Bounds()

    var text: String {
        func bound(_ value: Double?) -> String { value.map(MetricText.number) ?? "" }
        let value = MetricText.number(value.rounded()) + unit
        return "\(label)=\(value);\(bound(bounds.warning));\(bound(bounds.critical));0"
    }
}

/// What a check reads out of a status page.
struct CheckReading {
    let page: StatusPage
    let thresholds: CheckThresholds
    let now: Date

    /// Words for a line where nothing is wrong.
    var summary: String {
        let sources = asked.count == 1 ? "1 source" : "\(asked.count) sources"
        let failing = asked.count { condition($0).isFailing }
        let outbox =
            page.outbox.pending == 0 ? "outbox empty" : "\(page.outbox.pending) in the outbox"
        return "\(sources)\(failing > 0 ? " (\(failing) failing)" : ""), "
            + "\(page.totals.total) mentions, \(outbox)"
    }

    /// What is wrong, in the order of what is looked at.
    var findings: [StatusCheck.Finding] {
        deadFindings + overdueFinding + channelFindings + outboxFindings + complaintFinding
    }

    var figures: [CheckFigure] {
        [
            CheckFigure(label: "sources", value: Double(asked.count)),
            CheckFigure(
                label: "failing", value: Double(asked.count { condition($0) == .failing })),
            CheckFigure(label: "dead", value: Double(dead.count), bounds: thresholds.dead),
            CheckFigure(label: "overdue", value: overdue, unit: "s", bounds: thresholds.overdue),
            CheckFigure(label: "outbox", value: Double(page.outbox.pending)),
            CheckFigure(
                label: "outbox_age", value: age(page.outbox.oldestPending), unit: "s",
                bounds: thresholds.outbox),
            CheckFigure(
                label: "given_up", value: Double(page.outbox.givenUp), bounds: thresholds.givenUp),
            CheckFigure(
                label: "oldest_complaint", value: age(page.oldestUnanswered?.occurredAt), unit: "s",
                bounds: thresholds.complaint),
            CheckFigure(label: "mentions", value: Double(page.totals.total)),
        ]
    }

    /// The sources that are polled at present.
    private var asked: [Source] {
        page.sources.filter { $0.isPolled && page.states[$0.id]?.pausedAt == nil }
    }

    private func condition(_ source: Source) -> SourceCondition {
        SourceCondition(source: source, state: page.states[source.id])
    }

    private var dead: [Source] {
        asked.filter { [.unreachable, .unreadable, .gone].contains(condition($0)) }
    }

    private var deadFindings: [StatusCheck.Finding] {
        let dead = dead
        guard !dead.isEmpty else { return [] }
        if dead.count == asked.count, asked.count > 1 {
            return [StatusCheck.Finding(.critical, "all \(dead.count) sources are dead")]
        }
        let state =
            dead.count == asked.count ? .critical : thresholds.dead.state(of: Double(dead.count))
        guard state != .ok else { return [] }
        return dead.map { source in
            let since = page.states[source.id]?.healthSince.map {
                " for \(TimeText.rounded(now.timeIntervalSince($0)))"
            }
            return StatusCheck.Finding(
                state, "source \(source.id) is \(condition(source).rawValue)\(since ?? "")")
        }
    }

    /// Seconds since the source was due that is so for longest.
    private var overdue: Double {
        asked.compactMap { page.states[$0.id]?.nextPoll }.min().map {
            max(0, now.timeIntervalSince($0))
        } ?? 0
    }

    private var overdueFinding: [StatusCheck.Finding] {
        let state = thresholds.overdue.state(of: overdue)
        guard state != .ok else { return [] }
        return [
            StatusCheck.Finding(
                state, "a source is due for \(TimeText.rounded(overdue)) and not asked")
        ]
    }

    private var channelFindings: [StatusCheck.Finding] {
        page.outbox.channels.filter(\.isInTrouble).map { state in
            let error = state.lastError.map { ": \($0)" } ?? ""
            return state.disabledAt == nil
                ? StatusCheck.Finding(
                    .warning, "channel \(state.channel) fails (\(state.failures) times)\(error)")
                : StatusCheck.Finding(
                    .critical, "channel \(state.channel) is closed by its receiver\(error)")
        }
    }

    private var outboxFindings: [StatusCheck.Finding] {
        var findings: [StatusCheck.Finding] = []
        let age = age(page.outbox.oldestPending)
        let late = thresholds.outbox.state(of: age)
        if late != .ok, page.outbox.oldestPending != nil {
            findings.append(
                StatusCheck.Finding(
                    late, "an alert waits in the outbox for \(TimeText.rounded(age))"))
        }
        let givenUp = thresholds.givenUp.state(of: Double(page.outbox.givenUp))
        if givenUp != .ok, page.outbox.givenUp > 0 {
            let alerts =
                page.outbox.givenUp == 1 ? "1 alert was" : "\(page.outbox.givenUp) alerts were"
            findings.append(
                StatusCheck.Finding(
                    givenUp, "\(alerts) given up (again: repute alerts retry --failed)"))
        }
        return findings
    }

    private var complaintFinding: [StatusCheck.Finding] {
        guard let oldest = page.oldestUnanswered else { return [] }
        let age = age(oldest.occurredAt)
        let state = thresholds.complaint.state(of: age)
        guard state != .ok else { return [] }
        return [
            StatusCheck.Finding(
                state, "complaint #\(oldest.id) waits for an answer for \(TimeText.rounded(age))")
        ]
    }

    /// Seconds from `date` to now, 0 where there is none or the clock was set back.
    private func age(_ date: Date?) -> Double {
        date.map { max(0, now.timeIntervalSince($0)) } ?? 0
    }
}
