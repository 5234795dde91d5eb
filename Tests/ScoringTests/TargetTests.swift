import Model
import Scoring
import Testing

struct `A text about several names` {
    private let scorer = SentimentScorer(lexicon: .embedded)

    /// The verdict for Alba, with Brixo as the other.
    private func score(_ text: String) -> Sentiment {
        scorer.score(
            text: text, language: "en",
            target: TextTarget(
                brand: spans(of: "Alba", in: text), others: spans(of: "Brixo", in: text)))
    }

    private func spans(of name: String, in text: String) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        var place = text.startIndex
        while let start = text[place...].firstIndex(where: { $0 == name.first }) {
            place = text.index(after: start)
            guard text[start...].hasPrefix(name) else { continue }
            let offset = text.utf8.distance(from: text.startIndex, to: start)
            spans.append(offset..<(offset + name.utf8.count))
        }
        return spans
    }

    @Test(arguments: [
        ("Alba was great, Brixo was horrible.", Sentiment.Label.positive),
        ("Alba was horrible, Brixo was great.", .negative),
        ("Brixo was horrible but Alba was lovely.", .positive),
        ("Great service at Alba, unlike Brixo.", .positive),
        ("Alba is much better than the horrible Brixo.", .positive),
        ("The food at Alba and Brixo was awful.", .negative),
        ("The food at Brixo and Alba was awful.", .negative),
        ("Brixo lost my parcel. Alba delivered fast, excellent!", .positive),
    ])
    func `is felt by what it says about the brand`(_ text: String, _ label: Sentiment.Label) {
        let sentiment = score(text)
        #expect(sentiment.label == label, "\(sentiment.contributions)")
    }

    @Test func `names the other in the rule`() throws {
        let sentiment = score("Alba was great, Brixo was horrible.")
        let other = try #require(sentiment.contributions.first { $0.term == "horrible" })
        #expect(other.weight == 0)
        #expect(other.rules.contains("about \"Brixo\""))
    }

    @Test func `goes on with the last name of the sentence`() {
        let sentiment = score("Brixo came late, rude and dirty, and Alba was wonderful.")
        #expect(sentiment.label == .positive, "\(sentiment.contributions)")
    }

    @Test func `is scored as ever without names of others`() {
        let text = "Alba was great, the soup was horrible."
        let plain = scorer.score(text: text, language: "en")
        let brand = scorer.score(
            text: text, language: "en",
            target: TextTarget(brand: spans(of: "Alba", in: text), others: []))
        #expect(brand == plain)
    }

    @Test func `adds up to the score exactly`() {
        let sentiment = score("Brixo, never again, rude! Alba is great, so good, but slow.")
        #expect(sentiment.contributions.reduce(0) { $0 + $1.weight } == sentiment.score)
    }

    @Test func `takes spans beyond the text as they come`() {
        let target = TextTarget(brand: [90..<95], others: [-4 ..< -1, 200..<300, 3..<3])
        let sentiment = scorer.score(text: "Good.", language: "en", target: target)
        #expect((-1...1).contains(sentiment.score))
    }
}
