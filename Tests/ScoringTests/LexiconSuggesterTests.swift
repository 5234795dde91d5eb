import Model
import Testing

@testable import Scoring

private func judged(_ texts: [(String, Sentiment.Label)]) -> [JudgedText] {
    texts.enumerated().map {
        JudgedText(
            mention: MentionID($0.offset + 1), text: $0.element.0, language: "en",
            label: $0.element.1)
    }
}

private let suggester = LexiconSuggester(lexicon: .embedded)

struct `Proposals for a lexicon` {
    /// A word that no lexicon has.
    @Test func `name the unknown word that misjudged texts share`() throws {
        let texts = judged([
            ("The parcel was glumptious when it came", .negative),
            ("Our table looked glumptious on Friday", .negative),
            ("The door and the window are on the left", .neutral),
        ])
        let proposals = suggester.proposals(from: texts, limit: 5)
        let first = try #require(proposals.first)
        #expect(first.term == "glumptious" && first.language == "en" && first.former == nil)
        #expect(try #require(first.valence) < 0)
        #expect(first.mended == [1, 2] && first.broken == [])
        let overlay = try LexiconOverlay(parsing: first.line, file: "own")
        let scorer = SentimentScorer(lexicon: Lexicon.embedded.adding(overlay))
        for text in texts.prefix(2) {
            #expect(scorer.verdict(text: text.text, language: "en").label == .negative)
        }
    }

    @Test func `turn or silence a word that counts the wrong way`() throws {
        let texts = judged([
            ("That guitar solo was wicked", .positive),
            ("A wicked cake, and the tea too", .positive),
            ("Wicked is what I call this tune", .positive),
        ])
        #expect(
            texts.allSatisfy {
                SentimentScorer(lexicon: .embedded).verdict(text: $0.text, language: "en").label
                    != .positive
            })
        let first = try #require(suggester.proposals(from: texts, limit: 1).first)
        #expect(first.term == "wicked" && first.former != nil)
        #expect(first.mended == [1, 2, 3])
    }

    @Test func `are not made of one text`() {
        let texts = judged([("The parcel was glumptious when it came", .negative)])
        #expect(suggester.proposals(from: texts, limit: 5) == [])
    }

    @Test func `are not made of a word that breaks as many texts as it mends`() {
        let texts = judged([
            ("The parcel was glumptious when it came", .negative),
            ("Our table looked glumptious on Friday", .negative),
            ("The glumptious window is on the left", .neutral),
            ("He sat down at the glumptious corner", .neutral),
        ])
        #expect(
            !suggester.proposals(from: texts, limit: 5).contains { $0.term == "glumptious" })
    }

    @Test func `leave out excluded words, negators and what is judged rightly`() {
        let texts = judged([
            ("The parcel was glumptious when it came", .negative),
            ("Our table looked glumptious on Friday", .negative),
            ("This was awful and rude", .negative), ("An awful and rude evening", .negative),
        ])
        var strict = suggester
        strict.excluded = ["glumptious"]
        #expect(strict.proposals(from: texts, limit: 5).isEmpty)
        #expect(
            suggester.proposals(from: texts, limit: 5).allSatisfy {
                $0.term.contains("glumptious") || $0.mended.allSatisfy { $0 <= 2 }
            })
    }

    @Test func `count on those before them`() {
        let texts = judged([
            ("The parcel was glumptious when it came", .negative),
            ("Our table looked glumptious on Friday", .negative),
            ("The rooms are frobbly on this side", .positive),
            ("I found it frobbly, as did my aunt", .positive),
        ])
        let proposals = suggester.proposals(from: texts, limit: 9)
        #expect(Set(proposals.prefix(2).map(\.term)) == ["glumptious", "frobbly"])
        // What is mended is not mended again.
        #expect(proposals.count == 2)
    }

    @Test(arguments: [(-2.0, "-2"), (0.5, "0.5"), (3, "3")])
    func `are lines of an overlay`(_ valence: Double, _ written: String) throws {
        let proposal = LexiconProposal(
            term: "fell flat", valence: valence, language: "en", former: nil, mended: [1],
            broken: [])
        #expect(proposal.line == "fell flat\t\(written)\ten")
        #expect(try LexiconOverlay(parsing: proposal.line, file: "own").count == 1)
        var silent = proposal
        silent.valence = nil
        #expect(silent.line == "fell flat\t-\ten")
    }

    @Test func `take hostile texts as they are`() {
        let texts = judged([
            (String(repeating: "a", count: 100_000), .negative),
            (String(repeating: "\u{202E}x\u{0} ", count: 500), .negative), ("", .negative),
            ("\u{FFFD}\t\n\"'", .positive),
        ])
        #expect(suggester.proposals(from: texts + texts, limit: 3).count <= 3)
    }
}
