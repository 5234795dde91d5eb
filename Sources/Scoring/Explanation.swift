public import Model
import TextProcessing

/// The verdict on a text with its reasons, as they lie in the room of a session.
///
/// It says what a `Sentiment` says without making a string or an array for any of it. Valid only
/// inside the call that gives it, as are all pointers that it gives; see
/// `ScoringSession.explain(_:_:)`.
public struct Explanation {
    /// Score, label, confidence and language.
    public let verdict: Verdict
    /// How likely the text is an opinion at all: 0 to 1; 0 where unscored.
    public let opinion: Double
    /// The edition of the lexicon that scored, overlays included.
    public let lexicon: String
    private let bytes: UnsafeBufferPointer<UInt8>
    private let words: LexiconTable
    private let emoji: LexiconTable
    private let reasons: ReasonList
    private let scratch: ReadingScratch

    /// The reasons of `reading`, which read `bytes` and left what it met in `scratch`.
    init(
        _ reading: TextReading, bytes: UnsafeBufferPointer<UInt8>, spans: CharacterSpans,
        lexicon: Lexicon, scratch: ReadingScratch
    ) {
        let table = reading.verdict.language.flatMap(lexicon.table)
        verdict = reading.verdict
        opinion = reading.opinion
        self.lexicon = scratch.edition(
            of: lexicon, for: table == nil ? nil : reading.verdict.language)
        self.bytes = bytes
        words = table ?? lexicon.emoji
        emoji = lexicon.emoji
        self.scratch = scratch
        if reading.verdict.label == .unscored {
            scratch.reasons.removeAll()
        } else {
            let (words, emoji) = (words.lookup, emoji.lookup)
            scratch.tokens.withUnsafeBufferPointer { tokens in
                scratch.reasons.list(
                    scratch.hits, rules: scratch.rules, tokens: tokens, factor: reading.factor,
                    words: words, emoji: emoji, spans: spans)
            }
        }
        reasons = scratch.reasons
    }

    /// Gives every term that counted, in the order of the text.
    public func forEachContribution(_ body: (BorrowedContribution) -> Void) {
        for reason in reasons.reasons.all {
            body(BorrowedContribution(reason, term: term(of: reason), of: reasons, in: bytes))
        }
    }

    /// Gives what the text is about and how each is felt, in the order of `Aspect.allCases`.
    public func forEachAspect(_ body: (AspectFinding) -> Void) {
        guard let table = verdict.language.flatMap(AspectTable.embedded) else { return }
        let room = scratch.aspects
        scratch.tokens.withUnsafeBufferPointer { tokens in
            let reader = AspectReader(bytes, tokens: tokens, table: table, room: room)
            AspectTagger.forEachAspect(of: reader, reasons.reasons.all, body)
        }
    }

    private func term(of reason: Reason) -> UnsafeBufferPointer<UInt8> {
        (reason.isEmoji ? emoji : words).termBytes(at: Int(reason.slot))
    }

    /// The same as a value of its own.
    var sentiment: Sentiment {
        let isScored = verdict.label != .unscored
        var contributions: [Contribution] = []
        contributions.reserveCapacity(reasons.reasons.count)
        forEachContribution { contributions.append($0.contribution) }
        var aspects: [AspectOpinion] = []
        forEachAspect { aspects.append($0.opinion) }
        return Sentiment(
            score: verdict.score, label: verdict.label, confidence: verdict.confidence,
            basis: isScored ? .text : .none, textScore: isScored ? verdict.score : nil,
            textLabel: verdict.label, language: verdict.language, opinion: opinion,
            contributions: contributions, aspects: aspects, lexicon: lexicon)
    }
}

/// One term that moved the score, as it lies in the room of a session; see `Explanation`.
public struct BorrowedContribution {
    /// The lexicon entry that was met, in the lexicon's spelling, in UTF-8.
    public let term: UnsafeBufferPointer<UInt8>
    private let reason: Reason
    private let reasons: ReasonList
    private let bytes: UnsafeBufferPointer<UInt8>

    init(
        _ reason: Reason, term: UnsafeBufferPointer<UInt8>, of reasons: ReasonList,
        in bytes: UnsafeBufferPointer<UInt8>
    ) {
        self.reason = reason
        self.term = term
        self.reasons = reasons
        self.bytes = bytes
    }

    /// Where it stands: UTF-8 offsets, on character boundaries.
    public var span: Range<Int> { reason.start..<reason.end }
    /// What the lexicon gives for the term alone, −4 to 4.
    public var valence: Double { reason.valence }
    /// What it counted in this text after all rules.
    public var weight: Double { reason.weight }
    /// Where the valence comes from.
    public var origin: Contribution.Origin { reason.origin }

    /// Gives the rules that changed `valence` into `weight`: what each says, and the words that called
    /// for it, which stand behind that in quotation marks; nil where it names none.
    public func forEachRule(
        _ body: (_ words: StaticString, _ cause: UnsafeBufferPointer<UInt8>?) -> Void
    ) {
        for rule in reasons.rules(of: reason) {
            guard rule.namesCause else {
                body(rule.opening, nil)
                continue
            }
            rule.withCause(in: bytes) { body(rule.opening, $0) }
        }
    }

    /// The same as a value of its own.
    var contribution: Contribution {
        Contribution(
            term: String(decoding: term, as: UTF8.self), span: span, valence: valence,
            weight: weight, rules: reasons.rules(of: reason).map { $0.words(in: bytes) },
            origin: origin)
    }
}
