public import FoundationEssentials
public import Model

/// Which mentions of the past somebody wants to read in full.
public struct PastQuestion: Sendable, Hashable {
    /// Mentions that are wanted: those that hold in every part.
    public struct Part: Sendable, Hashable {
        /// The verdicts; empty for any.
        public var labels: Set<Sentiment.Label> = []
        /// The lowest rating, in stars; nil for any, or none.
        public var minStars: Double?
        /// The highest rating, in stars; nil for any, or none.
        public var maxStars: Double?
        /// Where they were read; empty for anywhere.
        public var sources: Set<SourceID> = []
        /// The kinds of source; empty for any.
        public var kinds: Set<Source.Kind> = []
        /// Whether what their authors wrote before is wanted too, which takes time for each mention.
        public var asksForAuthors = false

        /// Every mention, without what its author wrote before.
        public init() {}
    }

    /// What is wanted; a mention that is in one of these is.
    public var parts: [Part]
    /// Whether the aspects that mentions speak of are wanted.
    public var asksForAspects: Bool

    /// A question.
    public init(parts: [Part], asksForAspects: Bool) {
        self.parts = parts
        self.asksForAspects = asksForAspects
    }
}

/// A mention of the past as somebody passes it who may want it in full.
public struct PastArrival: Sendable, Hashable {
    /// The mention's number.
    public var id: MentionID
    /// When it was first seen.
    public var firstSeen: Date
    /// In full where it was asked for, was edited or tells a story with others; else nil.
    public var past: PastMention?

    /// A mention that was passed.
    public init(id: MentionID, firstSeen: Date, past: PastMention?) {
        self.id = id
        self.firstSeen = firstSeen
        self.past = past
    }
}
