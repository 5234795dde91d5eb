/// How one aspect was felt in the mentions of a period.
public struct AspectCounts: Sendable, Hashable {
    /// What the mentions speak of.
    public var aspect: Aspect
    /// Mentions that find fault with it.
    public var negative: Int
    /// Mentions that name it without being for or against it.
    public var neutral: Int
    /// Mentions that praise it.
    public var positive: Int

    /// Counts of an aspect; all zero unless given.
    public init(aspect: Aspect, negative: Int = 0, neutral: Int = 0, positive: Int = 0) {
        self.aspect = aspect
        self.negative = negative
        self.neutral = neutral
        self.positive = positive
    }

    /// All mentions that name it.
    public var total: Int { negative + neutral + positive }
}

/// How many mentions name an aspect by the same words and feel it alike.
public struct AspectWordCount: Sendable, Hashable {
    /// What the words name.
    public var aspect: Aspect
    /// How it is felt.
    public var label: Sentiment.Label
    /// The words, in small letters.
    public var words: String
    /// In how many mentions.
    public var count: Int

    /// A count of words.
    public init(aspect: Aspect, label: Sentiment.Label, words: String, count: Int) {
        self.aspect = aspect
        self.label = label
        self.words = words
        self.count = count
    }
}
