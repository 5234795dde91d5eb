public import FoundationEssentials

/// An entry that concerns a brand, scored and stored.
public struct Mention: Sendable, Hashable {
    /// A brand that the mention is about and what in the text said so.
    public struct BrandMatch: Sendable, Hashable {
        /// The brand that is meant.
        public var brand: BrandID
        /// The terms of the brand's query that matched, as they stand in the text; empty where the
        /// source itself is about the brand.
        public var terms: [String]

        /// A match of `brand` on `terms`.
        public init(brand: BrandID, terms: [String] = []) {
            self.brand = brand
            self.terms = terms
        }
    }

    /// Its number in the store.
    public var id: MentionID
    /// Where it was read.
    public var source: SourceID
    /// What the source's entries were when it was first stored.
    public var kind: Source.Kind
    /// What was said, in the present wording.
    public var entry: Entry
    /// Whom it is about; at least one.
    public var brands: [BrandMatch]
    /// How the present wording is felt.
    public var sentiment: Sentiment
    /// When Repute first saw it.
    public var firstSeen: Date
    /// The date it counts for: `published` if that is plausible, else `firstSeen`.
    public var occurredAt: Date
    /// 1 at first sight, one more for every change seen since.
    public var version: Int
    /// Whether it came with the source's first successful poll, and so is not news.
    public var isBaseline: Bool
    /// The story that it tells with others: the number of the first mention of it, which may be this
    /// one; nil while no other tells it.
    public var incident: MentionID?
    /// When it was found to be listed no more by its source; nil while it is listed.
    public var delistedAt: Date?
    /// How far its answering has come, by the word of persons; see `triageState`.
    public var triage = Triage()

    /// A mention.
    public init(
        id: MentionID, source: SourceID, kind: Source.Kind, entry: Entry, brands: [BrandMatch],
        sentiment: Sentiment, firstSeen: Date, occurredAt: Date, version: Int, isBaseline: Bool,
        incident: MentionID? = nil, delistedAt: Date? = nil
    ) {
        self.id = id
        self.source = source
        self.kind = kind
        self.entry = entry
        self.brands = brands
        self.sentiment = sentiment
        self.firstSeen = firstSeen
        self.occurredAt = occurredAt
        self.version = version
        self.isBaseline = isBaseline
        self.incident = incident
        self.delistedAt = delistedAt
    }
}
