import FoundationEssentials
import HTTPTypes
import Model

/// What is sent for a letter, before it is signed: the same at every attempt.
struct WebhookMessage {
    var method = HTTPRequest.Method.post
    /// Whole, secrets included.
    var url: String
    var contentType = "application/json"
    /// A header that carries a token; nil where there is none.
    var authorization: (name: String, value: String)?
    var body: [UInt8]
    /// Whether Standard Webhooks' headers come along.
    var isSigned = false

    init(_ letter: Letter, _ settings: WebhookSettings) {
        let letter = letter.told(in: settings.language)
        url = settings.url.reveal()
        let token = settings.token?.reveal()
        let id = letter.delivery.messageID
        switch settings.format {
        case .standard:
            body = WebhookPayload(letter).bytes
            isSigned = true
        case .template:
            let text = settings.template?.rendered(letter)
            body = text.map { Array($0.utf8) } ?? WebhookPayload(letter).bytes
            if text != nil, let template = settings.template {
                contentType = template.use.contentType
            }
            isSigned = true
        case .matrix:
            method = .put
            let room = settings.target?.reveal() ?? ""
            url = Self.base(url) + MatrixMessage.path(room: room, transaction: id)
            authorization = token.map { ("Authorization", "Bearer " + $0) }
            body = ChatBody(letter, settings).bytes
        case .telegram:
            url = Self.base(url) + "/bot\(token ?? "")/sendMessage"
            body = ChatBody(letter, settings).bytes
        case .ntfy:
            authorization = token.map { ("Authorization", "Bearer " + $0) }
            body = ChatBody(letter, settings).bytes
        case .gotify:
            url = Self.base(url) + "/message"
            authorization = token.map { ("X-Gotify-Key", $0) }
            body = ChatBody(letter, settings).bytes
        case .discord:
            // Without it Discord answers before it knows whether the message can be kept.
            if !url.contains("wait=") { url += url.contains("?") ? "&wait=true" : "?wait=true" }
            body = ChatBody(letter, settings).bytes
        case .slack, .teams, .mattermost, .googleChat, .pagerDuty:
            body = ChatBody(letter, settings).bytes
        }
    }

    /// `url` without slashes at its end.
    private static func base(_ url: String) -> String {
        var base = Substring(url)
        while base.last == "/" { base.removeLast() }
        return String(base)
    }
}
