import Model
import Testing

@testable import Scoring

struct `The scale of a score` {
    private func scale(
        _ polarity: Double, _ evidence: Double, terms: Int = 8,
        constants: GenreConstants = GenreConstants()
    ) -> ScoreScale {
        ScoreScale(
            polarity: polarity, evidence: evidence,
            shape: ScoreScale.Shape(terms: terms, hasAddress: true, questions: 2),
            constants: constants)
    }

    @Test(arguments: [(1.0, 0.5), (-3, 1.5), (0.001, 0), (40, 90), (-900, -80), (1e-9, 3)])
    func `is the probability of positive less that of negative`(
        _ polarity: Double, _ evidence: Double
    ) {
        let scale = scale(polarity, evidence)
        let score = scale.factor * polarity
        #expect(abs(score) <= 1)
        #expect((score > 0) == (polarity > 0))
        #expect((0...1).contains(scale.opinion))
        #expect(abs(score) <= scale.opinion + 1e-9)
        #expect(self.scale(-polarity, evidence).factor == scale.factor)
    }

    @Test func `is one third each where nothing is said`() {
        let scale = scale(0, 0)
        #expect(abs(scale.opinion - 2.0 / 3) < 1e-12)
        #expect(scale.label == .neutral)
        #expect(scale.factor.isFinite)
    }

    @Test func `grows with the valences and with the evidence for an opinion`() {
        let scores = [0.5, 1, 2, 4, 8].map { scale($0, 1).factor * $0 }
        #expect(scores == scores.sorted())
        let sure = [-4.0, -1, 0, 1, 4].map { scale(2, $0).factor * 2 }
        #expect(sure == sure.sorted())
    }

    @Test func `shrinks with the length of a text`() {
        #expect(scale(3, 1, terms: 100).factor < scale(3, 1, terms: 4).factor)
    }

    @Test func `takes the shape of a text into account`() {
        var constants = GenreConstants()
        constants.address = -2
        #expect(scale(1, 1, constants: constants).opinion < scale(1, 1).opinion)
        constants = GenreConstants()
        constants.question = -2
        #expect(scale(1, 1, constants: constants).opinion < scale(1, 1).opinion)
        constants = GenreConstants()
        constants.length = -2
        #expect(scale(1, 1, constants: constants).opinion < scale(1, 1).opinion)
    }

    @Test func `gives a label by the likeliest, with what its genre adds`() {
        #expect(scale(1, 1).label == .positive)
        #expect(scale(-1, 1).label == .negative)
        #expect(scale(1, -9).label == .neutral)
        var constants = GenreConstants()
        constants.positiveOffset = 5
        #expect(scale(0.5, -4, constants: constants).label == .positive)
        constants.negativeOffset = -5
        #expect(scale(-2, 1, constants: constants).label == .neutral)
    }

    @Test func `gives no label that the score contradicts`() {
        var constants = GenreConstants()
        constants.negativeOffset = 5
        constants.positiveOffset = 5
        #expect(scale(0.5, 0, constants: constants).label == .positive)
        #expect(scale(0, 4, constants: constants).label == .neutral)
        #expect(scale(0.01, 0, constants: constants).label == .neutral)
    }
}
