import FoundationEssentials
import Model

/// One rule's decisions on one batch.
struct RuleTurn {
    private let rule: AlertRule
    private let matching: RuleMatching
    private let silences: SilencesInForce
    private let now: Date
    private var groups = PendingGroups()
    private var stories = ToldStories()

    init(rule: AlertRule, matching: RuleMatching, silences: SilencesInForce, now: Date) {
        self.rule = rule
        self.matching = matching
        self.silences = silences
        self.now = now
    }

    /// Takes a row that the rule holds already.
    mutating func take(_ row: HeldCandidate) { groups.add(row) }

    /// Puts a candidate into the group of the rule that it matches, into an alert of its own, or into
    /// the notes.
    mutating func take(_ candidate: AlertCandidate, batch: inout DecisionBatch) {
        let facts = candidate.facts
        guard let match = matching.match(rule.conditions, facts) else { return }
        let group = AlertGroup(rule: rule.id, brand: match.brand)
        guard candidate.isNews else {
            let why = "it came with the first poll of its source and is not news"
            return note(.baseline, facts, why, batch: &batch)
        }
        if let edit = candidate.edit, metBefore(edit, facts: facts) {
            let why = "it met the rule before the edit as well (\(edit.label.rawValue))"
            return note(.metBefore, facts, why, batch: &batch)
        }
        if let silence = silences.silence(on: facts.mention, by: rule.id) {
            return note(.silenced, facts, silences.sentence(silence), batch: &batch)
        }
        let weight = rule.weight(of: facts)
        let atOnce = rule.tellsAtOnce(weight.severity)
        let isWorse = candidate.edit?.isWorse(in: facts.mention) ?? false
        if !isWorse,
            case .isCopy(let story) = stories.verdict(
                on: candidate, rule: rule.id, atOnce: atOnce)
        {
            let why =
                "it tells the same story as mention \(story.first), now on "
                + AlertReason.sites(story.siteCount)
            return note(.copy, facts, why, batch: &batch)
        }
        guard atOnce else {
            return note(.digest, facts, AlertReason.digest(weight, rule: rule), batch: &batch)
        }
        if isWorse {
            batch.released += groups.release(facts.mention.id)
            batch.alerts.append(alert([PendingMention(candidate)], of: group))
        } else {
            groups.add(candidate, to: group)
        }
    }

    /// Makes alerts of what is pending where no cool-down is in the way, and holds the rest.
    mutating func settle(lastAlert: [AlertGroup: Date], batch: inout DecisionBatch) {
        for group in groups.inOrder {
            let coolDown = CoolDown(
                length: rule.coolDown, last: lastAlert[group.group], heldUntil: group.heldUntil,
                now: now)
            if let end = coolDown.end {
                batch.held += group.pending.map { hold($0, in: group.group, until: end) }
            } else {
                settle(group, batch: &batch)
            }
        }
    }

    private func settle(_ group: PendingGroup, batch: inout DecisionBatch) {
        batch.released += group.pending.compactMap(\.held)
        var open: [PendingMention] = []
        for pending in group.oldestFirst {
            if let silence = silences.silence(on: pending.mention, by: rule.id) {
                note(.silenced, pending.facts, silences.sentence(silence), batch: &batch)
            } else {
                open.append(pending)
            }
        }
        guard !open.isEmpty else { return }
        for part in rule.coolDown > 0 ? [open] : open.map({ [$0] }) {
            batch.alerts.append(alert(part, of: group.group))
        }
    }

    /// Whether the version before an edit was decided on by the rule, as this one would be.
    private func metBefore(_ edit: AlertCandidate.Edit, facts: MentionFacts) -> Bool {
        guard !edit.isWorse(in: facts.mention),
            matching.met(rule.conditions, before: edit, mention: facts.mention)
        else { return false }
        var earlier = facts
        earlier.mention = edit.earlier(facts.mention)
        return rule.tellsAtOnce(rule.weight(of: earlier).severity)
            || !rule.tellsAtOnce(rule.weight(of: facts).severity)
    }

    private func note(
        _ outcome: DecisionNote.Outcome, _ facts: MentionFacts, _ why: String,
        batch: inout DecisionBatch
    ) {
        let said = AlertReason.facts(of: facts.mention)
        batch.notes.append(
            DecisionNote(
                rule: rule.id, mention: facts.mention.id, outcome: outcome,
                reason: "\(said), meets rule “\(rule.name)”, but \(why)"))
    }

    private func alert(_ pending: [PendingMention], of group: AlertGroup) -> AlertDecision {
        let weight = rule.weight(ofWorst: pending.map(\.facts))
        return AlertDecision(
            group: group, severity: weight.severity, mentions: pending.map(\.mention.id),
            channels: rule.channels, reason: reasons.alerting(pending), weighing: weight.weighing)
    }

    private func hold(_ pending: PendingMention, in group: AlertGroup, until end: Date)
        -> HeldMention
    {
        HeldMention(
            group: group, mention: pending.mention.id, heldSince: pending.held?.heldSince ?? now,
            until: end, reason: reasons.holding(pending, until: end))
    }

    private var reasons: AlertReason { AlertReason(rule: rule, matching: matching, now: now) }
}
