import Model

/// What a rating says: the customer's own verdict, which goes before that of the words.
struct RatingVerdict {
    /// How clear a text's score has to be to speak against a rating.
    static let clearTextScore = 0.35

    let score: Double
    let label: Sentiment.Label

    /// Reads a rating on the scale of one to five stars: up to two are negative, three are neutral.
    init(_ rating: Rating) {
        score = rating.fraction * 2 - 1
        label =
            if rating.stars < 2.5 { .negative } else if rating.stars < 3.5 { .neutral } else {
                .positive
            }
    }

    /// The sentiment of a rated text.
    func over(_ text: Sentiment) -> Sentiment {
        var sentiment = text
        sentiment.score = score
        sentiment.label = label
        sentiment.basis = .rating
        sentiment.disagrees = opposes(text)
        sentiment.confidence = confidence(disagrees: sentiment.disagrees)
        return sentiment
    }

    private func opposes(_ text: Sentiment) -> Bool {
        guard let textScore = text.textScore, abs(textScore) >= Self.clearTextScore else {
            return false
        }
        return (label == .negative && text.textLabel == .positive)
            || (label == .positive && text.textLabel == .negative)
    }

    /// Three stars are mixed feelings more often than none.
    private func confidence(disagrees: Bool) -> Double {
        if disagrees { return 0.6 }
        return label == .neutral ? 0.7 : 0.95
    }
}
