import Model

/// A message for a webhook of Discord, one embed for the alert and one for each mention.
///
/// By discord.com/developers/docs: "Execute Webhook" (content of 2,000 characters, 10 embeds,
/// `allowed_mentions`) and "Embed Limits" (title 256, description 4,096, footer 2,048, 6,000 in all).
/// `allowed_mentions` with an empty `parse` calls nobody, whatever the text says.
enum DiscordMessage {
    static let contentLimit = 2000
    private static let suppressesEmbeds: Int64 = 1 << 2

    static func body(_ message: ChatMessage) -> JSONText {
        let whole = parts(message)
        let embeds = whole.map { part in
            JSONText.members([
                ("title", .string(part.title)), ("url", part.link.map { .string($0) }),
                ("description", part.text.isEmpty ? nil : .string(part.text)),
                ("color", .integer(Int64(message.colour))),
                ("footer", part.footer.map { .object(["text": .string($0)]) }),
            ])
        }
        return .object(["embeds": .array(embeds), "allowed_mentions": nobody])
    }

    /// A message of the owner's own words; `text` is Markdown, escaped already.
    static func body(text: String) -> JSONText {
        .object([
            "content": .string(text), "allowed_mentions": nobody,
            "flags": .integer(suppressesEmbeds),
        ])
    }

    static func fits(_ message: ChatMessage) -> Bool {
        let whole = parts(message)
        return whole.count <= 10
            && whole.allSatisfy { $0.title.utf16.count <= 256 && $0.text.utf16.count <= 4096 }
            && whole.reduce(0) { $0 + $1.length } <= 6000
    }

    private struct Part {
        var title: String
        var text: String
        var link: String?
        var footer: String?

        var length: Int { title.utf16.count + text.utf16.count + (footer?.utf16.count ?? 0) }
    }

    private static func parts(_ message: ChatMessage) -> [Part] {
        let lines = message.lines + [message.rest].compactMap { $0 }
        let head = Part(
            title: short(message.title, 256),
            text: lines.map(ChatEscape.markdown).joined(separator: "\n"), link: nil,
            footer: message.footer)
        return [head]
            + message.items.map { item in
                var lines = item.facts.map(ChatEscape.markdown)
                if let words = item.quote { lines.insert(quoted(words), at: 0) }
                return Part(
                    title: short(item.heading, 256), text: lines.joined(separator: "\n"),
                    link: item.link, footer: nil)
            }
    }

    /// Every line behind `> `, so that no line of it can be a heading or a list.
    private static func quoted(_ words: String) -> String {
        words.split(separator: "\n").map { "> " + ChatEscape.markdown(String($0)) }
            .joined(separator: "\n")
    }

    private static func short(_ text: String, _ limit: Int) -> String {
        ChatText.fitted(text, limit, ChatEscape.markdown)
    }

    private static let nobody = JSONText.object(["parse": .array([])])
}
