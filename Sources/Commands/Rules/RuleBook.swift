import Alerting
import FoundationEssentials
import Matching
import Model
import Reporting
import Scheduling
import Settings

/// The rules and digests of a configuration in words.
struct RuleBook {
    let settings: Settings

    /// A row for each rule, in the order of the files, then the digests, then the rules of Repute's own;
    /// when they spoke is not known here.
    func rows(now: Date) -> [RuleListing.Row] {
        let rules =
            settings.rules.map(row) + settings.surges.map(row) + settings.drops.map(row)
            + settings.reminders.map(row)
        let order = Dictionary(
            settings.ruleOrder.enumerated().map { ($1, $0) }
        ) { first, _ in first }
        return rules.enumerated().sorted { left, right in
            (order[left.element.id] ?? .max, left.offset)
                < (order[right.element.id] ?? .max, right.offset)
        }.map(\.element) + settings.digests.map { row($0, now: now) } + ownRows
    }

    /// What a rule watches, by the word of the configuration; nil for an unknown one.
    func type(of rule: RuleID) -> String? {
        if settings.rules.contains(where: { $0.id == rule }) { return "mention" }
        if settings.surges.contains(where: { $0.id == rule }) { return "surge" }
        if settings.drops.contains(where: { $0.id == rule }) { return "drop" }
        if settings.reminders.contains(where: { $0.id == rule }) { return "unanswered" }
        return settings.digests.contains { $0.id == rule } ? "digest" : nil
    }

    private func row(_ rule: AlertRule) -> RuleListing.Row {
        var what = asked(rule.conditions)
        if rule.coolDown > 0 { what += "; at most every \(DurationText.text(rule.coolDown))" }
        switch rule.instantFrom {
        case .info?: break
        case let severity?: what += "; below \(severity.rawValue) in the digest"
        case nil: what += "; in the digest only"
        }
        let severity =
            switch rule.urgency {
            case .fixed(let severity): severity.rawValue
            case .byStars: "by stars"
            case .weighed: "weighed"
            }
        return RuleListing.Row(
            id: rule.id, title: rule.title, type: "mention", isEnabled: rule.isEnabled, what: what,
            severity: severity, channels: rule.channels)
    }

    private func row(_ rule: SurgeRule) -> RuleListing.Row {
        let labels = Sentiment.Label.allCases.filter(rule.labels.contains).map(\.rawValue)
        let what =
            "more \(labels.isEmpty ? "" : labels.joined(separator: " or ") + " ")mentions than "
            + "usual within \(DurationText.text(rule.window))"
            + place(rule.brands, rule.sources, rule.kinds)
        return RuleListing.Row(
            id: rule.id, title: rule.title, type: "surge", isEnabled: rule.isEnabled, what: what,
            severity: rule.severity.rawValue, channels: rule.channels)
    }

    private func row(_ rule: DropRule) -> RuleListing.Row {
        let figure = rule.figure == .rating ? "rating" : "sentiment"
        let what =
            "\(figure) of \(rule.days) days lower by \(JSONValue.rounded(rule.least).text) or more"
            + place(rule.brands, rule.sources, [])
        return RuleListing.Row(
            id: rule.id, title: rule.title, type: "drop", isEnabled: rule.isEnabled, what: what,
            severity: rule.severity.rawValue, channels: rule.channels)
    }

    private func row(_ rule: ReminderRule) -> RuleListing.Row {
        let pauses = rule.pauses.map(DurationText.text).joined(separator: ", ")
        let what =
            asked(rule.conditions)
            + "; unanswered for \(DurationText.text(rule.within)) of business hours"
            + (pauses.isEmpty ? "" : ", again after \(pauses)")
        let further = rule.escalation?.channels ?? []
        return RuleListing.Row(
            id: rule.id, title: rule.title, type: "unanswered", isEnabled: rule.isEnabled,
            what: what, severity: rule.severity.rawValue,
            channels: rule.channels + further.filter { !rule.channels.contains($0) })
    }

    private func row(_ plan: DigestPlan, now: Date) -> RuleListing.Row {
        let zone = settings.business.timeZone
        return RuleListing.Row(
            id: plan.id, title: plan.title, type: "digest", isEnabled: plan.isEnabled,
            what: Self.rhythm(of: plan) + place(plan.brands, [], [])
                + (plan.sendsEmpty ? "" : "; not when it is empty"),
            severity: Alert.Severity.info.rawValue, channels: plan.channels,
            next: plan.isEnabled ? plan.nextSlot(after: now, timeZone: zone) : nil)
    }

    /// The rules that no configuration names, where somebody is told.
    private var ownRows: [RuleListing.Row] {
        let channels = settings.health.channels
        guard !channels.isEmpty else { return [] }
        return [
            RuleListing.Row(
                id: .sourceHealth, type: "sources",
                what:
                    "a source that can't be reached or read, falls silent, moves or loses entries",
                severity: "by trouble", channels: channels),
            RuleListing.Row(
                id: .deliveryHealth, type: "channels",
                what: "a channel that can't deliver, told by the others", severity: "by trouble",
                channels: channels),
        ]
    }

    /// What a mention rule asks for, as explanations say it.
    private func asked(_ conditions: MentionConditions) -> String {
        let rule = AlertRule(id: RuleID(trusted: "rule"), conditions: conditions)
        let brands = settings.brands.map(\.brand)
        let wanted = AlertDecider(rules: [], brands: brands)
            .explanation(of: rule, for: Self.nothing).conditions
            .filter {
                $0.subject != .brand || !conditions.brands.isEmpty || conditions.includesCompetitors
            }
        return wanted.isEmpty ? "any mention" : wanted.map(\.wanted).joined(separator: ", ")
    }

    private func place(
        _ brands: Set<BrandID>, _ sources: Set<SourceID>, _ kinds: Set<Source.Kind>
    ) -> String {
        let parts = [
            brands.sorted().map(\.rawValue), sources.sorted().map(\.rawValue),
            Source.Kind.allCases.filter(kinds.contains).map(\.rawValue),
        ].filter { !$0.isEmpty }.map { $0.joined(separator: " or ") }
        return parts.map { "; " + $0 }.joined()
    }

    /// `every day at 08:00`, `every Monday at 08:00`.
    private static func rhythm(of plan: DigestPlan) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let days = [
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        ]
        let day =
            switch plan.rhythm {
            case .daily: "day"
            case .weekly(let weekday): days[(weekday + 6) % 7]
            }
        return "every \(day) at \(two(plan.minute / 60)):\(two(plan.minute % 60))"
    }

    /// A mention of nothing, to be asked what a rule asks for.
    private static let nothing = Mention(
        id: 0, source: SourceID(trusted: "none"), kind: .mention,
        entry: Entry(identity: EntryIdentity(rung: .stableID, key: "")), brands: [],
        sentiment: Sentiment(
            score: 0, label: .unscored, confidence: 0, basis: .none, lexicon: ""),
        firstSeen: .distantPast, occurredAt: .distantPast, version: 1, isBaseline: false)
}
