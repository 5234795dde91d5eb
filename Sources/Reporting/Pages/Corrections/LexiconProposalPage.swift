public import Model

/// Lines for a lexicon overlay, as they are proposed.
public struct LexiconProposalPage: Sendable, Hashable {
    /// One line.
    public struct Row: Sendable, Hashable {
        /// The line as it would stand in the file.
        public var line: String
        /// The word or phrase.
        public var term: String
        /// What it would count, −4 to 4; nil silences it.
        public var valence: Double?
        /// The language in which it holds.
        public var language: String
        /// What it counts now; nil where the lexicon does not know it.
        public var former: Double?
        /// Mentions that would be judged as the person did.
        public var mended: [MentionID]
        /// Mentions that would be judged otherwise than the person did.
        public var broken: [MentionID]

        /// A line.
        public init(
            line: String, term: String, valence: Double?, language: String, former: Double?,
            mended: [MentionID], broken: [MentionID]
        ) {
            self.line = line
            self.term = term
            self.valence = valence
            self.language = language
            self.former = former
            self.mended = mended
            self.broken = broken
        }
    }

    /// The most useful first.
    public var rows: [Row]
    /// How many judged mentions they come from.
    public var judged: Int

    /// A page.
    public init(rows: [Row], judged: Int) {
        self.rows = rows
        self.judged = judged
    }

    /// The lines as an overlay file, each with the mentions that speak for it.
    public var overlay: String {
        rows.map { row in
            "# judged otherwise by a person: \(Self.list(row.mended))\n\(row.line)\n"
        }.joined()
    }

    /// The page as text that ends in a line feed.
    public func rendered(as format: OutputFormat, for reader: Reader) -> String {
        let mentions = judged == 1 ? "1 mention" : "\(judged) mentions"
        return Listing(
            columns: [
                Listing.Column("term", "Word", minimum: 8, maximum: 40),
                Listing.Column("valence", "Valence", alignment: .trailing),
                Listing.Column("language", "Language"),
                Listing.Column("former", "Now", alignment: .trailing),
                Listing.Column("mended", "Mends"), Listing.Column("broken", "Breaks"),
                Listing.Column("line", for: .json),
            ],
            rows: rows.map { row in
                [
                    .text(row.term),
                    row.valence.map { .decimal($0, places: 2) } ?? .state("silent", .faint),
                    .text(row.language), .decimal(row.former, places: 2),
                    .text(Self.list(row.mended)),
                    .text(row.broken.isEmpty ? nil : Self.list(row.broken)),
                    .nested(.string(row.line)),
                ]
            },
            whenEmpty:
                "No word stands in two of the \(mentions) that you judged and would mend them; "
                + "judge more with `repute correct`.",
            footer: [
                "From \(mentions) that you judged. `repute lexicon try` shows what a line would do to "
                    + "all mentions."
            ]
        ).rendered(as: format, for: reader)
    }

    private static func list(_ ids: [MentionID]) -> String {
        ids.map { "#\($0)" }.joined(separator: " ")
    }
}
