import TextProcessing

/// How loud a text is: capitals, exclamation marks, long letters.
struct Emphasis {
    static let capitals = 1.25
    static let elongation = 1.25

    /// Whether words in capitals stand out: not where most of the text is in capitals.
    let capitalsCount: Bool

    init(_ tokens: UnsafeBufferPointer<Token>) {
        var capitals = 0
        var others = 0
        for token in tokens where token.kind == .word {
            if token.traits.contains(.capitals) {
                capitals += 1
            } else if token.traits.contains(.smallLetters) {
                others += 1
            }
        }
        capitalsCount = capitals > 0 && others > capitals
    }

    /// What a sentence counts with a run of `count` marks at its end; more than three add nothing.
    static func exclamation(count: Int) -> Double { 1 + 0.08 * Double(min(max(count, 1), 3)) }
}
