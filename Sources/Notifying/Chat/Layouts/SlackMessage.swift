import Model

/// A message for Slack's incoming webhooks, laid out in blocks.
///
/// By docs.slack.dev: "Sending messages using incoming webhooks", "Formatting message text" (escape
/// `&`, `<`, `>`), and the Block Kit reference: 50 blocks a message, 150 characters in a header,
/// 3,000 in a section, 2,000 in a context element. Foreign text stands in `plain_text` objects, which format nothing,
/// and in `verbatim` ones, which make no links.
enum SlackMessage {
    static let sectionLimit = 3000

    static func body(_ message: ChatMessage) -> JSONText {
        var blocks = [
            block("header", plain(ChatText.fitted(message.title, 150, ChatEscape.slack))),
            block("section", marked(section(message.lines))),
        ]
        for item in message.items {
            blocks.append(.object(["type": .string("divider")]))
            let words = item.quote.map(message.book.quoted)
            let text = [item.heading, words].compactMap { $0 } + item.facts
            blocks.append(block("section", plain(section(text))))
            if let link = item.link {
                blocks.append(
                    context("<\(address(link))|\(ChatEscape.slack(message.book.mention(.readIt)))>")
                )
            }
        }
        if let rest = message.rest { blocks.append(context(ChatEscape.slack(rest))) }
        blocks.append(context(ChatEscape.slack(message.footer)))
        return whole(text: ChatEscape.slack(message.title), blocks: blocks)
    }

    /// A message of the owner's own words; `text` is mrkdwn, escaped already.
    static func body(text: String, title: String) -> JSONText {
        whole(text: ChatEscape.slack(title), blocks: [block("section", marked(text))])
    }

    /// Whether nothing of it has to be cut.
    static func fits(_ message: ChatMessage) -> Bool {
        let items = message.items.map {
            [$0.heading, message.book.quoted($0.quote ?? "")] + $0.facts
        }
        return (items + [message.lines]).allSatisfy { lines in
            ChatEscape.slack(lines.joined(separator: "\n")).utf16.count + 2 <= sectionLimit
        }
    }

    private static func section(_ lines: [String]) -> String {
        ChatText.fitted(lines.joined(separator: "\n"), sectionLimit, ChatEscape.slack)
    }

    /// The text is what notifications and screen readers get; links are not unfolded, since what they
    /// lead to is no business of the channel.
    private static func whole(text: String, blocks: [JSONText]) -> JSONText {
        .object([
            "text": .string(text), "blocks": .array(blocks), "unfurl_links": .bool(false),
            "unfurl_media": .bool(false),
        ])
    }

    private static func block(_ type: String, _ text: JSONText) -> JSONText {
        .object(["type": .string(type), "text": text])
    }

    private static func context(_ text: String) -> JSONText {
        .object(["type": .string("context"), "elements": .array([marked(text)])])
    }

    private static func plain(_ text: String) -> JSONText {
        .object(["type": .string("plain_text"), "text": .string(text), "emoji": .bool(false)])
    }

    private static func marked(_ text: String) -> JSONText {
        .object(["type": .string("mrkdwn"), "text": .string(text), "verbatim": .bool(true)])
    }

    /// An address in angle brackets: nothing in it may end the link or begin its label.
    private static func address(_ url: String) -> String {
        ChatEscape.slack(url.replacing("<", with: "%3C").replacing(">", with: "%3E"))
            .replacing("|", with: "%7C")
    }
}
