public import FoundationEssentials
public import Model

/// Decides which mentions make an alert, which wait, and says why.
///
/// One mention makes at most one alert for each rule: it counts for the first of its brands that the
/// rule asks for. Nothing that matched is dropped: it is in an alert, in a held row, or in a note.
/// A story that many mentions tell is told once by each rule, and again when it has spread; an edit
/// that made a mention worse is an alert of its own.
public struct AlertDecider: Sendable {
    /// What is decided by, in the order in which it is asked.
    public let rules: [AlertRule]
    private let matching: RuleMatching

    /// Decides by `rules`, in this order; `brands` tells which are competitors.
    public init(rules: [AlertRule], brands: [Brand]) {
        self.rules = rules
        matching = RuleMatching(brands: brands)
    }

    /// Which conditions of `rule` the mention meets, with the values.
    ///
    /// `author` is what its author wrote before, nil for an author without a name; `siteCount` on how many
    /// sites its story stands.
    public func explanation(
        of rule: AlertRule, for mention: Mention, author: AuthorHistory? = nil, siteCount: Int = 1
    ) -> RuleExplanation {
        matching.explanation(
            of: rule.conditions, rule: rule.id,
            for: MentionFacts(mention, author: author, siteCount: siteCount))
    }

    /// Which conditions of `rule` the mention meets, whether it waits for an answer or not.
    public func explanation(
        of rule: ReminderRule, for mention: Mention, author: AuthorHistory? = nil,
        siteCount: Int = 1
    ) -> RuleExplanation {
        matching.explanation(
            of: rule.conditions, rule: rule.id,
            for: MentionFacts(mention, author: author, siteCount: siteCount))
    }

    /// Decides on everything that is presented.
    ///
    /// `held` are the rows whose time has come, or better all rows of the store (the others are
    /// given back as held). `lastAlert` is when each group alerted last; a time in the future, as
    /// after a clock that was set back, counts as `now`. Of `silences` those count that are in force. The
    /// answer depends on nothing else.
    public func decisions(
        for candidates: [AlertCandidate], held: [HeldCandidate], lastAlert: [AlertGroup: Date],
        silences: [AlertSilence] = [], now: Date
    ) -> DecisionBatch {
        let silences = SilencesInForce(silences, now: now)
        var batch = DecisionBatch(decided: candidates.map(\.mention.id))
        settleOrphans(held, batch: &batch)
        for rule in rules where rule.isEnabled {
            var turn = RuleTurn(rule: rule, matching: matching, silences: silences, now: now)
            for row in held where row.held.group.rule == rule.id { turn.take(row) }
            for candidate in candidates { turn.take(candidate, batch: &batch) }
            turn.settle(lastAlert: lastAlert, batch: &batch)
        }
        return batch
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
