import Model
import Reporting

/// The surest of the mistakes, at most a given number.
struct MistakeCollector {
    let limit: Int
    /// The surest first.
    private(set) var mistakes: [EvaluationPage.Mistake] = []

    /// A collector of at most `limit` mistakes.
    init(limit: Int) { self.limit = limit }

    /// Whether a mistake of this confidence would be kept.
    func keeps(_ verdict: LabelledVerdict) -> Bool {
        guard limit > 0, !verdict.isRight, verdict.label != .unscored else { return false }
        guard mistakes.count == limit, let last = mistakes.last else { return true }
        return verdict.confidence > last.verdict.confidence
    }

    /// Takes a mistake that `keeps` said yes to.
    mutating func add(_ mistake: EvaluationPage.Mistake) {
        let place = mistakes.firstIndex {
            $0.verdict.confidence < mistake.verdict.confidence
        }
        mistakes.insert(mistake, at: place ?? mistakes.endIndex)
        if mistakes.count > limit { mistakes.removeLast() }
    }
}
