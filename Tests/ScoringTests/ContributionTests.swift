import Model
import Testing
import TextProcessing

@testable import Scoring

struct `Contributions` {
    private static let scorer = SentimentScorer(lexicon: .embedded)

    /// Texts put together from these pieces by a fixed rule, so that every run has the same.
    private static let pieces = [
        "not", "very", "good", "bad", "but", "!", ",", "rude", "GREAT", "although", "😡", "👩‍👩‍👧", ":)",
        "e\u{301}", "never again", ".", "too", "sooo", "terribly", "\u{200D}", "waste of money",
        "without",
        "\u{301}", "🇩🇪", "\n", "can't wait", "slightly", "not only", "awful", "5/5", "नि",
    ]

    static let texts: [String] = (1...300).map { seed in
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
        var text = ""
        for _ in 0..<(seed % 23 + 1) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += pieces[Int(state >> 33) % pieces.count] + (state >> 40 & 3 == 0 ? "" : " ")
        }
        return text
    }

    @Test(arguments: texts)
    func `add up to the score exactly`(_ text: String) {
        let sentiment = Self.scorer.score(text: text, language: "en")
        var sum = 0.0
        for contribution in sentiment.contributions { sum += contribution.weight }
        #expect(sum == sentiment.score)
        #expect((-1...1).contains(sentiment.score))
        #expect((0...1).contains(sentiment.confidence))
    }

    @Test(arguments: texts)
    func `stand in order on character boundaries`(_ text: String) {
        let sentiment = Self.scorer.score(text: text, language: "en")
        var boundaries: Set<Int> = [text.utf8.count]
        for index in text.indices {
            boundaries.insert(text.utf8.distance(from: text.startIndex, to: index))
        }
        var last = 0
        for contribution in sentiment.contributions {
            #expect(boundaries.contains(contribution.span.lowerBound), "\(contribution)")
            #expect(boundaries.contains(contribution.span.upperBound), "\(contribution)")
            #expect(contribution.span.lowerBound >= last)
            last = contribution.span.lowerBound
        }
    }

    @Test(arguments: texts)
    func `are no condition of the verdict`(_ text: String) {
        let sentiment = Self.scorer.score(text: text, language: "en")
        let verdict = Self.scorer.verdict(text: text, language: "en")
        #expect(verdict.score == sentiment.score)
        #expect(verdict.label == sentiment.label)
        #expect(verdict.confidence == sentiment.confidence)
        #expect(verdict.language == sentiment.language)
    }

    @Test func `give the lexicon's term and valence`() {
        let sentiment = Self.scorer.score(text: "A total RIP-OFF!", language: "en")
        let met = sentiment.contributions.first { $0.term == "rip off" }
        #expect((-4 ..< -1).contains(met?.valence ?? 0))
        #expect(met?.span == 8..<15)
    }
}

struct `Reading a hostile text` {
    static let pieces = [
        "a", "good", "good but ", "not ", "not not bad ", "very ", "\u{200D}", "\u{301}",
        "e\u{301}", "😡",
        "👩\u{200D}", "GOOD ", "gooooo", "\u{0}", "!", "good! ", ". ", "\u{202E}", "never ",
        "waste of ",
        "although ", "not only ", "terribly ", "'", "1.", ":", "@a", "🇩🇪", "-", "é", "नि", "\n",
    ]

    @Test(arguments: pieces)
    func `takes steps in proportion to its length`(_ piece: String) {
        let short = steps(String(repeating: piece, count: 500))
        let long = steps(String(repeating: piece, count: 5000))
        #expect(long <= short * 11 + 100)
    }

    @Test(arguments: pieces)
    func `ends with a defined verdict`(_ piece: String) {
        let text = String(repeating: piece, count: 20_000)
        let sentiment = SentimentScorer(lexicon: .embedded).score(text: text, language: "en")
        #expect((-1...1).contains(sentiment.score))
    }

    private func steps(_ text: String) -> Int {
        var copy = text
        let session = ScoringSession(SentimentScorer(lexicon: .embedded), language: "en")
        return copy.withUTF8 { session.reading(of: $0, target: nil, explains: true).steps }
    }
}

struct `A phrase that ends with a negator` {
    @Test func `is counted and negates what follows`() throws {
        let overlay = try LexiconOverlay(
            parsing: "grumly not\t-1\nzingy\t2\nzingy not quorly\t1\nquorly\t2\n", file: "own.tsv")
        let scorer = SentimentScorer(lexicon: Lexicon.embedded.adding(overlay))
        let met = scorer.score(text: "Grumly not zingy", language: "en").contributions
        #expect(met.map(\.term) == ["grumly not", "zingy"])
        #expect(met.allSatisfy { $0.weight < 0 })
        // inside a phrase that a person wrote it is part of it
        let idiom = scorer.score(text: "Zingy not quorly quorly", language: "en").contributions
        #expect(idiom.allSatisfy { $0.weight > 0 })
    }
}

struct `A learned phrase` {
    @Test func `gives way to one that a person wrote and that begins in it`() throws {
        var builder = LexiconTableBuilder(try #require(Lexicon.embedded.table(for: "en")))
        let entries = try LexiconOverlay(
            parsing: "grumly zingy\t-1\nzingy quorly florn\t2\n", file: "own.tsv"
        ).entries
        builder.set(entries[0], origin: .learned)
        builder.set(entries[1], origin: .written)
        let table = try #require(builder.table())
        #expect(terms(of: "grumly zingy quorly florn", table) == ["zingy quorly florn"])
        #expect(terms(of: "grumly zingy quorly", table) == ["grumly zingy"])
    }

    private func terms(of text: String, _ table: LexiconTable) -> [String] {
        var copy = text
        return copy.withUTF8 { bytes in
            let scratch = ReadingScratch()
            return Tokenizer.tokens(in: text).withUnsafeBufferPointer { tokens in
                var reader = OpinionReader(
                    bytes, tokens: tokens, words: table.lookup,
                    emoji: Lexicon.embedded.emoji.lookup, target: nil, explains: false,
                    scratch: scratch)
                reader.read()
                reader.finish()
                return scratch.hits.all.map { table.term(at: Int($0.slot)) }
            }
        }
    }
}
