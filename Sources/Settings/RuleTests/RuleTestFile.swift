public import FoundationEssentials
public import Model

/// A file of mentions and what the rules on single mentions are expected to make of them.
///
/// `docs/rule-tests.md` tells how such a file is written.
public struct RuleTestFile: Sendable, Hashable {
    /// The path as it was given.
    public var file: String
    /// At least one, in the order of the file; names are unique.
    public var cases: [RuleTestCase]
}

/// One test: mentions that come one after the other to rules that have told of nothing yet.
public struct RuleTestCase: Sendable, Hashable {
    /// What the owner calls it.
    public var name: String
    /// Where it begins in the file, from 1.
    public var line: Int
    /// Silences that are in force for the whole test.
    public var silences: [RuleTestSilence]
    /// At least one, in the order in which they come.
    public var mentions: [RuleTestMention]
}

/// What a silence of a test covers: all that every set condition holds for.
public struct RuleTestSilence: Sendable, Hashable {
    /// Only alerts of this rule; nil: of all.
    public var rule: RuleID?
    /// Only what comes from this source; nil: from anywhere.
    public var source: SourceID?
    /// Only what is about this brand; nil: about any.
    public var brand: BrandID?
}

/// A mention of a test, and what is expected to become of it.
public struct RuleTestMention: Sendable, Hashable {
    /// Where it begins in the file, from 1.
    public var line: Int
    /// Seconds since the mention before it; 0 for the first.
    public var after: TimeInterval
    /// The source that it comes from; `unnamedSource` where the file names none.
    public var source: SourceID
    /// What the entries of that source are.
    public var kind: Source.Kind
    /// How its text is read when it is scored.
    public var genre: Genre?
    /// The brands that it is about; empty where they are to be found by their queries.
    public var brands: [BrandID]
    /// What it says.
    public var wording: RuleTestWording
    /// What it said before an edit, in a version that was decided on; nil for one that was not edited.
    public var editedFrom: RuleTestWording?
    /// Who wrote it.
    public var author: String?
    /// What the author wrote before.
    public var authorHistory: AuthorHistory
    /// Where a person reads it.
    public var url: String?
    /// Its language as a two-letter code of ISO 639-1; nil where it is to be found.
    public var language: String?
    /// On how many sites its story stands, this one included, none of which was told of: 1 or more.
    public var sites: Int
    /// Whether it came with the first poll of its source, and so is no news.
    public var isBaseline: Bool
    /// All that becomes of it, each rule once: a rule that is not named here does nothing.
    public var expected: [RuleTestExpectation]

    /// Stands for a source where a test names none; no source of the configuration is meant.
    public static let unnamedSource = SourceID(trusted: "test")
}

/// What a mention of a test says, and how that is felt.
public struct RuleTestWording: Sendable, Hashable {
    /// The headline.
    public var title: String?
    /// The body.
    public var text: String?
    /// The rating in stars, 1 to 5.
    public var stars: Double?
    /// The verdict that is taken for granted; nil where rating and text are to be scored.
    public var verdict: RuleTestVerdict?
    /// How it is felt about what it speaks of; empty where that is to be found in the text.
    public var aspects: [Aspect: Sentiment.Label]
}

/// A verdict that a test takes for granted.
public struct RuleTestVerdict: Sendable, Hashable {
    /// In one word.
    public var label: Sentiment.Label
    /// −1 to 1; −0.6, 0 or 0.6 by the label where the file gives none.
    public var score: Double
    /// 0 to 1; 0.8 where the file gives none, 0 where the label is `unscored`.
    public var confidence: Double
}

/// What a rule is expected to do about a mention.
public struct RuleTestExpectation: Sendable, Hashable {
    /// What becomes of a mention that meets a rule, by the words of the file.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// It is told at once.
        case alert
        /// It waits for the end of a cool-down.
        case held
        /// It waits for the digest.
        case digest
        /// A silence keeps it from being told.
        case silenced
    }

    /// The rule, of type `mention`.
    public var rule: RuleID
    /// What it does.
    public var outcome: Outcome
    /// How urgent the alert is, only set where `outcome` is `alert`; nil for any.
    public var severity: Alert.Severity?
}
