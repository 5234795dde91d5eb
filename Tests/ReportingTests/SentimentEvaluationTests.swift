import Model
import Testing

@testable import Reporting

struct `An evaluation` {
    /// Eight texts: what people said, what the scorer said, its score.
    private static let texts: [(Sentiment.Label, Sentiment.Label, Double)] = [
        (.negative, .negative, -0.9), (.negative, .negative, -0.5), (.negative, .neutral, 0),
        (.negative, .positive, 0.6), (.neutral, .negative, -0.5), (.neutral, .unscored, 0),
        (.positive, .positive, 0.8), (.positive, .positive, 0.3),
    ]

    private func evaluation(
        of texts: [(Sentiment.Label, Sentiment.Label, Double)] = texts
    ) -> SentimentEvaluation {
        var evaluation = SentimentEvaluation()
        for (truth, label, score) in texts {
            evaluation.add(
                LabelledVerdict(truth: truth, label: label, score: score, confidence: 0.5))
        }
        return evaluation
    }

    private func isNear(_ value: Double?, _ expected: Double) -> Bool {
        value.map { abs($0 - expected) < 1e-12 } ?? false
    }

    @Test func `has the metrics that are worked out by hand`() {
        let evaluation = evaluation()
        #expect(evaluation.count == 8)
        #expect(isNear(evaluation.accuracy, 5.0 / 8))
        #expect(isNear(evaluation.precision(of: .negative), 2.0 / 3))
        #expect(isNear(evaluation.recall(of: .negative), 0.5))
        #expect(isNear(evaluation.f1(of: .negative), 4.0 / 7))
        #expect(isNear(evaluation.f1(of: .neutral), 0.5))
        #expect(isNear(evaluation.f1(of: .positive), 0.8))
        #expect(isNear(evaluation.macroF1, (4.0 / 7 + 0.5 + 0.8) / 3))
        #expect(isNear(evaluation.unscoredShare, 1.0 / 8))
        #expect(evaluation.count(truth: .negative, label: .positive) == 1)
        #expect(evaluation.count(truth: .neutral, label: .unscored) == 1)
        #expect(evaluation.count(truth: .neutral, label: .neutral) == 0)
    }

    @Test func `ranks negatives against the rest, ties counted half`() {
        #expect(isNear(evaluation().negativeAUC, 11.0 / 16))
        let tied = evaluation(of: [(.negative, .neutral, 0), (.positive, .neutral, 0)])
        #expect(isNear(tied.negativeAUC, 0.5))
        let reversed = evaluation(of: [(.negative, .positive, 1), (.positive, .negative, -1)])
        #expect(isNear(reversed.negativeAUC, 0))
    }

    @Test(arguments: [(0.8, 0.25), (0.6, 0.75), (0.1, 1.0), (1.0, 0.25)])
    func `finds the greatest recall at a precision`(precision: Double, recall: Double) {
        #expect(isNear(evaluation().negativeRecall(atPrecision: precision), recall))
    }

    @Test func `takes equal scores together, so no threshold parts them`() {
        let evaluation = evaluation(of: [
            (.negative, .negative, -0.5), (.negative, .negative, -0.5),
            (.positive, .negative, -0.5),
        ])
        #expect(isNear(evaluation.negativeRecall(atPrecision: 0.8), 0))
        #expect(isNear(evaluation.negativeRecall(atPrecision: 0.6), 1))
    }

    @Test func `has no metric of labels that nobody gave`() {
        let evaluation = evaluation(of: [(.positive, .positive, 0.5), (.neutral, .negative, -0.1)])
        #expect(evaluation.precision(of: .negative) == nil)
        #expect(evaluation.recall(of: .negative) == nil)
        #expect(evaluation.f1(of: .negative) == nil)
        #expect(evaluation.negativeAUC == nil)
        #expect(evaluation.negativeRecall(atPrecision: 0.8) == nil)
        #expect(isNear(evaluation.macroF1, 0.5))
    }

    @Test func `of nothing has no metrics`() {
        let nothing = SentimentEvaluation()
        #expect(nothing.accuracy == nil && nothing.macroF1 == nil && nothing.unscoredShare == nil)
        #expect(nothing.negativeAUC == nil && nothing.reliability.calibrationError == nil)
        #expect(nothing.ratings.oppositeShare == nil)
    }

    @Test func `finds no negative where the scorer never says so`() {
        let evaluation = evaluation(of: [(.negative, .neutral, 0), (.positive, .positive, 0.5)])
        #expect(isNear(evaluation.precision(of: .negative), 0))
        #expect(isNear(evaluation.f1(of: .negative), 0))
    }

    @Test func `of two halves is that of the whole`() {
        var joined = evaluation(of: Array(Self.texts.prefix(3)))
        joined.add(evaluation(of: Array(Self.texts.dropFirst(3))))
        #expect(joined.count == 8)
        #expect(joined.negativeAUC == evaluation().negativeAUC)
        #expect(joined.macroF1 == evaluation().macroF1)
        #expect(joined.reliability == evaluation().reliability)
    }
}

struct `The reliability of confidences` {
    @Test func `is told in tenths`() {
        var reliability = Reliability()
        for (confidence, isRight) in [
            (0.05, false), (0.92, true), (0.98, true), (1, false), (0.6, true),
        ] {
            reliability.add(confidence: confidence, isRight: isRight)
        }
        #expect(reliability.filled.map(\.lowerBound) == [0, 0.6, 0.9])
        #expect(reliability.filled.map(\.count) == [1, 1, 3])
        #expect(reliability.filled.map(\.rightCount) == [0, 1, 2])
        #expect(abs((reliability.bins[9].rightShare ?? 0) - 2.0 / 3) < 1e-12)
        // |0.05 − 0| + |0.6 − 1| + |2.9 − 2| over five texts
        #expect(abs((reliability.calibrationError ?? 0) - 1.35 / 5) < 1e-12)
    }

    @Test(arguments: [Double.nan, -3, 7]) func `takes no harm from a confidence that is none`(
        confidence: Double
    ) {
        var reliability = Reliability()
        reliability.add(confidence: confidence, isRight: true)
        #expect(reliability.filled.count == 1)
    }
}

struct `The agreement of ratings and texts` {
    private func agreement(_ pairs: [(Double, Sentiment.Label)]) -> RatingAgreement {
        var agreement = RatingAgreement()
        for (rating, label) in pairs { agreement.add(rating, label: label) }
        return agreement
    }

    @Test(
        arguments: [
            ([1, 5], 1...5), ([0, 4.5], 0...5), ([7, 2], 1...10), ([0.5, 80], 0...100),
            ([-1, 3], nil), ([150], nil), ([], nil),
        ] as [([Double], ClosedRange<Double>?)])
    func `takes the smallest scale that holds all`(
        ratings: [Double], scale: ClosedRange<Double>?
    ) {
        #expect(agreement(ratings.map { ($0, .neutral) }).scale == scale)
    }

    @Test func `counts opposite verdicts only`() {
        let agreement = agreement([
            (1, .positive), (2, .negative), (3, .negative), (4, .negative), (5, .unscored),
            (5, .positive), (2, .neutral),
        ])
        #expect(agreement.count == 7)
        #expect(agreement.oppositeCount == 2)
        #expect(agreement.oppositeShare == 2.0 / 7)
    }
}
