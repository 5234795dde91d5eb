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

    private func matching(_ pending: PendingMention) -> String {
        let explanation = matching.explanation(of: rule, for: pending.mention)
        let said = explanation.terms.map { "“\($0)”" }.joined(separator: ", ")
        let facts =
            (pending.editedFrom.map { "edited, \($0.rawValue) before: " } ?? "")
            + Self.facts(of: pending.mention) + (said.isEmpty ? "" : ", says " + said)
        guard explanation.isMatch else {
            return "\(facts), matched rule “\(rule.name)” when it was held"
        }
        return "\(facts), matches rule “\(rule.name)”: " + wanted(explanation)
    }

    private func matching(several pending: [PendingMention]) -> String {
        let worst = pending.min { left, right in
            Self.badness(left.mention) < Self.badness(right.mention)
        }
        let explanation = pending.first.map { matching.explanation(of: rule, for: $0.mention) }
        return "\(pending.count) mentions match rule “\(rule.name)”: "
            + (explanation.map(wanted) ?? "")
            + (worst.map { "; the worst is " + Self.facts(of: $0.mention) } ?? "")
    }

    /// Lower is worse: by stars where there are any, else by score on the same scale.
    private static func badness(_ mention: Mention) -> Double {
        mention.entry.rating?.stars ?? 3 + 2 * mention.sentiment.score
    }

    /// What the rule asks for, without the condition that every rule has.
    private func wanted(_ explanation: RuleExplanation) -> String {
        let asked = explanation.conditions.filter {
            $0.subject != .brand || !rule.brands.isEmpty || rule.includesCompetitors
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
