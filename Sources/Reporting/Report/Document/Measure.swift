public import Model

/// One figure with all that one has to know to believe it.
public struct Measure: Sendable, Hashable {
    /// How the value is written.
    public enum Unit: String, Sendable, Hashable {
        /// A whole number of things.
        case count
        /// 0 to 1, written in per cent.
        case share
        /// 1 to 5.
        case stars
        /// −100 to 100.
        case netPromoterScore
        /// −1 to 1.
        case score
        /// Seconds, written as a duration.
        case duration
    }

    /// How it stands beside the period before.
    public struct Change: Sendable, Hashable {
        /// The value of the period before, in the same unit; nil where there was too little to tell.
        public var previous: Double?
        /// How many things that one was computed from.
        public var previousCount: Int
        /// Whether the difference is more than chance would make in 1 of 20 cases; nil where too little
        /// is counted to say, so that no trend is to be read.
        public var isSignificant: Bool?

        /// A comparison.
        public init(previous: Double?, previousCount: Int, isSignificant: Bool?) {
            self.previous = previous
            self.previousCount = previousCount
            self.isSignificant = isSignificant
        }
    }

    /// Its name for programs: `a–z`, `0–9` and `-`.
    public var id: String
    /// What it is called.
    public var title: String
    /// The figure; nil where too little is counted to compute it.
    public var value: Double?
    /// How the value is written.
    public var unit: Unit
    /// How many mentions it is computed from.
    public var count: Int
    /// Where the true value lies in 95 of 100 cases; nil for a plain count, or where there is no value.
    public var interval: ClosedRange<Double>?
    /// How it is computed, with the counts put in: `12 negative ÷ 48 scored`.
    public var formula: String
    /// How it compares; nil where nothing is compared.
    public var change: Change?
    /// Whether more is better; nil where neither is.
    public var isMoreBetter: Bool?
    /// The mentions behind it, newest first; nil unless they were asked for.
    public var ids: [MentionID]?
    /// How many more mentions are behind it than `ids` names.
    public var moreIDs: Int

    /// A figure.
    public init(
        id: String, title: String, value: Double?, unit: Unit, count: Int,
        interval: ClosedRange<Double>? = nil, formula: String, change: Change? = nil,
        isMoreBetter: Bool? = nil, ids: [MentionID]? = nil, moreIDs: Int = 0
    ) {
        self.id = id
        self.title = title
        self.value = value
        self.unit = unit
        self.count = count
        self.interval = interval
        self.formula = formula
        self.change = change
        self.isMoreBetter = isMoreBetter
        self.ids = ids
        self.moreIDs = moreIDs
    }
}
