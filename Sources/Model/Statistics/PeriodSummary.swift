public import FoundationEssentials

/// Counts of the mentions of one period.
public struct SentimentCounts: Sendable, Hashable {
    /// Mentions that were felt as negative.
    public var negative: Int
    /// Mentions that were felt as neither.
    public var neutral: Int
    /// Mentions that were felt as positive.
    public var positive: Int
    /// Mentions without a verdict.
    public var unscored: Int
    /// Mentions with a rating, and the sum of their ratings on the scale of 1 to 5 stars.
    public var rated: Int
    /// The sum of the ratings in stars, 1 to 5 each.
    public var starSum: Double

    /// Counts; all zero unless given.
    public init(
        negative: Int = 0, neutral: Int = 0, positive: Int = 0, unscored: Int = 0, rated: Int = 0,
        starSum: Double = 0
    ) {
        self.negative = negative
        self.neutral = neutral
        self.positive = positive
        self.unscored = unscored
        self.rated = rated
        self.starSum = starSum
    }

    /// All mentions, scored or not.
    public var total: Int { negative + neutral + positive + unscored }
    /// Mentions that have a verdict.
    public var scored: Int { negative + neutral + positive }
    /// The mean of the ratings in stars, 1 to 5; nil without a rating.
    public var meanStars: Double? { rated > 0 ? starSum / Double(rated) : nil }
    /// Negative mentions as a share of the scored ones, 0 to 1; nil without a scored one.
    public var negativeShare: Double? { scored > 0 ? Double(negative) / Double(scored) : nil }

    /// The counts of both together.
    public static func + (left: Self, right: Self) -> Self {
        Self(
            negative: left.negative + right.negative, neutral: left.neutral + right.neutral,
            positive: left.positive + right.positive, unscored: left.unscored + right.unscored,
            rated: left.rated + right.rated, starSum: left.starSum + right.starSum)
    }
}

/// A day of the owner's calendar, as days since 1 January 1970.
public struct CalendarDay: Sendable, Hashable, Comparable {
    /// Days since 1 January 1970; negative before.
    public var number: Int

    /// The day with this number.
    public init(number: Int) { self.number = number }

    /// The day on which `date` falls in a zone that is `secondsFromGMT` ahead of UTC at that time.
    public init(_ date: Date, secondsFromGMT: Int) {
        let seconds = date.timeIntervalSince1970 + Double(secondsFromGMT)
        number = Int((seconds / 86_400).rounded(.down))
    }

    /// Whether the left day is the earlier one.
    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// One day's counts, a point of a trend.
public struct DayCounts: Sendable, Hashable {
    /// The day in the owner's zone.
    public var day: CalendarDay
    /// What is counted on it.
    public var counts: SentimentCounts

    /// The counts of `day`.
    public init(day: CalendarDay, counts: SentimentCounts) {
        self.day = day
        self.counts = counts
    }
}

/// One source's counts of a period.
public struct SourceCounts: Sendable, Hashable {
    /// Whose mentions they are.
    public var source: SourceID
    /// What it brought in the period.
    public var counts: SentimentCounts

    /// The counts of `source`.
    public init(source: SourceID, counts: SentimentCounts) {
        self.source = source
        self.counts = counts
    }
}
