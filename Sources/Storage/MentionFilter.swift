public import FoundationEssentials
public import Model

/// Which mentions are meant; every condition that is set must hold.
public struct MentionFilter: Sendable, Hashable {
    /// The order of a list.
    public enum Order: Sendable, Hashable {
        case newestFirst
        case oldestFirst
        /// By score, the worst first; the unscored come last.
        case mostNegativeFirst
    }

    /// About this brand, and maybe others too.
    public var brand: BrandID?
    /// About any of these brands, and maybe others too; nil means about any or none.
    public var anyBrand: Set<BrandID>?
    /// From this source.
    public var source: SourceID?
    /// From sources of this kind.
    public var kind: Source.Kind?
    /// Any of these labels; empty means all.
    public var labels: Set<Sentiment.Label>
    /// Speaking of any of these; empty means of whatever.
    public var aspects: Set<Aspect>
    /// That one of `aspects` is felt so; nil means however, and so does an empty `aspects`.
    public var aspectLabel: Sentiment.Label?
    /// Read in this language, as a two-letter ISO 639-1 code.
    public var language: String?
    /// `occurredAt` at or after this time.
    public var since: Date?
    /// `occurredAt` before this time.
    public var until: Date?
    /// Ratings in stars, both ends included; a mention without a rating never fits.
    public var minStars: Double?
    /// Ratings in stars at or below this.
    public var maxStars: Double?
    /// By exactly this author; ASCII letters match in either case.
    public var author: String?
    /// True: those that wait for an answer (`Mention.isOpen`); false: the others.
    public var isUnanswered: Bool?
    /// Any of these states (`Mention.triageState`); empty means all.
    public var states: Set<Triage.State>
    /// Cared for by exactly this person; ASCII letters match in either case.
    public var assignee: String?
    /// True: score and rating disagree.
    public var disagrees: Bool?
    /// Words to look for in title and text: all of them; a word in double quotes is a phrase, one
    /// that ends in `*` a prefix.
    public var search: String?
    /// The order in which they are listed; a search by time goes by the order of their storing.
    public var order: Order

    /// A filter that lets every mention through, unless conditions are given.
    public init(
        brand: BrandID? = nil, source: SourceID? = nil, kind: Source.Kind? = nil,
        labels: Set<Sentiment.Label> = [], aspects: Set<Aspect> = [],
        aspectLabel: Sentiment.Label? = nil, language: String? = nil, since: Date? = nil,
        until: Date? = nil, minStars: Double? = nil, maxStars: Double? = nil,
        author: String? = nil, isUnanswered: Bool? = nil, states: Set<Triage.State> = [],
        assignee: String? = nil, disagrees: Bool? = nil, search: String? = nil,
        order: Order = .newestFirst
    ) {
        self.brand = brand
        self.source = source
        self.kind = kind
        self.labels = labels
        self.aspects = aspects
        self.aspectLabel = aspectLabel
        self.language = language
        self.since = since
        self.until = until
        self.minStars = minStars
        self.maxStars = maxStars
        self.author = author
        self.isUnanswered = isUnanswered
        self.states = states
        self.assignee = assignee
        self.disagrees = disagrees
        self.search = search
        self.order = order
    }
}
