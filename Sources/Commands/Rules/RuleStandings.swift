import Alerting
import FoundationEssentials
import Matching
import Model
import Monitor
import Reporting
import Scheduling
import Settings
import Storage

/// Finds out how each rule stands to a mention.
struct RuleStandings {
    /// What the store knows.
    private struct Facts {
        var mention: Mention
        var author: AuthorHistory?
        var siteCount: Int
        var decisions: [DecisionLine]
        var silences: [AlertSilence]
        var lastAlerts: [AlertMoment]
        var held: [HeldDecision]
        /// Since when the mention asks for an answer, by the reminder rules.
        var waitStarts: [RuleID: Date] = [:]
    }

    let settings: Settings
    /// Empty for all.
    let only: Set<RuleID>
    let time: TimeText

    private var now: Date { time.now }

    func page(on id: MentionID, store: any Store) async throws -> RuleStandingPage {
        let facts = try await facts(of: id, store)
        let decider = AlertDecider(rules: [], brands: settings.brands.map(\.brand))
        var standings = settings.rules.map { rule in
            var standing = standing(
                rule.id, rule.title, "mention", rule.isEnabled,
                decider.explanation(
                    of: rule, for: facts.mention, author: facts.author,
                    siteCount: facts.siteCount), facts)
            guard standing.isMatch else { return standing }
            let weight = rule.weight(
                of: facts.mention, author: facts.author, siteCount: facts.siteCount)
            standing.severity = weight.weighing ?? weight.severity.rawValue
            standing.notes += notes(on: rule, weight.severity, facts)
            return standing
        }
        standings += settings.reminders.map { rule in
            standing(
                rule.id, rule.title, "unanswered", rule.isEnabled,
                decider.explanation(
                    of: rule, for: facts.mention, author: facts.author,
                    siteCount: facts.siteCount), facts, further: notes(on: rule, facts))
        }
        standings += counted(decider, facts)
        standings += gone(known: Set(standings.map(\.rule)), facts)
        if !only.isEmpty { standings = standings.filter { only.contains($0.rule) } }
        return RuleStandingPage(mention: facts.mention, standings: standings)
    }

    private func facts(of id: MentionID, _ store: any Store) async throws -> Facts {
        let mention = try await ShowCommand.mention(id, store: store)
        // The history of mentions is asked by number: this one and no other.
        let past = try await store.history(
            since: .distantPast, after: id - 1, limit: 1, aspects: true
        ).first { $0.mention.id == id }
        var facts = Facts(
            mention: mention, author: past?.author,
            siteCount: mention.incident == nil
                ? 1 : try await store.incident(of: id)?.siteCount ?? 1,
            decisions: try await ShowCommand.decisions(on: id, store: store),
            silences: try await store.silences(), lastAlerts: try await store.lastAlerts(),
            held: try await store.held().filter { $0.mention.id == id })
        for rule in settings.reminders {
            facts.waitStarts[rule.id] = try await WaitStart(store: store)
                .start(of: mention, labels: rule.conditions.labels)
        }
        return facts
    }

    private func standing(
        _ rule: RuleID, _ title: String?, _ type: String, _ isEnabled: Bool,
        _ explanation: RuleExplanation, _ facts: Facts, further: [String] = []
    ) -> RuleStandingPage.Standing {
        RuleStandingPage.Standing(
            rule: rule, title: title, type: type, isEnabled: isEnabled,
            isMatch: explanation.isMatch,
            conditions: explanation.conditions.map {
                RuleStandingPage.Condition(isMet: $0.isMet, wanted: $0.wanted, found: $0.found)
            },
            decisions: facts.decisions.filter { $0.rule == rule },
            notes: silenceNotes(rule, facts) + further)
    }

    /// Rules that speak of no single mention: whether this one counts for them.
    private func counted(_ decider: AlertDecider, _ facts: Facts) -> [RuleStandingPage.Standing] {
        let surges = settings.surges.map { rule in
            var conditions = MentionConditions()
            (conditions.labels, conditions.brands) = (rule.labels, rule.brands)
            (conditions.sources, conditions.kinds) = (rule.sources, rule.kinds)
            return (
                rule.id, rule.title, "surge", rule.isEnabled, conditions,
                "it counts with all of \(DurationText.text(rule.window)), not alone"
            )
        }
        let drops = settings.drops.map { rule in
            var conditions = MentionConditions()
            (conditions.brands, conditions.sources) = (rule.brands, rule.sources)
            if rule.figure == .rating { conditions.minStars = 1 }
            return (
                rule.id, rule.title, "drop", rule.isEnabled, conditions,
                "it counts in the average of \(rule.days) days, not alone"
            )
        }
        return (surges + drops).map { id, title, type, isEnabled, conditions, note in
            let explanation = decider.explanation(
                of: AlertRule(id: id, conditions: conditions), for: facts.mention)
            return standing(
                id, title, type, isEnabled, explanation, facts,
                further: explanation.isMatch ? [note] : [])
        }
    }

    /// Rules that decided on the mention and are configured no more.
    private func gone(known: Set<RuleID>, _ facts: Facts) -> [RuleStandingPage.Standing] {
        let configured = Set(RuleBook(settings: settings).rows(now: now).map(\.id))
        return Set(facts.decisions.map(\.rule)).subtracting(known).sorted().map { rule in
            RuleStandingPage.Standing(
                rule: rule, isEnabled: false, isMatch: false, conditions: [],
                decisions: facts.decisions.filter { $0.rule == rule },
                notes: configured.contains(rule) ? [] : ["the rule is configured no more"])
        }
    }

    private func silenceNotes(_ rule: RuleID, _ facts: Facts) -> [String] {
        facts.silences.filter { $0.covers(facts.mention, by: rule) && $0.end > now }.map {
            let verb = $0.isInForce(at: now) ? "covers" : "will cover"
            return "silence \($0.id) \(verb) it until \(time.absolute($0.end))"
                + ($0.comment.map { " (\($0))" } ?? "")
        }
    }

    private func notes(
        on rule: AlertRule, _ severity: Alert.Severity, _ facts: Facts
    ) -> [String] {
        var notes: [String] = []
        if rule.instantFrom.map({ severity < $0 }) ?? true {
            notes.append("\(severity.rawValue) is not told at once, but in the digest")
        }
        for held in facts.held where held.rule == rule.id {
            notes.append("held until \(time.absolute(held.until)) by the cool-down")
        }
        let last = facts.lastAlerts.filter { moment in
            moment.rule == rule.id
                && (moment.brand.map { brand in
                    facts.mention.brands.contains { $0.brand == brand }
                } ?? facts.mention.brands.isEmpty)
        }.map(\.at).max()
        if rule.coolDown > 0, let last, case let end = last.addingTimeInterval(rule.coolDown),
            end > now
        {
            notes.append(
                "quiet about its brand until \(time.absolute(end)) by the cool-down of "
                    + DurationText.text(rule.coolDown))
        }
        return notes + channelNotes(rule.channels, severity, kind: .mentions)
    }

    private func notes(on rule: ReminderRule, _ facts: Facts) -> [String] {
        guard facts.mention.isOpen else {
            let state = TriageWords.state(facts.mention.triageState)
            let since = facts.mention.answeredAt.map { ", first answered " + time.absolute($0) }
            return ["it is \(state)" + (since ?? "") + ": nobody is reminded of it"]
        }
        let start = facts.waitStarts[rule.id] ?? facts.mention.firstSeen
        let due = settings.business.calendar.adding(rule.within, to: start)
        return [
            "an answer is due by \(time.absolute(due)) (\(time.relative(due)))"
        ] + channelNotes(rule.channels, rule.severity, kind: .reminder)
    }

    private func channelNotes(
        _ channels: [ChannelID], _ severity: Alert.Severity, kind: Alert.Kind
    ) -> [String] {
        guard !channels.isEmpty else { return ["it goes to no channel"] }
        return channels.map { id in
            let policy = settings.channels.first { $0.id == id }?.policy
            let quiet = policy?.notBefore(
                severity: severity, kind: kind, now: now, timeZone: settings.business.timeZone)
            return "goes to \(id)" + (quiet.map { ", quiet now until " + time.absolute($0) } ?? "")
        }
    }
}
