public import FoundationEssentials
public import Model

/// Verdicts of persons beside those of the engine.
public protocol CorrectionStore: Sendable {
    /// Stores verdicts in one transaction, in their order; what became of each.
    ///
    /// From then on the mention has the person's verdict wherever it is listed, filtered or counted, and
    /// `Sentiment.machineLabel` what the engine had said, where that differs. Score and words stay the
    /// engine's. Nobody is alerted by it.
    func correct(_ judgements: [Judgement], now: Date) async throws(StorageError)
        -> [JudgementOutcome]

    /// Every verdict of persons, on all mentions or on one, oldest first.
    func corrections(of mention: MentionID?) async throws(StorageError) -> [Correction]

    /// Up to `count` mentions drawn at random from those that `filter` lets through, have a verdict of
    /// the engine and were not judged by a person in their present wording.
    func sample(_ filter: MentionFilter, count: Int) async throws(StorageError) -> [Mention]

    /// Up to `limit` mentions with a number above `after` that `filter` lets through, in the order of
    /// their numbers: for a walk over all of them. Words and aspects are left out.
    func mentions(_ filter: MentionFilter, after: MentionID, limit: Int)
        async throws(StorageError) -> [Mention]
}

/// A person's verdict on its way into the store.
public struct Judgement: Sendable, Hashable {
    /// The mention that is judged.
    public var mention: MentionID
    /// The version that the person read; nil for the present one.
    public var version: Int?
    /// The aspect that is judged; nil for the mention as a whole.
    public var aspect: Aspect?
    /// The verdict; nil, for an aspect only: the mention does not speak of it.
    public var label: Sentiment.Label?
    /// Who judges.
    public var by: String
    /// What the person writes to it.
    public var note: String?
    /// Whether the mention was drawn at random.
    public var isSampled: Bool

    /// A verdict.
    public init(
        mention: MentionID, version: Int? = nil, aspect: Aspect? = nil, label: Sentiment.Label?,
        by: String, note: String? = nil, isSampled: Bool = false
    ) {
        self.mention = mention
        self.version = version
        self.aspect = aspect
        self.label = label
        self.by = by
        self.note = note
        self.isSampled = isSampled
    }
}

/// What became of a verdict.
public enum JudgementOutcome: Sendable, Hashable {
    /// Stored; whether the mention had another verdict before.
    case stored(Correction, changed: Bool)
    /// There is no such mention.
    case unknown
    /// The mention was edited since the person read it.
    case edited
}
