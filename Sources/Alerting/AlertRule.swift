public import FoundationEssentials
public import Model

/// What the owner wants to be told of, how urgently, how often and where.
///
/// A mention matches where **all** conditions hold that the rule sets; a nil or empty condition is
/// not set. Several values of one condition are alternatives: a label out of `labels`, a source out
/// of `sources`. `docs/alerts.md` tells the same to the owner.
public struct AlertRule: Sendable {
    /// How urgent the alerts of a rule are.
    public enum Urgency: Sendable, Hashable {
        case fixed(Alert.Severity)
        /// By the rating: up to 1.5 stars critical, up to 2.5 a warning, above that info. Without a
        /// rating a negative mention is a warning, any other info. Of several mentions the worst counts.
        case byStars
    }

    /// The name in the configuration.
    public var id: RuleID
    /// What the owner calls it.
    public var title: String?
    /// False for a rule that stays configured but never speaks.
    public var isEnabled: Bool

    /// The verdicts that match; empty for any.
    public var labels: Set<Sentiment.Label>
    /// The highest score that matches, −1 to 1; a mention without a verdict has no score.
    public var maxScore: Double?
    /// The lowest confidence that matches, 0 to 1; a mention without a verdict has none.
    public var minConfidence: Double?
    /// The highest rating that matches, in stars of 1 to 5; a mention without a rating does not match.
    public var maxStars: Double?
    /// The lowest rating that matches, in stars of 1 to 5; a mention without a rating does not match.
    public var minStars: Double?
    /// The brands that match; empty for all but competitors.
    ///
    /// A competitor that is named here does match.
    public var brands: Set<BrandID>
    /// Whether mentions of competitors match where `brands` is empty.
    public var includesCompetitors: Bool
    /// The sources that match; empty for any.
    public var sources: Set<SourceID>
    /// The kinds of source that match; empty for any.
    public var kinds: Set<Source.Kind>
    /// A question on the words of the mention; nil for none.
    public var condition: (any MentionCondition)?
    /// `condition` as the owner wrote it, for reasons and explanations.
    public var conditionText: String?

    /// How urgent the alerts are.
    public var urgency: Urgency
    /// How long the rule is quiet about a brand after an alert, in seconds.
    ///
    /// Mentions that match meanwhile are held and go out together. 0: one alert for each mention, at
    /// once.
    public var coolDown: TimeInterval
    /// Where the alerts go, each channel once.
    public var channels: [ChannelID]

    /// A rule that is enabled and asks only for a negative verdict, unless told otherwise.
    public init(
        id: RuleID, title: String? = nil, isEnabled: Bool = true,
        labels: Set<Sentiment.Label> = [.negative], maxScore: Double? = nil,
        minConfidence: Double? = nil, maxStars: Double? = nil, minStars: Double? = nil,
        brands: Set<BrandID> = [], includesCompetitors: Bool = false, sources: Set<SourceID> = [],
        kinds: Set<Source.Kind> = [], condition: (any MentionCondition)? = nil,
        conditionText: String? = nil, urgency: Urgency = .fixed(.warning),
        coolDown: TimeInterval = 0, channels: [ChannelID]
    ) {
        self.id = id
        self.title = title
        self.isEnabled = isEnabled
        self.labels = labels
        self.maxScore = maxScore
        self.minConfidence = minConfidence
        self.maxStars = maxStars
        self.minStars = minStars
        self.brands = brands
        self.includesCompetitors = includesCompetitors
        self.sources = sources
        self.kinds = kinds
        self.condition = condition
        self.conditionText = conditionText
        self.urgency = urgency
        self.coolDown = coolDown
        self.channels = channels
    }

    /// What reasons call the rule: its title, else its id.
    public var name: String { title ?? id.rawValue }

    /// Whether the rule sets no condition at all, and so matches every mention of an own brand.
    public var asksForNothing: Bool {
        labels.isEmpty && maxScore == nil && minConfidence == nil && maxStars == nil
            && minStars == nil && brands.isEmpty && sources.isEmpty && kinds.isEmpty
            && condition == nil
    }

    /// How urgent a mention is under this rule.
    public func severity(of mention: Mention) -> Alert.Severity {
        switch urgency {
        case .fixed(let severity): return severity
        case .byStars:
            guard let stars = mention.entry.rating?.stars else {
                return mention.sentiment.label == .negative ? .warning : .info
            }
            return stars <= 1.5 ? .critical : stars <= 2.5 ? .warning : .info
        }
    }

    /// The most urgent of several mentions.
    func severity(ofWorst mentions: [Mention]) -> Alert.Severity {
        let found = Set(mentions.map(severity))
        return Alert.Severity.allCases.last(where: found.contains) ?? .info
    }
}
