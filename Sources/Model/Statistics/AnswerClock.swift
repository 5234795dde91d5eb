public import FoundationEssentials

/// How long one mention waited for its answer.
public struct AnswerClock: Sendable, Hashable {
    /// The mention.
    public var mention: MentionID
    /// Where it stands.
    public var source: SourceID
    /// Its rating in stars, 1 to 5; nil without one.
    public var stars: Double?
    /// When the mention occurred; the clock starts here.
    public var occurredAt: Date
    /// When it was first answered, publicly or privately, by the word of a person or the date of the
    /// reply that the source shows; never before `occurredAt`, nil if that is not known.
    public var answeredAt: Date?
    /// Whether it was answered, though maybe nobody knows when.
    public var isAnswered: Bool
    /// How it stands.
    public var state: Triage.State

    /// A clock.
    public init(
        mention: MentionID, source: SourceID, stars: Double? = nil, occurredAt: Date,
        answeredAt: Date? = nil, isAnswered: Bool, state: Triage.State
    ) {
        self.mention = mention
        self.source = source
        self.stars = stars
        self.occurredAt = occurredAt
        self.answeredAt = answeredAt
        self.isAnswered = isAnswered
        self.state = state
    }
}
