/// What a mention can be about: the dimensions of trust, and the ordinary sides of a business.
public enum Aspect: String, Sendable, Hashable, CaseIterable {
    /// Hidden fees, misleading offers, unclear terms.
    case transparency
    /// Late, broken, wrong, cancelled; kept and broken promises.
    case reliability
    /// Scams, lies, fakes, honesty.
    case integrity
    /// Genuine or scripted, personal or impersonal.
    case authenticity
    /// Rude or kind, ignored or listened to.
    case care
    /// What one gets for the price.
    case value
    /// Data, leaks, spam, unasked calls.
    case privacy
    case product
    case staff
    case delivery
    case place
    case price
    case website
    case billing

    /// Whether it is one of the seven dimensions of trust.
    public var isTrustDimension: Bool {
        switch self {
        case .transparency, .reliability, .integrity, .authenticity, .care, .value, .privacy: true
        case .product, .staff, .delivery, .place, .price, .website, .billing: false
        }
    }
}

/// How one aspect of a mention is felt, by the sentences that speak of it.
public struct AspectOpinion: Sendable, Hashable {
    /// What is spoken of.
    public var aspect: Aspect
    /// −1 to 1; 0 where nothing is said for or against it.
    public var score: Double
    /// `negative`, `neutral` or `positive`; never `unscored`.
    public var label: Sentiment.Label
    /// The words that name the aspect, as UTF-8 offsets into `Entry.body`, in order; none only where a
    /// person named the aspect and the engine did not.
    public var spans: [Range<Int>]

    /// An aspect with its verdict; see the properties for ranges.
    public init(aspect: Aspect, score: Double, label: Sentiment.Label, spans: [Range<Int>]) {
        self.aspect = aspect
        self.score = score
        self.label = label
        self.spans = spans
    }
}
