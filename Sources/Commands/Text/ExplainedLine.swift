import Reporting
import Scoring

extension ScoreLine {
    /// The line of `write(_:to:)`, from reasons that are not made into values first.
    static func write(_ explanation: borrowing Explanation, to json: inout JSONText) {
        let verdict = explanation.verdict
        begin(
            score: verdict.score, label: verdict.label, confidence: verdict.confidence,
            opinion: explanation.opinion, language: verdict.language, lexicon: explanation.lexicon,
            to: &json)
        explanation.forEachContribution { contribution in
            beginContribution(
                term: contribution.term, span: contribution.span, valence: contribution.valence,
                weight: contribution.weight, to: &json)
            contribution.forEachRule { writeRule($0, cause: $1, to: &json) }
            endContribution(origin: contribution.origin, to: &json)
        }
        beginAspects(to: &json)
        explanation.forEachAspect { aspect in
            beginAspect(aspect.aspect, score: aspect.score, label: aspect.label, to: &json)
            aspect.forEachSpan { writeSpan($0, to: &json) }
            endAspect(to: &json)
        }
        end(to: &json)
    }
}
