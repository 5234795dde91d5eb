import Model

/// The body of a webhook message, version 1; `docs/webhook.md` is its manual.
///
/// A payload stays below 256 KiB: long texts are cut and say so, and of very many mentions the
/// first are told and the others counted. It is a pure function of the letter, the same for every
/// attempt.
struct WebhookPayload {
    /// The version of the schema; it grows when a field changes its meaning or goes.
    static let version: Int64 = 1
    static let maxSize = 256 * 1024

    /// How much of everything is told.
    struct Extent {
        var mentions: Int
        /// In UTF-8 bytes.
        var text: Int
        var contributions: Int
    }

    /// The extents, widest first; the last fits whatever the mentions hold.
    static let extents = [
        Extent(mentions: 100, text: 8000, contributions: 50),
        Extent(mentions: 100, text: 1500, contributions: 10),
        Extent(mentions: 20, text: 500, contributions: 5),
        Extent(mentions: 1, text: 500, contributions: 5),
    ]

    /// The JSON, UTF-8, without white space.
    let bytes: [UInt8]

    init(_ letter: Letter) {
        var bytes: [UInt8] = []
        for extent in Self.extents {
            bytes = Self.message(letter, extent).bytes
            if bytes.count < Self.maxSize { break }
        }
        self.bytes = bytes
    }

    private static func message(_ letter: Letter, _ extent: Extent) -> JSONText {
        let alert = letter.alert
        let told = letter.mentions.prefix(extent.mentions)
        return .object([
            "type": .string("mention.alert"),
            "version": .integer(version),
            "timestamp": .string(alert.createdAt.rfc3339),
            "data": .object([
                "business": short(letter.business, 200),
                "alert": .object([
                    "id": .integer(alert.id),
                    "rule": .string(alert.rule.rawValue),
                    "severity": .string(alert.severity.rawValue),
                    "reason": short(alert.reason, 1000),
                    "brand": alert.brand.map { brand($0, terms: nil, letter) } ?? .null,
                    "mentionCount": .integer(Int64(letter.mentions.count)),
                ]),
                "mentions": .array(told.map { mention($0, letter, extent) }),
                "mentionsOmitted": .integer(Int64(letter.mentions.count - told.count)),
            ]),
        ])
    }

    private static func mention(
        _ mention: Mention, _ letter: Letter, _ extent: Extent
    ) -> JSONText {
        let entry = mention.entry
        let sentiment = mention.sentiment
        let text = entry.text.map { cut($0, extent.text) }
        let counted = sentiment.contributions.prefix(extent.contributions)
        return .object([
            "id": .integer(mention.id),
            "source": .object([
                "id": .string(mention.source.rawValue),
                "title": short(letter.title(of: mention.source), 200),
                "kind": .string(mention.kind.rawValue),
            ]),
            "brands": .array(
                mention.brands.prefix(5).map { brand($0.brand, terms: $0.terms, letter) }),
            "url": .optional(entry.url.flatMap { $0.utf8.count <= 2000 ? $0 : nil }),
            "title": entry.title.map { short($0, 500) } ?? .null,
            "text": .optional(text?.text),
            "textTruncated": .bool(text?.isCut ?? false),
            "author": entry.author.map { short($0, 200) } ?? .null,
            "published": .optional(entry.published?.rfc3339),
            "occurredAt": .string(mention.occurredAt.rfc3339),
            "language": .optional(sentiment.language),
            "rating": entry.rating.map(rating) ?? .null,
            "score": sentiment.label == .unscored ? .null : .number(sentiment.score),
            "label": .string(sentiment.label.rawValue),
            "confidence": .number(sentiment.confidence),
            "basis": .string(sentiment.basis.rawValue),
            "ratingDisagreesWithText": .bool(sentiment.disagrees),
            "contributions": .array(counted.map { contribution($0) }),
            "contributionsOmitted": .integer(
                Int64(sentiment.contributions.count - counted.count)),
        ])
    }

    private static func brand(_ id: BrandID, terms: [String]?, _ letter: Letter) -> JSONText {
        let name = short(letter.name(of: id), 200)
        guard let terms else { return .object(["id": .string(id.rawValue), "name": name]) }
        let matched = terms.prefix(5).map { short($0, 100) }
        return .object(["id": .string(id.rawValue), "name": name, "terms": .array(matched)])
    }

    private static func rating(_ rating: Rating) -> JSONText {
        .object([
            "value": .number(rating.value), "min": .number(rating.min), "max": .number(rating.max),
        ])
    }

    private static func contribution(_ item: Contribution) -> JSONText {
        .object([
            "term": short(item.term, 100),
            "start": .integer(Int64(item.span.lowerBound)),
            "end": .integer(Int64(item.span.upperBound)),
            "valence": .number(item.valence),
            "weight": .number(item.weight),
            "rules": .array(item.rules.prefix(8).map { short($0, 100) }),
        ])
    }

    /// The first `limit` UTF-8 bytes of `text`, or fewer where that would split a character.
    private static func cut(_ text: String, _ limit: Int) -> (text: String, isCut: Bool) {
        let utf8 = text.utf8
        guard var end = utf8.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
            end < text.endIndex
        else { return (text, false) }
        while end > text.startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
        return (String(text[..<end]), true)
    }

    /// `text`, ending in `…` where it is longer than `limit` bytes.
    private static func short(_ text: String, _ limit: Int) -> JSONText {
        let (kept, isCut) = cut(text, limit)
        return .string(isCut ? kept + "…" : kept)
    }
}
