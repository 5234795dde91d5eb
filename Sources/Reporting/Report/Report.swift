public import Model

/// What was said in a period, and how it compares with the period before.
public struct Report: Sendable, Hashable {
    /// The counts of one language; nil for mentions whose language is not known.
    public struct LanguageCounts: Sendable, Hashable {
        /// A two-letter ISO 639-1 code; nil for mentions whose language is not known.
        public var language: String?
        /// What was said in the language during the period.
        public var counts: SentimentCounts

        /// Counts of a language.
        public init(language: String?, counts: SentimentCounts) {
            self.language = language
            self.counts = counts
        }
    }

    /// What the owner calls the business; it stands in the heading.
    public var business: String
    /// The brands that are counted, as people call them; empty means all.
    public var brands: [String]
    /// Both ends included.
    public var period: ClosedRange<CalendarDay>
    /// The sum over the days of the period.
    public var counts: SentimentCounts
    /// The counts of as many days before; nil if they were not asked for.
    public var previous: SentimentCounts?
    /// One a day of the period, days without mentions included, oldest first.
    public var daily: [DayCounts]
    /// What each source brought in the period, most mentions first.
    public var sources: [SourceCounts]
    /// What was said in each language during the period, most mentions first.
    public var languages: [LanguageCounts]
    /// How many mentions gave 1 to 5 stars.
    public var stars: [Int: Int]
    /// How each aspect that mentions of the period name was felt, in the order of `Aspect.allCases`.
    public var aspects: [AspectCounts]
    /// The commonest words behind these, as the store gives them.
    public var aspectWords: [AspectWordCount]
    /// The most negative mentions, the worst first.
    public var worst: [Mention]
    /// Negative mentions of the period that have no reply of the owner.
    public var unanswered: Int
    /// The oldest of all unanswered negative mentions, of whatever time.
    public var oldestUnanswered: Mention?

    /// A report; `daily` may have gaps, which are filled with zeros.
    public init(
        business: String, brands: [String], period: ClosedRange<CalendarDay>,
        daily: [DayCounts], previous: SentimentCounts?, sources: [SourceCounts],
        languages: [LanguageCounts], stars: [Int: Int], aspects: [AspectCounts] = [],
        aspectWords: [AspectWordCount] = [], worst: [Mention], unanswered: Int,
        oldestUnanswered: Mention?
    ) {
        self.business = business
        self.brands = brands
        self.period = period
        self.counts = daily.reduce(SentimentCounts()) { $0 + $1.counts }
        self.previous = previous
        self.daily = Self.filled(daily, over: period)
        self.sources = sources
        self.languages = languages
        self.stars = stars
        self.aspects = aspects
        self.aspectWords = aspectWords
        self.worst = worst
        self.unanswered = unanswered
        self.oldestUnanswered = oldestUnanswered
    }

    /// How many days the period has.
    public var days: Int { period.upperBound.number - period.lowerBound.number + 1 }

    private static func filled(
        _ daily: [DayCounts], over period: ClosedRange<CalendarDay>
    ) -> [DayCounts] {
        let known = Dictionary(daily.map { ($0.day, $0.counts) }) { $0 + $1 }
        return (period.lowerBound.number...period.upperBound.number).map { number in
            let day = CalendarDay(number: number)
            return DayCounts(day: day, counts: known[day] ?? SentimentCounts())
        }
    }

    /// The report as text that ends in a line feed.
    ///
    /// JSON and JSON Lines give one object with all of it; CSV gives the days, one a record.
    public func rendered(as format: OutputFormat, names: Names, for reader: Reader) -> String {
        switch format {
        case .table: ReportText(report: self, names: names, reader: reader).text
        case .markdown: ReportMarkdown(report: self, names: names, reader: reader).text
        case .json, .jsonl: json.text + "\n"
        case .csv: csv
        }
    }
}
