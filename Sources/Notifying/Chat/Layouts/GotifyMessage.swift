import Model

/// A message of a Gotify server.
///
/// By gotify.net: `POST /message` of its API (title, message, priority 0 to 10, extras; the token of
/// the application in `X-Gotify-Key`) and "Message extras" (`client::display`,
/// `client::notification`). It is sent as plain text: nothing in it is mark-up.
enum GotifyMessage {
    static let textLimit = 16_000

    static func body(_ message: ChatMessage) -> JSONText {
        body(text: ChatMarkup.plain.text(message, withTitle: false), message)
    }

    /// A message of the owner's own words.
    static func body(text: String, _ message: ChatMessage) -> JSONText {
        let click = message.link.map { url in
            JSONText.object(["click": .object(["url": .string(url)])])
        }
        return .object([
            "title": .string(message.title), "message": .string(text),
            "priority": .integer(priority(message)),
            "extras": .members([
                ("client::display", .object(["contentType": .string("text/plain")])),
                ("client::notification", click),
            ]),
        ])
    }

    private static func priority(_ message: ChatMessage) -> Int64 {
        switch message.severity {
        case .info: 2
        case .warning: 6
        case .critical: 9
        }
    }
}
