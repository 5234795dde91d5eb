import Model

/// Asks the conditions of a rule of a mention.
struct RuleMatching: Sendable {
    let competitors: Set<BrandID>

    func explanation(of rule: AlertRule, for mention: Mention) -> RuleExplanation {
        let (brand, hasBrand) = brand(of: mention, for: rule)
        let terms = rule.condition?.matchedTerms(in: mention)
        let asked =
            verdictConditions(of: rule, mention) + ratingConditions(of: rule, mention)
            + [brandCondition(of: rule, mention, isMet: hasBrand)]
            + placeConditions(of: rule, mention) + wordConditions(of: rule, terms: terms)
        return RuleExplanation(
            rule: rule.id, isMatch: asked.allSatisfy(\.isMet), brand: brand, terms: terms ?? [],
            conditions: asked)
    }

    /// Whether the version before an edit met the rule too, as far as that is known.
    ///
    /// Confidence, brand, source and kind are taken as unchanged. A rule that asks for words needs
    /// the earlier entry: without it, the words count as new, since telling twice is better than
    /// not at all.
    func met(_ rule: AlertRule, before edit: AlertCandidate.Edit, mention: Mention) -> Bool {
        if !rule.labels.isEmpty, !rule.labels.contains(edit.label) { return false }
        if let limit = rule.maxScore {
            guard edit.label != .unscored else { return false }
            if let score = edit.score, score > limit { return false }
        }
        if let stars = edit.stars {
            if let limit = rule.maxStars, stars > limit { return false }
            if let limit = rule.minStars, stars < limit { return false }
        }
        guard let condition = rule.condition else { return true }
        guard let entry = edit.entry else { return false }
        var earlier = mention
        earlier.entry = entry
        return condition.matchedTerms(in: earlier) != nil
    }

    /// The first brand that the rule asks for, and whether the mention may count at all.
    private func brand(of mention: Mention, for rule: AlertRule) -> (BrandID?, Bool) {
        let named = mention.brands.map(\.brand)
        if named.isEmpty { return (nil, rule.brands.isEmpty) }
        let wanted = named.first { brand in
            if !rule.brands.isEmpty { return rule.brands.contains(brand) }
            return rule.includesCompetitors || !competitors.contains(brand)
        }
        return (wanted, wanted != nil)
    }
}

// One condition each.
extension RuleMatching {
    private typealias Condition = RuleExplanation.Condition

    private func verdictConditions(of rule: AlertRule, _ mention: Mention) -> [Condition] {
        let sentiment = mention.sentiment
        let hasVerdict = sentiment.label != .unscored
        var conditions: [Condition] = []
        if !rule.labels.isEmpty {
            let labels = Sentiment.Label.allCases.filter(rule.labels.contains).map(\.rawValue)
            conditions.append(
                Condition(
                    subject: .label, isMet: rule.labels.contains(sentiment.label),
                    wanted: "label " + labels.joined(separator: " or "),
                    found: sentiment.label.rawValue))
        }
        if let limit = rule.maxScore {
            conditions.append(
                Condition(
                    subject: .score, isMet: hasVerdict && sentiment.score <= limit,
                    wanted: "score ≤ " + Figure.text(limit),
                    found: hasVerdict ? "score " + Figure.text(sentiment.score) : "no score"))
        }
        if let limit = rule.minConfidence {
            conditions.append(
                Condition(
                    subject: .confidence, isMet: hasVerdict && sentiment.confidence >= limit,
                    wanted: "confidence ≥ " + Figure.text(limit),
                    found: hasVerdict
                        ? "confidence " + Figure.text(sentiment.confidence) : "no verdict"))
        }
        return conditions
    }

    private func ratingConditions(of rule: AlertRule, _ mention: Mention) -> [Condition] {
        let rating = mention.entry.rating
        let found = rating.map(Figure.text) ?? "no rating"
        var conditions: [Condition] = []
        if let limit = rule.maxStars {
            conditions.append(
                Condition(
                    subject: .rating, isMet: rating.map { $0.stars <= limit } ?? false,
                    wanted: "at most " + Figure.stars(limit), found: found))
        }
        if let limit = rule.minStars {
            conditions.append(
                Condition(
                    subject: .rating, isMet: rating.map { $0.stars >= limit } ?? false,
                    wanted: "at least " + Figure.stars(limit), found: found))
        }
        return conditions
    }

    private func brandCondition(
        of rule: AlertRule, _ mention: Mention, isMet: Bool
    ) -> Condition {
        let wanted =
            !rule.brands.isEmpty
            ? "brand " + rule.brands.sorted().map(\.rawValue).joined(separator: " or ")
            : rule.includesCompetitors ? "any brand" : "any brand but competitors"
        let named = mention.brands.map(\.brand).map { brand in
            brand.rawValue + (competitors.contains(brand) ? " (competitor)" : "")
        }
        return Condition(
            subject: .brand, isMet: isMet, wanted: wanted,
            found: named.isEmpty ? "no brand" : named.joined(separator: ", "))
    }

    private func placeConditions(of rule: AlertRule, _ mention: Mention) -> [Condition] {
        var conditions: [Condition] = []
        if !rule.sources.isEmpty {
            let names = rule.sources.sorted().map(\.rawValue)
            conditions.append(
                Condition(
                    subject: .source, isMet: rule.sources.contains(mention.source),
                    wanted: "source " + names.joined(separator: " or "),
                    found: mention.source.rawValue))
        }
        if !rule.kinds.isEmpty {
            let names = Source.Kind.allCases.filter(rule.kinds.contains).map(\.rawValue)
            conditions.append(
                Condition(
                    subject: .kind, isMet: rule.kinds.contains(mention.kind),
                    wanted: "kind " + names.joined(separator: " or "),
                    found: mention.kind.rawValue))
        }
        return conditions
    }

    private func wordConditions(of rule: AlertRule, terms: [String]?) -> [Condition] {
        guard rule.condition != nil else { return [] }
        let quoted = (terms ?? []).map { "“\($0)”" }
        let found =
            terms == nil
            ? "the words do not match"
            : quoted.isEmpty ? "the words match" : "says " + quoted.joined(separator: ", ")
        return [
            Condition(
                subject: .words, isMet: terms != nil,
                wanted: "words " + (rule.conditionText ?? "of the rule"), found: found)
        ]
    }
}
