import Alerting
import FoundationEssentials
import Model
import Scheduling

extension Section {
    /// A rule of type `surge`, without references; no `when` means negative mentions.
    func surgeRule(id: RuleID, _ conditions: MentionConditions?) -> SurgeRule {
        let usual = SurgeRule(id: id)
        return SurgeRule(
            id: id, title: string("title")?.value, isEnabled: bool("enabled") ?? true,
            labels: conditions?.labels ?? usual.labels, kinds: conditions?.kinds ?? usual.kinds,
            window: surgeWindow("window") ?? usual.window,
            falseAlarmsPerYear: falseAlarms() ?? usual.falseAlarmsPerYear,
            severity: severity() ?? usual.severity)
    }

    /// A rule of type `drop`, without references.
    func dropRule(id: RuleID) -> DropRule {
        let figure: Placed<FigureKind>? = choice("of")
        let usual = DropRule(id: id, figure: figure?.value ?? .rating)
        let range = usual.figure == .rating ? 0.05...4 : 0.02...2
        return DropRule(
            id: id, title: string("title")?.value, isEnabled: bool("enabled") ?? true,
            figure: usual.figure, days: int("days", in: 1...365) ?? usual.days,
            least: number("least", in: range)?.value ?? usual.least,
            falseAlarmsPerYear: falseAlarms() ?? usual.falseAlarmsPerYear,
            severity: severity() ?? usual.severity)
    }

    /// A rule of type `unanswered`, without references and escalation; no `when` means negative reviews.
    func reminderRule(id: RuleID, _ conditions: MentionConditions?) -> ReminderRule {
        let usual = ReminderRule(id: id)
        return ReminderRule(
            id: id, title: string("title")?.value, isEnabled: bool("enabled") ?? true,
            conditions: conditions ?? usual.conditions,
            within: businessTime("within") ?? usual.within, pauses: pauses() ?? usual.pauses,
            patience: duration("patience", in: 86_400...730 * 86_400)?.value ?? usual.patience,
            severity: severity() ?? usual.severity)
    }

    /// A time from an hour to 28 days: whole hours up to a day, whole days above.
    private func surgeWindow(_ key: String) -> TimeInterval? {
        guard let time = duration(key, in: 3600...28 * 86_400) else { return nil }
        let unit: TimeInterval = time.value > 86_400 ? 86_400 : 3600
        if time.value.remainder(dividingBy: unit) != 0 {
            problems.error(
                time.place, "`\(key)` needs whole hours up to a day, and whole days above",
                "write for instance `12h` or `7d`")
        }
        return time.value
    }

    private func falseAlarms() -> Double? { number("false_alarms", in: 0.01...52)?.value }

    private func severity() -> Alert.Severity? {
        let severity: Placed<Alert.Severity>? = choice("severity")
        return severity?.value
    }

    /// Seconds of business hours; days are doubtful there, since a day has fewer of them than 24.
    private func businessTime(_ key: String) -> TimeInterval? {
        guard let time = duration(key, in: 900...400 * 3600) else { return nil }
        if let text = scalar(key, needs: "a duration")?.value,
            text.contains(where: { $0 == "d" || $0 == "w" })
        {
            problems.warning(
                time.place,
                "`\(key)` counts business hours, and `\(shown(text))` are "
                    + "\(Int(time.value / 3600)) of them",
                "write hours, such as `8h` for a working day")
        }
        return time.value
    }

    /// The pauses between reminders, none shorter than the one before.
    private func pauses() -> [TimeInterval]? {
        let needs = "a duration from 1h to 90d, such as `1d`"
        guard node("pauses") != nil else {
            if has("pauses") {
                problems.error(
                    place(of: "pauses"), "`pauses` has no value",
                    "give it a list such as `[1d, 3d, 1w]` or remove it")
            }
            return nil
        }
        let texts = strings("pauses", needs: needs)
        var pauses: [TimeInterval] = []
        for text in texts {
            guard let seconds = DurationText.seconds(text.value),
                (3600...90 * 86_400).contains(seconds)
            else {
                problems.error(
                    text.place, "`pauses` needs \(needs), found `\(shown(text.value))`")
                continue
            }
            if let last = pauses.last, seconds < last {
                problems.error(
                    text.place, "this pause is shorter than the one before",
                    "reminders have to become more seldom")
            }
            pauses.append(seconds)
        }
        if pauses.count > 20 {
            problems.error(
                place(of: "pauses"), "`pauses` has more than 20 items", "the last repeats")
        }
        if texts.isEmpty {
            problems.error(
                place(of: "pauses"), "`pauses` is an empty list",
                "give it a list such as `[1d, 3d, 1w]` or remove it")
        }
        return pauses.isEmpty ? nil : pauses
    }

    /// Who else is told of what waits for an answer, and after how many reminders.
    func escalation() -> (after: Int, channels: [Placed<ChannelID>])? {
        guard let node = node("escalate"),
            let section = Section(node, .escalation, context, name: "escalate")
        else { return nil }
        section.require("channels", "name who else is told", of: "`escalate`")
        return (section.int("after", in: 1...50) ?? 2, section.channels() ?? [])
    }
}
