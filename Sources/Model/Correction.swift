public import FoundationEssentials

/// A person's verdict on a mention, or on one aspect of it, beside what the engine said.
///
/// It is about one version of the mention: an edit is judged by the engine anew. A verdict that is
/// the engine's own confirms it, and counts as much for the measured accuracy.
public struct Correction: Sendable, Hashable {
    /// Its number in the store.
    public var id: Int64
    /// The mention that was judged.
    public var mention: MentionID
    /// The version that was judged.
    public var version: Int
    /// The aspect that was judged; nil for the mention as a whole.
    public var aspect: Aspect?
    /// The person's verdict; nil, for an aspect only: the mention does not speak of it.
    public var label: Sentiment.Label?
    /// What the engine had said; nil, for an aspect only: it had not found it.
    public var machineLabel: Sentiment.Label?
    /// What the engine's verdict had rested on.
    public var basis: Sentiment.Basis
    /// The edition of the lexicon by which it had said so.
    public var lexicon: String
    /// When the person judged.
    public var at: Date
    /// Who judged, by name.
    public var by: String
    /// What the person wrote to it.
    public var note: String?
    /// Whether the mention was drawn at random for judging, so that the share of right verdicts says
    /// something about all mentions; a person picks what is wrong.
    public var isSampled: Bool

    /// A correction.
    public init(
        id: Int64, mention: MentionID, version: Int, aspect: Aspect? = nil,
        label: Sentiment.Label?, machineLabel: Sentiment.Label?, basis: Sentiment.Basis,
        lexicon: String, at: Date, by: String, note: String? = nil, isSampled: Bool = false
    ) {
        self.id = id
        self.mention = mention
        self.version = version
        self.aspect = aspect
        self.label = label
        self.machineLabel = machineLabel
        self.basis = basis
        self.lexicon = lexicon
        self.at = at
        self.by = by
        self.note = note
        self.isSampled = isSampled
    }

    /// Whether the person agrees with the engine.
    public var isConfirmation: Bool { label == machineLabel }
}
