/// How large the store will be, from what is in it; `docs/reliability.md` explains the formula.
enum SizeForecast {
    /// Tables of figures that stay for ever.
    static let figureTables = ["dayCount", "aspectCount", "facetCount", "formerFigure"]

    /// Bytes for each mention, besides its text.
    private static let mention = 1300.0
    /// Bytes for each byte of its text: the text, the reasons of its score, the index of the search.
    private static let text = 4.2
    /// Bytes for each identity that was ever seen.
    private static let identity = 155.0
    /// Bytes for each row of figures.
    private static let figure = 38.0
    /// Bytes for each letter, with its alert.
    private static let letter = 400.0
    /// Bytes for each source, with its list.
    private static let source = 700.0

    /// Whether a size in bytes is as it was predicted: pages of which a part went are not full, and
    /// there are 90 tables and indexes.
    static func isMet(_ bytes: Double, predicted: Double) -> Bool {
        abs(bytes - predicted) <= 0.25 * predicted + 1_000_000
    }

    /// The predicted size in bytes, free pages left out.
    static func bytes(of sample: Sample, textBytes: Double, sources: Int) -> Double {
        250_000 + Double(sample.mentions) * (mention + text * textBytes)
            + Double(sample.identities) * identity + Double(sample.figures) * figure
            + Double(sample.letters) * letter + Double(sources) * source
    }
}
