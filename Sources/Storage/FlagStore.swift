public import FoundationEssentials
public import Model

/// Mentions that somebody suspects to be fakes.
public protocol FlagStore: Sendable {
    /// Flags a mention; one whose flag is still open keeps that one.
    func flag(_ mention: MentionID, reason: String, by person: String, at: Date)
        async throws(StorageError) -> FlagReceipt

    /// Says what came of the open flag of a mention.
    func settleFlag(of mention: MentionID, as outcome: SuspicionFlag.Outcome, at: Date)
        async throws(StorageError) -> FlagReceipt

    /// The flags of a mention, oldest first; at most one is open.
    func flags(of mention: MentionID) async throws(StorageError) -> [SuspicionFlag]

    /// The flags of all mentions, newest first, each with its mention; `isOpen` limits them to those
    /// without an outcome, or with one.
    func flags(isOpen: Bool?, page: Page) async throws(StorageError) -> PageOf<SuspectedMention>

    /// How many mentions of the days gave each number of stars, rounded to whole ones, and how many of
    /// these were flagged: the unrated first, then one star to five, none left out.
    ///
    /// Nil brands: all mentions, each counted once. Several brands: a mention counts once for each of
    /// them that it is about.
    func flagCounts(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [FlagCounts]
}

/// What came of flagging, or of settling a flag.
public enum FlagReceipt: Sendable, Hashable {
    /// It was done; the flag as it is now.
    case done(SuspicionFlag)
    /// It was not: the mention has this flag, which is open when it was to be flagged, and settled when
    /// it was to be settled.
    case refused(SuspicionFlag)
    /// It was not: the mention has no flag to settle.
    case unflagged
    /// It was not: there is no such mention.
    case unknown
}

/// A flag with the mention that it is about.
public struct SuspectedMention: Sendable, Hashable {
    /// The suspicion.
    public var flag: SuspicionFlag
    /// What is suspected, in its present wording.
    public var mention: Mention

    /// A flag on `mention`.
    public init(flag: SuspicionFlag, mention: Mention) {
        self.flag = flag
        self.mention = mention
    }
}

/// How many of the mentions with so many stars were flagged.
public struct FlagCounts: Sendable, Hashable {
    /// Whole stars, 1 to 5; nil for mentions without a rating.
    public var stars: Int?
    /// All mentions with so many stars.
    public var mentions: Int
    /// Those whose last flag is open.
    public var open: Int
    /// Those whose last flag made the site take them down.
    public var removed: Int
    /// Those whose last flag was refused by the site.
    public var kept: Int
    /// Those whose last flag was taken back.
    public var withdrawn: Int

    /// Counts for so many stars.
    public init(
        stars: Int?, mentions: Int = 0, open: Int = 0, removed: Int = 0, kept: Int = 0,
        withdrawn: Int = 0
    ) {
        self.stars = stars
        self.mentions = mentions
        self.open = open
        self.removed = removed
        self.kept = kept
        self.withdrawn = withdrawn
    }

    /// Those that are or were under suspicion; a flag that was taken back does not count.
    public var flagged: Int { open + removed + kept }
}
