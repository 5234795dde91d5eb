public import Model

extension JSONValue {
    /// `{"total":…,"negative":…,"neutral":…,"positive":…,"unscored":…,"rated":…,"meanStars":…}`.
    public static func counts(_ counts: SentimentCounts) -> JSONValue {
        .members([
            "total": .integer(counts.total), "negative": .integer(counts.negative),
            "neutral": .integer(counts.neutral), "positive": .integer(counts.positive),
            "unscored": .integer(counts.unscored), "rated": .integer(counts.rated),
            "meanStars": counts.meanStars.map(JSONValue.rounded) ?? .null,
        ])
    }

    /// A mention as other objects point at it.
    static func brief(_ mention: Mention) -> JSONValue {
        .members([
            "id": .integer(Int(mention.id)), "source": .string(mention.source.rawValue),
            "date": .date(mention.occurredAt), "score": .rounded(mention.sentiment.score),
            "label": .string(mention.sentiment.label.rawValue),
            "title": .optional(mention.entry.title), "text": .optional(mention.entry.text),
            "url": .optional(mention.entry.url),
        ])
    }
}
