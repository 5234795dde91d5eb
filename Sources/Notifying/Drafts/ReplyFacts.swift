public import FoundationEssentials
public import Model

/// What a reply may tell: all that its template can name.
///
/// From the mention come only its date, its stars, the author's first name as they show it, and words
/// that name what the reply speaks to; from the configuration the rest.
public struct ReplyFacts: Sendable, Hashable {
    /// The author's first name; nil where none can be told.
    public var name: String?
    /// What the business is called.
    public var business: String
    /// The brand that the mention is about.
    public var brand: String
    /// What the owner calls the source.
    public var source: String
    /// When the mention was written.
    public var date: Date
    /// The zone in which `date` is told.
    public var timeZone: TimeZone
    /// 1 to 5; nil where nothing was rated.
    public var stars: Double?
    /// The words that name what the reply speaks to.
    public var words: [String]
    /// The mail address at which the business is reached; nil if it gives none.
    public var contact: String?
    /// Who signs; nil if the configuration doesn't say.
    public var owner: String?

    /// The facts of `mention`, whose words are those of `situation`.
    public init(
        _ mention: Mention, _ situation: ReplySituation, business: String, brand: String,
        source: String, timeZone: TimeZone, contact: String?, owner: String?
    ) {
        name = AuthorName.first(of: mention.entry.author)
        self.business = business
        self.brand = brand
        self.source = source
        date = mention.occurredAt
        self.timeZone = timeZone
        stars = mention.entry.rating?.stars
        words = situation.words
        self.contact = contact
        self.owner = owner
    }
}

extension ReplyFacts {
    /// The names that a template of replies may use.
    static let shape: [String: TemplateShape] = [
        "greeting": .value, "name": .value, "business": .value, "brand": .value, "source": .value,
        "date": .value, "stars": .value, "words": .value, "contact": .value, "owner": .value,
    ]

    /// The values of these names, in the words of a language.
    func values(_ language: LetterLanguage) -> [String: Any] {
        [
            "greeting": language.greeting(name), "name": optional(name),
            "business": line(business), "brand": line(brand), "source": line(source),
            "date": language.date(date, in: timeZone),
            "stars": optional(stars.map(language.book.figures.short)),
            // As it is: the blanks inside French quotation marks are no common ones.
            "words": words.isEmpty ? AbsentValue() : language.quotation(words),
            "contact": optional(contact), "owner": optional(owner),
        ]
    }

    private func line(_ text: String) -> String { OneLine.text(text, limit: 200) }

    private func optional(_ text: String?) -> Any {
        guard let text, !text.isEmpty else { return AbsentValue() }
        return line(text)
    }

    /// Facts as they could be, and as few as there can be, to try a template with.
    static var samples: [ReplyFacts] {
        let mention = Mention(
            id: 1, source: SourceID(trusted: "sample"), kind: .review,
            entry: Entry(
                identity: EntryIdentity(rung: .stableID, key: "1"), author: "Ada O'Neil",
                rating: Rating(value: 2, min: 1, max: 5)),
            brands: [],
            sentiment: Sentiment(
                score: 0, label: .negative, confidence: 1, basis: .rating, lexicon: "sample"),
            firstSeen: Date(timeIntervalSince1970: 1_700_000_000),
            occurredAt: Date(timeIntervalSince1970: 1_700_000_000), version: 1, isBaseline: false)
        var full = ReplyFacts(
            mention, ReplySituation(mention), business: "Bread & Roses", brand: "Bread & Roses",
            source: "Guest book", timeZone: .gmt, contact: "owner@bakery.example", owner: "Grace")
        full.words = ["late", "cold"]
        var bare = full
        (bare.name, bare.stars, bare.contact, bare.owner) = (nil, nil, nil, nil)
        bare.words = []
        return [full, bare]
    }
}
