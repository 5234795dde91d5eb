public import Model

/// What there is to reply to, read off a mention.
public struct ReplySituation: Sendable, Hashable {
    /// What the reply has to speak to.
    public private(set) var topic: ReplyTopic
    /// What the mention is about: with praise what is felt as positive, else what is felt as negative.
    public private(set) var aspects: Set<Aspect>
    /// The aspect that weighs most, trust before the rest; nil where the mention is about none.
    public private(set) var lead: Aspect?
    /// The words that name `lead`, fit to be quoted: at most three, none twice.
    public private(set) var words: [String]

    /// The situation of `mention` in its present wording.
    public init(_ mention: Mention) {
        let sentiment = mention.sentiment
        let negative = sentiment.aspects.filter { $0.label == .negative }
        let tone = Self.tone(mention, isCriticized: !negative.isEmpty)
        let opinions =
            tone == .praise ? sentiment.aspects.filter { $0.label == .positive } : negative
        let trust = opinions.filter(\.aspect.isTrustDimension)
        let lead = (trust.isEmpty ? opinions : trust).max { abs($0.score) < abs($1.score) }
        aspects = Set(opinions.map(\.aspect))
        self.lead = lead?.aspect
        words = lead.map { QuotableWords.words($0.spans, in: mention.entry.body) } ?? []
        topic = tone
        if tone == .complaint, let lead, let dimension = ReplyTopic(rawValue: lead.aspect.rawValue)
        {
            topic = dimension
        }
    }

    /// Complaint, mixed or praise.
    private static func tone(_ mention: Mention, isCriticized: Bool) -> ReplyTopic {
        let stars = mention.entry.rating?.stars
        if mention.sentiment.disagrees { return .mixed }
        switch mention.sentiment.label {
        case .negative: return .complaint
        case .neutral: return .mixed
        case .positive: return isCriticized || (stars ?? 5) < 3.5 ? .mixed : .praise
        case .unscored:
            guard let stars else { return .mixed }
            return stars < 2.5 ? .complaint : stars < 3.5 ? .mixed : .praise
        }
    }
}

/// Words of a mention that a reply may quote.
///
/// What could hold somebody's particulars is not quoted: anything with digits, signs of addresses or
/// more than 30 characters. Nor are control characters, or braces that look like a template's.
enum QuotableWords {
    private static let limit = 3

    static func words(_ spans: [Range<Int>], in body: String) -> [String] {
        var words: [String] = []
        for span in spans.prefix(20) {
            guard words.count < limit, let word = word(span, in: body),
                !words.contains(where: { $0.lowercased() == word.lowercased() })
            else { continue }
            words.append(word)
        }
        return words
    }

    private static func word(_ span: Range<Int>, in body: String) -> String? {
        let bytes = body.utf8
        guard span.lowerBound >= 0, span.upperBound <= bytes.count, span.count <= 120,
            let lower = String.Index(
                bytes.index(bytes.startIndex, offsetBy: span.lowerBound), within: body),
            let upper = String.Index(
                bytes.index(bytes.startIndex, offsetBy: span.upperBound), within: body)
        else { return nil }
        guard body[lower..<upper].unicodeScalars.allSatisfy(isQuotable) else { return nil }
        let text = OneLine.text(String(body[lower..<upper]), limit: 60)
        guard (1...30).contains(text.count), text.contains(where: \.isLetter) else { return nil }
        let isShouted =
            text.count > 1 && text.contains(where: \.isUppercase)
            && !text.contains(where: \.isLowercase)
        return isShouted ? text.lowercased() : text
    }

    private static func isQuotable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.isWhitespace
            || "-'’".unicodeScalars.contains(scalar)
            || scalar.properties.generalCategory == .nonspacingMark
    }
}
