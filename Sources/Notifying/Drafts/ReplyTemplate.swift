public import Model

/// When a template of replies fits; what is empty or nil does not matter.
public struct ReplyConditions: Sendable, Hashable {
    /// What the mention complains of or, where it praises, what it praises.
    public var aspects: Set<Aspect> = []
    /// The verdict on the mention.
    public var labels: Set<Sentiment.Label> = []
    /// 1 to 5; with either bound a mention without a rating does not fit.
    public var minStars: Double?
    /// 1 to 5.
    public var maxStars: Double?
    /// ISO 639-1 codes of the language of the reply.
    public var languages: Set<String> = []
    /// Where the mention was read.
    public var sources: Set<SourceID> = []
    /// What the mention is.
    public var kinds: Set<Source.Kind> = []
    /// Whom the mention is about.
    public var brands: Set<BrandID> = []
    /// Who will read the reply; nil for either.
    public var audience: ReplyAudience?

    /// Conditions that every mention meets.
    public init() {}

    /// Whether a reply in `language`, for `audience`, to `mention` can be made by the template.
    func fits(
        _ mention: Mention, _ situation: ReplySituation, _ audience: ReplyAudience, language: String
    ) -> Bool {
        let stars = mention.entry.rating?.stars
        return (aspects.isEmpty || !aspects.isDisjoint(with: situation.aspects))
            && (labels.isEmpty || labels.contains(mention.sentiment.label))
            && (minStars == nil && maxStars == nil
                || stars.map { $0 >= minStars ?? 0 && $0 <= maxStars ?? 6 } ?? false)
            && (languages.isEmpty || languages.contains(language))
            && (sources.isEmpty || sources.contains(mention.source))
            && (kinds.isEmpty || kinds.contains(mention.kind))
            && (brands.isEmpty || mention.brands.contains { brands.contains($0.brand) })
            && (self.audience ?? audience) == audience
    }
}

/// Texts for one situation, one of which becomes a reply.
public struct ReplyTemplate: Sendable, Hashable {
    /// The name on the command line.
    public var id: ReplyTemplateID
    /// When it fits.
    public var conditions: ReplyConditions
    /// Wordings that say the same; at least one.
    public var texts: [ReplyText]
    /// What stands below each of them; nil for nothing.
    public var signature: ReplyText?
    /// The language that Repute's own templates are written in; nil for those of the owner.
    public internal(set) var language: LetterLanguage?

    /// A template of the owner's.
    public init(
        id: ReplyTemplateID, conditions: ReplyConditions = ReplyConditions(), texts: [ReplyText],
        signature: ReplyText? = nil
    ) {
        self.id = id
        self.conditions = conditions
        self.texts = texts
        self.signature = signature
    }

    /// How well it fits, to be compared: templates that name what weighs most come first, then those
    /// that name anything the mention is about, then stars, language, audience, and source.
    func rank(_ situation: ReplySituation) -> [Int] {
        let aspects = conditions.aspects
        let isLed = situation.lead.map(aspects.contains) ?? false
        return [
            isLed ? 0 : aspects.isEmpty ? 2 : 1,
            conditions.minStars == nil && conditions.maxStars == nil ? 1 : 0,
            conditions.labels.isEmpty ? 1 : 0,
            conditions.languages.isEmpty ? 1 : 0, conditions.audience == nil ? 1 : 0,
            conditions.sources.isEmpty ? 1 : 0,
        ]
    }
}
