public import FoundationEssentials
public import Model

/// A mention, or a new version of one, that no rule has decided on yet.
public struct AlertCandidate: Sendable {
    /// What the version before an edit was, as far as it is known.
    public struct Edit: Sendable, Hashable {
        /// The verdict before the edit.
        public var label: Sentiment.Label
        /// The score before the edit, −1 to 1; nil if not known.
        public var score: Double?
        /// The rating before the edit, in stars of 1 to 5; nil if there was none or it is not known.
        public var stars: Double?
        /// The entry before the edit, needed by rules that ask for words; nil if not kept.
        public var entry: Entry?
        /// What it spoke of before the edit, needed by rules that ask for aspects; nil if not known.
        public var aspects: [AspectOpinion]?

        /// The verdict before the edit and what else is known; what is nil is not compared.
        public init(
            label: Sentiment.Label, score: Double? = nil, stars: Double? = nil,
            entry: Entry? = nil, aspects: [AspectOpinion]? = nil
        ) {
            self.label = label
            self.score = score
            self.stars = stars
            self.entry = entry
            self.aspects = aspects
        }

        /// Whether `mention`, the version after the edit, is clearly worse: a star or more is gone,
        /// or it is negative now and half a point of score or more is gone.
        public func isWorse(in mention: Mention) -> Bool {
            if let stars, let now = mention.entry.rating?.stars, stars - now >= 1 { return true }
            guard mention.sentiment.label == .negative, let score else { return false }
            // Scores are sums of decimal fractions: what is meant as 0.5 may be a hair less.
            return score - mention.sentiment.score >= 0.5 - 1e-9
        }

        /// The version before the edit, as far as it is known; the rest as in `mention`, which came of it.
        func earlier(_ mention: Mention) -> Mention {
            var earlier = mention
            if let entry { earlier.entry = entry }
            earlier.entry.rating = stars.flatMap { Rating(value: $0, min: 1, max: 5) }
            earlier.sentiment.label = label
            if let score { earlier.sentiment.score = score }
            return earlier
        }
    }

    /// What is known of the story that a copy tells again.
    public struct Story: Sendable, Hashable {
        /// The mention that told it first; of two copies decided on at once, the same for both.
        public var first: MentionID
        /// On how many sites it stands, this copy's included.
        public var siteCount: Int
        /// The rules that have told of it, or hold it back to tell of it soon.
        public var toldBy: Set<RuleID>
        /// The rules that have left it to the digest, and not told of it at once.
        public var digestedBy: Set<RuleID>
        /// A number of sites worth another word that it reached with this batch; nil if it didn't.
        public var step: Int?

        /// A story.
        public init(
            first: MentionID, siteCount: Int, toldBy: Set<RuleID>, digestedBy: Set<RuleID> = [],
            step: Int? = nil
        ) {
            self.first = first
            self.siteCount = siteCount
            self.toldBy = toldBy
            self.digestedBy = digestedBy
            self.step = step
        }

        /// The numbers of sites at which a negative story is told of again.
        public static let steps = [3, 10, 30]

        /// The last of `steps` that lies above `before` and not above `after`; nil if none does.
        public static func step(from before: Int, to after: Int) -> Int? {
            steps.last { before < $0 && $0 <= after }
        }
    }

    /// The version to decide on.
    public var mention: Mention
    /// False for what came with the first poll of its source and is older than the source's
    /// `alertSince`; true for everything else, edits of such mentions included.
    public var isNews: Bool
    /// Set where this is a later version of a mention that was decided before.
    public var edit: Edit?
    /// Set where an earlier mention tells the same story.
    public var story: Story?
    /// What its author wrote before; nil for an author without a name.
    public var author: AuthorHistory?
    /// On how many sites its story stands, this one included; also where it is no copy, as after an edit.
    public var siteCount: Int

    /// A candidate; the number of sites is that of the story unless told.
    public init(
        mention: Mention, isNews: Bool = true, edit: Edit? = nil, story: Story? = nil,
        author: AuthorHistory? = nil, siteCount: Int? = nil
    ) {
        self.mention = mention
        self.isNews = isNews
        self.edit = edit
        self.story = story
        self.author = author
        self.siteCount = siteCount ?? story?.siteCount ?? 1
    }

    /// What conditions and severities ask about.
    var facts: MentionFacts {
        MentionFacts(mention, author: author, siteCount: siteCount)
    }
}

/// The alerts that share a cool-down: those of one rule on one brand.
public struct AlertGroup: Sendable, Hashable {
    /// The rule that speaks.
    public var rule: RuleID
    /// Nil for mentions of no brand.
    public var brand: BrandID?

    /// The group of a rule and a brand.
    public init(rule: RuleID, brand: BrandID?) {
        self.rule = rule
        self.brand = brand
    }
}

/// A mention that waits for the end of a cool-down; a row of the store.
public struct HeldMention: Sendable, Hashable {
    /// The rule and brand whose cool-down it waits for.
    public var group: AlertGroup
    /// The mention that waits.
    public var mention: MentionID
    /// When it was first held.
    public var heldSince: Date
    /// When it is to be presented again; later for a new alert of the group in between.
    public var until: Date
    /// Why it is held, as one sentence for the owner.
    public var reason: String

    /// A held mention, unique by group and mention.
    public init(
        group: AlertGroup, mention: MentionID, heldSince: Date, until: Date, reason: String
    ) {
        self.group = group
        self.mention = mention
        self.heldSince = heldSince
        self.until = until
        self.reason = reason
    }
}

/// A held mention with what it now says.
public struct HeldCandidate: Sendable {
    /// The row as stored.
    public var held: HeldMention
    /// The mention in its present version.
    public var mention: Mention
    /// What its author wrote before; nil for an author without a name.
    public var author: AuthorHistory?
    /// On how many sites its story stands by now, this one included.
    public var siteCount: Int

    /// A row that is presented again, with the mention that it names.
    public init(
        held: HeldMention, mention: Mention, author: AuthorHistory? = nil, siteCount: Int = 1
    ) {
        self.held = held
        self.mention = mention
        self.author = author
        self.siteCount = siteCount
    }
}
