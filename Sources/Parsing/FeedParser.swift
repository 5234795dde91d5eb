public import FoundationEssentials
public import Model

/// Turns the body of an answer into a feed, whatever format it has.
///
/// The format is read from the body alone: a `Content-Type` is often wrong, the first element never.
/// Nothing is fetched: no external entity, no schema, no linked document.
public struct FeedParser: Sendable {
    /// What is known about a body from outside it.
    public struct Options: Sendable {
        /// The address that the body came from; links are resolved against it.
        public var baseURL: String?
        /// The charset of the `Content-Type` field.
        public var charset: String?
        /// The media type of the `Content-Type` field, without parameters.
        public var mediaType: String?
        /// The address that the answer's head names as the following page (`Link` with `rel=next`).
        public var nextLink: String?
        /// The recipe that the source names.
        public var recipe: Recipe?
        /// Recipes that are tried by shape where `recipe` is nil and the body is JSON of its own kind.
        public var recipes: [Recipe]
        /// The zone of dates that name none; nil means UTC.
        public var timeZone: TimeZone?

        /// Options; all that is left out is unknown.
        public init(
            baseURL: String? = nil, charset: String? = nil, mediaType: String? = nil,
            nextLink: String? = nil,
            recipe: Recipe? = nil, recipes: [Recipe] = [], timeZone: TimeZone? = nil
        ) {
            self.baseURL = baseURL
            self.charset = charset
            self.mediaType = mediaType
            self.nextLink = nextLink
            self.recipe = recipe
            self.recipes = recipes
            self.timeZone = timeZone
        }
    }

    /// Reads `body`; what had to be mended or left out is told in the notes of the result.
    ///
    /// Time and memory are linear in the size of the body. A document that breaks off gives the
    /// entries that are complete, and a note; one without a complete entry is an error.
    public static func parse(
        _ body: [UInt8], options: Options
    ) throws(FeedParseError) -> ParsedFeed {
        var feed = try document(body, options: options)
        guard feed.nextPage == nil, feed.format != .recipe, !feed.entries.isEmpty else {
            return feed
        }
        switch NextPage.named(options.nextLink, after: options.baseURL) {
        case .nothing: break
        case .page(let address): feed.nextPage = address
        case .stranger: feed.notes.append(NextPage.strangerNote)
        }
        return feed
    }

    private static func document(
        _ body: [UInt8], options: Options
    ) throws(FeedParseError) -> ParsedFeed {
        let document = DecodedDocument(body, charset: options.charset)
        switch BodyKind(of: document.bytes) {
        case .empty:
            throw FeedParseError(
                reason: .empty,
                detail: "The answer is empty. Check the address; the site may have moved the feed.")
        case .json:
            return try JSONDocumentParser.parse(document.bytes, options: options)
        case .xml(let start):
            return try XMLFeedParser.parse(document, from: start, options: options)
        case .html:
            return try webPage(document, options: options)
        case .other(let description):
            throw FeedParseError(
                reason: .notAFeed,
                detail: "The answer is \(description), not a feed. Check the address.")
        }
    }

    /// The reviews of a page; a page without any is an error that says what it is instead.
    private static func webPage(
        _ document: DecodedDocument, options: Options
    ) throws(FeedParseError) -> ParsedFeed {
        let page = WebPage(document.bytes)
        var reviews = ReviewPage(html: document.bytes, options: options)
        if let feed = reviews.feed(title: page.title, notes: document.notes) { return feed }
        throw page.error(reviews.finding)
    }
}
