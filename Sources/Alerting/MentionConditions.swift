public import Model

/// What a mention has to be, all of it; a nil or empty condition is not set.
///
/// Several values of one condition are alternatives: a label out of `labels`, a source out of
/// `sources`. `docs/alerts.md` tells the same to the owner.
public struct MentionConditions: Sendable {
    /// What the author of a mention has written before, at the same source.
    public enum AuthorStanding: String, Sendable, Hashable, CaseIterable {
        /// Nothing that is stored.
        case new
        /// Something, whatever it was.
        case known
        /// Something negative.
        case complainedBefore = "complained-before"
    }

    /// The verdicts that match; empty for any.
    public var labels: Set<Sentiment.Label> = []
    /// The lowest score that matches, −1 to 1; a mention without a verdict has no score.
    public var minScore: Double?
    /// The highest score that matches, −1 to 1; a mention without a verdict has no score.
    public var maxScore: Double?
    /// The lowest confidence that matches, 0 to 1; a mention without a verdict has none.
    public var minConfidence: Double?
    /// The lowest rating that matches, in stars of 1 to 5; a mention without a rating does not match.
    public var minStars: Double?
    /// The highest rating that matches, in stars of 1 to 5; a mention without a rating does not match.
    public var maxStars: Double?
    /// The brands that match; empty for all but competitors.
    ///
    /// A competitor that is named here does match.
    public var brands: Set<BrandID> = []
    /// Whether mentions of competitors match where `brands` is empty.
    public var includesCompetitors = false
    /// The sources that match; empty for any.
    public var sources: Set<SourceID> = []
    /// The kinds of source that match; empty for any.
    public var kinds: Set<Source.Kind> = []
    /// The languages that match, as two-letter codes of ISO 639-1; empty for any.
    public var languages: Set<String> = []
    /// What the mention has to speak of, one of these; empty for anything.
    public var aspects: Set<Aspect> = []
    /// How it has to be felt about one of `aspects`; nil for any way.
    public var aspectLabel: Sentiment.Label?
    /// Who the author has to be; empty for anybody.
    ///
    /// Authors without a name are nobody of these.
    public var authors: Set<AuthorStanding> = []
    /// On how many sites its story has to stand at least, this one included; nil for any number.
    public var minSites: Int?
    /// A question on the words of the mention; nil for none.
    public var condition: (any MentionCondition)?
    /// `condition` as the owner wrote it, for reasons and explanations.
    public var conditionText: String?

    /// No condition at all: any mention of an own brand.
    public init() {}

    /// Whether no condition is set, so that every mention of an own brand matches.
    public var asksForNothing: Bool {
        labels.isEmpty && minScore == nil && maxScore == nil && minConfidence == nil
            && minStars == nil && maxStars == nil && brands.isEmpty && sources.isEmpty
            && kinds.isEmpty && languages.isEmpty && aspects.isEmpty && authors.isEmpty
            && minSites == nil && condition == nil
    }

    /// A negative verdict, and nothing else.
    public static var negative: MentionConditions {
        var conditions = MentionConditions()
        conditions.labels = [.negative]
        return conditions
    }
}
