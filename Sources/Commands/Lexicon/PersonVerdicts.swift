import Model
import Reporting

/// What persons said of mentions as a whole.
enum PersonVerdicts {
    /// The last verdict on the latest wording that was judged, of each mention.
    static func present(_ corrections: [Correction]) -> [MentionID: Sentiment.Label] {
        let last = MeasuredAccuracy.last(corrections).filter { $0.aspect == nil }
            .sorted { ($0.version, $0.id) < ($1.version, $1.id) }
        return Dictionary(
            last.compactMap { correction in correction.label.map { (correction.mention, $0) } },
            uniquingKeysWith: { _, later in later })
    }
}
