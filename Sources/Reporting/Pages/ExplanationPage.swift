public import Model

/// Why a text was judged as it was: a sentence, the marked text, and a table of the terms.
public struct ExplanationPage: Sendable, Hashable {
    /// The text that was judged, which the spans of `sentiment` count in; may be empty.
    public var body: String
    /// What the author gave, on the source's scale; nil if there is the text alone.
    public var rating: Rating?
    /// The verdict that is explained.
    public var sentiment: Sentiment
    /// What rules said of the mention; empty for a text that is no mention.
    public var decisions: [DecisionLine]
    /// How the rules of the configuration stand to it now.
    public var rules: [RuleLine]

    /// An explanation of `sentiment` on `body`.
    public init(
        body: String, rating: Rating?, sentiment: Sentiment, decisions: [DecisionLine] = [],
        rules: [RuleLine] = []
    ) {
        self.body = body
        self.rating = rating
        self.sentiment = sentiment
        self.decisions = decisions
        self.rules = rules
    }

    /// The explanation as text that ends in a line feed; CSV gives the terms.
    public func rendered(as format: OutputFormat, for reader: Reader) -> String {
        switch format {
        case .json, .jsonl: json.text + "\n"
        case .csv: terms.rendered(as: .csv, for: reader)
        case .markdown: sentence + "\n\n" + terms.rendered(as: .markdown, for: reader)
        case .table: text(for: reader)
        }
    }

    private var sentence: String {
        SentimentText.explanation(sentiment, rating: rating, body: body)
    }

    private func text(for reader: Reader) -> String {
        var text = ""
        let sentence = StyledText(sentence, SentimentText.meaning(sentiment.label))
        for line in sentence.wrapped(to: reader.width ?? .max) {
            text += line.painted(reader.style) + "\n"
        }
        text += "\n"
        if !body.isEmpty {
            text += MarkedText.rendered(
                body, contributions: sentiment.contributions, width: reader.width,
                style: reader.style)
            text += "\n"
        }
        if !sentiment.contributions.isEmpty {
            text += terms.rendered(as: .table, for: reader) + "\n"
        }
        let language = sentiment.language ?? "unknown"
        text += reader.style.paint("Language \(language), lexicon \(sentiment.lexicon).", .faint)
        text += "\n"
        text += AspectText.section(sentiment, body: body, for: reader)
        if !decisions.isEmpty {
            text += "\n" + reader.style.paint("What rules decided", .heading) + "\n"
            text += DecisionLine.table(decisions, for: reader)
        }
        if !rules.isEmpty {
            text += "\n" + reader.style.paint("What rules say of it now", .heading) + "\n"
            text += RuleLine.table(rules, for: reader)
        }
        return text
    }

    private var terms: Listing {
        // worth a column for people only where not every entry is written by us
        let hasOrigins = sentiment.contributions.contains { $0.origin != .written }
        return Listing(
            columns: [
                Listing.Column("words", "Words", minimum: 10, maximum: 40),
                Listing.Column("term", "Term", minimum: 8, maximum: 30),
                Listing.Column("valence", "Valence", alignment: .trailing),
                Listing.Column("weight", "Counts", alignment: .trailing),
                Listing.Column("rules", "Because", minimum: 12, maximum: 60),
                Listing.Column("origin", "From", for: hasOrigins ? .everybody : .programs),
            ],
            rows: sentiment.contributions.map { contribution in
                [
                    .text(MarkedText.words(of: contribution, in: body) ?? contribution.term),
                    .text(contribution.term),
                    .state(SentimentText.signed(contribution.valence, places: 1), nil),
                    .state(
                        SentimentText.signed(contribution.weight, places: 2),
                        contribution.weight < 0 ? .negative : .positive),
                    .text(contribution.rules.joined(separator: "; ")),
                    .text(Self.words(contribution.origin)),
                ]
            }, whenEmpty: "No word of the text counts.")
    }

    private static func words(_ origin: Contribution.Origin) -> String {
        switch origin {
        case .written, .learned: origin.rawValue
        case .overlay: "your own list"
        }
    }

    private var json: JSONValue {
        .members([
            "text": .string(body), "rating": .rating(rating), "sentence": .string(sentence),
            "sentiment": .sentiment(sentiment),
            "decisions": .array(decisions.map(\.json)), "rules": .array(rules.map(\.json)),
        ])
    }
}

extension JSONValue {
    /// All of a verdict.
    public static func sentiment(_ sentiment: Sentiment) -> JSONValue {
        .members([
            "score": .rounded(sentiment.score), "label": .string(sentiment.label.rawValue),
            "confidence": .rounded(sentiment.confidence),
            "opinion": .rounded(sentiment.opinion),
            "basis": .string(sentiment.basis.rawValue),
            "textScore": sentiment.textScore.map(JSONValue.rounded) ?? .null,
            "textLabel": .string(sentiment.textLabel.rawValue),
            "disagrees": .bool(sentiment.disagrees), "language": .optional(sentiment.language),
            "lexicon": .string(sentiment.lexicon),
            "contributions": .array(sentiment.contributions.map(JSONValue.contribution)),
            "aspects": .array(sentiment.aspects.map(JSONValue.aspect)),
        ])
    }
}
