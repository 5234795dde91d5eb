import FoundationEssentials

/// A notice in a Matrix room.
///
/// By spec.matrix.org, client-server API v1.11: `PUT …/rooms/{roomId}/send/m.room.message/{txnId}`,
/// where a repeated transaction id is the same event; `m.notice` for what no person wrote; 11.2.1.7 on
/// the HTML that may be used; 11.35 on `m.mentions`, which calls nobody while it is empty. An event has
/// 65,536 bytes at most.
enum MatrixMessage {
    static let textLimit = 20_000

    static let markup = ChatMarkup(
        escape: { ChatEscape.html($0).replacing("\n", with: "<br>") }, bold: { "<b>\($0)</b>" },
        quote: { words, _ in "<blockquote>\(words)</blockquote>" },
        link: { "<a href=\"\(ChatEscape.html($1))\">\($0)</a>" }, lineBreak: "<br>")

    static func body(_ message: ChatMessage) -> JSONText {
        body(html: markup.text(message), plain: ChatMarkup.plain.text(message))
    }

    /// A notice out of HTML that is escaped already, and the same as plain text.
    static func body(html: String, plain: String) -> JSONText {
        .object([
            "msgtype": .string("m.notice"), "body": .string(plain),
            "format": .string("org.matrix.custom.html"), "formatted_body": .string(html),
            "m.mentions": .object([:]),
        ])
    }

    static func fits(_ body: JSONText) -> Bool { body.bytes.count <= 48_000 }

    /// The path below the homeserver; every character of the room's id that is not plain is encoded.
    static func path(room: String, transaction: String) -> String {
        "/_matrix/client/v3/rooms/\(PercentEncoding.segment(room))/send/m.room.message/"
            + PercentEncoding.segment(transaction)
    }
}
