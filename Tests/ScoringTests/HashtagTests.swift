import Model
import Testing
import TextProcessing

@testable import Scoring

struct `A hashtag` {
    private let scorer = SentimentScorer(lexicon: .embedded)

    private func terms(_ text: String) -> [String] {
        scorer.score(text: text, language: "en").contributions.map {
            String(decoding: Array(text.utf8)[$0.span], as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("Still on hold with them #worstserviceever", "worst"),
        ("Still on hold with them #WorstServiceEver", "Worst"),
        ("They came at noon #NotHappy", "Happy"),
        ("They came at noon #neveragain", "neveragain"),
        ("They came at noon #awful", "awful"),
    ])
    func `counts by its words, at their places`(_ text: String, _ term: String) {
        #expect(terms(text).contains { $0.contains(term) || term.contains($0) }, "\(terms(text))")
        #expect(scorer.score(text: text, language: "en").label == .negative)
    }

    @Test(arguments: ["#qzxwvut", "#\u{E9}\u{E9}", "#", "##", "#1", "#_"])
    func `of no known words stays one word`(_ tag: String) {
        #expect(terms("They came at noon \(tag)").isEmpty)
    }

    @Test func `takes steps in proportion to its length`() {
        let short = steps(String(repeating: "#worstserviceeverqz ", count: 100))
        let long = steps(String(repeating: "#worstserviceeverqz ", count: 1000))
        #expect(long <= short * 11)
        #expect(steps("#" + String(repeating: "worst", count: 100_000)) < 100)
    }

    private func steps(_ text: String) -> Int {
        var copy = text
        let session = ScoringSession(scorer, language: "en")
        return copy.withUTF8 { session.reading(of: $0, target: nil, explains: true).steps }
    }
}
