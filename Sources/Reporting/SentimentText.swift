public import Model

/// A verdict in words.
public enum SentimentText {
    /// The score with its sign and two decimals, `−0.82`, `+0.40`, `0.00`.
    public static func signed(_ value: Double, places: Int = 2) -> String {
        let digits = decimal(abs(value), places: places)
        if digits.allSatisfy({ $0 == "0" || $0 == "." }) { return digits }
        return (value < 0 ? "−" : "+") + digits
    }

    /// The value with `places` decimals, 0 to 6; `–` for what is not finite.
    public static func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "–" }
        let unit = (0..<min(max(places, 0), 6)).reduce(1) { unit, _ in unit * 10 }
        let scaled = Int((abs(value) * Double(unit)).rounded())
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard unit > 1 else { return sign + String(scaled) }
        let fraction = String(scaled % unit + unit).dropFirst()
        return "\(sign)\(scaled / unit).\(fraction)"
    }

    /// `−0.82 negative`; only the label where there is no verdict.
    public static func verdict(_ sentiment: Sentiment) -> String {
        sentiment.label == .unscored
            ? sentiment.label.rawValue
            : signed(sentiment.score) + " " + sentiment.label.rawValue
    }

    /// The colour that goes with a label.
    public static func meaning(_ label: Sentiment.Label) -> TerminalStyle.Meaning? {
        switch label {
        case .negative: .negative
        case .positive: .positive
        case .neutral: nil
        case .unscored: .faint
        }
    }

    /// `2 of 5`, on the scale of the source: `2 of 1…10` where it does not begin at 0 or 1.
    public static func rating(_ rating: Rating) -> String {
        let scale =
            rating.min == 0 || rating.min == 1
            ? plain(rating.max) : plain(rating.min) + "…" + plain(rating.max)
        return plain(rating.value) + " of " + scale
    }

    /// The verdict and what made it, in one or two sentences.
    ///
    /// `Negative (−0.82, sure): “never again” −0.50, “rude” −0.32.` The terms are those of greatest
    /// weight, at most five, as they stand in `body`.
    public static func explanation(_ sentiment: Sentiment, rating: Rating?, body: String) -> String
    {
        guard sentiment.label != .unscored else { return unscored(sentiment) }
        let verdict =
            "\(capitalized(sentiment.label)) (\(signed(sentiment.score)), \(sureness(sentiment.confidence)))"
        let terms = strongest(sentiment.contributions, in: body)
        var text: String
        if sentiment.basis == .rating, let rating {
            text = "\(verdict): rated \(self.rating(rating))"
            switch (sentiment.textLabel, sentiment.textScore) {
            case (.unscored, _), (_, nil): text += "; the text alone gives no verdict"
            case (let label, let score?):
                text += "; the text alone is \(label.rawValue) (\(signed(score)))"
            }
            text += terms.isEmpty ? "." : ": \(terms)."
        } else {
            text = terms.isEmpty ? "\(verdict): no word of it counts." : "\(verdict): \(terms)."
        }
        if sentiment.disagrees {
            text += " Rating and text say opposite things: a person should look."
        }
        return text
    }

    /// How sure a confidence is, in a word.
    public static func sureness(_ confidence: Double) -> String {
        if confidence >= 0.75 { return "sure" }
        return confidence >= 0.45 ? "fairly sure" : "a guess"
    }

    private static func unscored(_ sentiment: Sentiment) -> String {
        sentiment.language == nil
            ? "Unscored: the language is not known, or there is too little text to judge by."
            : "Unscored: there is too little in the text to judge by."
    }

    private static func strongest(_ contributions: [Contribution], in body: String) -> String {
        let counted = contributions.enumerated().filter { $0.element.weight != 0 }
        let strongest = counted.sorted { left, right in
            abs(left.element.weight) != abs(right.element.weight)
                ? abs(left.element.weight) > abs(right.element.weight) : left.offset < right.offset
        }
        let shown = strongest.prefix(5).map { _, contribution in
            let words = MarkedText.words(of: contribution, in: body) ?? contribution.term
            return "“\(words)” \(signed(contribution.weight))"
        }
        let rest = strongest.count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    private static func capitalized(_ label: Sentiment.Label) -> String {
        label.rawValue.prefix(1).uppercased() + label.rawValue.dropFirst()
    }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() ? decimal(value, places: 0) : decimal(value, places: 1)
    }
}
