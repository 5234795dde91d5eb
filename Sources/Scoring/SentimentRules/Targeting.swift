import TextProcessing

/// Whom the clauses of a text are about.
struct Targeting {
    private struct Name {
        var span: Range<Int>
        var isBrand: Bool
    }

    /// How many bytes may stand between two names that are spoken of together: "X and Y".
    private static let longestJoint = 7
    /// Words that end a clause where things are compared.
    private static let comparisons = ["than", "als", "dan"].compactMap(TermHash.key)

    private let names: [Name]
    private var next = 0
    /// The last name that the sentence met; nil for none, which means the brand.
    private var last: Name?
    private var firstHit = 0
    private var evidence = 0.0

    /// Nil where there are no names of others, so that all is about the brand.
    ///
    /// Spans that are not within a text of `length` bytes are passed over.
    init?(_ target: TextTarget?, length: Int) {
        guard let target, !target.others.isEmpty else { return nil }
        let brand = target.brand.map { Name(span: $0, isBrand: true) }
        let others = target.others.map { Name(span: $0, isBrand: false) }
        names = (brand + others)
            .filter { 0 <= $0.span.lowerBound && $0.span.upperBound <= length }
            .sorted { $0.span.lowerBound < $1.span.lowerBound }
    }

    static func isComparison(_ key: UInt64) -> Bool { comparisons.contains(key) }

    /// Ends a clause at `end`, a UTF-8 offset; gives the other's name that it is about.
    mutating func endClause(at end: Int) -> Range<Int>? {
        var first: Name?
        while next < names.count, names[next].span.lowerBound < end {
            let name = names[next]
            if let owner = first {
                let gap = name.span.lowerBound - owner.span.upperBound
                if name.isBrand, gap <= Self.longestJoint { first = name }
            } else {
                first = name
            }
            last = name
            next += 1
        }
        guard let owner = first ?? last, !owner.isBrand else { return nil }
        return owner.span
    }

    mutating func endSentence() { last = nil }

    /// What was found up to the beginning of the clause.
    mutating func beginClause(hitCount: Int, evidence: Double) {
        firstHit = hitCount
        self.evidence = evidence
    }

    var clauseStart: (hit: Int, evidence: Double) { (firstHit, evidence) }
}

extension OpinionReader {
    /// Ends the clause that a target cuts at `end`, and takes back what it said about others.
    mutating func endTargetedClause(at end: Int, endsSentence: Bool) {
        guard let other = targeting?.endClause(at: end) else {
            targeting?.beginClause(hitCount: hits.count, evidence: evidence)
            if endsSentence { targeting?.endSentence() }
            return
        }
        if let start = targeting?.clauseStart {
            evidence = start.evidence
            for index in start.hit..<hits.count {
                steps += 1
                hits.all[index].weight = 0
                note(.aboutOther, index, by: other)
            }
        }
        targeting?.beginClause(hitCount: hits.count, evidence: evidence)
        if endsSentence { targeting?.endSentence() }
    }
}
