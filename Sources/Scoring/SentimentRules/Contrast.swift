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
    private var isAtClauseStart = true

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

    /// "Although" weakens the clause that it opens; after a main clause it only adds.
    mutating func concede(_ cause: Range<Int>) {
        if isAtClauseStart { concession = cause }
    }

    mutating func sawTerm() { isAtClauseStart = false }

    mutating func endClause() { concession = nil }

    mutating func endSentence(hitCount: Int) {
        sentenceStart = hitCount
        openStart = hitCount
        turn = nil
        expectsAddition = false
        isAtClauseStart = true
    }
}

extension OpinionReader {
    /// Weakens what the sentence said up to a contrast word.
    mutating func meetContrast(_ cause: Range<Int>) {
        guard contrast.turns() else { return }
        for index in contrast.openStart..<hits.count {
            steps += 1
            hits[index].weight *= Contrast.before
            note(.beforeContrast, index, by: cause)
        }
        contrast.turn(at: cause, hitCount: hits.count)
        negation.end()
        intensity.end()
    }

    /// Strengthens a hit behind a contrast word, weakens one that is granted.
    mutating func applyContrast(to hit: inout OpinionHit, index: Int) {
        if let turn = contrast.turn {
            hit.weight *= Contrast.after
            note(.afterContrast, index, by: turn)
        }
        if let concession = contrast.concession {
            hit.weight *= Contrast.conceded
            note(.conceded, index, by: concession)
        }
    }
}
