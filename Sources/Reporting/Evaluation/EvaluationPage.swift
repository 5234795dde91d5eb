import Model

/// What an evaluation found: a row of metrics for every source of labelled texts, their mean, how
/// honest the stated confidence is, what was taken for what, and the worst mistakes.
public struct EvaluationPage: Sendable, Hashable {
    /// The texts that are told of together, such as those of one source.
    public struct Group: Sendable, Hashable {
        /// What people call the group.
        public var name: String
        /// What was found.
        public var evaluation: SentimentEvaluation

        /// A group.
        public init(name: String, evaluation: SentimentEvaluation) {
            self.name = name
            self.evaluation = evaluation
        }
    }

    /// A text that was judged wrong.
    public struct Mistake: Sendable, Hashable {
        /// The file as it was named.
        public var file: String
        /// Counted from 1, the header included.
        public var line: Int
        /// What people said and what the scorer said.
        public var verdict: LabelledVerdict
        /// The beginning of the text.
        public var excerpt: String
        /// The terms that counted, the strongest first, each with its sign: `−rude`.
        public var terms: [String]

        /// A mistake; of `text` the beginning is kept.
        public init(
            file: String, line: Int, verdict: LabelledVerdict, text: String, terms: [String]
        ) {
            self.file = file
            self.line = line
            self.verdict = verdict
            excerpt = TextFitting.shortened(text, to: 160)
            self.terms = terms
        }
    }

    /// In the order in which they are shown.
    public var groups: [Group]
    /// The surest first; empty where none were asked for.
    public var mistakes: [Mistake]

    /// A page.
    public init(groups: [Group], mistakes: [Mistake] = []) {
        self.groups = groups
        self.mistakes = mistakes
    }

    /// The page as text that ends in a line feed; CSV gives the metrics only.
    public func rendered(as format: OutputFormat, for reader: Reader) -> String {
        switch format {
        case .json: json.text + "\n"
        case .jsonl, .csv: metrics.rendered(as: format, for: reader)
        case .table, .markdown:
            sections.map { section($0, format, reader) }.joined(separator: "\n")
        }
    }

    /// All texts as one group.
    var whole: SentimentEvaluation {
        groups.reduce(into: SentimentEvaluation()) { $0.add($1.evaluation) }
    }

    private var metrics: Listing { MetricRows(groups: groups, whole: whole).listing }

    private var sections: [(title: String, listing: Listing)] {
        let whole = whole
        var sections = [
            ("", metrics), ("Stated confidence and share right", whole.reliability.listing),
            ("What people said, and what the scorer said", whole.confusion),
        ]
        if let sentence = whole.ratings.sentence {
            sections[0].1.footer.append(sentence)
        }
        if !mistakes.isEmpty { sections.append(("Surest mistakes", mistakeListing)) }
        return sections
    }

    private func section(
        _ section: (title: String, listing: Listing), _ format: OutputFormat, _ reader: Reader
    ) -> String {
        let text = section.listing.rendered(as: format, for: reader)
        if section.title.isEmpty { return text }
        return format == .markdown
            ? "\(section.title):\n\n" + text
            : reader.style.paint(section.title, .heading) + "\n" + text
    }

    private var mistakeListing: Listing {
        Listing(
            columns: [
                Listing.Column("place", "Place", minimum: 10, maximum: 40),
                Listing.Column("truth", "People"), Listing.Column("label", "Scorer"),
                Listing.Column("score", "Score", alignment: .trailing),
                Listing.Column("confidence", "Sure", alignment: .trailing),
                Listing.Column("text", "Text", minimum: 20, maximum: 70),
                Listing.Column("terms", "Words", minimum: 12, maximum: 50),
            ],
            rows: mistakes.map { mistake in
                [
                    .text("\(mistake.file):\(mistake.line)"), .label(mistake.verdict.truth),
                    .label(mistake.verdict.label),
                    .score(mistake.verdict.score, mistake.verdict.label),
                    .decimal(mistake.verdict.confidence, places: 2), .text(mistake.excerpt),
                    .texts(mistake.terms),
                ]
            }, whenEmpty: "No text was judged wrong.")
    }

    private var json: JSONValue {
        let rows = MetricRows(groups: groups, whole: whole)
        return .members([
            "sources": .array(groups.map { rows.object($0.name, $0.evaluation) }),
            "mean": rows.meanObject, "all": rows.object("all", whole),
            "mistakes": mistakeListing.json,
        ])
    }
}

extension RatingAgreement {
    /// How often text and rating disagree, for people; nil where nothing is rated.
    fileprivate var sentence: String? {
        guard let scale, let share = oppositeShare else { return nil }
        let percent = SentimentText.decimal(share * 100, places: 1)
        let best = SentimentText.decimal(scale.upperBound, places: 0)
        return "Verdict on the text and rating are opposite in \(percent) % of the \(count) rated "
            + "texts (ratings read as of \(best))."
    }
}
