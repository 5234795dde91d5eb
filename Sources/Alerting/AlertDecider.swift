public import FoundationEssentials
public import Model

/// Decides which mentions make an alert, which wait, and says why.
///
/// One mention makes at most one alert for each rule: it counts for the first of its brands that the
/// rule asks for. Nothing that matched is dropped: it is in an alert, in a held row, or in a note.
/// A story that many mentions tell is told once by each rule, and again when it has spread; an edit
/// that made a mention worse is an alert of its own.
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
    /// `held` are the rows whose time has come, or better all rows of the store (the others are
    /// given back as held). `lastAlert` is when each group alerted last; a time in the future, as
    /// after a clock that was set back, counts as `now`. The answer depends on nothing else.
    public func decisions(
        for candidates: [AlertCandidate], held: [HeldCandidate], lastAlert: [AlertGroup: Date],
        now: Date
    ) -> DecisionBatch {
        var batch = DecisionBatch(decided: candidates.map(\.mention.id))
        settleOrphans(held, batch: &batch)
        for rule in rules where rule.isEnabled {
            var groups = PendingGroups()
            var stories = ToldStories()
            for row in held where row.held.group.rule == rule.id { groups.add(row) }
            for candidate in candidates {
                sort(candidate, rule: rule, groups: &groups, stories: &stories, batch: &batch)
            }
            for group in groups.inOrder {
                settle(group, rule: rule, last: lastAlert[group.group], now: now, batch: &batch)
            }
        }
        return batch
    }

    /// Puts a candidate into the group of the rule that it matches, into an alert of its own, or into
    /// the notes.
    private func sort(
        _ candidate: AlertCandidate, rule: AlertRule, groups: inout PendingGroups,
        stories: inout ToldStories, batch: inout DecisionBatch
    ) {
        let explanation = matching.explanation(of: rule, for: candidate.mention)
        guard explanation.isMatch else { return }
        let group = AlertGroup(rule: rule.id, brand: explanation.brand)
        func note(_ outcome: DecisionNote.Outcome, _ reason: String) {
            let facts = AlertReason.facts(of: candidate.mention)
            batch.notes.append(
                DecisionNote(
                    rule: rule.id, mention: candidate.mention.id, outcome: outcome,
                    reason: "\(facts), meets rule “\(rule.name)”, but \(reason)"))
        }
        guard candidate.isNews else {
            return note(.baseline, "it came with the first poll of its source and is not news")
        }
        if let edit = candidate.edit {
            if edit.isWorse(in: candidate.mention) {
                batch.released += groups.release(candidate.mention.id)
                return tell(candidate, in: group, rule: rule, batch: &batch)
            }
            if matching.met(rule, before: edit, mention: candidate.mention) {
                return note(
                    .metBefore, "it met the rule before the edit as well (\(edit.label.rawValue))")
            }
        }
        switch stories.verdict(on: candidate, rule: rule.id) {
        case .tell: groups.add(candidate, to: group)
        case .isCopy(let story):
            note(
                .copy,
                "it tells the same story as mention \(story.first), now on "
                    + AlertReason.sites(story.siteCount))
        }
    }

    /// Makes an alert of one edit, which waits for no cool-down and no other mention.
    private func tell(
        _ candidate: AlertCandidate, in group: AlertGroup, rule: AlertRule,
        batch: inout DecisionBatch
    ) {
        let pending = PendingMention(mention: candidate.mention, editedFrom: candidate.edit)
        batch.alerts.append(
            AlertDecision(
                group: group, severity: rule.severity(of: candidate.mention),
                mentions: [candidate.mention.id], channels: rule.channels,
                reason: AlertReason(rule: rule, matching: matching, now: .distantPast)
                    .alerting([pending])))
    }

    private func settle(
        _ group: PendingGroup, rule: AlertRule, last: Date?, now: Date, batch: inout DecisionBatch
    ) {
        let coolDown = CoolDown(
            length: rule.coolDown, last: last, heldUntil: group.heldUntil, now: now)
        let reasons = AlertReason(rule: rule, matching: matching, now: now)
        if let end = coolDown.end {
            batch.held += group.pending.map { pending in
                HeldMention(
                    group: group.group, mention: pending.mention.id,
                    heldSince: pending.held?.heldSince ?? now, until: end,
                    reason: reasons.holding(pending, until: end))
            }
            return
        }
        batch.released += group.pending.compactMap(\.held)
        let pending = group.oldestFirst
        for part in rule.coolDown > 0 ? [pending] : pending.map({ [$0] }) {
            batch.alerts.append(
                AlertDecision(
                    group: group.group, severity: rule.severity(ofWorst: part.map(\.mention)),
                    mentions: part.map(\.mention.id), channels: rule.channels,
                    reason: reasons.alerting(part)))
        }
    }

    private func settleOrphans(_ held: [HeldCandidate], batch: inout DecisionBatch) {
        let live = Set(rules.filter(\.isEnabled).map(\.id))
        for row in held where !live.contains(row.held.group.rule) {
            batch.released.append(row.held)
            batch.notes.append(
                DecisionNote(
                    rule: row.held.group.rule, mention: row.held.mention, outcome: .ruleGone,
                    reason: "held for rule “\(row.held.group.rule)”, which is no longer in force"))
        }
    }
}
