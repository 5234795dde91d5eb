import FoundationEssentials
import Model
import Scheduling

/// Says why a rule speaks or waits, in one sentence with the facts.
struct AlertReason {
    let rule: AlertRule
    let matching: RuleMatching
    let now: Date

    /// `negative (−0.72), 1 of 5 stars`.
    static func facts(of mention: Mention) -> String {
        let sentiment = mention.sentiment
        let verdict =
            sentiment.label == .unscored
            ? sentiment.label.rawValue
            : "\(sentiment.label.rawValue) (\(Figure.text(sentiment.score)))"
        return mention.entry.rating.map { verdict + ", " + Figure.text($0) } ?? verdict
    }

    /// Why an alert on these mentions is made; the list is not empty.
    func alerting(_ pending: [PendingMention]) -> String {
        let sentence =
            pending.count == 1
            ? pending.first.map(matching(_:)) ?? "" : matching(several: pending)
        return sentence + waiting(pending)
    }

    /// Why a mention waits.
    func holding(_ pending: PendingMention, until end: Date) -> String {
        "held until \(Figure.time(end, now: now)) by the cool-down of "
            + "\(DurationText.text(rule.coolDown)): \(matching(pending))"
    }

    /// `1 site`, `7 sites`.
    static func sites(_ count: Int) -> String { count == 1 ? "1 site" : "\(count) sites" }

    /// Why a mention waits for the digest: `the rule tells at once only what is critical (warning: …)`.
    static func digest(_ weight: AlertWeight, rule: AlertRule) -> String {
        let said = weight.weighing ?? weight.severity.rawValue
        guard let least = rule.instantFrom else {
            return "the rule tells nothing at once; it is left to the digest (\(said))"
        }
        let told = least == .critical ? "what is critical" : "a \(least.rawValue) or more"
        return "the rule tells at once only \(told); it is left to the digest (\(said))"
    }

    private func explanation(of pending: PendingMention) -> RuleExplanation {
        matching.explanation(of: rule.conditions, rule: rule.id, for: pending.facts)
    }

    private func matching(_ pending: PendingMention) -> String {
        let explanation = explanation(of: pending)
        let said = explanation.terms.map { "“\($0)”" }.joined(separator: ", ")
        let facts =
            spread(pending) + edited(pending) + Self.facts(of: pending.mention)
            + (said.isEmpty ? "" : ", says " + said)
        guard explanation.isMatch else {
            return "\(facts), matched rule “\(rule.name)” when it was held"
        }
        return "\(facts), matches rule “\(rule.name)”: " + wanted(explanation)
    }

    /// `edited: 5★ → 1★: `, by score where it has no stars; by verdict where it is not worse.
    private func edited(_ pending: PendingMention) -> String {
        guard let edit = pending.editedFrom else { return "" }
        guard edit.isWorse(in: pending.mention) else {
            return "edited, \(edit.label.rawValue) before: "
        }
        if let before = edit.stars, let now = pending.mention.entry.rating?.stars, before > now {
            return "edited: \(Figure.text(before))★ → \(Figure.text(now))★: "
        }
        let before = edit.score.map(Figure.text) ?? edit.label.rawValue
        return "edited: score \(before) → \(Figure.text(pending.mention.sentiment.score)): "
    }

    /// `the story of mention 12 is now on 10 sites: `; nothing where that is not why it is told.
    private func spread(_ pending: PendingMention) -> String {
        guard let story = pending.spread, story.toldBy.contains(rule.id) else { return "" }
        return "the story of mention \(story.first) is now on \(Self.sites(story.siteCount)): "
    }

    private func matching(several pending: [PendingMention]) -> String {
        let worst = pending.min { left, right in
            Self.badness(left.mention) < Self.badness(right.mention)
        }
        let first = pending.first.map { wanted(explanation(of: $0)) } ?? ""
        return "\(pending.count) mentions match rule “\(rule.name)”: "
            + first
            + (worst.map { "; the worst is " + Self.facts(of: $0.mention) } ?? "")
            + pending.map(spread).filter { !$0.isEmpty }.map { "; " + $0.dropLast(2) }.joined()
    }

    /// Lower is worse: by stars where there are any, else by score on the same scale.
    private static func badness(_ mention: Mention) -> Double {
        mention.entry.rating?.stars ?? 3 + 2 * mention.sentiment.score
    }

    /// What the rule asks for, without the condition that every rule has.
    private func wanted(_ explanation: RuleExplanation) -> String {
        let asked = explanation.conditions.filter {
            $0.subject != .brand || !rule.conditions.brands.isEmpty
                || rule.conditions.includesCompetitors
        }
        return asked.isEmpty
            ? "any mention" : asked.map(\.wanted).joined(separator: ", ")
    }

    private func waiting(_ pending: [PendingMention]) -> String {
        let held = pending.compactMap(\.held)
        guard let since = held.map(\.heldSince).min() else { return "" }
        let which =
            pending.count == 1
            ? "held"
            : held.count == pending.count
                ? "all held" : "\(held.count) of them held"
        return "; \(which) since \(Figure.time(since, now: now)) by the cool-down"
    }
}
