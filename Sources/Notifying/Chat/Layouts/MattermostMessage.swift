/// A message for Mattermost's incoming webhooks, with one attachment for each mention.
///
/// By developers.mattermost.com: "Incoming webhooks" (`text`, `attachments`; 16,383 characters)
/// and "Message attachments" (`fallback`, `color`, `title`, `title_link`, `text`,
/// `footer`). Text is Markdown everywhere, and `@channel`, `@all` and `@here` call people in it, so
/// foreign text is escaped and no name follows an `@`.
enum MattermostMessage {
    static let textLimit = 16_383

    static func body(_ message: ChatMessage) -> JSONText {
        let attachments = message.items.map { item in
            var lines = item.facts.map(ChatEscape.markdown)
            if let words = item.quote {
                lines.insert(
                    words.split(separator: "\n").map { "> " + ChatEscape.markdown(String($0)) }
                        .joined(separator: "\n") + "\n", at: 0)
            }
            return JSONText.members([
                ("fallback", .string(ChatEscape.markdown(item.heading))),
                ("color", .string(message.hexColour)),
                ("title", .string(ChatText.defused(item.heading))),
                ("title_link", item.link.map { .string($0) }),
                ("text", .string(lines.joined(separator: "\n"))),
            ])
        }
        let lines = message.lines + [message.rest, message.footer].compactMap { $0 }
        return .object([
            "text": .string(
                "**\(ChatEscape.markdown(message.title))**\n"
                    + lines.map(ChatEscape.markdown).joined(separator: "\n")),
            "attachments": .array(attachments),
        ])
    }

    /// A message of the owner's own words; `text` is Markdown, escaped already.
    static func body(text: String) -> JSONText { .object(["text": .string(text)]) }

    static func fits(_ body: JSONText) -> Bool { body.bytes.count <= textLimit }
}
