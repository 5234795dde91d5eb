import FoundationEssentials
import Model
import Mustache

/// The values that the names of a template stand for, made from a letter.
///
/// Texts are bounded and free of control characters; what is absent is told so, and so is not looked
/// for further out.
struct TemplateContext {
    /// How many mentions, notices or alerts a list has at most.
    static let listLimit = 20
    /// UTF-16 units of the text of a mention.
    static let textLimit = 4000

    /// By the names of `TemplateShape.top`.
    let values: [String: Any]

    init(_ letter: Letter, use: LetterTemplate.Use) {
        values = Values(letter: letter, use: use).top
    }
}

/// A value that is not there: nothing where it is shown, false in a section.
struct AbsentValue: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}

/// A number: shown as it is, false in a section where it is 0.
struct CountValue: MustacheCustomRenderable {
    var number: Int
    var renderText: String { String(number) }
    var isNull: Bool { number == 0 }
}

/// Makes values of a letter's parts.
private struct Values {
    let letter: Letter
    let use: LetterTemplate.Use

    var top: [String: Any] {
        let message = ChatMessage(letter, ChatMessage.extents[0])
        let summary = AlertSummary(letter)
        let limit = TemplateContext.listLimit
        return [
            "business": text(letter.business, 200), "title": summary.title,
            "why": optional(summary.why.joined(separator: " ")), "advice": summary.advice,
            "text": ChatMarkup.plain.text(message, withTitle: false), "footer": message.footer,
            "sign": message.isRecovery ? "🟢" : message.severity.sign, "link": link(message.link),
            "message_id": letter.delivery.messageID,
            "mention_count": CountValue(number: letter.mentions.count),
            "alert_count": CountValue(number: letter.alerts.count),
            "forgotten": CountValue(number: letter.forgottenMentions),
            "alert": alert(letter.alert),
            "alerts": letter.alerts.prefix(limit).map(alert),
            "mentions": letter.mentions.prefix(limit).map(mention),
            "sources": letter.alerts.flatMap(\.notices).prefix(limit).map(notice),
            "digest": letter.digest.map(digest) ?? AbsentValue(),
            "channel": letter.channelState.map(channel) ?? AbsentValue(),
        ]
    }

    private func alert(_ alert: Alert) -> [String: Any] {
        [
            "id": CountValue(number: Int(alert.id)), "kind": alert.kind.rawValue,
            "severity": alert.severity.rawValue, "rule": alert.rule.rawValue,
            "reason": AlertSummary.reason(alert, letter),
            "weighing": optional(AlertSummary.weighing(alert, letter)),
            "brand": optional(alert.brand.map { text(letter.name(of: $0), 200) }),
            "time": time(alert.createdAt),
            "period_start": optional(alert.period.map { time($0.start) }),
            "period_end": optional(alert.period.map { time($0.end) }),
            "is_mentions": alert.kind == .mentions, "is_sources": alert.kind == .sources,
            "is_surge": alert.kind == .surge, "is_drop": alert.kind == .drop,
            "is_reminder": alert.kind == .reminder, "is_digest": alert.kind == .digest,
            "is_channel": alert.kind == .channel, "is_test": alert.kind == .test,
            "is_critical": alert.severity == .critical,
            "is_recovery": AlertSummary.isRecovery(letter),
        ]
    }

    private func mention(_ mention: Mention) -> [String: Any] {
        let wording = MentionWording(mention, in: letter, textLimit: 0)
        let entry = mention.entry
        let body = ChatText.opening(
            of: entry.text ?? "", limit: TemplateContext.textLimit)
        let reminder = letter.reminders[mention.id]
        let earlier = wording.earlierWords(limit: 1000)?.text
        return [
            "id": CountValue(number: Int(mention.id)), "source": wording.source,
            "source_id": mention.source.rawValue, "kind": mention.kind.rawValue,
            "brand": optional(wording.about), "author": optional(wording.author),
            "title": optional(entry.title.map { text($0, 300) }), "text": optional(body.text),
            "omitted": CountValue(number: body.omitted), "url": link(wording.link),
            "time": wording.time, "stars": optional(wording.stars.map(String.init)),
            "star_row": optional(wording.starRow), "label": mention.sentiment.label.rawValue,
            "score": optional(
                mention.sentiment.label == .unscored
                    ? nil : letter.book.figures.signed(mention.sentiment.score, decimals: 2)),
            "language": optional(mention.sentiment.language), "verdict": wording.verdict,
            "edit": optional(wording.editLine),
            "before": optional(earlier.map { ChatText.lines($0) }),
            "story": optional(wording.story?.headline),
            "waits_since": optional(reminder.map { time($0.since) }),
            "reminder": CountValue(number: reminder?.count ?? 0),
            "words": wording.words.map { word -> [String: Any] in
                ["term": word.term, "weight": letter.book.figures.signed(word.weight, decimals: 2)]
            },
        ]
    }

    private func notice(_ notice: SourceNotice) -> [String: Any] {
        let wording = NoticeWording(notice, in: letter)
        return [
            "source": wording.source, "source_id": notice.source.rawValue,
            "kind": notice.kind.rawValue, "headline": wording.headline, "detail": wording.detail,
            "time": time(notice.at), "since": optional(notice.since.map(time)),
        ]
    }

    private func digest(_ digest: Digest) -> [String: Any] {
        let now = digest.counts
        let before = digest.countsBefore
        let limit = TemplateContext.listLimit
        return [
            "title": text(digest.title, 200), "start": time(digest.period.start),
            "end": time(digest.period.end), "total": CountValue(number: now.total),
            "total_before": CountValue(number: before.total),
            "negative": CountValue(number: now.negative),
            "negative_before": CountValue(number: before.negative),
            "neutral": CountValue(number: now.neutral),
            "positive": CountValue(number: now.positive), "stars": stars(now),
            "stars_before": stars(before),
            "unanswered_count": CountValue(number: digest.unansweredCount),
            "answered": optional(
                digest.responses.rate.map(letter.book.percent)),
            "silenced": CountValue(number: digest.silenced),
            "alert_count": CountValue(number: digest.alerts),
            "worst": digest.worst.prefix(limit).map(mention),
            "best": digest.best.prefix(limit).map(mention),
            "unanswered": digest.unanswered.prefix(limit).map(mention),
            "matches": digest.matches.prefix(limit).map { group -> [String: Any] in
                ["rule": text(group.rule, 200), "count": CountValue(number: group.count)]
            },
            "troubles": digest.troubles.prefix(limit).map { trouble -> [String: Any] in
                [
                    "source": text(letter.title(of: trouble.source), 200),
                    "health": trouble.health.rawValue, "since": optional(trouble.since.map(time)),
                ]
            },
        ]
    }

    private func channel(_ state: ChannelState) -> [String: Any] {
        [
            "id": state.channel.rawValue, "works": !state.isInTrouble,
            "disabled": state.disabledAt != nil,
            "since": optional((state.disabledAt ?? state.failingSince).map(time)),
            "error": optional(state.lastError.map { text($0, 500) }),
            "waiting": CountValue(number: letter.waitingLetters),
        ]
    }

    private func stars(_ counts: SentimentCounts) -> Any {
        optional(counts.meanStars.map { letter.book.figures.plain($0, decimals: 1) })
    }

    private func text(_ text: String, _ limit: Int) -> String { ChatText.line(text, limit) }

    private func optional(_ text: String?) -> Any {
        guard let text, !text.isEmpty else { return AbsentValue() }
        return text
    }

    private func time(_ date: Date) -> String { letter.time(date) }

    /// An address, escaped for a link and no further: a template without tags is shown as it is.
    private func link(_ url: String?) -> Any {
        guard let url, let shown = try? MustacheTemplate(string: use.escapedAddress(url)) else {
            return AbsentValue()
        }
        return shown
    }
}
