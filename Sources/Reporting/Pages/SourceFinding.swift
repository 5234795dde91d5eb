public import FoundationEssentials
public import Model

/// What one fetch of a source showed: what it gives, and what it cannot give.
public struct SourceFinding: Sendable, Hashable {
    /// The source that was fetched.
    public var source: SourceID
    /// What went wrong; nil if the source could be read.
    public var failure: String?
    /// What the document turned out to be; nil if the source could not be read.
    public var format: FeedFormat?
    /// The title that the feed gives itself; nil if it has none or could not be read.
    public var title: String?
    /// How many entries the document has; 0 if the source could not be read.
    public var entries: Int
    /// The latest date of an entry, by the source's word; nil if no entry has one.
    public var newest: Date?
    /// How many entries have a rating.
    public var rated: Int
    /// How many entries say who wrote them.
    public var withAuthor: Int
    /// How many entries say when they were published or changed.
    public var withDate: Int
    /// Entries by the rung of the ladder that identifies them.
    public var rungs: [EntryIdentity.Rung: Int]
    /// Entries that are mentions of a brand.
    public var matched: Int
    /// What is known of the source before asking it, one sentence each.
    public var limits: [String]
    /// What had to be mended in the document.
    public var notes: [String]

    /// A source that could not be read.
    public init(source: SourceID, failure: String, limits: [String]) {
        self.source = source
        self.failure = failure
        entries = 0
        rated = 0
        withAuthor = 0
        withDate = 0
        rungs = [:]
        matched = 0
        self.limits = limits
        notes = []
    }

    /// A source that gave `feed`, in which `matched` entries are of a brand.
    public init(source: SourceID, feed: ParsedFeed, matched: Int, limits: [String]) {
        self.source = source
        format = feed.format
        title = feed.title
        entries = feed.entries.count
        newest = feed.entries.compactMap { $0.published ?? $0.updated }.max()
        rated = feed.entries.count { $0.rating != nil }
        withAuthor = feed.entries.count { $0.author != nil }
        withDate = feed.entries.count { $0.published != nil || $0.updated != nil }
        rungs = Dictionary(feed.entries.map { ($0.identity.rung, 1) }, uniquingKeysWith: +)
        self.matched = matched
        self.limits = limits
        notes = feed.notes
    }

    /// Whether the source could not be read; `failure` then says why.
    public var hasFailed: Bool { failure != nil }

    /// What the entries lack, one sentence each; empty where they have all.
    public var lacks: [String] {
        guard entries > 0 else { return hasFailed ? [] : ["There is no entry to judge it by."] }
        var lacks: [String] = []
        if rated == 0 { lacks.append("No rating: the text alone is scored.") }
        if withAuthor == 0 { lacks.append("No author.") }
        if withDate == 0 { lacks.append("No date: the time of the first sight counts.") }
        let unstable = rungs[.contentHash] ?? 0
        if unstable > 0 {
            lacks.append(
                "No stable id on \(unstable) of \(entries): once edited, an entry comes as a new one."
            )
        }
        return lacks
    }

    /// The finding for people: a line that says how it is, and what is to be known below it.
    public func text(names: Names, for reader: Reader) -> String {
        let name = Table.Cell(names.title(of: source)).text
        guard let format else {
            let line = "✘ \(name): \(Table.Cell(failure ?? "").text)"
            return reader.style.paint(line, .negative) + "\n" + details(limits, for: reader)
        }
        var facts = ["\(format.rawValue)", entries == 1 ? "1 entry" : "\(entries) entries"]
        if let newest { facts.append("the newest " + reader.time.relative(newest)) }
        if rated > 0 { facts.append("\(rated) rated") }
        facts.append("\(matched) of a brand")
        let known = Set(limits.map(Self.folded))
        let more = lacks.filter { !known.contains(Self.folded($0)) }
        return reader.style.paint("✔ \(name)", .positive) + ": "
            + facts.joined(separator: ", ") + "\n" + details(limits + more + notes, for: reader)
    }

    /// The findings for programs.
    public static func listing(_ findings: [SourceFinding]) -> Listing {
        Listing(
            columns: [
                Listing.Column("source", "Source"), Listing.Column("ok", "OK"),
                Listing.Column("failure", "Problem"), Listing.Column("format", "Format"),
                Listing.Column("title", "Title"), Listing.Column("entries", "Entries"),
                Listing.Column("newest", "Newest"), Listing.Column("rated", "Rated"),
                Listing.Column("withAuthor", "With author"), Listing.Column("matched", "Matched"),
                Listing.Column("limits", "Limits"),
            ],
            rows: findings.map { finding in
                [
                    .text(finding.source.rawValue), .flag(!finding.hasFailed),
                    .text(finding.failure), .text(finding.format?.rawValue), .text(finding.title),
                    .integer(finding.entries), .time(finding.newest), .integer(finding.rated),
                    .integer(finding.withAuthor), .integer(finding.matched),
                    .texts(finding.limits + finding.lacks + finding.notes),
                ]
            }, whenEmpty: "No source is enabled.")
    }

    private func details(_ sentences: [String], for reader: Reader) -> String {
        sentences.map { sentence in
            reader.style.paint("    " + Table.Cell(sentence).text, .faint) + "\n"
        }.joined()
    }

    /// The first words of a sentence, to tell that two say the same.
    private static func folded(_ sentence: String) -> String {
        sentence.prefix { $0 != ":" && $0 != "." }.lowercased()
    }
}
