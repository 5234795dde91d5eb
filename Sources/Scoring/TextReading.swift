import Model
import TextProcessing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A text read by a lexicon: its language, its opinions and what they come to.
struct TextReading {
    let verdict: Verdict
    let opinion: Double
    /// What a weight is multiplied with to be a share of the score.
    let factor: Double
    /// What was done beyond reading each byte once.
    let steps: Int

    /// Reads `bytes`, which are UTF-8; what it met stays in `scratch` until the next reading.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, language declared: String?,
        constants: GenreConstants, target: TextTarget?, lexicon: Lexicon, explains: Bool,
        scratch: ReadingScratch
    ) {
        scratch.tokens.removeAll(keepingCapacity: true)
        Tokenizer.append(tokensOf: bytes, to: &scratch.tokens)
        let language = LanguageChoice.language(
            of: scratch.tokens, in: bytes, declared: declared, lexicon: lexicon)
        let table = language.flatMap(lexicon.table)
        let words = table?.lookup ?? LexiconTable.emptySlots
        var steps = 0
        if table != nil, Self.holdsHash(bytes) {
            steps = HashtagSplitter.split(
                &scratch.tokens, in: bytes, words: words, language: language)
        }
        var sums = Self.read(
            bytes, words: words, emoji: lexicon.emoji.lookup, target: target,
            explains: explains, scratch: scratch)
        // the tables own what the slots point to
        withExtendedLifetime((table, lexicon)) {}
        sums.steps += steps
        self.steps = sums.steps
        let scale = ScoreScale(
            polarity: sums.polarity, evidence: sums.evidence, shape: sums.shape,
            constants: constants)
        factor = scale.factor
        guard Self.isEnough(sums, hasWords: table != nil) else {
            verdict = Verdict(score: 0, label: .unscored, confidence: 0, language: language)
            opinion = 0
            return
        }
        // summed as the contributions are, so that their weights are the score to the last bit
        var score = 0.0
        for hit in scratch.hits.all { score += hit.weight * factor }
        opinion = scale.opinion
        verdict = Verdict(
            score: score, label: scale.label,
            confidence: Calibration.confidence(in: scale.label, probability: scale.probability),
            language: language)
    }

    /// Whether there may be a hashtag.
    private static func holdsHash(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // memchr looks at many bytes at once
        guard let base = bytes.baseAddress else { return false }
        return memchr(base, 0x23, bytes.count) != nil
    }

    private struct Sums {
        var polarity = 0.0
        var evidence: Double
        var shape: ScoreScale.Shape
        /// How many words and emoji have a say.
        var wordCount: Int
        var steps: Int
    }

    private static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, words: LexiconSlots, emoji: LexiconSlots,
        target: TextTarget?, explains: Bool, scratch: ReadingScratch
    ) -> Sums {
        var sums = scratch.tokens.withUnsafeBufferPointer { tokens in
            var reader = OpinionReader(
                bytes, tokens: tokens, words: words, emoji: emoji, target: target,
                explains: explains, scratch: scratch)
            reader.read()
            reader.finish()
            return Sums(
                evidence: reader.evidence / LexiconRecord.steps, shape: reader.shape,
                wordCount: -reader.sentenceEndCount, steps: reader.steps)
        }
        for hit in scratch.hits.all { sums.polarity += hit.weight }
        sums.wordCount += scratch.hits.count
        return sums
    }

    /// Whether a verdict can be given: by words in a language that has a lexicon, or by emoji
    /// where there is little else.
    private static func isEnough(_ sums: Sums, hasWords: Bool) -> Bool {
        let terms = sums.shape.terms
        if hasWords { return sums.wordCount > 0 || terms >= ScoreScale.fewestNeutralTerms }
        return sums.wordCount > 0 && terms - sums.wordCount < ScoreScale.fewestNeutralTerms
    }
}
