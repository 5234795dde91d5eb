import Model

/// An Adaptive Card for a Teams workflow ("Post to a channel when a webhook request is received").
///
/// By learn.microsoft.com: "Create incoming webhooks with Workflows" (a `message` with one attachment
/// of an Adaptive Card; the connectors' `MessageCard` is retired) and the schema of Adaptive Cards 1.4
/// at adaptivecards.io: `TextRun` shows text as it is, without Markdown, so foreign text stands in
/// these only. A message has 28 KB at most.
enum TeamsCard {
    static let sizeLimit = 27_000

    static func body(_ message: ChatMessage) -> JSONText {
        var elements = [
            rich([run(message.title, weight: "Bolder", size: "Medium", colour: colour(message))])
        ]
        elements += message.lines.map { rich([run($0)]) }
        for item in message.items {
            elements.append(rich([run(item.heading, weight: "Bolder")], isSeparated: true))
            if let words = item.quote {
                elements += words.split(separator: "\n").map { rich([run(String($0))]) }
            }
            elements += item.facts.map { rich([run($0, isSubtle: true)]) }
            if let link = item.link { elements.append(actions(link, message.book)) }
        }
        if let rest = message.rest { elements.append(rich([run(rest)])) }
        elements.append(rich([run(message.footer, size: "Small", isSubtle: true)]))
        return whole(elements, summary: message.title)
    }

    /// A card of the owner's own words; `text` is Markdown, escaped already.
    static func body(text: String, title: String) -> JSONText {
        whole(
            [
                .object([
                    "type": .string("TextBlock"), "text": .string(text), "wrap": .bool(true),
                ])
            ], summary: title)
    }

    static func fits(_ body: JSONText) -> Bool { body.bytes.count <= sizeLimit }

    private static func whole(_ elements: [JSONText], summary: String) -> JSONText {
        let card = JSONText.object([
            "$schema": .string("http://adaptivecards.io/schemas/adaptive-card.json"),
            "type": .string("AdaptiveCard"), "version": .string("1.4"),
            "fallbackText": .string(summary), "body": .array(elements),
            "msteams": .object(["width": .string("Full")]),
        ])
        let attachment = JSONText.object([
            "contentType": .string("application/vnd.microsoft.card.adaptive"),
            "contentUrl": .null, "content": card,
        ])
        return .object(["type": .string("message"), "attachments": .array([attachment])])
    }

    private static func rich(_ runs: [JSONText], isSeparated: Bool = false) -> JSONText {
        .members([
            ("type", .string("RichTextBlock")), ("separator", isSeparated ? .bool(true) : nil),
            ("inlines", .array(runs)),
        ])
    }

    private static func run(
        _ text: String, weight: String? = nil, size: String? = nil, colour: String? = nil,
        isSubtle: Bool = false
    ) -> JSONText {
        .members([
            ("type", .string("TextRun")), ("text", .string(text)),
            ("weight", weight.map { .string($0) }), ("size", size.map { .string($0) }),
            ("color", colour.map { .string($0) }), ("isSubtle", isSubtle ? .bool(true) : nil),
        ])
    }

    private static func actions(_ url: String, _ book: any PhraseBook) -> JSONText {
        let action = JSONText.object([
            "type": .string("Action.OpenUrl"), "title": .string(book.mention(.readIt)),
            "url": .string(url),
        ])
        return .object(["type": .string("ActionSet"), "actions": .array([action])])
    }

    private static func colour(_ message: ChatMessage) -> String {
        if message.isRecovery { return "Good" }
        return switch message.severity {
        case .info: "Accent"
        case .warning: "Warning"
        case .critical: "Attention"
        }
    }
}
