public import Model

/// What the store counts of one period.
public struct PeriodFigures: Sendable, Hashable {
    /// The days, both ends included.
    public var period: ClosedRange<CalendarDay>
    /// One a day of the period, days without mentions included, oldest first.
    public var daily: [DayCounts]
    /// What each source brought, most mentions first.
    public var sources: [SourceCounts]
    /// What was said in each language, most mentions first.
    public var languages: [LanguageCounts]
    /// How many mentions have each rating, the lowest first.
    public var ratings: [RatingCount]
    /// How aspects were felt, in the order of `Aspect.allCases`.
    public var aspects: [AspectCounts]
    /// All words that name them.
    public var words: [AspectWordCount]
    /// How long each review waited for its answer.
    public var waits: [AnswerWait]
    /// The answers to surveys.
    public var surveys: [SurveyAnswer]
    /// The mentions that are flagged as suspected fakes.
    public var flags: [FlaggedMention]
    /// Those who wrote more than once; nil where nobody asked.
    public var authors: [RepeatAuthor]?
    /// What is counted of every mention, newest first; nil unless figures name their mentions.
    public var traces: [MentionTrace]?

    /// Figures of a period; `daily` may have gaps, which are filled with zeros.
    public init(
        period: ClosedRange<CalendarDay>, daily: [DayCounts] = [], sources: [SourceCounts] = [],
        languages: [LanguageCounts] = [], ratings: [RatingCount] = [],
        aspects: [AspectCounts] = [], words: [AspectWordCount] = [], waits: [AnswerWait] = [],
        surveys: [SurveyAnswer] = [], flags: [FlaggedMention] = [],
        authors: [RepeatAuthor]? = nil, traces: [MentionTrace]? = nil
    ) {
        self.period = period
        self.daily = Self.filled(daily, over: period)
        self.sources = sources
        self.languages = languages
        self.ratings = ratings
        self.aspects = aspects
        self.words = words
        self.waits = waits
        self.surveys = surveys
        self.flags = flags
        self.authors = authors
        self.traces = traces
    }

    /// The sum over the days.
    public var counts: SentimentCounts {
        daily.reduce(SentimentCounts()) { $0 + $1.counts }
    }

    /// The ratings as a sample.
    public var rating: MeanEstimate {
        ratings.reduce(into: MeanEstimate()) { estimate, rating in
            estimate.count += rating.count
            estimate.sum += Double(rating.count) * rating.stars
            estimate.squares += Double(rating.count) * rating.stars * rating.stars
        }
    }

    /// How many mentions have so many whole stars, 1 to 5; half a star and more counts as a star.
    public func count(ofStars stars: Int) -> Int {
        ratings.reduce(0) { $0 + (Int($1.stars.rounded()) == stars ? $1.count : 0) }
    }

    /// The mentions whose traces fit, newest first; nil where there are no traces.
    func ids(_ fits: (MentionTrace) -> Bool) -> [MentionID]? {
        traces.map { traces in traces.filter(fits).map(\.mention) }
    }

    private static func filled(
        _ daily: [DayCounts], over period: ClosedRange<CalendarDay>
    ) -> [DayCounts] {
        let known = Dictionary(daily.map { ($0.day, $0.counts) }) { $0 + $1 }
        return (period.lowerBound.number...period.upperBound.number).map { number in
            let day = CalendarDay(number: number)
            return DayCounts(day: day, counts: known[day] ?? SentimentCounts())
        }
    }
}

/// The counts of one language.
public struct LanguageCounts: Sendable, Hashable {
    /// A two-letter ISO 639-1 code; nil for mentions whose language is not known.
    public var language: String?
    /// What was said in it.
    public var counts: SentimentCounts

    /// Counts of a language.
    public init(language: String?, counts: SentimentCounts) {
        self.language = language
        self.counts = counts
    }
}

/// A review's wait for its answer, on the clock and in business hours.
public struct AnswerWait: Sendable, Hashable {
    /// The review, and when it was answered.
    public var clock: AnswerClock
    /// The day on which it occurred.
    public var day: CalendarDay
    /// Seconds until its answer, or so far while it is open; nil where that is not known or it gets none.
    public var elapsed: Double?
    /// The same in business hours.
    public var businessElapsed: Double?

    /// A wait.
    public init(
        clock: AnswerClock, day: CalendarDay, elapsed: Double?, businessElapsed: Double?
    ) {
        self.clock = clock
        self.day = day
        self.elapsed = elapsed
        self.businessElapsed = businessElapsed
    }
}
