/// How many mentions have a rating.
public struct RatingCount: Sendable, Hashable {
    /// The rating on the scale of 1 to 5 stars.
    public var stars: Double
    /// How many mentions have it.
    public var count: Int

    /// A count.
    public init(stars: Double, count: Int) {
        self.stars = stars
        self.count = count
    }
}

/// The answer of a customer to a survey.
public struct SurveyAnswer: Sendable, Hashable {
    /// The mention that gives it.
    public var mention: MentionID
    /// The answer on the survey's own scale.
    public var rating: Rating

    /// An answer.
    public init(mention: MentionID, rating: Rating) {
        self.mention = mention
        self.rating = rating
    }
}

/// An author who wrote more than once in one place.
public struct RepeatAuthor: Sendable, Hashable {
    /// Where.
    public var source: SourceID
    /// The name as it stands there; a stranger's.
    public var author: String
    /// How the mentions were felt; ratings are not counted.
    public var counts: SentimentCounts
    /// The mentions, newest first.
    public var mentions: [MentionID]

    /// An author.
    public init(
        source: SourceID, author: String, counts: SentimentCounts, mentions: [MentionID]
    ) {
        self.source = source
        self.author = author
        self.counts = counts
        self.mentions = mentions
    }
}

/// A mention that was flagged as a suspected fake, as far as figures need it.
public struct FlaggedMention: Sendable, Hashable {
    /// The mention.
    public var mention: MentionID
    /// Its rating in stars, 1 to 5; nil without one.
    public var stars: Double?
    /// What came of the flag; nil while that is open.
    public var outcome: SuspicionFlag.Outcome?

    /// A flagged mention.
    public init(mention: MentionID, stars: Double?, outcome: SuspicionFlag.Outcome?) {
        self.mention = mention
        self.stars = stars
        self.outcome = outcome
    }
}

/// What figures count of one mention, so that they can name the mentions behind them.
public struct MentionTrace: Sendable, Hashable {
    /// The mention.
    public var mention: MentionID
    /// The day that it counts for.
    public var day: CalendarDay
    /// Where it stands.
    public var source: SourceID
    /// How it is felt.
    public var label: Sentiment.Label
    /// Its rating in stars, 1 to 5; nil without one.
    public var stars: Double?
    /// Its language; nil where it is not known.
    public var language: String?
    /// What it speaks of, with the words that name it.
    public var aspects: [AspectWordCount]

    /// A trace.
    public init(
        mention: MentionID, day: CalendarDay, source: SourceID, label: Sentiment.Label,
        stars: Double? = nil, language: String? = nil, aspects: [AspectWordCount] = []
    ) {
        self.mention = mention
        self.day = day
        self.source = source
        self.label = label
        self.stars = stars
        self.language = language
        self.aspects = aspects
    }
}
