import Model

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How the weights of a text become a score, a label and a confidence.
///
/// Two sums are divided by the root of the number of terms, so that a long text is not extreme for
/// its length alone: the polarity P of the valences and the evidence S that the text is an opinion at
/// all. The log-odds of the labels are S + P, 0 and S − P for positive, neutral and negative; the
/// score is the probability of positive less that of negative, 2 sinh(P) ∕ (e^−S + 2 cosh(P)). It is
/// zero where P is, so it is P times one factor for a given text, and a term's share of the score is
/// its weight times this factor.
struct ScoreScale {
    /// A text without any opinion word needs so many terms to be called neutral.
    static let fewestNeutralTerms = 4

    /// A score nearer to 0 leans to neither side.
    static let leastScore = 0.05

    /// What a text is beside its words.
    struct Shape {
        /// Words, numbers and emoji.
        var terms = 0
        var hasAddress = false
        /// How many sentences end with a question mark.
        var questions = 0
    }

    /// What a weight is multiplied with to be a share of the score.
    let factor: Double
    let label: Sentiment.Label
    /// How likely the label is, before calibration.
    let probability: Double
    /// How likely the text is an opinion: 1 less the probability of neutral.
    let opinion: Double

    /// Weighs a text whose weights sum to `polarity` and whose evidence sums to `evidence`.
    init(polarity: Double, evidence: Double, shape: Shape, constants: GenreConstants) {
        let count = Double(shape.terms)
        let root = (count + 1).squareRoot()
        let scale = constants.scale / root
        let position = scale * polarity
        var odds = constants.base + constants.evidence / root * evidence
        if shape.hasAddress { odds += constants.address }
        odds += constants.question * Double(min(shape.questions, 3))
        if constants.length != 0 { odds += constants.length * log(count + 1) }

        // all exponents at most 0, so that nothing overflows
        let distance = abs(position)
        let top = max(0, odds + distance)
        let neutral = exp(-top)
        let likelier = exp(odds + distance - top)
        let unlikelier = exp(odds - distance - top)
        let sum = neutral + likelier + unlikelier
        // so far below 1 that the sum of rounded shares stays within −1…1
        let score = min((likelier - unlikelier) / sum, 1 - 1e-12 - 1e-15 * count)
        factor =
            distance > 1e-6 ? score / abs(polarity) : 2 * exp(odds - top) / sum * scale
        opinion = (likelier + unlikelier) / sum
        let (positive, negative) =
            position < 0 ? (unlikelier, likelier) : (likelier, unlikelier)
        label = Self.label(
            score: score, position: position, odds: odds, constants: constants)
        probability =
            switch label {
            case .positive: positive / sum
            case .negative: negative / sum
            case .neutral, .unscored: neutral / sum
            }
    }

    /// The likeliest label; neutral where the score leans to neither side.
    private static func label(
        score: Double, position: Double, odds: Double, constants: GenreConstants
    ) -> Sentiment.Label {
        guard abs(score) >= leastScore else { return .neutral }
        let distance = abs(position)
        let offset = position < 0 ? constants.negativeOffset : constants.positiveOffset
        return odds + distance + offset <= 0 ? .neutral : position < 0 ? .negative : .positive
    }
}
