public import FoundationEssentials
public import Model

/// Decides which mentions make an alert, which wait, and says why.
///
/// One mention makes at most one alert for each rule: it counts for the first of its brands that the
/// rule asks for. Nothing that matched is dropped: it is in an alert, in a held row, or in a note.
public struct AlertDecider: Sendable {
    private let rules: [AlertRule]
    private let matching: RuleMatching

    /// Decides by `rules`, in this order; `brands` tells which are competitors.
    public init(rules: [AlertRule], brands: [Brand]) {
        self.rules = rules
        matching = RuleMatching(competitors: Set(brands.filter(\.isCompetitor).map(\.id)))
    }

    /// Which conditions of `rule` the mention meets, with the values.
    public func explanation(of rule: AlertRule, for mention: Mention) -> RuleExplanation {
        matching.explanation(of: rule, for: mention)
    }

    /// Decides on everything that is presented.
    ///
    /// `held` are the rows whose time has come, better all rows of the store (the others are given
    /// back as held). `lastAlert` is when each group alerted last; a time in the future, as after a
    /// clock that was set back, counts as `now`. With the same parameters the answer is the same.
    public func decisions(
        for candidates: [AlertCandidate], held: [HeldCandidate], lastAlert: [AlertGroup: Date],
        now: Date
    ) -> DecisionBatch {
        var batch = DecisionBatch(decided: candidates.map(\.mention.id))
        let live = Set(rules.filter(\.isEnabled).map(\.id))
        for row in held where !live.contains(row.held.group.rule) {
            batch.released.append(row.held)
            batch.notes.append(
                DecisionNote(
                    rule: row.held.group.rule, mention: row.held.mention, outcome: .ruleGone,
                    reason: "held for rule “\(row.held.group.rule)”, which is no longer in force"))
        }
        let waiting = Dictionary(grouping: held, by: \.held.group)
        for rule in rules where rule.isEnabled {
            let groups = GroupGathering(matching: matching, rule: rule)
                .groups(of: candidates, waiting: waiting, notes: &batch.notes)
            for group in groups {
                let coolDown = CoolDown(
                    rule: rule, last: lastAlert[group.group],
                    heldUntil: group.waiting.map(\.held.until).min(), now: now)
                settle(group, rule: rule, coolDown: coolDown, batch: &batch)
            }
        }
        return batch
    }

    private func settle(
        _ group: PendingGroup, rule: AlertRule, coolDown: CoolDown, batch: inout DecisionBatch
    ) {
        let reasons = AlertReason(rule: rule, now: coolDown.now)
        if let end = coolDown.end {
            batch.held += group.held(until: end, reasons: reasons, now: coolDown.now)
            return
        }
        batch.released += group.waiting.map(\.held)
        let mentions = group.mentions
        let parts = rule.coolDown > 0 ? [mentions] : mentions.map { [$0] }
        for part in parts where !part.isEmpty {
            let heldSince = group.heldSince(of: part)
            batch.alerts.append(
                AlertDecision(
                    group: group.group,
                    severity: part.map(rule.severity).max() ?? .info,
                    mentions: part.map(\.id), channels: rule.channels,
                    reason: reasons.sentence(for: part, heldSince: heldSince)))
        }
    }
}
