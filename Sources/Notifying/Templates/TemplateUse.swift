extension LetterTemplate {
    /// What a template is for; decides how the values in it are escaped.
    public enum Use: Sendable, Hashable {
        /// The subject of a mail.
        case subject
        /// The plain-text part of a mail.
        case text
        /// The HTML part of a mail.
        case html
        /// The message of a chat, in the chat's own mark-up.
        case chat(WebhookSettings.Format)
        /// The whole body of a request.
        case body(BodyType)
    }

    /// What the body of a request is written in.
    public enum BodyType: String, Sendable, Hashable, CaseIterable {
        case json
        case form
        case text
        case html
        case xml
    }
}

extension LetterTemplate.Use {
    /// The `Content-Type` of a body.
    var contentType: String {
        switch self {
        case .body(.json): "application/json"
        case .body(.form): "application/x-www-form-urlencoded"
        case .body(.html), .html: "text/html; charset=utf-8"
        case .body(.xml): "application/xml; charset=utf-8"
        case .body(.text), .subject, .text, .chat: "text/plain; charset=utf-8"
        }
    }

    /// A value made harmless where it will stand.
    func escaped(_ text: String) -> String {
        switch self {
        case .subject: OneLine.text(text, limit: 1000)
        case .text, .body(.text): text
        case .html, .body(.html), .body(.xml): ChatEscape.html(text)
        case .body(.json): JSONText.escaped(text)
        case .body(.form): PercentEncoding.form(text)
        case .chat(let format): Self.escaped(text, format)
        }
    }

    private static func escaped(_ text: String, _ format: WebhookSettings.Format) -> String {
        switch format {
        case .slack: ChatEscape.slack(text)
        case .discord, .mattermost, .teams: ChatEscape.markdown(text)
        case .matrix: ChatEscape.html(text).replacing("\n", with: "<br>")
        case .telegram: ChatEscape.telegram(text)
        case .googleChat: ChatEscape.googleChat(text)
        case .ntfy, .gotify, .pagerDuty, .standard, .template: text
        }
    }

    /// An address made fit to stand in a link: nothing in it ends the link, and it stays an address.
    func escapedAddress(_ url: String) -> String {
        var safe = ""
        for scalar in url.unicodeScalars {
            if "{}()<>[]|\\\"'`^".unicodeScalars.contains(scalar) {
                safe += "%" + String(scalar.value, radix: 16, uppercase: true)
            } else {
                safe.unicodeScalars.append(scalar)
            }
        }
        return switch self {
        case .html, .body(.html), .body(.xml), .chat(.matrix), .chat(.telegram):
            ChatEscape.html(safe)
        case .chat(.slack): ChatEscape.slack(safe)
        case .body(.form): PercentEncoding.form(safe)
        default: safe
        }
    }
}
