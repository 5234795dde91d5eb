public import Model

extension Report {
    /// The whole report for programs; keys stay as they are.
    var json: JSONValue {
        .members([
            "business": .string(business),
            "brands": .array(brands.map(JSONValue.string)),
            "from": .string(CivilDate(daysSince1970: period.lowerBound.number).iso8601),
            "to": .string(CivilDate(daysSince1970: period.upperBound.number).iso8601),
            "counts": .counts(counts),
            "previous": previous.map(JSONValue.counts) ?? .null,
            "daily": .array(
                daily.map { day in
                    .object(
                        [JSONValue.Member("date", .string(Self.iso8601(day.day)))]
                            + JSONValue.countMembers(day.counts))
                }),
            "sources": .array(
                sources.map { source in
                    .object(
                        [JSONValue.Member("source", .string(source.source.rawValue))]
                            + JSONValue.countMembers(source.counts))
                }),
            "languages": .array(
                languages.map { language in
                    .object(
                        [JSONValue.Member("language", .optional(language.language))]
                            + JSONValue.countMembers(language.counts))
                }),
            "stars": .object(
                (1...5).map { JSONValue.Member("\($0)", .integer(stars[$0] ?? 0)) }),
            "aspects": ReportAspects(report: self).json,
            "worst": .array(worst.map(JSONValue.brief)),
            "unanswered": .integer(unanswered),
            "oldestUnanswered": oldestUnanswered.map(JSONValue.brief) ?? .null,
        ])
    }

    /// One record a day.
    var csv: String {
        let header = CSV.record([
            "date", "total", "negative", "neutral", "positive", "unscored", "rated", "meanStars",
        ])
        return header
            + daily.map { day in
                CSV.record([
                    Self.iso8601(day.day), "\(day.counts.total)", "\(day.counts.negative)",
                    "\(day.counts.neutral)", "\(day.counts.positive)", "\(day.counts.unscored)",
                    "\(day.counts.rated)",
                    day.counts.meanStars.map { SentimentText.decimal($0, places: 2) } ?? "",
                ])
            }.joined()
    }

    private static func iso8601(_ day: CalendarDay) -> String {
        CivilDate(daysSince1970: day.number).iso8601
    }
}

extension JSONValue {
    /// `{"total":…,"negative":…,"neutral":…,"positive":…,"unscored":…,"rated":…,"meanStars":…}`.
    public static func counts(_ counts: SentimentCounts) -> JSONValue {
        .object(countMembers(counts))
    }

    static func countMembers(_ counts: SentimentCounts) -> [Member] {
        [
            Member("total", .integer(counts.total)), Member("negative", .integer(counts.negative)),
            Member("neutral", .integer(counts.neutral)),
            Member("positive", .integer(counts.positive)),
            Member("unscored", .integer(counts.unscored)), Member("rated", .integer(counts.rated)),
            Member("meanStars", counts.meanStars.map(JSONValue.rounded) ?? .null),
        ]
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
