import Model

/// The conditions of a rule, asked of one mention one by one.
struct MentionQuestions {
    typealias Condition = RuleExplanation.Condition

    let conditions: MentionConditions
    let facts: MentionFacts
    let competitors: Set<BrandID>

    private var mention: Mention { facts.mention }

    /// The conditions that are set, and always the one on brands.
    func answers(hasBrand: Bool, terms: [String]?) -> [Condition] {
        label + score + confidence + rating + [brand(isMet: hasBrand)] + place + language + aspect
            + author + reach + words(terms)
    }

    private var label: [Condition] {
        guard !conditions.labels.isEmpty else { return [] }
        let label = mention.sentiment.label
        let names = Sentiment.Label.allCases.filter(conditions.labels.contains).map(\.rawValue)
        return [
            Condition(
                subject: .label, isMet: conditions.holdsLabel(of: mention),
                wanted: "label " + names.joined(separator: " or "), found: label.rawValue)
        ]
    }

    private var score: [Condition] {
        let score = mention.sentiment.label == .unscored ? nil : mention.sentiment.score
        let found = score.map { "score " + Figure.text($0) } ?? "no score"
        let lowest = conditions.minScore.map { limit in
            Condition(
                subject: .score, isMet: conditions.holdsLowestScore(of: mention),
                wanted: "score ≥ " + Figure.text(limit), found: found)
        }
        let highest = conditions.maxScore.map { limit in
            Condition(
                subject: .score, isMet: conditions.holdsHighestScore(of: mention),
                wanted: "score ≤ " + Figure.text(limit), found: found)
        }
        return [highest, lowest].compactMap(\.self)
    }

    private var confidence: [Condition] {
        guard let limit = conditions.minConfidence else { return [] }
        let hasVerdict = mention.sentiment.label != .unscored
        let confidence = mention.sentiment.confidence
        return [
            Condition(
                subject: .confidence, isMet: conditions.holdsConfidence(of: mention),
                wanted: "confidence ≥ " + Figure.text(limit),
                found: hasVerdict ? "confidence " + Figure.text(confidence) : "no verdict")
        ]
    }

    private var rating: [Condition] {
        let rating = mention.entry.rating
        let found = rating.map(Figure.text) ?? "no rating"
        let highest = conditions.maxStars.map { limit in
            Condition(
                subject: .rating, isMet: conditions.holdsMostStars(of: mention),
                wanted: "at most " + Figure.stars(limit), found: found)
        }
        let lowest = conditions.minStars.map { limit in
            Condition(
                subject: .rating, isMet: conditions.holdsFewestStars(of: mention),
                wanted: "at least " + Figure.stars(limit), found: found)
        }
        return [highest, lowest].compactMap(\.self)
    }

    private func brand(isMet: Bool) -> Condition {
        let wanted =
            !conditions.brands.isEmpty
            ? "brand " + conditions.brands.sorted().map(\.rawValue).joined(separator: " or ")
            : conditions.includesCompetitors ? "any brand" : "any brand but competitors"
        let named = mention.brands.map(\.brand).map { brand in
            brand.rawValue + (competitors.contains(brand) ? " (competitor)" : "")
        }
        return Condition(
            subject: .brand, isMet: isMet, wanted: wanted,
            found: named.isEmpty ? "no brand" : named.joined(separator: ", "))
    }

    private var place: [Condition] {
        var asked: [Condition] = []
        if !conditions.sources.isEmpty {
            let names = conditions.sources.sorted().map(\.rawValue)
            asked.append(
                Condition(
                    subject: .source, isMet: conditions.holdsSource(of: mention),
                    wanted: "source " + names.joined(separator: " or "),
                    found: mention.source.rawValue))
        }
        if !conditions.kinds.isEmpty {
            let names = Source.Kind.allCases.filter(conditions.kinds.contains).map(\.rawValue)
            asked.append(
                Condition(
                    subject: .kind, isMet: conditions.holdsKind(of: mention),
                    wanted: "kind " + names.joined(separator: " or "),
                    found: mention.kind.rawValue))
        }
        return asked
    }

    private var language: [Condition] {
        guard !conditions.languages.isEmpty else { return [] }
        let language = mention.sentiment.language
        return [
            Condition(
                subject: .language, isMet: conditions.holdsLanguage(of: mention),
                wanted: "language " + conditions.languages.sorted().joined(separator: " or "),
                found: language.map { "language " + $0 } ?? "no known language")
        ]
    }

    private var aspect: [Condition] {
        guard !conditions.aspects.isEmpty else { return [] }
        let names = Aspect.allCases.filter(conditions.aspects.contains).map(\.rawValue)
        let opinions = mention.sentiment.aspects
        let spoken = opinions.map { "\($0.aspect.rawValue) (\($0.label.rawValue))" }
        let felt = conditions.aspectLabel.map { "\($0.rawValue) about " } ?? "about "
        return [
            Condition(
                subject: .aspect, isMet: conditions.holdsAspect(of: mention),
                wanted: felt + names.joined(separator: " or "),
                found: spoken.isEmpty ? "no aspect" : "about " + spoken.joined(separator: ", "))
        ]
    }

    private var author: [Condition] {
        guard !conditions.authors.isEmpty else { return [] }
        let wanted = MentionConditions.AuthorStanding.allCases.filter(conditions.authors.contains)
        return [
            Condition(
                subject: .author, isMet: conditions.holdsAuthor(facts.author),
                wanted: wanted.map(\.wanted).joined(separator: " or "),
                found: facts.author?.sentence ?? "an author without a name")
        ]
    }

    private var reach: [Condition] {
        guard let least = conditions.minSites else { return [] }
        return [
            Condition(
                subject: .reach, isMet: conditions.holdsReach(facts.siteCount),
                wanted: "a story on at least " + AlertReason.sites(least),
                found: "on " + AlertReason.sites(facts.siteCount))
        ]
    }

    private func words(_ terms: [String]?) -> [Condition] {
        guard conditions.condition != nil else { return [] }
        let quoted = (terms ?? []).map { "“\($0)”" }
        let found =
            terms == nil
            ? "the words do not match"
            : quoted.isEmpty ? "the words match" : "says " + quoted.joined(separator: ", ")
        return [
            Condition(
                subject: .words, isMet: terms != nil,
                wanted: "words " + (conditions.conditionText ?? "of the rule"), found: found)
        ]
    }
}

extension MentionConditions.AuthorStanding {
    fileprivate var wanted: String {
        switch self {
        case .new: "a new author"
        case .known: "an author seen before"
        case .complainedBefore: "an author who complained before"
        }
    }
}

extension AuthorHistory {
    /// Such as `an author of 3 earlier mentions, 2 of them negative`.
    fileprivate var sentence: String {
        guard mentions > 0 else { return "a new author" }
        let earlier = mentions == 1 ? "1 earlier mention" : "\(mentions) earlier mentions"
        let complaints =
            negative == 0 ? "none of them negative" : "\(negative) of them negative"
        return "an author of \(earlier), " + complaints
    }
}
