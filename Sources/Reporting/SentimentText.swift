public import Model
import TextProcessing

/// A verdict in words.
public enum SentimentText {
    /// The score with its sign and two decimals, `−0.82`, `+0.40`, `0.00`.
    public static func signed(_ value: Double, places: Int = 2) -> String {
        SignedFigure.text(value, places: places)
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

    /// The verdict and what made it, in one plain sentence that is harmless to a terminal.
    ///
    /// See `VerdictSentence` for what it says.
    public static func explanation(_ sentiment: Sentiment, rating: Rating?, body: String) -> String
    {
        TerminalText.sanitized(VerdictSentence(sentiment, rating: rating, body: body).text)
    }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() ? decimal(value, places: 0) : decimal(value, places: 1)
    }
}
