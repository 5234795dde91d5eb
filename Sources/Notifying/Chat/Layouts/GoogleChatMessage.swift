import Model

/// A card in a space of Google Chat, for its incoming webhooks.
///
/// By developers.google.com/workspace/chat: "Send messages as a webhook", the reference of `Message`
/// (`cardsV2`, `fallbackText`; 32,000 bytes) and of `Card` (`textParagraph` with a little HTML,
/// `buttonList`). Foreign text stands in cards, where `<users/all>` calls nobody, and escaped as HTML.
enum GoogleChatMessage {
    static let textLimit = 4096

    static func body(_ message: ChatMessage, id: String) -> JSONText {
        var sections = [
            section([paragraph(message.lines.map(escaped).joined(separator: "<br>"))])
        ]
        sections += message.items.map { item in
            var lines = ["<b>\(escaped(item.heading))</b>"]
            if let words = item.quote {
                lines.append(message.book.quoted(escaped(words).replacing("\n", with: "<br>")))
            }
            lines += item.facts.map(escaped)
            let text = paragraph(lines.joined(separator: "<br>"))
            return section([text] + (item.link.map { [button($0, message.book)] } ?? []))
        }
        let ending = [message.rest, message.footer].compactMap { $0 }.map(escaped)
        sections.append(section([paragraph(ending.joined(separator: "<br>"))]))
        let card = JSONText.object([
            "header": .object(["title": .string(message.title)]), "sections": .array(sections),
        ])
        return .object([
            "fallbackText": .string(ChatEscape.googleChat(message.title)),
            "cardsV2": .array([.object(["cardId": .string(id), "card": card])]),
        ])
    }

    /// A message of the owner's own words; `text` is in Chat's own mark-up, escaped already.
    static func body(text: String) -> JSONText { .object(["text": .string(text)]) }

    static func fits(_ body: JSONText) -> Bool { body.bytes.count <= 30_000 }

    private static func escaped(_ text: String) -> String {
        ChatEscape.html(ChatText.defused(text))
    }

    private static func section(_ widgets: [JSONText]) -> JSONText {
        .object(["widgets": .array(widgets)])
    }

    private static func paragraph(_ html: String) -> JSONText {
        .object(["textParagraph": .object(["text": .string(html)])])
    }

    private static func button(_ url: String, _ book: any PhraseBook) -> JSONText {
        let click = JSONText.object(["openLink": .object(["url": .string(url)])])
        let button = JSONText.object(["text": .string(book.mention(.readIt)), "onClick": click])
        return .object(["buttonList": .object(["buttons": .array([button])])])
    }
}
