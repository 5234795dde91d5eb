import TextProcessing

/// How loud a text is: capitals, exclamation marks, long letters.
struct Emphasis {
    static let capitals = 1.25
    static let elongation = 1.25

    /// Whether words in capitals stand out, which they do not where most are; nil until asked for.
    private var capitalsCount: Bool?

    /// Whether words in capitals stand out among `tokens`, which are all of the text.
    mutating func capitalsStandOut(among tokens: UnsafeBufferPointer<Token>) -> Bool {
        if let capitalsCount { return capitalsCount }
        var capitals = 0
        var others = 0
        for token in tokens where token.kind == .word {
            if token.traits.contains(.capitals) {
                capitals += 1
            } else if token.traits.contains(.smallLetters) {
                others += 1
            }
        }
        let standOut = others > capitals
        capitalsCount = standOut
        return standOut
    }

    /// What a sentence counts with a run of `count` marks at its end; more than three add nothing.
    static func exclamation(count: Int) -> Double { 1 + 0.08 * Double(min(max(count, 1), 3)) }
}

extension OpinionReader {
    /// Whether these tokens are in capitals and the text is not.
    mutating func isShouted(_ places: Range<Int>) -> Bool {
        for place in places {
            let token = tokens[place]
            guard token.traits.contains(.capitals) || token.kind == .number else { return false }
        }
        return emphasis.capitalsStandOut(among: tokens)
    }
}
