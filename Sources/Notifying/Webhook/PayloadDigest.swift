import Model

/// What a payload tells of a digest: its figures, and the first mentions of each list.
struct PayloadDigest {
    /// How many mentions of each list are told.
    private static let mentionLimit = 5
    /// How many rules, sources or aspects are told.
    private static let listLimit = 30

    private let digest: Digest
    private let letter: Letter
    private let extent: WebhookPayload.Extent

    init(_ digest: Digest, _ letter: Letter, _ extent: WebhookPayload.Extent) {
        self.digest = digest
        self.letter = letter
        self.extent = extent
    }

    var json: JSONText {
        .object([
            "title": WebhookPayload.short(digest.title, 200),
            "period": period(digest.period),
            "previousPeriod": period(digest.previous),
            "counts": counts(digest.counts),
            "previousCounts": counts(digest.countsBefore),
            "worst": mentions(digest.worst),
            "best": mentions(digest.best),
            "unanswered": mentions(digest.unanswered),
            "unansweredCount": .integer(Int64(digest.unansweredCount)),
            "responses": responses(digest.responses),
            "previousResponses": responses(digest.responsesBefore),
            "aspects": .array(digest.aspects.prefix(Self.listLimit).map(aspect)),
            "sources": .array(digest.troubles.prefix(Self.listLimit).map(trouble)),
            "matches": .array(digest.matches.prefix(Self.listLimit).map(match)),
            "silenced": .integer(Int64(digest.silenced)),
            "alerts": .integer(Int64(digest.alerts)),
        ])
    }

    private func mentions(_ list: [Mention]) -> JSONText {
        .array(
            list.prefix(min(Self.mentionLimit, extent.mentions)).map {
                WebhookPayload.mention($0, letter, extent)
            })
    }

    private func period(_ period: Alert.Period) -> JSONText {
        .object(["start": .string(period.start.rfc3339), "end": .string(period.end.rfc3339)])
    }

    private func counts(_ counts: SentimentCounts) -> JSONText {
        .object([
            "total": .integer(Int64(counts.total)), "negative": .integer(Int64(counts.negative)),
            "neutral": .integer(Int64(counts.neutral)),
            "positive": .integer(Int64(counts.positive)),
            "unscored": .integer(Int64(counts.unscored)), "rated": .integer(Int64(counts.rated)),
            "meanStars": counts.meanStars.map { .number($0) } ?? .null,
        ])
    }

    private func responses(_ counts: ResponseCounts) -> JSONText {
        .object([
            "mentions": .integer(Int64(counts.mentions)),
            "answered": .integer(Int64(counts.answered)),
            "medianSeconds": counts.medianDelay.map { .number($0) } ?? .null,
        ])
    }

    private func aspect(_ counts: AspectCounts) -> JSONText {
        .object([
            "aspect": .string(counts.aspect.rawValue),
            "negative": .integer(Int64(counts.negative)),
            "neutral": .integer(Int64(counts.neutral)),
            "positive": .integer(Int64(counts.positive)),
        ])
    }

    private func trouble(_ trouble: Digest.SourceTrouble) -> JSONText {
        .object([
            "source": WebhookPayload.source(trouble.source, letter),
            "health": .string(trouble.health.rawValue),
            "since": .optional(trouble.since?.rfc3339),
        ])
    }

    private func match(_ match: Digest.Matches) -> JSONText {
        .object([
            "rule": WebhookPayload.short(match.rule, 200),
            "count": .integer(Int64(match.count)),
        ])
    }
}
