import TextProcessing

/// A term of the lexicon met in a text, and what it counts.
struct OpinionHit {
    /// What it counts after the rules, before the length of the text divides it.
    var weight: Double
    /// Where its entry stands in `isEmoji ? emoji table : language table`.
    var slot: Int32
    /// The first of its tokens.
    var place: Int32
    /// How many tokens it takes.
    var count: UInt8
    var isEmoji = false
    /// Whether it only strengthens an opinion that follows at once.
    var isAdverb = false
}

/// A rule that changed the weight of a hit, and the words that called for it.
struct AppliedRule {
    enum Kind {
        case negated, stronger, weaker, excessive, beforeContrast, afterContrast, conceded
        case capitals, exclaimed, elongated, aboutOther
    }

    var kind: Kind
    /// The hit that it changed, by its index.
    var hit: Int
    /// UTF-8 offsets of the calling words; empty where there are none.
    var cause: Range<Int>

    /// The rule in words for a person, with `bytes` the scored text.
    func words(in bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard namesCause else { return "\(opening)" }
        return withCause(in: bytes) { "\(opening)\"\(String(decoding: $0, as: UTF8.self))\"" }
    }

    /// What the rule says before its cause, or all that it says.
    var opening: StaticString {
        switch kind {
        case .negated: "negated by "
        case .stronger: "stronger: "
        case .weaker: "weaker: "
        case .excessive: "too much: "
        case .beforeContrast: "before "
        case .afterContrast: "after "
        case .conceded: "conceded by "
        case .capitals: "emphasis: capitals"
        case .exclaimed: "emphasis: \"!\""
        case .elongated: "emphasis: long letters"
        case .aboutOther: "about "
        }
    }

    /// Whether the words that called for the rule are told.
    var namesCause: Bool {
        switch kind {
        case .capitals, .exclaimed, .elongated: false
        case .negated, .stronger, .weaker, .excessive, .beforeContrast, .afterContrast, .conceded,
            .aboutOther:
            true
        }
    }

    /// The words that called for the rule, in small letters but for names; made anew only where
    /// there are capitals or letters beyond ASCII.
    func withCause<Result>(
        in bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let cause = UnsafeBufferPointer(rebasing: bytes[cause])
        if kind == .aboutOther || cause.allSatisfy({ $0 < 0x80 && $0 &- 0x41 >= 26 }) {
            return body(cause)
        }
        var small = String(decoding: cause, as: UTF8.self).lowercased()
        return small.withUTF8(body)
    }
}
