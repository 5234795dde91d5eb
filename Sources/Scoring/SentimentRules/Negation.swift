import TextProcessing

/// The scope of a negator: the words after it up to the end of the clause.
struct Negation {
    /// How many words and phrases after a negator it can turn.
    static let reach = 4
    /// What is left of a praise that is negated: "not good" is less bad than "bad".
    static let praise = -0.65
    /// What is left of a complaint that is negated: "not bad" is hardly praise.
    static let complaint = -0.4

    /// The last unit that it can turn; below the current one where there is none.
    var lastUnit = -1
    var strength = 1.0
    var cause = 0..<0

    mutating func end() { lastUnit = -1 }
}

extension OpinionReader {
    /// Whether the next word stands in a negator's scope.
    var isNegated: Bool { units < negation.lastUnit }

    /// Opens the scope, or opens it anew: many languages negate twice to negate once ("no es nada").
    ///
    /// One that `takesBack` ends a scope instead, where there is one ("not without").
    mutating func beginNegation(_ strength: Double, _ cause: Range<Int>, takesBack: Bool) {
        if takesBack, units <= negation.lastUnit { return negation.end() }
        negation.lastUnit = units + Negation.reach
        negation.strength = strength
        negation.cause = cause
        calmFrom = max(calmFrom, negation.lastUnit)
    }

    /// Turns a hit inside a negator's scope: by the negated term's own entry, else by the rule.
    mutating func applyNegation(to reading: inout OpinionReading, key: UInt64, index: Int) {
        guard units <= negation.lastUnit else { return }
        if let slot = words.slot(of: TermHash.joined(TermHash.negation, key)) {
            reading.weight = words[slot].valence
            reading.opinion = Double(words[slot].opinionSteps)
        } else {
            let rule = reading.weight > 0 ? Negation.praise : Negation.complaint
            reading.weight *= rule * negation.strength
        }
        note(.negated, index, by: negation.cause)
    }
}
