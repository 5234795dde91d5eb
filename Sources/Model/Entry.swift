public import FoundationEssentials

/// One item of a feed, made plain: text without mark-up, dates in UTC, links absolute.
///
/// Everything but the identity may be absent; what the source did not say is nil, never invented.
/// A string is never empty and has no white space at its ends.
public struct Entry: Sendable, Hashable {
    /// The answer of the owner that stands in the source beside the review.
    public struct OwnerReply: Sendable, Hashable {
        /// What the owner answered; nil where the source only says that there is an answer.
        public var text: String?
        /// When the owner answered, by the source's word.
        public var date: Date?

        /// A reply; a source may give the fact, the text, the date or both.
        public init(text: String? = nil, date: Date? = nil) {
            self.text = text
            self.date = date
        }
    }

    /// What makes it the same entry at the next poll.
    public var identity: EntryIdentity
    /// The id that the source gave, as given.
    public var id: String?
    /// Where a person reads it: absolute, tracking parameters stripped, redirectors unwrapped.
    public var url: String?
    /// The headline as plain text.
    public var title: String?
    /// The body as readable plain text, paragraphs divided by newlines.
    public var text: String?
    /// Who wrote it, as the source names them.
    public var author: String?
    /// When it was written or last put out, by the source's word: a hint, checked by no one.
    public var published: Date?
    /// When it was last changed, by the source's word.
    public var updated: Date?
    /// What the author gave, on the source's scale.
    public var rating: Rating?
    /// The language that the source declares, as a BCP 47 tag.
    public var language: String?
    /// The answer that stands beside it; nil while there is none.
    public var ownerReply: OwnerReply?
    /// Where the site takes reports that the entry breaks its rules: absolute, `http` or `https`.
    public var reportURL: String?

    /// An entry of which only the identity is sure.
    public init(
        identity: EntryIdentity, id: String? = nil, url: String? = nil, title: String? = nil,
        text: String? = nil, author: String? = nil, published: Date? = nil, updated: Date? = nil,
        rating: Rating? = nil, language: String? = nil, ownerReply: OwnerReply? = nil,
        reportURL: String? = nil
    ) {
        self.identity = identity
        self.id = id
        self.url = url
        self.title = title
        self.text = text
        self.author = author
        self.published = published
        self.updated = updated
        self.rating = rating
        self.language = language
        self.ownerReply = ownerReply
        self.reportURL = reportURL
    }

    /// The text that is matched and scored: title, a newline, body.
    ///
    /// A title that only repeats the start of the body is left out. Spans of contributions are
    /// UTF-8 offsets into this string.
    public var body: String {
        guard let title else { return text ?? "" }
        guard let text else { return title }
        return text.hasPrefix(title) ? text : title + "\n" + text
    }

    /// Whether a reader would see a difference between the two: title, text, rating or reply.
    public func saysTheSame(as other: Entry) -> Bool {
        title == other.title && text == other.text && rating == other.rating
            && ownerReply == other.ownerReply
    }
}

/// The feed document that a poll brought, parsed.
public struct ParsedFeed: Sendable, Hashable {
    /// What the document turned out to be.
    public var format: FeedFormat
    /// The title that the feed gives itself.
    public var title: String?
    /// In the order of the document.
    public var entries: [Entry]
    /// The address of the following page, absolute, where the document names one.
    public var nextPage: String?
    /// What had to be mended or guessed, one sentence each, for the owner.
    public var notes: [String]
    /// How long the feed asks to be left alone (RSS `ttl`, `syn:updatePeriod`), in seconds.
    public var timeToLive: TimeInterval?
    /// When the feed asks not to be read (RSS `skipHours` and `skipDays`, in UTC); nil if it doesn't.
    public var skips: SkippedTimes?
    /// How long the interface asks to be left alone, in seconds, by a field that its recipe names.
    public var backoff: TimeInterval?
    /// Requests that the interface still allows, by a field that its recipe names.
    public var quotaRemaining: Int?

    /// A parsed document.
    public init(
        format: FeedFormat, title: String? = nil, entries: [Entry] = [], nextPage: String? = nil,
        notes: [String] = [], timeToLive: TimeInterval? = nil, skips: SkippedTimes? = nil,
        backoff: TimeInterval? = nil, quotaRemaining: Int? = nil
    ) {
        self.format = format
        self.title = title
        self.entries = entries
        self.nextPage = nextPage
        self.notes = notes
        self.timeToLive = timeToLive
        self.skips = skips
        self.backoff = backoff
        self.quotaRemaining = quotaRemaining
    }
}
