import FoundationEssentials
import Model

/// An event for PagerDuty.
///
/// By developer.pagerduty.com/docs/events-api-v2: "Send an alert event" (`routing_key`,
/// `event_action`, `dedup_key` of 255 characters, `payload.summary` of 1,024, `severity`, `source`,
/// `timestamp`, `links`, `custom_details`; 512 KB, answered with 202). A repeated event with the same
/// key is the same incident, and a `resolve` ends it.
enum PagerDutyEvent {
    static let summaryLimit = 1024

    static func body(
        _ message: ChatMessage, _ letter: Letter, key: String, summary: String? = nil
    ) -> JSONText {
        let links = message.items.compactMap { item in
            item.link.map { url in
                JSONText.object(["href": .string(url), "text": .string(item.heading)])
            }
        }
        return .object([
            "routing_key": .string(key),
            "event_action": .string(message.isRecovery ? "resolve" : "trigger"),
            "dedup_key": .string(dedupKey(letter)),
            "payload": .object([
                "summary": .string(ChatText.line(summary ?? message.title, summaryLimit)),
                "source": .string(ChatText.line(letter.business, 200)),
                "severity": .string(message.severity.rawValue),
                "timestamp": .string(letter.alert.createdAt.rfc3339),
                "component": .string(letter.alert.brand?.rawValue ?? "repute"),
                "group": .string(letter.alert.rule.rawValue),
                "class": .string(letter.alert.kind.rawValue),
                "custom_details": details(message),
            ]),
            "links": .array(links), "client": .string("Repute"),
        ])
    }

    /// One key for what is one incident to a person: a story, a source, a channel, a surge of a brand,
    /// else the alert.
    static func dedupKey(_ letter: Letter) -> String {
        let alert = letter.alert
        let stories = Set(letter.mentions.map { letter.incidents[$0.id]?.id ?? $0.incident })
        let sources = Set(alert.notices.map(\.source))
        let rule = alert.rule.rawValue
        switch alert.kind {
        case .channel: return "repute-channel-\(alert.channel?.rawValue ?? "any")"
        case .surge, .drop: return "repute-\(rule)-\(alert.brand?.rawValue ?? "all")"
        default: break
        }
        if let source = sources.first, sources.count == 1 { return "repute-source-\(source)" }
        if sources.isEmpty, stories.count == 1, let story = stories.first ?? nil {
            return "repute-story-\(story)"
        }
        return "repute-alert-\(alert.id)"
    }

    private static func details(_ message: ChatMessage) -> JSONText {
        .object([
            "why": .array(message.lines.map { .string($0) }),
            "text": .string(ChatMarkup.plain.text(message, withTitle: false)),
            "from": .string(message.footer),
        ])
    }
}
