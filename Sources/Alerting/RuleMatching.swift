import Model

/// Asks the conditions of a rule of a mention.
struct RuleMatching: Sendable {
    /// That a rule asks for a mention.
    struct Match {
        /// The brand for which it counts; nil where it names none.
        let brand: BrandID?
    }

    let competitors: Set<BrandID>

    init(brands: [Brand]) {
        competitors = Set(brands.filter(\.isCompetitor).map(\.id))
    }

    /// What `explanation` says, without a word of why; nil where it is no match.
    func match(_ conditions: MentionConditions, _ facts: MentionFacts) -> Match? {
        guard conditions.hold(for: facts) else { return nil }
        let (brand, hasBrand) = conditions.brand(of: facts.mention, competitors: competitors)
        guard hasBrand else { return nil }
        if let condition = conditions.condition, condition.matchedTerms(in: facts.mention) == nil {
            return nil
        }
        return Match(brand: brand)
    }

    func explanation(
        of conditions: MentionConditions, rule: RuleID, for facts: MentionFacts
    ) -> RuleExplanation {
        let questions = MentionQuestions(
            conditions: conditions, facts: facts, competitors: competitors)
        let terms = conditions.condition?.matchedTerms(in: facts.mention)
        let (brand, hasBrand) = conditions.brand(of: facts.mention, competitors: competitors)
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
