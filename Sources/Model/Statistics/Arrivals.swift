/// What came in a time.
public struct Arrivals: Sendable, Hashable {
    /// The mentions by how they are felt, and their ratings.
    public var counts: SentimentCounts
    /// What they speak of, in the order of `Aspect.allCases`; aspects that none names are left out.
    public var aspects: [AspectCounts]
    /// Some of the negative ones, worst first.
    public var worst: [Mention]
    /// Some of the positive ones, best first.
    public var best: [Mention]

    /// What came; nothing unless given.
    public init(
        counts: SentimentCounts = SentimentCounts(), aspects: [AspectCounts] = [],
        worst: [Mention] = [], best: [Mention] = []
    ) {
        self.counts = counts
        self.aspects = aspects
        self.worst = worst
        self.best = best
    }
}
