import Model
import Scoring
import Testing

struct `A text that cannot be judged` {
    private let scorer = SentimentScorer(lexicon: .embedded)

    @Test(arguments: [
        "", " ", "12345", "???", "\u{0}", "Tuesday", "https://example.com/bad-rude-awful",
    ])
    func `for want of words is unscored, never neutral`(_ text: String) {
        let sentiment = scorer.score(text: text, language: "en")
        #expect(sentiment.label == .unscored)
        #expect(sentiment.score == 0)
        #expect(sentiment.confidence == 0)
        #expect(sentiment.basis == .none)
        #expect(sentiment.textScore == nil)
        #expect(sentiment.contributions.isEmpty)
    }

    @Test(arguments: [
        ("Очень плохой сервис, никому не советую", "ru"),
        ("サービスがとても悪かったです", "ja"),
        ("Mycket dålig service och maten var inte varm, jag kommer aldrig tillbaka", "sv"),
        ("Bardzo słaba obsługa i nie polecam tego miejsca, jedzenie było zimne", "pl"),
    ])
    func `for want of a lexicon is unscored with its language named`(
        _ text: String, _ language: String
    ) {
        let sentiment = scorer.score(text: text, language: nil)
        #expect(sentiment.label == .unscored)
        #expect(sentiment.language == language)
    }

    @Test func `in a language that a source only declares is unscored too`() {
        let sentiment = scorer.score(text: "qwrt zxcv", language: "xx")
        #expect(sentiment.label == .unscored)
        #expect(sentiment.language == "xx")
    }

    @Test func `but for a lone emoji is scored by it`() {
        let sentiment = scorer.score(text: "😡", language: nil)
        #expect(sentiment.label == .negative)
        #expect(sentiment.language == nil)
        #expect(sentiment.contributions.map(\.span) == [0..<4])
    }

    @Test func `of some length without opinion is neutral and unsure`() {
        let sentiment = scorer.score(
            text: "The shop is in the street behind the station.", language: "en")
        #expect(sentiment.label == .neutral)
        #expect(sentiment.confidence > 0)
        #expect(sentiment.confidence <= 0.5)
    }
}
