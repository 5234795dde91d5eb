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
    ///
    /// It is told in the words of `phrases`, English ones unless others are given.
    public init(
        _ sentiment: Sentiment, rating: Rating?, body: String,
        in phrases: any VerdictPhrases = EnglishVerdict()
    ) {
        if let label = sentiment.machineLabel {
            var engine = sentiment
            engine.label = label
            engine.machineLabel = nil
            let said = Self(engine, rating: rating, body: body, in: phrases).text
            text = phrases.verdict(.judged(sentiment.label)) + " " + said
            return
        }
        guard sentiment.label != .unscored else {
            text = phrases.verdict(Self.unscored(sentiment, body: body))
            return
        }
        let terms = NamedTerms(sentiment, in: body, phrases)
        var text =
            phrases.verdict(
                .verdict(
                    sentiment.label, score: phrases.signed(sentiment.score, places: 2),
                    Sureness(sentiment.confidence))) + phrases.colon
        if sentiment.basis == .rating, let rating {
            text +=
                Self.rated(rating, phrases) + phrases.semicolon + Self.textAlone(sentiment, phrases)
            text += terms.isEmpty ? "." : phrases.colon + terms.text + "."
        } else if sentiment.label == .neutral {
            text += phrases.verdict(Self.whyNeutral(sentiment, terms)) + "."
        } else {
            text += (terms.isEmpty ? phrases.verdict(.nothingCounts) : terms.text) + "."
        }
        if sentiment.disagrees { text += " " + phrases.verdict(.disagreement) }
        self.text = text
    }

    /// How sure a confidence is: `sure`, `fairly sure` or `a guess`.
    public static func sureness(_ confidence: Double) -> String {
        EnglishVerdict.word(Sureness(confidence))
    }

    private static func unscored(_ sentiment: Sentiment, body: String) -> VerdictPhrase {
        if body.allSatisfy(\.isWhitespace) { return .noText }
        guard let language = sentiment.language else { return .unknownLanguage }
        // The lexicon names itself after the language only where it has words of that language.
        return sentiment.lexicon.hasPrefix(language + "-")
            ? .tooLittleText : .unreadLanguage(language)
    }

    private static func whyNeutral(_ sentiment: Sentiment, _ terms: NamedTerms) -> VerdictPhrase {
        if terms.isEmpty { return .nothingCounts }
        if terms.speaksForBoth { return .balance(terms.text) }
        if sentiment.opinion > 0, sentiment.opinion < 0.5 { return .statement(terms.text) }
        return .tooLittle(terms.text)
    }

    private static func textAlone(_ sentiment: Sentiment, _ phrases: any VerdictPhrases) -> String {
        guard sentiment.textLabel != .unscored, let score = sentiment.textScore else {
            return phrases.verdict(.textAloneSaysNothing)
        }
        return phrases.verdict(
            .textAlone(sentiment.textLabel, score: phrases.signed(score, places: 2)))
    }

    /// `rated 2 of 5`; `rated 2 of 1…10` where the scale begins elsewhere than at 0 or 1.
    private static func rated(_ rating: Rating, _ phrases: any VerdictPhrases) -> String {
        func plain(_ value: Double) -> String {
            let figure = phrases.signed(value, places: value == value.rounded() ? 0 : 1)
            return figure.hasPrefix("+") ? String(figure.dropFirst()) : figure
        }
        let scale =
            rating.min == 0 || rating.min == 1
            ? plain(rating.max) : plain(rating.min) + "…" + plain(rating.max)
        return phrases.verdict(.rated(plain(rating.value), of: scale))
    }
}

/// The strongest terms of a text, those for its verdict before those against it.
private struct NamedTerms {
    let text: String
    /// Whether praise and complaint are among the named.
    let speaksForBoth: Bool

    var isEmpty: Bool { text.isEmpty }

    init(_ sentiment: Sentiment, in body: String, _ phrases: any VerdictPhrases) {
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
            group.map { Self.clause($0, in: body, phrases) }.joined(separator: ", ")
        }
        let rest = counted.count - named.count
        if rest > 0 { groups.append(phrases.verdict(.weakerWords(rest))) }
        text = groups.joined(separator: phrases.semicolon)
    }

    /// `“great coffee” +1.1 halved before “but”`.
    private static func clause(
        _ contribution: Contribution, in body: String, _ phrases: any VerdictPhrases
    ) -> String {
        var text =
            phrases.quoted(words(of: contribution, in: body)) + " "
            + phrases.signed(contribution.valence, places: 1)
        let rules = contribution.rules.map { phrases.rule(ScoringClause($0, in: phrases)) }
            .filter { !$0.isEmpty }
        if !rules.isEmpty { text += " " + rules.joined(separator: phrases.verdict(.and)) }
        if contribution.origin == .overlay { text += " " + phrases.verdict(.fromOwnList) }
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
