import FoundationEssentials
public import Matching
public import Model
public import Parsing
public import Scoring

/// What becomes of an entry before it is stored: whose it is, and how it is felt.
///
/// Pure: no clock, no file, no network.
public struct MentionPipeline: Sendable {
    private let matcher: BrandMatcher
    private let scorer: SentimentScorer
    private let recipes: [Recipe]

    /// A pipeline that asks these brands and scores with this lexicon; `recipes` are tried by shape
    /// on JSON that no source names a recipe for.
    public init(matcher: BrandMatcher, scorer: SentimentScorer, recipes: [Recipe]) {
        self.matcher = matcher
        self.scorer = scorer
        self.recipes = recipes
    }

    /// Reads a body as `source` says, without matching or scoring.
    public func parse(
        _ body: [UInt8], source: Source, mediaType: String?, charset: String?, baseURL: String?
    ) throws(FeedParseError) -> ParsedFeed {
        let options = FeedParser.Options(
            baseURL: baseURL, charset: charset, mediaType: mediaType, recipe: recipe(of: source),
            recipes: recipes,
            timeZone: source.timeZone.flatMap { TimeZone(identifier: $0) })
        return try FeedParser.parse(body, options: options)
    }

    /// The recipe that a source names; nil if it names none.
    public func recipe(of source: Source) -> Recipe? {
        source.recipe.flatMap { name in recipes.first { $0.name == name } }
    }

    /// Matches and scores one entry.
    public func judge(_ entry: Entry, source: Source) -> JudgedEntry {
        let brands = brands(of: entry, source: source)
        return JudgedEntry(
            entry: entry, brands: brands,
            sentiment: sentiment(of: entry, source: source, brands: brands))
    }

    /// Scores one entry that is about `brands`, the answer of `brands(of:source:)`.
    ///
    /// What the text says about others counts nothing where one brand is its subject: the only one of
    /// `brands`, or the only one beside competitors. Else the text is scored as a whole.
    public func sentiment(
        of entry: Entry, source: Source, brands: [Mention.BrandMatch]
    ) -> Sentiment {
        let names = matcher.subject(of: brands).flatMap { matcher.names(of: $0, in: entry) }
        return scorer.score(
            entry, genre: source.genre,
            target: names.map { TextTarget(brand: $0.brand, others: $0.others) })
    }

    /// The brands of an entry, without scoring it.
    public func brands(of entry: Entry, source: Source) -> [Mention.BrandMatch] {
        matcher.brands(for: entry, of: source)
    }

    /// Reads, matches and scores a body, as a poll would store it.
    public func preview(
        _ body: [UInt8], source: Source, mediaType: String?, charset: String?, baseURL: String?
    ) throws(FeedParseError) -> FeedPreview {
        let feed = try parse(
            body, source: source, mediaType: mediaType, charset: charset, baseURL: baseURL)
        return FeedPreview(feed: feed, entries: feed.entries.map { judge($0, source: source) })
    }
}

/// An entry with its brands and its sentiment.
public struct JudgedEntry: Sendable, Hashable {
    /// What the source says, made plain.
    public var entry: Entry
    /// Empty for an entry that is no mention.
    public var brands: [Mention.BrandMatch]
    /// How it is felt, mention or not.
    public var sentiment: Sentiment

    /// A judged entry.
    public init(entry: Entry, brands: [Mention.BrandMatch], sentiment: Sentiment) {
        self.entry = entry
        self.brands = brands
        self.sentiment = sentiment
    }
}

/// A feed as a poll would store it.
public struct FeedPreview: Sendable, Hashable {
    /// The document without its entries' judgement.
    public var feed: ParsedFeed
    /// In the order of the document.
    public var entries: [JudgedEntry]

    /// A preview.
    public init(feed: ParsedFeed, entries: [JudgedEntry]) {
        self.feed = feed
        self.entries = entries
    }
}
