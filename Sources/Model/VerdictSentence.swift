/// A verdict and its reasons in one plain sentence, the same in a terminal, a mail and JSON.
///
///     Negative (−0.82, sure): “never again” −1.9, “rude” −1.4; “great coffee” +1.1 halved before “but”.
///
/// The figures behind the words are what the lexicon gives for them; a rule that changed what they
/// count here follows in words. At most four are named, the strongest by what they count: first
/// those that speak for the verdict, then those against it.
public struct VerdictSentence: Sendable, Hashable {
    /// The sentence; two where rating and text say opposite things.
    ///
    /// It quotes the words of strangers as they stand: who shows it makes it harmless for the place
    /// where it is shown.
    public let text: String

    /// How many terms are named.
    static let termLimit = 4
    /// How many characters of a term are quoted.
    static let quoteLimit = 60

    /// The sentence on `sentiment`, whose spans count in `body`; `rating` is what the author gave.
    public init(_ sentiment: Sentiment, rating: Rating?, body: String) {
        if let label = sentiment.machineLabel {
            var engine = sentiment
            engine.label = label
            engine.machineLabel = nil
            text =
                "Judged \(sentiment.label.rawValue) by a person. The engine says: "
                + Self(engine, rating: rating, body: body).text
            return
        }
        guard sentiment.label != .unscored else {
            text = Self.unscored(sentiment, body: body)
            return
        }
        let terms = NamedTerms(sentiment, in: body)
        var text = Self.verdict(sentiment) + ": "
        if sentiment.basis == .rating, let rating {
            text += "rated \(Self.words(rating)); " + Self.textAlone(sentiment)
            text += terms.isEmpty ? "." : ": \(terms.text)."
        } else if sentiment.label == .neutral {
            text += Self.whyNeutral(sentiment, terms) + "."
        } else {
            text += terms.isEmpty ? "no word of it counts." : terms.text + "."
        }
        if sentiment.disagrees {
            text += " Rating and text say opposite things: a person should look."
        }
        self.text = text
    }

    /// How sure a confidence is: `sure`, `fairly sure` or `a guess`.
    public static func sureness(_ confidence: Double) -> String {
        if confidence >= 0.75 { return "sure" }
        return confidence >= 0.5 ? "fairly sure" : "a guess"
    }

    private static func verdict(_ sentiment: Sentiment) -> String {
        let label = sentiment.label.rawValue
        return label.prefix(1).uppercased() + label.dropFirst()
            + " (\(SignedFigure.text(sentiment.score, places: 2)), "
            + "\(sureness(sentiment.confidence)))"
    }

    private static func unscored(_ sentiment: Sentiment, body: String) -> String {
        if body.allSatisfy(\.isWhitespace) { return "Unscored: there is no text." }
        guard let language = sentiment.language else {
            return "Unscored: the language is not known, or there is too little text to judge by."
        }
        // The lexicon names itself after the language only where it has words of that language.
        guard sentiment.lexicon.hasPrefix(language + "-") else {
            return "Unscored: the language (\(language)) is not one that Repute reads."
        }
        return "Unscored: there is too little in the text to judge by."
    }

    private static func whyNeutral(_ sentiment: Sentiment, _ terms: NamedTerms) -> String {
        if terms.isEmpty { return "no word of it counts" }
        if terms.speaksForBoth { return "praise and complaint balance: \(terms.text)" }
        if sentiment.opinion > 0, sentiment.opinion < 0.5 {
            return "more a plain statement than an opinion, though there is \(terms.text)"
        }
        return "too little speaks for either side: \(terms.text)"
    }

    private static func textAlone(_ sentiment: Sentiment) -> String {
        guard sentiment.textLabel != .unscored, let score = sentiment.textScore else {
            return "the text alone gives no verdict"
        }
        return "the text alone is \(sentiment.textLabel.rawValue) "
            + "(\(SignedFigure.text(score, places: 2)))"
    }

    /// `2 of 5`; `2 of 1…10` where the scale begins elsewhere than at 0 or 1.
    private static func words(_ rating: Rating) -> String {
        func plain(_ value: Double) -> String {
            let figure = SignedFigure.text(value, places: value == value.rounded() ? 0 : 1)
            return figure.hasPrefix("+") ? String(figure.dropFirst()) : figure
        }
        let scale =
            rating.min == 0 || rating.min == 1
            ? plain(rating.max) : plain(rating.min) + "…" + plain(rating.max)
        return plain(rating.value) + " of " + scale
    }
}

/// The strongest terms of a text, those for its verdict before those against it.
private struct NamedTerms {
    let text: String
    /// Whether praise and complaint are among the named.
    let speaksForBoth: Bool

    var isEmpty: Bool { text.isEmpty }

    init(_ sentiment: Sentiment, in body: String) {
        let counted = sentiment.contributions.enumerated().filter { $0.element.weight != 0 }
        let strongest = counted.sorted { left, right in
            let (one, other) = (abs(left.element.weight), abs(right.element.weight))
            return one != other ? one > other : left.offset < right.offset
        }
        let named = strongest.prefix(VerdictSentence.termLimit).map(\.element)
        let isComplaint = (sentiment.textScore ?? sentiment.score) < 0
        let pro = named.filter { ($0.weight < 0) == isComplaint }
        let contra = named.filter { ($0.weight < 0) != isComplaint }
        speaksForBoth = !pro.isEmpty && !contra.isEmpty
        var groups = [pro, contra].filter { !$0.isEmpty }.map { group in
            group.map { Self.clause($0, in: body) }.joined(separator: ", ")
        }
        let rest = counted.count - named.count
        if rest > 0 { groups.append(rest == 1 ? "1 weaker word" : "\(rest) weaker words") }
        text = groups.joined(separator: "; ")
    }

    /// `“great coffee” +1.1 halved before “but”`.
    private static func clause(_ contribution: Contribution, in body: String) -> String {
        var text =
            "“\(words(of: contribution, in: body))” "
            + SignedFigure.text(contribution.valence, places: 1)
        let rules = contribution.rules.map(RuleClause.text)
        if !rules.isEmpty { text += " " + rules.joined(separator: " and ") }
        if contribution.origin == .overlay { text += " (from your own list)" }
        return text
    }

    private static func words(of contribution: Contribution, in body: String) -> String {
        let span = contribution.span
        let bytes = body.utf8
        guard span.lowerBound >= 0, !span.isEmpty, span.upperBound <= bytes.count,
            let lower = bytes.index(bytes.startIndex, offsetBy: span.lowerBound)
                .samePosition(in: body),
            let upper = bytes.index(bytes.startIndex, offsetBy: span.upperBound)
                .samePosition(in: body)
        else { return contribution.term }
        let words = body[lower..<upper]
        let shown = words.prefix(VerdictSentence.quoteLimit)
        return shown.endIndex < words.endIndex ? shown + "…" : String(shown)
    }
}

/// A rule of the scorer as a clause behind the figure that it changed.
private enum RuleClause {
    private static let beginnings: KeyValuePairs = [
        "negated by ": "turned by ", "stronger: ": "stronger by ", "weaker: ": "weaker by ",
        "too much: ": "made worse by ", "before ": "halved before ", "after ": "more after ",
        "conceded by ": "less after ",
    ]
    private static let wholes = [
        "emphasis: capitals": "louder in capitals", "emphasis: \"!\"": "louder by “!”",
        "emphasis: long letters": "louder by long letters",
    ]

    /// The clause; a rule that has none is told in its own words.
    static func text(_ rule: String) -> String {
        if let whole = wholes[rule] { return whole }
        for (beginning, clause) in beginnings where rule.hasPrefix(beginning) {
            return clause + curled(rule.dropFirst(beginning.count))
        }
        return curled(rule[...])
    }

    /// With “” in place of the straight quotes around the calling words.
    private static func curled(_ text: Substring) -> String {
        guard let first = text.firstIndex(of: "\""), let last = text.lastIndex(of: "\""),
            first < last
        else { return String(text) }
        let inner = text[text.index(after: first)..<last].prefix(VerdictSentence.quoteLimit)
        return text[..<first] + "“" + inner + "”" + text[text.index(after: last)...]
    }
}
