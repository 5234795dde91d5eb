public import Model

/// What people said of a text, beside what the scorer said of it.
public struct LabelledVerdict: Sendable, Hashable {
    /// What people said: `negative`, `neutral` or `positive`.
    public var truth: Sentiment.Label
    /// What the scorer said.
    public var label: Sentiment.Label
    /// The scorer's score, −1 to 1; 0 where it gave none.
    public var score: Double
    /// How sure the scorer said it was, 0 to 1; 0 where it gave no verdict.
    public var confidence: Double
    /// What the author gave, as a bare number on the scale of the source; nil if nothing.
    public var rating: Double?

    /// A verdict with its label.
    public init(
        truth: Sentiment.Label, label: Sentiment.Label, score: Double, confidence: Double,
        rating: Double? = nil
    ) {
        self.truth = truth
        self.label = label
        self.score = score
        self.confidence = confidence
        self.rating = rating
    }

    /// Whether the scorer is right; no verdict counts as neutral.
    public var isRight: Bool { truth == counted }

    /// The verdict as the metrics take it: no verdict counts as neutral.
    var counted: Sentiment.Label { label == .unscored ? .neutral : label }
}
