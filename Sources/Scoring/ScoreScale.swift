import FoundationEssentials
import Model

/// How a sum of weights becomes a score, a label and a confidence.
///
/// The sum is divided by the root of the number of terms, so that a long text is not extreme for
/// its length alone, and pressed into −1…1 by x ∕ √(x² + softness). Both are one factor for a given
/// text, so a term's share of the score is its weight times this factor.
enum ScoreScale {
    /// The normalised sum at which the score is about 0.7.
    static let softness = 1.0
    static let negativeLimit = -0.2
    static let positiveLimit = 0.25
    /// A text without any opinion word needs so many terms to be called neutral.
    static let fewestNeutralTerms = 4

    /// What a weight is multiplied with in a text of `terms` terms whose weights sum to `sum`.
    static func factor(sum: Double, terms: Int) -> Double {
        let root = Double(max(terms, 1) + 1).squareRoot()
        let normalized = sum / root
        return 1 / (root * (normalized * normalized + softness).squareRoot())
    }

    static func label(_ score: Double) -> Sentiment.Label {
        if score <= negativeLimit { return .negative }
        return score >= positiveLimit ? .positive : .neutral
    }

    /// How sure the label is: the share of labelled texts of sources never learned from that had this
    /// label at such a score, the mean over the sources (`docs/sentiment.md`).
    static func confidence(_ score: Double, _ label: Sentiment.Label, hits: Int) -> Double {
        switch label {
        case .negative: 0.46 + 0.48 * -score
        case .positive: 0.42 + 0.42 * score
        case .neutral: hits == 0 ? 0.3 : 0.25
        case .unscored: 0
        }
    }
}
