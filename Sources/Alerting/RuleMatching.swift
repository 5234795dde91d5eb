import Model

/// Asks the conditions of a rule of a mention.
struct RuleMatching: Sendable {
    let competitors: Set<BrandID>

    init(brands: [Brand]) {
        competitors = Set(brands.filter(\.isCompetitor).map(\.id))
    }

    func explanation(
        of conditions: MentionConditions, rule: RuleID, for facts: MentionFacts
    ) -> RuleExplanation {
        let questions = MentionQuestions(
            conditions: conditions, facts: facts, competitors: competitors)
        let terms = conditions.condition?.matchedTerms(in: facts.mention)
        let (brand, hasBrand) = questions.brand
        let answers = questions.answers(hasBrand: hasBrand, terms: terms)
        return RuleExplanation(
            rule: rule, isMatch: answers.allSatisfy(\.isMet), brand: brand, terms: terms ?? [],
            conditions: answers)
    }

    /// Whether the version before an edit met the conditions too, as far as that is known.
    ///
    /// Confidence, language, brand, source, kind, author and reach are taken as unchanged. Conditions on
    /// words or aspects need those of the earlier version: without them, they count as new, since
    /// telling twice is better than not at all.
    func met(
        _ conditions: MentionConditions, before edit: AlertCandidate.Edit, mention: Mention
    ) -> Bool {
        if !conditions.labels.isEmpty, !conditions.labels.contains(edit.label) { return false }
        if conditions.minScore != nil || conditions.maxScore != nil {
            guard edit.label != .unscored else { return false }
            if let score = edit.score, let limit = conditions.maxScore, score > limit {
                return false
            }
            if let score = edit.score, let limit = conditions.minScore, score < limit {
                return false
            }
        }
        if let stars = edit.stars {
            if let limit = conditions.maxStars, stars > limit { return false }
            if let limit = conditions.minStars, stars < limit { return false }
        }
        return spoke(of: conditions, before: edit) && said(conditions, before: edit, mention)
    }

    private func spoke(
        of conditions: MentionConditions, before edit: AlertCandidate.Edit
    ) -> Bool {
        guard !conditions.aspects.isEmpty else { return true }
        return edit.aspects?.contains(where: conditions.asks) ?? false
    }

    private func said(
        _ conditions: MentionConditions, before edit: AlertCandidate.Edit, _ mention: Mention
    ) -> Bool {
        guard let condition = conditions.condition else { return true }
        guard let entry = edit.entry else { return false }
        var earlier = mention
        earlier.entry = entry
        return condition.matchedTerms(in: earlier) != nil
    }
}

extension MentionConditions {
    /// Whether an opinion is about one of the aspects, and felt as the conditions want it.
    func asks(for opinion: AspectOpinion) -> Bool {
        aspects.contains(opinion.aspect) && (aspectLabel ?? opinion.label) == opinion.label
    }
}
