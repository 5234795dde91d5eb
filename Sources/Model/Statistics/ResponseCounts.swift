public import FoundationEssentials

/// How the mentions of a period were answered.
public struct ResponseCounts: Sendable, Hashable {
    /// Mentions that could be answered.
    public var mentions: Int
    /// Those of them that have a reply of the owner.
    public var answered: Int
    /// How long those answers took that have a date, in seconds, shortest first; never below 0.
    public var delays: [TimeInterval]

    /// Counts; none unless given.
    public init(mentions: Int = 0, answered: Int = 0, delays: [TimeInterval] = []) {
        self.mentions = mentions
        self.answered = answered
        self.delays = delays
    }

    /// The answered ones as a share of all, 0 to 1; nil without a mention.
    public var rate: Double? { mentions > 0 ? Double(answered) / Double(mentions) : nil }

    /// The delay that half of the answers kept, in seconds: of an even number the lower of the two in the
    /// middle; nil without one.
    public var medianDelay: TimeInterval? {
        delays.isEmpty ? nil : delays[(delays.count - 1) / 2]
    }

    /// The counts of both together.
    public static func + (left: Self, right: Self) -> Self {
        Self(
            mentions: left.mentions + right.mentions, answered: left.answered + right.answered,
            delays: (left.delays + right.delays).sorted())
    }

    /// Adds the counts of `right`.
    public static func += (left: inout Self, right: Self) { left = left + right }
}
