/// Guesses the language of a text from its script, its function words and its letter groups.
///
/// Made for short texts: a review of five words. Function words decide where there are enough of
/// them; letter groups of three (Cavnar and Trenkle, 1994) help in the languages that have
/// profiles. Where nothing stands out the guess is nil. The first hundred words are looked at.
public enum LanguageDetector {
    /// A guessed language.
    public struct Guess: Sendable, Hashable {
        /// A two-letter ISO 639-1 code.
        public var language: String
        /// 0 to 1: the part of the evidence that speaks for this language and not for the next.
        public var margin: Double
    }

    static let longestLook = 100

    /// The language of `text`; nil where it cannot be told.
    public static func guess(_ text: String) -> Guess? {
        var copy = text
        return copy.withUTF8 { bytes in
            var tokens: [Token] = []
            Tokenizer.append(tokensOf: bytes, to: &tokens)
            return guess(tokens, in: bytes, hint: nil)
        }
    }

    /// The language of a text that is cut into `tokens` already.
    ///
    /// `hint` is a language that is likely beforehand; it decides between close ones and never
    /// overrules clear evidence.
    public static func guess(
        _ tokens: [Token], in bytes: UnsafeBufferPointer<UInt8>, hint: String?
    ) -> Guess? {
        var evidence = LanguageEvidence(hint: hint)
        var words = 0
        for token in tokens where token.kind == .word {
            words += 1
            if words > longestLook { break }
            evidence.add(token, in: bytes)
            if words & 7 == 0, let guess = evidence.clearGuess { return guess }
        }
        if let script = evidence.otherScript { return script }
        if let guess = evidence.guess(words: words) { return guess }
        words = 0
        for token in tokens where token.kind == .word {
            words += 1
            if words > longestLook { break }
            evidence.addTrigrams(of: token, in: bytes)
        }
        return evidence.guessWithTrigrams()
    }
}

extension LanguageDetector {
    /// The place of a language among those whose function words are known; nil for others.
    public static func place(of language: String?) -> Int? {
        language.flatMap(FunctionWords.languages.firstIndex)
    }

    /// Whether the word with this `TermHash` is a function word of the language at `place`.
    public static func isFunctionWord(_ key: UInt64, of place: Int?) -> Bool {
        guard let place else { return false }
        return FunctionWordTable.shared.mask(of: key) & 1 << UInt32(place) != 0
    }
}

/// What speaks for each language.
private struct LanguageEvidence {
    private static let languageCount = FunctionWords.languages.count
    /// Evidence that a hint is worth, in function words.
    private static let hintWeight: Float = 1.5

    private var scores: InlineArray<20, Float> = .init(repeating: 0)
    private var latinWords = 0
    private var scripts: [String: Int] = [:]
    private let hint: Int?
    private let table = FunctionWordTable.shared

    init(hint: String?) {
        self.hint = hint.flatMap { FunctionWords.languages.firstIndex(of: $0) }
    }

    @inline(__always)
    mutating func add(_ token: Token, in bytes: UnsafeBufferPointer<UInt8>) {
        if token.traits.contains(.otherScript) {
            let scalar = DecodedScalar(bytes, at: token.start).value
            if let language = WritingSystem.language(of: scalar) {
                scripts[language, default: 0] += 1
                return
            }
        }
        latinWords += 1
        var mask = table.mask(of: token.key)
        guard mask != 0 else { return }
        let weight: Float = [2, 1, 0.6, 0.4][min(mask.nonzeroBitCount, 4) - 1]
        while mask != 0 {
            scores[mask.trailingZeroBitCount] += weight
            mask &= mask - 1
        }
    }

    /// The language of the script that most words are written in, where that is not Latin.
    var otherScript: LanguageDetector.Guess? {
        guard let most = scripts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            most.value > latinWords
        else { return nil }
        let all = scripts.values.reduce(latinWords, +)
        let language = most.key == "zh" && scripts["ja", default: 0] > 0 ? "ja" : most.key
        return LanguageDetector.Guess(
            language: language, margin: Double(most.value) / Double(all))
    }

    /// The guess, where more words would hardly change it.
    var clearGuess: LanguageDetector.Guess? {
        guard scripts.isEmpty else { return nil }
        let (best, second) = leaders()
        return scores[best] >= 5 && scores[best] >= 2.5 * second ? found(best, second) : nil
    }

    /// The language that the function words alone make sure of.
    func guess(words: Int) -> LanguageDetector.Guess? {
        let (best, second) = leaders()
        guard scores[best] >= 3, scores[best] >= 1.6 * second,
            scores[best] >= 0.15 * Float(words)
        else { return nil }
        return found(best, second)
    }

    mutating func addTrigrams(of token: Token, in bytes: UnsafeBufferPointer<UInt8>) {
        TrigramTable.shared.forEachWeight(in: token, of: bytes) { language, weight in
            scores[language] += Float(weight) * 0.12
        }
    }

    mutating func guessWithTrigrams() -> LanguageDetector.Guess? {
        let (bare, _) = leaders()
        guard scores[bare] >= 1 else { return nil }
        if let hint { scores[hint] += Self.hintWeight }
        let (best, second) = leaders()
        guard scores[best] - second >= 0.35, scores[best] >= 1.15 * second else { return nil }
        return found(best, second)
    }

    private func leaders() -> (best: Int, second: Float) {
        var best = 0
        var second: Float = 0
        for language in 1..<Self.languageCount {
            if scores[language] > scores[best] {
                second = scores[best]
                best = language
            } else if scores[language] > second {
                second = scores[language]
            }
        }
        return (best, second)
    }

    private func found(_ best: Int, _ second: Float) -> LanguageDetector.Guess {
        LanguageDetector.Guess(
            language: FunctionWords.languages[best],
            margin: Double((scores[best] - second) / scores[best]))
    }
}

/// The languages that a script other than Latin stands for.
enum WritingSystem {
    /// The commonest language of the script that `scalar` belongs to; nil for Latin and for scripts
    /// that no single language stands for.
    static func language(of scalar: UInt32) -> String? {
        switch scalar {
        case 0x370...0x3FF, 0x1F00...0x1FFF: "el"
        case 0x404, 0x406, 0x407, 0x454, 0x456, 0x457, 0x490, 0x491: "uk"
        case 0x400...0x52F: "ru"
        case 0x530...0x58F: "hy"
        case 0x590...0x5FF: "he"
        case 0x67E, 0x686, 0x698, 0x6AF: "fa"
        case 0x600...0x6FF, 0x750...0x77F: "ar"
        case 0x900...0x97F: "hi"
        case 0x980...0x9FF: "bn"
        case 0xB80...0xBFF: "ta"
        case 0xE00...0xE7F: "th"
        case 0x10A0...0x10FF: "ka"
        case 0x1100...0x11FF, 0xAC00...0xD7AF: "ko"
        case 0x3040...0x30FF: "ja"
        case 0x3400...0x9FFF, 0x20000...0x2FFFF: "zh"
        default: nil
        }
    }
}
