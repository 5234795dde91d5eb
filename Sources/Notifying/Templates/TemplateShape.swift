/// What a name in a template stands for.
///
/// The tables below are the names that a template may use; `docs/templates.md` is their manual, and
/// tests hold both against what `TemplateContext` gives.
indirect enum TemplateShape: Sendable, Hashable {
    /// A text, a number or a flag.
    case value
    case object([String: TemplateShape])
    /// A list whose items have these names.
    case list([String: TemplateShape])

    /// The names at the top of a template.
    static let top: [String: TemplateShape] = [
        "business": .value, "title": .value, "why": .value, "advice": .value, "text": .value,
        "footer": .value, "sign": .value, "link": .value, "message_id": .value,
        "mention_count": .value, "alert_count": .value, "forgotten": .value,
        "alert": .object(alert),
        "alerts": .list(alert), "mentions": .list(mention), "sources": .list(notice),
        "digest": .object(digest), "channel": .object(channel),
    ]

    static let alert: [String: TemplateShape] = [
        "id": .value, "kind": .value, "severity": .value, "rule": .value, "reason": .value,
        "weighing": .value, "brand": .value, "time": .value, "period_start": .value,
        "period_end": .value, "is_mentions": .value, "is_sources": .value, "is_surge": .value,
        "is_drop": .value, "is_reminder": .value, "is_digest": .value, "is_channel": .value,
        "is_test": .value, "is_critical": .value, "is_recovery": .value,
    ]

    static let mention: [String: TemplateShape] = [
        "id": .value, "source": .value, "source_id": .value, "kind": .value, "brand": .value,
        "author": .value, "title": .value, "text": .value, "omitted": .value, "url": .value,
        "time": .value, "stars": .value, "star_row": .value, "label": .value, "score": .value,
        "language": .value, "verdict": .value, "edit": .value, "before": .value, "story": .value,
        "waits_since": .value, "reminder": .value,
        "words": .list(["term": .value, "weight": .value]),
    ]

    static let notice: [String: TemplateShape] = [
        "source": .value, "source_id": .value, "kind": .value, "headline": .value,
        "detail": .value, "time": .value, "since": .value,
    ]

    static let digest: [String: TemplateShape] = [
        "title": .value, "start": .value, "end": .value, "total": .value, "total_before": .value,
        "negative": .value, "negative_before": .value, "neutral": .value, "positive": .value,
        "stars": .value, "stars_before": .value, "unanswered_count": .value, "answered": .value,
        "silenced": .value, "alert_count": .value, "worst": .list(mention), "best": .list(mention),
        "unanswered": .list(mention), "matches": .list(["rule": .value, "count": .value]),
        "troubles": .list(["source": .value, "health": .value, "since": .value]),
    ]

    static let channel: [String: TemplateShape] = [
        "id": .value, "works": .value, "disabled": .value, "since": .value, "error": .value,
        "waiting": .value,
    ]
}
