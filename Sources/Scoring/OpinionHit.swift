import TextProcessing

/// A term of the lexicon met in a text, and what it counts.
struct OpinionHit {
    /// Where its entry stands in `isEmoji ? emoji table : language table`.
    var slot: Int
    var isEmoji: Bool
    /// UTF-8 offsets of the first and behind the last of its words.
    var start: Int
    var end: Int
    /// What the lexicon gives for it, −4 to 4.
    var valence: Double
    /// What it counts after the rules, before the length of the text divides it.
    var weight: Double
    /// An adverb's place among the terms of the text, for the opinion that may follow it.
    var adverbPosition: Int?
}

/// A rule that changed the weight of a hit, and the words that called for it.
struct AppliedRule {
    enum Kind {
        case negated, stronger, weaker, excessive, beforeContrast, afterContrast, conceded
        case capitals, exclaimed, elongated
    }

    var kind: Kind
    /// The hit that it changed, by its index.
    var hit: Int
    /// UTF-8 offsets of the calling words; empty where there are none.
    var cause: Range<Int>

    /// The rule in words for a person, with `bytes` the scored text.
    func words(in bytes: UnsafeBufferPointer<UInt8>) -> String {
        let quoted = "\"" + String(decoding: bytes[cause], as: UTF8.self).lowercased() + "\""
        return switch kind {
        case .negated: "negated by \(quoted)"
        case .stronger: "stronger: \(quoted)"
        case .weaker: "weaker: \(quoted)"
        case .excessive: "too much: \(quoted)"
        case .beforeContrast: "before \(quoted)"
        case .afterContrast: "after \(quoted)"
        case .conceded: "conceded by \(quoted)"
        case .capitals: "emphasis: capitals"
        case .exclaimed: "emphasis: \"!\""
        case .elongated: "emphasis: long letters"
        }
    }
}
