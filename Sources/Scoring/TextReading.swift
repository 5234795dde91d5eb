import Model
import TextProcessing

/// A text read by a lexicon: its language, its opinions and what they come to.
struct TextReading {
    let verdict: Verdict
    private let table: LexiconTable?
    private let findings: OpinionReader.Findings
    private let factor: Double

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, declared: String?, lexicon: Lexicon, explains: Bool
    ) {
        var tokens: [Token] = []
        tokens.reserveCapacity(bytes.count / 4 + 4)
        Tokenizer.append(tokensOf: bytes, to: &tokens)
        let language = LanguageChoice.language(
            of: tokens, in: bytes, declared: declared, lexicon: lexicon)
        table = language.flatMap(lexicon.table)
        findings = OpinionReader.findings(
            in: bytes, tokens: tokens, table: table, emoji: lexicon.emoji, explains: explains)
        var sum = 0.0
        for hit in findings.hits { sum += hit.weight }
        factor = ScoreScale.factor(sum: sum, terms: findings.terms)
        guard Self.isEnough(findings, hasWords: table != nil) else {
            verdict = Verdict(score: 0, label: .unscored, confidence: 0, language: language)
            return
        }
        // summed as the contributions are, so that their weights are the score to the last bit
        var score = 0.0
        for hit in findings.hits { score += hit.weight * factor }
        let label = ScoreScale.label(score)
        verdict = Verdict(
            score: score, label: label,
            confidence: ScoreScale.confidence(score, label, hits: findings.hits.count),
            language: language)
    }

    /// Whether a verdict can be given: by words in a language that has a lexicon, or by emoji
    /// where there is little else.
    private static func isEnough(_ findings: OpinionReader.Findings, hasWords: Bool) -> Bool {
        let hitCount = findings.hits.count
        if hasWords { return hitCount > 0 || findings.terms >= ScoreScale.fewestNeutralTerms }
        return hitCount > 0 && findings.terms - hitCount < ScoreScale.fewestNeutralTerms
    }

    /// The verdict with its reasons; `text` is the string that `bytes` are.
    func sentiment(
        of text: String, in bytes: UnsafeBufferPointer<UInt8>, by lexicon: Lexicon
    ) -> Sentiment {
        let isScored = verdict.label != .unscored
        return Sentiment(
            score: verdict.score, label: verdict.label, confidence: verdict.confidence,
            basis: isScored ? .text : .none, textScore: isScored ? verdict.score : nil,
            textLabel: verdict.label, language: verdict.language,
            contributions: isScored ? contributions(in: text, bytes, lexicon) : [],
            lexicon: lexicon.edition(for: table == nil ? nil : verdict.language))
    }

    private func contributions(
        in text: String, _ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon
    ) -> [Contribution] {
        var rules: [[String]] = Array(repeating: [], count: findings.hits.count)
        for rule in findings.rules { rules[rule.hit].append(rule.words(in: bytes)) }
        let spans = CharacterSpans(text)
        return zip(findings.hits, rules).map { hit, rules in
            let table = hit.isEmoji ? lexicon.emoji : (table ?? lexicon.emoji)
            return Contribution(
                term: table.term(at: hit.slot), span: spans.widened(hit.start..<hit.end),
                valence: hit.valence, weight: hit.weight * factor, rules: rules)
        }
    }
}

/// Moves spans to the boundaries of a text's characters.
private struct CharacterSpans {
    private let text: String

    init(_ text: String) { self.text = text }

    /// The smallest range of whole characters, as UTF-8 offsets, that holds `span`.
    func widened(_ span: Range<Int>) -> Range<Int> {
        let start = boundary(atOrBefore: index(span.lowerBound))
        let end = index(span.upperBound)
        let floor = boundary(atOrBefore: end)
        let ceiling = floor == end ? end : text.index(after: floor)
        return offset(start)..<offset(ceiling)
    }

    private func boundary(atOrBefore place: String.Index) -> String.Index {
        guard place > text.startIndex, place < text.endIndex else { return place }
        return text.index(before: text.index(after: place))
    }

    private func index(_ offset: Int) -> String.Index {
        text.utf8.index(text.startIndex, offsetBy: offset)
    }

    private func offset(_ index: String.Index) -> Int {
        text.utf8.distance(from: text.startIndex, to: index)
    }
}
