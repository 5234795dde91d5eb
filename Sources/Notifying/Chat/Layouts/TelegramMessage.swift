import Model

/// A message of a Telegram bot.
///
/// By core.telegram.org/bots/api: `sendMessage` (4,096 characters after the entities are parsed),
/// "HTML style" (`&`, `<`, `>` and `"` as entities, `<blockquote>`), `link_preview_options`, and
/// `disable_notification` for what is not urgent. Usernames in foreign text are defused, since they
/// would call their owners.
enum TelegramMessage {
    static let textLimit = 4096

    static let markup = ChatMarkup(
        escape: ChatEscape.telegram, bold: { "<b>\($0)</b>" },
        quote: { words, _ in "<blockquote>\(words)</blockquote>" },
        link: { "<a href=\"\(ChatEscape.html($1))\">\($0)</a>" })

    static func body(_ message: ChatMessage, chat: String, thread: Int64?) -> JSONText {
        body(
            html: markup.text(message), chat: chat, thread: thread,
            isSilent: message.severity == .info)
    }

    /// A message out of HTML that is escaped already.
    static func body(html: String, chat: String, thread: Int64?, isSilent: Bool) -> JSONText {
        .members([
            ("chat_id", Int64(chat).map { .integer($0) } ?? .string(chat)),
            ("message_thread_id", thread.map { .integer($0) }), ("text", .string(html)),
            ("parse_mode", .string("HTML")),
            ("link_preview_options", .object(["is_disabled": .bool(true)])),
            ("disable_notification", .bool(isSilent)),
        ])
    }

    /// Whether the text is short enough, tags and addresses counted too.
    static func fits(_ message: ChatMessage) -> Bool {
        markup.text(message, withLinks: false).utf16.count + message.items.count * 30 <= textLimit
    }
}
