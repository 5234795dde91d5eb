import TextProcessing

/// The scope of a negator: the words after it up to the end of the clause.
struct Negation {
    /// How many words after a negator it can turn.
    static let reach = 4
    /// What is left of a praise that is negated: "not good" is less bad than "bad".
    static let praise = -0.65
    /// What is left of a complaint that is negated: "not bad" is hardly praise.
    static let complaint = -0.4

    private var wordsLeft = 0
    private(set) var strength = 1.0
    private(set) var cause = 0..<0

    var isActive: Bool { wordsLeft > 0 }

    /// Opens the scope, or opens it anew: many languages negate twice to negate once ("no es nada").
    mutating func begin(strength: Double, cause: Range<Int>) {
        wordsLeft = Self.reach + 1
        self.strength = strength
        self.cause = cause
        step()
    }

    /// Opens the scope; inside one, takes the first negator back ("not without").
    mutating func beginOrEnd(strength: Double, cause: Range<Int>) {
        isActive ? end() : begin(strength: strength, cause: cause)
    }

    /// Passes one word.
    mutating func step() { if wordsLeft > 0 { wordsLeft -= 1 } }

    mutating func end() { wordsLeft = 0 }
}

extension OpinionReader {
    /// Turns a hit inside a negator's scope: by the negated term's own entry, else by the rule.
    mutating func applyNegation(to hit: inout OpinionHit, key: UInt64, index: Int) {
        guard negation.isActive, let table else { return }
        if let slot = table.slot(of: TermHash.joined(TermHash.negation, key)) {
            hit.weight = table.slots[slot].valence
        } else {
            let rule = hit.valence > 0 ? Negation.praise : Negation.complaint
            hit.weight *= rule * negation.strength
        }
        note(.negated, index, by: negation.cause)
    }
}
