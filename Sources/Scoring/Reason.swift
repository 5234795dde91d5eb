import Model
import TextProcessing

/// A term that counted, as numbers: what a `Contribution` says in strings.
struct Reason {
    /// UTF-8 offsets on character boundaries.
    var start: Int
    var end: Int
    var valence: Double
    /// Its share of the score.
    var weight: Double
    /// Where its entry stands in `isEmoji ? emoji table : language table`.
    var slot: Int32
    /// Its rules: a range of `ReasonList.rules`.
    var firstRule: Int32 = 0
    var ruleCount: Int32 = 0
    var isEmoji: Bool
    var origin: Contribution.Origin

    init(_ contribution: Contribution) {
        start = contribution.span.lowerBound
        end = contribution.span.upperBound
        valence = contribution.valence
        weight = contribution.weight
        slot = 0
        ruleCount = Int32(truncatingIfNeeded: contribution.rules.count)
        isEmoji = false
        origin = contribution.origin
    }

    init(_ hit: OpinionHit, _ record: LexiconRecord, span: Range<Int>, factor: Double) {
        start = span.lowerBound
        end = span.upperBound
        valence = record.valence
        weight = hit.weight * factor
        slot = hit.slot
        isEmoji = hit.isEmoji
        origin = record.origin
    }
}

/// The reasons of a text in its order, and their rules in the order in which each was changed.
struct ReasonList {
    private(set) var reasons = ScratchList<Reason>()
    private(set) var rules = ScratchList<AppliedRule>()

    /// Lists what a reading met; `factor` makes shares of the score of the weights.
    mutating func list(
        _ hits: HitList, rules applied: [AppliedRule], tokens: UnsafeBufferPointer<Token>,
        factor: Double, words: LexiconSlots, emoji: LexiconSlots, spans: CharacterSpans
    ) {
        reasons.begin(atMost: hits.count)
        for hit in hits.all {
            let record = (hit.isEmoji ? emoji : words)[Int(hit.slot)]
            let (first, last) = (Int(hit.place), Int(hit.place) + Int(hit.count) - 1)
            let span = spans.widened(tokens[first].start..<tokens[last].end)
            reasons.append(Reason(hit, record, span: span, factor: factor))
        }
        sort(applied)
    }

    /// Empties the list.
    mutating func removeAll() {
        reasons.begin(atMost: 0)
        rules.begin(atMost: 0)
    }

    /// Puts the rules in the order of their hits, those of one in the order in which they came.
    private mutating func sort(_ applied: [AppliedRule]) {
        rules.begin(atMost: applied.count)
        guard let first = applied.first else { return }
        for rule in applied { reasons[rule.hit].ruleCount += 1 }
        var start: Int32 = 0
        for index in 0..<reasons.count {
            reasons[index].firstRule = start
            start += reasons[index].ruleCount
            reasons[index].ruleCount = 0
        }
        for _ in applied { rules.append(first) }
        for rule in applied {
            let place = reasons[rule.hit].firstRule + reasons[rule.hit].ruleCount
            rules[Int(place)] = rule
            reasons[rule.hit].ruleCount += 1
        }
    }

    /// The rules of a reason in the order in which they were applied.
    func rules(of reason: Reason) -> Slice<UnsafeBufferPointer<AppliedRule>> {
        let first = Int(reason.firstRule)
        return rules.all[first..<first + Int(reason.ruleCount)]
    }

    /// Gives the memory back; nothing else may be done then.
    func deallocate() {
        reasons.deallocate()
        rules.deallocate()
    }
}
