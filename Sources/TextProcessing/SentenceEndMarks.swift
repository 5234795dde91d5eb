/// The marks that a sentence ends with: what kinds, and whether more than one.
struct SentenceEndMarks {
    var exclamations = 0
    var questions = 0
    var dots = 0

    init() {}

    /// The marks that one sign beyond ASCII stands for.
    init(_ scalar: UInt32) {
        switch scalar {
        case 0x2026: dots = 3
        case 0x203C: exclamations = 2
        case 0x2047: questions = 2
        case 0x2048, 0x2049: (exclamations, questions) = (1, 1)
        case 0xFF01: exclamations = 1
        case 0xFF1F, 0x61F: questions = 1
        default: dots = 1
        }
    }

    /// The key of the run as a term; 0 for a plain full stop or line end.
    var key: UInt64 {
        switch (exclamations, questions) {
        case (0, 0): dots >= 3 ? Self.ellipsis : 0
        case (1, 0): Self.exclamation
        case (_, 0): Self.exclamations
        case (0, 1): Self.question
        case (0, _): Self.questions
        default: Self.doubt
        }
    }

    var traits: Token.Traits {
        var traits: Token.Traits = []
        if exclamations > 0 { traits.insert(.exclaims) }
        if questions > 0 { traits.insert(.asks) }
        return traits
    }

    private static let exclamation = key("!")
    private static let exclamations = key("!!")
    private static let question = key("?")
    private static let questions = key("??")
    private static let doubt = key("?!")
    private static let ellipsis = key("...")

    private static func key(_ marks: StaticString) -> UInt64 {
        marks.withUTF8Buffer { bytes in
            bytes.reduce(TermHash.seed) { TermHash.appending($1, to: $0) }
        }
    }
}
