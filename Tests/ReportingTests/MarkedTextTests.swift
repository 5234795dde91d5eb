import Model
import Testing

@testable import Reporting

struct `A marked text` {
    private let body = "The soup was great.\nBut the waiter was rude, truly rude."

    @Test func `shows each word that counted with its sign`() {
        let text = MarkedText.rendered(
            body,
            contributions: [
                Sample.contribution("rude", in: body, weight: -1.9),
                Sample.contribution("great", in: body, weight: 1.2),
                Sample.contribution("truly", in: body, weight: 0),
            ], width: 40, style: .plain)
        #expect(
            text == """
                The soup was [+great].
                But the waiter was [−rude], [·truly]
                rude.

                """)
    }

    @Test func `colours what it signs`() {
        let text = MarkedText.rendered(
            "so rude", contributions: [Sample.contribution("rude", in: "so rude", weight: -1)],
            width: nil, style: TerminalStyle(isColoured: true))
        #expect(text == "so \u{1B}[31m[−rude]\u{1B}[0m\n")
    }

    @Test(arguments: [5..<4000, -3..<2, 0..<0, 1..<2])
    func `leaves out a span that is not in the text`(span: Range<Int>) {
        let contribution = Contribution(term: "x", span: span, valence: -1, weight: -1)
        let text = MarkedText.rendered(
            "éa", contributions: [contribution], width: nil, style: .plain)
        #expect(text == "éa\n")
    }

    @Test func `marks the first of overlapping spans`() {
        let text = MarkedText.rendered(
            "never again",
            contributions: [
                Contribution(term: "never again", span: 0..<11, valence: -2, weight: -2),
                Contribution(term: "again", span: 6..<11, valence: -1, weight: -1),
            ], width: nil, style: .plain)
        #expect(text == "[−never again]\n")
    }

    @Test func `shows escape sequences`() {
        let text = MarkedText.rendered(
            "a\u{1B}[0m", contributions: [], width: nil, style: .plain)
        #expect(text == "a\\u{1B}[0m\n")
    }
}

struct `An explanation` {
    @Test func `names the words of greatest weight`() {
        let body = "never again, rude"
        let sentiment = Sample.sentiment(
            -0.82, .negative,
            contributions: [
                Sample.contribution("rude", in: body, weight: -0.32),
                Sample.contribution("never again", in: body, weight: -0.5),
            ])
        #expect(
            SentimentText.explanation(sentiment, rating: nil, body: body)
                == "Negative (−0.82, sure): “never again” −0.5, “rude” −0.3.")
    }

    @Test func `tells of the rating where the rating decided`() throws {
        var sentiment = Sample.sentiment(-1, .negative)
        sentiment.basis = .rating
        sentiment.textScore = 0.4
        sentiment.textLabel = .positive
        sentiment.disagrees = true
        let rating = try #require(Rating(value: 1, min: 1, max: 5))
        #expect(
            SentimentText.explanation(sentiment, rating: rating, body: "")
                == "Negative (−1.00, sure): rated 1 of 5; the text alone is positive (+0.40). "
                + "Rating and text say opposite things: a person should look.")
    }

    @Test func `of no verdict says why there is none`() {
        var sentiment = Sample.sentiment(0, .unscored)
        sentiment.language = nil
        #expect(
            SentimentText.explanation(sentiment, rating: nil, body: "xyz").hasPrefix("Unscored: "))
    }
}
