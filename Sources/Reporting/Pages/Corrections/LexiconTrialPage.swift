public import Model

/// What lines of a lexicon overlay would change in the stored mentions.
public struct LexiconTrialPage: Sendable, Hashable {
    /// A mention that would be judged otherwise.
    public struct Flip: Sendable, Hashable {
        /// Its number.
        public var mention: MentionID
        /// How the engine judges its text now.
        public var before: Sentiment.Label
        /// How it would.
        public var after: Sentiment.Label
        /// The score of its text now, −1 to 1.
        public var scoreBefore: Double
        /// The score that it would have.
        public var scoreAfter: Double
        /// Whether its rating makes the verdict, so that only the reading of its text would change.
        public var isRated: Bool
        /// How a person judged it; nil where nobody did.
        public var person: Sentiment.Label?
        /// The beginning of what it says.
        public var text: String

        /// A mention whose verdict flips.
        public init(
            mention: MentionID, before: Sentiment.Label, after: Sentiment.Label,
            scoreBefore: Double, scoreAfter: Double, isRated: Bool, person: Sentiment.Label?,
            text: String
        ) {
            self.mention = mention
            self.before = before
            self.after = after
            self.scoreBefore = scoreBefore
            self.scoreAfter = scoreAfter
            self.isRated = isRated
            self.person = person
            self.text = text
        }
    }

    /// The lines that were tried.
    public var lines: [String]
    /// How many mentions were read.
    public var read = 0
    /// How many of them would have another score, flipped or not.
    public var moved = 0
    /// How many would be judged otherwise.
    public var flipped = 0
    /// Judged mentions that the engine would judge as the person did, and does not now.
    public var mended = 0
    /// Judged mentions that the engine judges as the person did, and would not.
    public var broken = 0
    /// Some of those that flip, the newest first.
    public var flips: [Flip] = []

    /// A trial of these lines that has read nothing yet.
    public init(lines: [String]) { self.lines = lines }

    /// The page as text that ends in a line feed; CSV and JSON Lines give one row a mention.
    public func rendered(as format: OutputFormat, for reader: Reader) -> String {
        switch format {
        case .json:
            JSONValue.members([
                "lines": .array(lines.map(JSONValue.string)), "read": .integer(read),
                "moved": .integer(moved), "flipped": .integer(flipped),
                "mended": .integer(mended), "broken": .integer(broken), "flips": listing.json,
            ]).text + "\n"
        case .table, .markdown:
            summary + "\n\n" + listing.rendered(as: format, for: reader)
        default: listing.rendered(as: format, for: reader)
        }
    }

    /// What was read and what would change, in one or two sentences.
    private var summary: String {
        let judged =
            mended + broken > 0
            ? " Of those that you judged, \(mended) would be right that is wrong now, and \(broken) "
                + "wrong that is right."
            : ""
        return "\(read == 1 ? "1 mention" : "\(read) mentions") read: \(moved) would get another "
            + "score, \(flipped) another verdict on the text.\(judged)"
    }

    private var listing: Listing {
        let hidden = flipped - flips.count
        return Listing(
            columns: [
                Listing.Column("mention", "Mention", alignment: .trailing),
                Listing.Column("before", "Now"), Listing.Column("after", "Then"),
                Listing.Column("scoreBefore", "Score", alignment: .trailing),
                Listing.Column("scoreAfter", "Then", alignment: .trailing),
                Listing.Column("rated", "Rated"), Listing.Column("person", "You"),
                Listing.Column("text", "Says", minimum: 12, maximum: 70),
            ], rows: flips.map(Self.row), whenEmpty: "No mention would be judged otherwise.",
            footer: hidden > 0 ? ["\(flips.count) of \(flipped); --limit shows more"] : [])
    }

    private static func row(_ flip: Flip) -> [Field] {
        [
            .integer(Int(flip.mention)), .label(flip.before), .label(flip.after),
            .score(flip.scoreBefore, flip.before), .score(flip.scoreAfter, flip.after),
            .flag(flip.isRated), .text(flip.person?.rawValue), .text(flip.text),
        ]
    }
}
