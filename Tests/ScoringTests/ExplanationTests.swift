import Model
import Testing

@testable import Scoring

struct `An explanation where it lies` {
    private static let texts = [
        "The staff was rude, awful and dirty! Never again, what a scam.", "Good.", "", "x",
        "NOT GOOD at all, but the food was sooooo lovely :-)", "😡👍🏽 «a» e\u{301}",
        "Very late delivery.\r\nThe waiter was kind, although a bit slow.", "lovely\rrude",
        "Das Essen war kalt, aber der Kellner war NICHT unfreundlich.", "#WorstServiceEver",
        "El pan no es nada bueno y el camarero fue muy amable.",
    ]

    @Test(arguments: texts)
    func `says what the sentiment says`(_ text: String) {
        let session = ScoringSession(SentimentScorer(lexicon: .embedded), language: nil)
        for _ in 0..<2 {
            var met: Sentiment?
            Array(text.utf8).withUnsafeBufferPointer { bytes in
                session.explain(bytes) { met = $0.sentiment }
            }
            #expect(met == SentimentScorer(lexicon: .embedded).score(text: text, language: nil))
        }
    }

    @Test(arguments: texts)
    func `tells its rules in the same words`(_ text: String) {
        let session = ScoringSession(SentimentScorer(lexicon: .embedded), language: nil)
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            session.explain(bytes) { explanation in
                let expected = explanation.sentiment.contributions
                var rules: [[String]] = []
                explanation.forEachContribution { contribution in
                    var own: [String] = []
                    contribution.forEachRule { words, cause in
                        let cause = cause.map { "\"\(String(decoding: $0, as: UTF8.self))\"" }
                        own.append("\(words)" + (cause ?? ""))
                    }
                    rules.append(own)
                }
                #expect(rules == expected.map(\.rules))
            }
        }
    }
}
