import FoundationEssentials
import Model
import Scoring
import Testing

struct `A rated entry` {
    private let scorer = SentimentScorer(lexicon: .embedded)

    private func entry(_ rating: Rating?, text: String?) -> Entry {
        Entry(
            identity: EntryIdentity(rung: .stableID, key: "1"), title: nil, text: text,
            rating: rating)
    }

    @Test(arguments: [
        (1.0, 1.0, 5.0, Sentiment.Label.negative, -1.0), (2, 1, 5, .negative, -0.5),
        (3, 1, 5, .neutral, 0), (4, 1, 5, .positive, 0.5), (5, 1, 5, .positive, 1),
        (4, 1, 10, .negative, -1.0 / 3), (5, 1, 10, .neutral, -1.0 / 9),
        (7, 1, 10, .positive, 1.0 / 3), (0, 0, 1, .negative, -1), (1, 0, 1, .positive, 1),
        (2.5, 1, 5, .neutral, -0.25), (3.5, 1, 5, .positive, 0.25),
    ])
    func `is labelled and scored by its rating`(
        _ value: Double, _ min: Double, _ max: Double, _ label: Sentiment.Label, _ score: Double
    ) throws {
        let rating = try #require(Rating(value: value, min: min, max: max))
        let sentiment = scorer.score(entry(rating, text: nil))
        #expect(sentiment.label == label)
        #expect(abs(sentiment.score - score) < 1e-9)
        #expect(sentiment.basis == .rating)
        #expect(sentiment.textLabel == .unscored)
        #expect(sentiment.textScore == nil)
        #expect(!sentiment.disagrees)
    }

    @Test func `keeps what its text says beside the rating`() throws {
        let rating = Rating(value: 1, min: 1, max: 5)
        let sentiment = scorer.score(entry(rating, text: "The waiter was rude to us."))
        #expect(sentiment.score == -1)
        let textScore = try #require(sentiment.textScore)
        #expect(textScore < 0)
        #expect(textScore > -1)
        #expect(sentiment.textLabel == .negative)
        #expect(sentiment.contributions.reduce(0) { $0 + $1.weight } == textScore)
        #expect(!sentiment.disagrees)
    }

    @Test(arguments: [
        (5.0, "Horrible, rude staff, never again.", true),
        (1.0, "Wonderful place, we love it.", true),
        (5.0, "Wonderful place, we love it.", false),
        (3.0, "Horrible, rude staff, never again.", false),
        (5.0, "The shop is in the street behind the station.", false),
        (5.0, "Сервис", false),
    ])
    func `disagrees only with a text that says clearly the opposite`(
        _ stars: Double, _ text: String, _ disagrees: Bool
    ) {
        let sentiment = scorer.score(entry(Rating(value: stars, min: 1, max: 5), text: text))
        #expect(sentiment.disagrees == disagrees, "\(sentiment)")
    }

    @Test func `is surer than one whose text says the opposite`() {
        let rating = Rating(value: 5, min: 1, max: 5)
        let agreed = scorer.score(entry(rating, text: "Wonderful place."))
        let opposed = scorer.score(entry(rating, text: "Horrible, rude staff, never again."))
        #expect(agreed.confidence > opposed.confidence)
    }

    @Test func `without rating is scored by title and text`() {
        var unrated = entry(nil, text: "We waited and then it was cold.")
        unrated.title = "Disgusting"
        let sentiment = scorer.score(unrated)
        #expect(sentiment.basis == .text)
        #expect(sentiment.label == .negative)
        #expect(sentiment.contributions.first?.span == 0..<10)
    }
}
