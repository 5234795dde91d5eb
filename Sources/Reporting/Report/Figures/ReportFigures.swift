public import Model

/// All that a report is made of.
public struct ReportFigures: Sendable, Hashable {
    /// What is said of one brand in the period, and was in the one before.
    public struct Voice: Sendable, Hashable {
        /// The brand.
        public var brand: Brand
        /// What is said of it.
        public var counts: SentimentCounts
        /// What was said of it before; nil where nothing is compared.
        public var previous: SentimentCounts?
        /// What is counted of every mention of it, newest first; nil unless figures name their mentions.
        public var traces: [MentionTrace]?

        /// A voice.
        public init(
            brand: Brand, counts: SentimentCounts, previous: SentimentCounts? = nil,
            traces: [MentionTrace]? = nil
        ) {
            self.brand = brand
            self.counts = counts
            self.previous = previous
            self.traces = traces
        }

        /// The mentions whose traces fit, newest first; nil where there are no traces.
        func ids(_ fits: (MentionTrace) -> Bool) -> [MentionID]? {
            traces.map { traces in traces.filter(fits).map(\.mention) }
        }
    }

    /// What the owner calls the business.
    public var business: String
    /// The chosen brands, as people call them; empty means all of the owner's own.
    public var brands: [String]
    /// How many brands are counted together.
    public var brandCount: Int
    /// What people call sources and brands.
    public var names: Names
    /// The owner's zone, and when the report is made.
    public var time: TimeText
    /// The period that is looked at.
    public var now: PeriodFigures
    /// The period that it is compared with; nil for no comparison.
    public var before: PeriodFigures?
    /// The complaint that waits longest, of whatever time.
    public var oldestUnanswered: Mention?
    /// The most negative mentions, worst first.
    public var worst: [Mention]
    /// Own brands first, then competitors.
    public var voices: [Voice]
    /// What the sources could not give.
    public var coverage: [SourceCoverage]
    /// Whether business hours are configured.
    public var hasBusinessHours: Bool
    /// How right persons found the engine's verdicts, of whatever time; nil where nobody asked.
    public var accuracy: MeasuredAccuracy?

    /// Figures of a report.
    public init(
        business: String, brands: [String] = [], brandCount: Int = 1, names: Names, time: TimeText,
        now: PeriodFigures, before: PeriodFigures? = nil, oldestUnanswered: Mention? = nil,
        worst: [Mention] = [], voices: [Voice] = [], coverage: [SourceCoverage] = [],
        hasBusinessHours: Bool = true, accuracy: MeasuredAccuracy? = nil
    ) {
        self.business = business
        self.brands = brands
        self.brandCount = brandCount
        self.names = names
        self.time = time
        self.now = now
        self.before = before
        self.oldestUnanswered = oldestUnanswered
        self.worst = worst
        self.voices = voices
        self.coverage = coverage
        self.hasBusinessHours = hasBusinessHours
        self.accuracy = accuracy
    }

    /// Fewer than this are too few for a share, a mean or a median.
    public static let leastCount = 10
}

/// Why the figures of a source may be less than what there was.
public struct SourceCoverage: Sendable, Hashable {
    /// The source.
    public var source: SourceID
    /// What it could not give, as sentences for the owner.
    public var gaps: [String]

    /// The gaps of a source.
    public init(source: SourceID, gaps: [String]) {
        self.source = source
        self.gaps = gaps
    }
}
