/// Which mentions are counted; those that every set condition holds for.
public struct CountQuestion: Sendable, Hashable {
    /// Only of this brand; nil: all, each counted once.
    public var brand: BrandID?
    /// Only with these verdicts; empty for any.
    public var labels: Set<Sentiment.Label>
    /// Only from these sources; empty for any.
    public var sources: Set<SourceID>
    /// Only of these kinds; empty for any.
    public var kinds: Set<Source.Kind>

    /// A question; for everything unless told.
    public init(
        brand: BrandID? = nil, labels: Set<Sentiment.Label> = [], sources: Set<SourceID> = [],
        kinds: Set<Source.Kind> = []
    ) {
        self.brand = brand
        self.labels = labels
        self.sources = sources
        self.kinds = kinds
    }
}
