/// How a mention is felt, and why we say so.
public struct Sentiment: Sendable, Hashable {
    /// The verdict in one word.
    public enum Label: String, Sendable, Hashable, CaseIterable {
        case negative
        case neutral
        case positive
        /// No verdict: the language is not known, or there is too little to judge by.
        case unscored
    }

    /// What the verdict rests on.
    public enum Basis: String, Sendable, Hashable, CaseIterable {
        case rating
        case text
        case none
    }

    /// −1 (as bad as can be) to 1; 0 where the label is `unscored`.
    public var score: Double
    /// The verdict, from the rating where there is one; a person's where one judged the wording.
    public var label: Label
    /// What the engine said where `label` is a person's verdict; nil where it is the engine's.
    public var machineLabel: Label?
    /// 0 (a guess) to 1 (sure); 0 where the label is `unscored`.
    public var confidence: Double
    /// Whether rating or text decided.
    public var basis: Basis
    /// What the text alone says, kept beside a rating; nil where the text is unscored.
    public var textScore: Double?
    /// The verdict on the text alone; `unscored` where there is none.
    public var textLabel: Label
    /// Whether rating and text say opposite things, which a person should look at.
    public var disagrees: Bool
    /// The language that the text was read in, as a two-letter ISO 639-1 code; nil if not known.
    public var language: String?
    /// How likely the text is an opinion at all, and no plain statement: 0 to 1; 0 where unscored.
    public var opinion: Double
    /// Every term that counted, in the order of the text.
    public var contributions: [Contribution]
    /// What the text is about and how each of these is felt, in the order of `Aspect.allCases`.
    public var aspects: [AspectOpinion]
    /// The edition of the lexicon that scored, overlays included.
    public var lexicon: String

    /// A verdict; see the properties for ranges.
    public init(
        score: Double, label: Label, confidence: Double, basis: Basis, textScore: Double? = nil,
        textLabel: Label = .unscored, disagrees: Bool = false, language: String? = nil,
        opinion: Double = 0, contributions: [Contribution] = [], aspects: [AspectOpinion] = [],
        lexicon: String
    ) {
        self.score = score
        self.label = label
        self.confidence = confidence
        self.basis = basis
        self.textScore = textScore
        self.textLabel = textLabel
        self.disagrees = disagrees
        self.language = language
        self.opinion = opinion
        self.contributions = contributions
        self.aspects = aspects
        self.lexicon = lexicon
    }
}

/// One term of a text that moved its score.
public struct Contribution: Sendable, Hashable {
    /// Where an entry of the lexicon comes from.
    public enum Origin: String, Sendable, Hashable, CaseIterable {
        /// A person wrote the valence.
        case written
        /// The valence was learned from labelled texts.
        case learned
        /// The owner's own file says so.
        case overlay
    }

    /// The lexicon entry that was met, in the lexicon's spelling.
    public var term: String
    /// Where it stands: UTF-8 offsets into `Entry.body`, on character boundaries.
    public var span: Range<Int>
    /// What the lexicon gives for the term alone, −4 to 4.
    public var valence: Double
    /// What it counted in this text after all rules; the sum of these makes the score.
    public var weight: Double
    /// The rules that changed `valence` into `weight`, such as `negated by "not"`; empty if none.
    public var rules: [String]
    /// Where the valence comes from.
    public var origin: Origin

    /// A contribution.
    public init(
        term: String, span: Range<Int>, valence: Double, weight: Double, rules: [String] = [],
        origin: Origin = .written
    ) {
        self.term = term
        self.span = span
        self.valence = valence
        self.weight = weight
        self.rules = rules
        self.origin = origin
    }
}
