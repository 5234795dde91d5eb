import Model
import TextProcessing

@testable import Scoring

/// Texts that are scored: figures in their ranges, reasons where they are said to be.
enum ScoringPromises {
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        let text = String(decoding: bytes, as: UTF8.self)
        try check(text, lexicon: .embedded)
        let scorer = SentimentScorer(lexicon: .embedded)
        let mended = bytes.withUnsafeBufferPointer { scorer.verdict(of: $0, language: nil) }
        let whole = scorer.verdict(text: text, language: nil)
        try promise(mended == whole, "bytes and text differ")
        var end = 0
        for token in Tokenizer.tokens(in: text) {
            try promise(token.start >= end && token.end > token.start, "tokens overlap")
            try TextPromises.checkSpan(token.start..<token.end, in: text, "a token")
            end = token.end
        }
        end = 0
        for sentence in SentenceSplitter.sentences(in: text) {
            try promise(sentence.lowerBound >= end, "sentences overlap")
            try TextPromises.checkSpan(sentence, in: text, "a sentence")
            end = sentence.upperBound
        }
    }

    static func check(_ text: String, lexicon: Lexicon) throws(BrokenPromise) {
        let scorer = SentimentScorer(lexicon: lexicon)
        let sentiment = scorer.score(text: text, language: nil)
        let verdict = scorer.verdict(text: text, language: nil)
        try promise(
            verdict.score == sentiment.score && verdict.label == sentiment.label
                && verdict.confidence == sentiment.confidence
                && verdict.language == sentiment.language, "with and without reasons differ")
        try promise((-1...1).contains(sentiment.score), "a score of \(sentiment.score)")
        try promise(
            (0...1).contains(sentiment.confidence), "a confidence of \(sentiment.confidence)")
        try promise((0...1).contains(sentiment.opinion), "an opinion of \(sentiment.opinion)")
        if sentiment.label == .unscored {
            try promise(
                sentiment.score == 0 && sentiment.contributions.isEmpty, "reasons without a verdict"
            )
            return
        }
        let sum = sentiment.contributions.reduce(0) { $0 + $1.weight }
        try promise(sum == sentiment.score, "reasons add up to \(sum), not \(sentiment.score)")
        for item in sentiment.contributions {
            try TextPromises.checkSpan(item.span, in: text, "“\(item.term)”")
            try promise((-4...4).contains(item.valence), "“\(item.term)” is worth \(item.valence)")
            for rule in item.rules { try promise(!rule.isEmpty, "a rule without words") }
        }
    }
}
