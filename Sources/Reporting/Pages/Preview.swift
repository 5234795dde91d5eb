public import Model

/// A feed that was read, matched and scored, but not stored.
public struct Preview: Sendable, Hashable {
    /// One entry with its verdict.
    public struct Judged: Sendable, Hashable {
        /// What the source said.
        public var entry: Entry
        /// The brands that it is about; empty if it would be no mention.
        public var brands: [BrandID]
        /// How the entry is felt; labelled `unscored` where there is no verdict.
        public var sentiment: Sentiment

        /// A judged entry.
        public init(entry: Entry, brands: [BrandID], sentiment: Sentiment) {
            self.entry = entry
            self.brands = brands
            self.sentiment = sentiment
        }
    }

    /// The file or address, as given; secrets masked.
    public var input: String
    /// What the document turned out to be.
    public var format: FeedFormat
    /// The title that the feed gives itself; nil if it has none.
    public var title: String?
    /// In the order of the document; empty if it has none.
    public var entries: [Judged]
    /// What had to be mended or guessed.
    public var notes: [String]

    /// A preview of `input`.
    public init(
        input: String, format: FeedFormat, title: String?, entries: [Judged], notes: [String]
    ) {
        self.input = input
        self.format = format
        self.title = title
        self.entries = entries
        self.notes = notes
    }

    /// Writes the object that `repute try --format json` promises.
    ///
    /// Its keys are `format`, `title`, `entries`, and
    /// in each entry `id`, `title`, `url`, `author`, `published`, `updated`, `text`, `rating`,
    /// `language`, `score`, `label` and `matched`; null for what is absent. With `namesInput` an
    /// `input` follows, so that the lines of several inputs can be told apart.
    public func write(to json: inout JSONText, namesInput: Bool) {
        json.beginObject()
        json.key("format")
        json.string(format.rawValue)
        json.key("title")
        json.string(title)
        json.key("entries")
        json.beginArray()
        for judged in entries { write(judged, to: &json) }
        json.endArray()
        if namesInput {
            json.key("input")
            json.string(input)
        }
        json.endObject()
    }

    private func write(_ judged: Judged, to json: inout JSONText) {
        let entry = judged.entry
        json.beginObject()
        let strings: KeyValuePairs = [
            "id": entry.id, "title": entry.title, "url": entry.url, "author": entry.author,
            "published": entry.published?.rfc3339, "updated": entry.updated?.rfc3339,
            "text": entry.text,
        ]
        for (key, value) in strings {
            json.key(key)
            json.string(value)
        }
        json.key("rating")
        JSONValue.rating(entry.rating).write(to: &json)
        json.key("language")
        json.string(judged.sentiment.language ?? Self.primaryLanguage(entry.language))
        json.key("score")
        json.rounded(judged.sentiment.score)
        json.key("label")
        json.string(judged.sentiment.label.rawValue)
        json.key("matched")
        json.beginArray()
        for brand in judged.brands { json.string(brand.rawValue) }
        json.endArray()
        json.endObject()
    }

    /// `de` out of `de-AT`.
    private static func primaryLanguage(_ tag: String?) -> String? {
        guard let first = tag?.split(separator: "-").first else { return nil }
        return first.lowercased()
    }

    /// The entries for people.
    public func listing(names: Names) -> Listing {
        Listing(
            columns: Self.columns, rows: entries.map { row($0, names) },
            whenEmpty: "The document has no entries.")
    }

    /// A heading for people: what the input is and how much is in it.
    public func heading(for reader: Reader) -> String {
        let name = Table.Cell(title ?? input).text
        let count = entries.count == 1 ? "1 entry" : "\(entries.count) entries"
        let matched = entries.count { !$0.brands.isEmpty }
        let matches = matched > 0 ? ", \(matched) of a brand" : ""
        return reader.style.paint(name, .heading) + "  \(format.rawValue), \(count)\(matches)\n"
            + notes.map { reader.style.paint("note: " + Table.Cell($0).text, .warning) + "\n" }
            .joined()
    }

    private static let columns: [Listing.Column] = [
        Listing.Column("input", for: .programs),
        Listing.Column("date", "Date"),
        Listing.Column("id", for: .programs),
        Listing.Column("title", "Title", minimum: 12, maximum: 60),
        Listing.Column("author", "Author", minimum: 6, maximum: 20),
        Listing.Column("rating", "Rating"),
        Listing.Column("score", "Score", alignment: .trailing),
        Listing.Column("label", "Label"),
        Listing.Column("words", "Words", for: .people, minimum: 10, maximum: 50),
        Listing.Column("matched", "Brand", minimum: 6, maximum: 24),
        Listing.Column("language", for: .programs),
        Listing.Column("text", for: .programs),
        Listing.Column("url", for: .programs),
    ]

    private func row(_ judged: Judged, _ names: Names) -> [Field] {
        let entry = judged.entry
        return [
            .text(input), .time(entry.published ?? entry.updated), .text(entry.id),
            .text(entry.title ?? MentionListing.excerpt(of: entry)), .text(entry.author),
            .rating(entry.rating), .score(judged.sentiment.score, judged.sentiment.label),
            .label(judged.sentiment.label), .text(words(judged)),
            .texts(judged.brands.map(names.name(of:))), .text(judged.sentiment.language),
            .text(entry.text), .text(entry.url),
        ]
    }

    private func words(_ judged: Judged) -> String {
        let strongest = judged.sentiment.contributions.filter { $0.weight != 0 }
            .sorted { abs($0.weight) > abs($1.weight) }
        return strongest.prefix(4)
            .map { ($0.weight < 0 ? "−" : "+") + $0.term }.joined(separator: " ")
    }
}
