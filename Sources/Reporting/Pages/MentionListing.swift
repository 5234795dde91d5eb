public import Model

/// A list of mentions.
public enum MentionListing {
    /// One row a mention; `names` gives what people read for the ids.
    ///
    /// People see states and who cares for a mention where there is something to see.
    public static func listing(
        _ mentions: [Mention], names: Names, footer: [String] = [],
        whenEmpty: String = "No mention fits."
    ) -> Listing {
        Listing(
            columns: columns(
                hasStates: mentions.contains { $0.triage.state != .new },
                hasAssignees: mentions.contains { $0.triage.assignee != nil }),
            rows: mentions.map { row($0, names) }, whenEmpty: whenEmpty, footer: footer)
    }

    private static func columns(hasStates: Bool, hasAssignees: Bool) -> [Listing.Column] {
        [
            Listing.Column("id", "ID", alignment: .trailing),
            Listing.Column("date", "Date"),
            Listing.Column("source", "Source", for: .people, minimum: 8, maximum: 24),
            Listing.Column("source", for: .programs),
            Listing.Column("kind", for: .programs),
            Listing.Column("brands", "Brand", for: .people, minimum: 6, maximum: 24),
            Listing.Column("brands", for: .programs),
            Listing.Column("rating", "Rating"),
            Listing.Column("score", "Score", alignment: .trailing),
            Listing.Column("label", "Label"),
            Listing.Column("confidence", for: .programs),
            Listing.Column("disagrees", for: .programs),
            Listing.Column("language", for: .programs),
            Listing.Column("aspects", for: .programs),
            Listing.Column("state", "State", for: hasStates ? .everybody : .programs),
            Listing.Column(
                "assignee", "Who", for: hasAssignees ? .everybody : .programs, minimum: 4,
                maximum: 16),
            Listing.Column("author", "Author", minimum: 6, maximum: 20),
            Listing.Column("says", "Says", for: .people, minimum: 16, maximum: 100),
            Listing.Column("title", for: .programs),
            Listing.Column("text", for: .programs),
            Listing.Column("url", for: .programs),
            Listing.Column("answered", for: .programs),
            Listing.Column("answeredAt", for: .programs),
            Listing.Column("baseline", for: .programs),
            Listing.Column("version", for: .programs),
        ]
    }

    private static func row(_ mention: Mention, _ names: Names) -> [Field] {
        let entry = mention.entry
        let brands = mention.brands.map(\.brand)
        return [
            .integer(Int(mention.id)), .time(mention.occurredAt),
            .text(names.title(of: mention.source)), .text(mention.source.rawValue),
            .text(mention.kind.rawValue), .texts(brands.map(names.name(of:))),
            .texts(brands.map(\.rawValue)), .rating(entry.rating),
            .score(mention.sentiment.score, mention.sentiment.label),
            .label(mention.sentiment.label), .decimal(mention.sentiment.confidence, places: 2),
            .flag(mention.sentiment.disagrees), .text(mention.sentiment.language),
            .aspects(mention.sentiment.aspects), state(of: mention), .text(mention.triage.assignee),
            .text(entry.author), .text(excerpt(of: entry)), .text(entry.title), .text(entry.text),
            .text(entry.url), .flag(entry.ownerReply != nil || mention.triage.answeredAt != nil),
            .time(mention.answeredAt), .flag(mention.isBaseline),
            .integer(mention.version),
        ]
    }

    private static func state(of mention: Mention) -> Field {
        let state = mention.triageState
        return .labelled(
            state.rawValue, shown: TriageWords.state(state), TriageWords.meaning(state))
    }

    /// The beginning of what is said, for one cell of a table.
    public static func excerpt(of entry: Entry) -> String {
        let body = entry.body
        return body.isEmpty ? "(no text)" : String(body.prefix(400))
    }
}

/// What people call sources and brands.
public struct Names: Sendable, Hashable {
    /// What people read for a source; one that is missing is shown by its id.
    public var sources: [SourceID: String]
    /// What people read for a brand; one that is missing is shown by its id.
    public var brands: [BrandID: String]

    /// Names; an id without one is shown itself.
    public init(sources: [SourceID: String] = [:], brands: [BrandID: String] = [:]) {
        self.sources = sources
        self.brands = brands
    }

    /// The name of a source.
    public func title(of source: SourceID) -> String { sources[source] ?? source.rawValue }
    /// The name of a brand.
    public func name(of brand: BrandID) -> String { brands[brand] ?? brand.rawValue }
}
