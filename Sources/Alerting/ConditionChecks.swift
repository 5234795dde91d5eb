import Model

/// The conditions one by one: true where one is not set, or is met.
extension MentionConditions {
    func holdsLabel(of mention: Mention) -> Bool {
        labels.isEmpty || labels.contains(mention.sentiment.label)
    }

    func holdsLowestScore(of mention: Mention) -> Bool {
        minScore.map { mention.hasVerdict && mention.sentiment.score >= $0 } ?? true
    }

    func holdsHighestScore(of mention: Mention) -> Bool {
        maxScore.map { mention.hasVerdict && mention.sentiment.score <= $0 } ?? true
    }

    func holdsConfidence(of mention: Mention) -> Bool {
        minConfidence.map { mention.hasVerdict && mention.sentiment.confidence >= $0 } ?? true
    }

    func holdsFewestStars(of mention: Mention) -> Bool {
        guard let minStars else { return true }
        return mention.entry.rating.map { $0.stars >= minStars } ?? false
    }

    func holdsMostStars(of mention: Mention) -> Bool {
        guard let maxStars else { return true }
        return mention.entry.rating.map { $0.stars <= maxStars } ?? false
    }

    func holdsSource(of mention: Mention) -> Bool {
        sources.isEmpty || sources.contains(mention.source)
    }

    func holdsKind(of mention: Mention) -> Bool {
        kinds.isEmpty || kinds.contains(mention.kind)
    }

    func holdsLanguage(of mention: Mention) -> Bool {
        languages.isEmpty || mention.sentiment.language.map(languages.contains) ?? false
    }

    func holdsAspect(of mention: Mention) -> Bool {
        aspects.isEmpty || mention.sentiment.aspects.contains(where: asks)
    }

    func holdsAuthor(_ author: AuthorHistory?) -> Bool {
        guard !authors.isEmpty else { return true }
        return author.map { author in authors.contains { $0.holds(of: author) } } ?? false
    }

    func holdsReach(_ siteCount: Int) -> Bool { minSites.map { siteCount >= $0 } ?? true }

    /// Whether everything holds but brand and words.
    func hold(for facts: MentionFacts) -> Bool {
        holdsLabel(of: facts.mention) && holdsMostStars(of: facts.mention)
            && holdsFewestStars(of: facts.mention) && holdsHighestScore(of: facts.mention)
            && holdsLowestScore(of: facts.mention) && holdsConfidence(of: facts.mention)
            && holdsKind(of: facts.mention) && holdsSource(of: facts.mention)
            && holdsLanguage(of: facts.mention) && holdsReach(facts.siteCount)
            && holdsAuthor(facts.author) && holdsAspect(of: facts.mention)
    }

    /// The first of the mention's brands that is asked for, and whether it may count at all.
    func brand(of mention: Mention, competitors: Set<BrandID>) -> (BrandID?, Bool) {
        if mention.brands.isEmpty { return (nil, brands.isEmpty) }
        for match in mention.brands {
            let isWanted =
                brands.isEmpty
                ? includesCompetitors || !competitors.contains(match.brand)
                : brands.contains(match.brand)
            if isWanted { return (match.brand, true) }
        }
        return (nil, false)
    }

    /// Whether an opinion is about one of the aspects, and felt as the conditions want it.
    func asks(for opinion: AspectOpinion) -> Bool {
        aspects.contains(opinion.aspect) && (aspectLabel ?? opinion.label) == opinion.label
    }
}

extension Mention {
    fileprivate var hasVerdict: Bool { sentiment.label != .unscored }
}

extension MentionConditions.AuthorStanding {
    /// Whether an author with this history is one of these.
    fileprivate func holds(of author: AuthorHistory) -> Bool {
        switch self {
        case .new: author.mentions <= 0
        case .known: author.mentions > 0
        case .complainedBefore: author.negative > 0
        }
    }
}
