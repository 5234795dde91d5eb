import Model

/// A message of ntfy, published as JSON.
///
/// By docs.ntfy.sh/publish: "Publish as JSON" (to the root of the server), "Message priority" (1 to
/// 5), "Tags & emojis", "Click action". A message of more than 4,096 bytes would become an attachment. It is
/// plain text: nothing in it is mark-up.
enum NtfyMessage {
    static let sizeLimit = 4000

    static func body(_ message: ChatMessage, topic: String) -> JSONText {
        body(
            text: ChatText.fitted(text(message), sizeLimit, length: { $0.utf8.count }), message,
            topic: topic)
    }

    /// A message of the owner's own words.
    static func body(text: String, _ message: ChatMessage, topic: String) -> JSONText {
        .members([
            ("topic", .string(topic)), ("title", .string(message.title)),
            ("message", .string(text)), ("priority", .integer(priority(message))),
            ("tags", .array([.string("repute"), .string(message.severity.rawValue)])),
            ("click", message.link.map { .string($0) }),
        ])
    }

    static func text(_ message: ChatMessage) -> String {
        ChatMarkup.plain.text(message, withTitle: false, withLinks: false)
    }

    static func fits(_ message: ChatMessage) -> Bool { text(message).utf8.count <= sizeLimit }

    private static func priority(_ message: ChatMessage) -> Int64 {
        switch message.severity {
        case .info: 2
        case .warning: 4
        case .critical: 5
        }
    }
}
