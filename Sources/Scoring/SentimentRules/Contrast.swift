/// Where the sentence stands between what is granted and what is meant.
struct Contrast {
    /// What counts before "but", after it, and in a clause that "although" opens.
    static let before = 0.5
    static let after = 1.4
    static let conceded = 0.6

    /// The index of the sentence's first hit.
    private(set) var sentenceStart = 0
    /// The index of the first hit that no contrast word followed yet.
    private(set) var openStart = 0
    /// The contrast word that the sentence has passed.
    private(set) var turn: Range<Int>?
    private(set) var concession: Range<Int>?
    private var expectsAddition = false
    /// How many terms the text had before the sentence.
    private var termsBefore = 0

    /// After "not only", the next "but" adds.
    mutating func expectAddition() { expectsAddition = true }

    /// Whether a contrast word at this place turns the sentence.
    mutating func turns() -> Bool {
        defer { expectsAddition = false }
        return !expectsAddition
    }

    mutating func turn(at cause: Range<Int>, hitCount: Int) {
        turn = cause
        openStart = hitCount
        concession = nil
    }

    /// Whether the sentence has had no term yet where the text has had `terms`.
    func isAtStart(_ terms: Int) -> Bool { terms == termsBefore }

    /// Whether nothing is in force.
    var isCalm: Bool { turn == nil && concession == nil }

    mutating func concede(_ cause: Range<Int>) { concession = cause }

    mutating func endClause() { concession = nil }

    mutating func endSentence(hitCount: Int, terms: Int) {
        sentenceStart = hitCount
        openStart = hitCount
        turn = nil
        concession = nil
        expectsAddition = false
        termsBefore = terms
    }
}

extension OpinionReader {
    /// Weakens what the sentence said up to a contrast word.
    mutating func meetContrast(_ cause: Range<Int>) {
        guard contrast.turns() else { return }
        for index in contrast.openStart..<hits.count {
            steps += 1
            hits.all[index].weight *= Contrast.before
            note(.beforeContrast, index, by: cause)
        }
        contrast.turn(at: cause, hitCount: hits.count)
        negation.end()
        intensity.end()
        calmFrom = .max
        if targeting != nil { endTargetedClause(at: cause.lowerBound, endsSentence: false) }
    }

    /// "Although" weakens the clause that it opens; after a main clause it only adds.
    mutating func concede(_ cause: Range<Int>) {
        contrast.concede(cause)
        calmFrom = .max
    }

    /// Strengthens a hit behind a contrast word, weakens one that is granted.
    mutating func applyContrast(to weight: inout Double, index: Int) {
        if let turn = contrast.turn {
            weight *= Contrast.after
            note(.afterContrast, index, by: turn)
        }
        if let concession = contrast.concession {
            weight *= Contrast.conceded
            note(.conceded, index, by: concession)
        }
    }
}
