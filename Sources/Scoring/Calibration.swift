import Model

/// How often a label of a given probability is right.
///
/// The scale's probabilities are those of its fit; on texts of sources never learned from they are
/// too sure or too shy. The tables hold the share that was right there at the probabilities 0, 0.1, …
/// 1 (`docs/sentiment.md`); between two of them it is drawn straight.
struct Calibration {
    private let shares: InlineArray<11, Double>

    private static let negative = Calibration(
        shares: [0.3, 0.32, 0.36, 0.4, 0.54, 0.6, 0.66, 0.72, 0.78, 0.86, 0.94])
    private static let neutral = Calibration(
        shares: [0.4, 0.4, 0.42, 0.43, 0.44, 0.45, 0.49, 0.51, 0.6, 0.7, 0.7])
    private static let positive = Calibration(
        shares: [0.3, 0.32, 0.35, 0.47, 0.55, 0.67, 0.76, 0.81, 0.83, 0.86, 0.89])

    /// The confidence in a label that the scale gives this probability; 0 where it is `unscored`.
    static func confidence(in label: Sentiment.Label, probability: Double) -> Double {
        switch label {
        case .negative: negative.share(at: probability)
        case .neutral: neutral.share(at: probability)
        case .positive: positive.share(at: probability)
        case .unscored: 0
        }
    }

    private func share(at probability: Double) -> Double {
        let place = min(max(probability, 0), 1) * 10
        let index = min(Int(place), 9)
        let part = place - Double(index)
        return shares[index] * (1 - part) + shares[index + 1] * part
    }
}
