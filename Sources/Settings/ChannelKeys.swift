import Notifying

extension SettingsBlock {
    /// The blocks of channels, one for each type, and those of their templates.
    static let channels: [SettingsBlock] =
        ChannelType.allCases.map(\.block) + [mailTemplates, chatTemplates, bodyTemplates]

    static let mailTemplates = SettingsBlock(
        "channels[].templates of a mail",
        [
            SettingsKey("subject", "a file with the subject"),
            SettingsKey("text", "a file with the plain text"),
            SettingsKey("html", "a file with the HTML"),
        ])
    static let chatTemplates = SettingsBlock(
        "channels[].templates of a chat",
        [SettingsKey("text", "a file with the message")])
    static let bodyTemplates = SettingsBlock(
        "channels[].templates of type template",
        [SettingsKey("body", "a file with the whole body")])
}

/// What stands behind `type:` of a channel, and the keys that the type has.
enum ChannelType: Sendable, Hashable, CaseIterable {
    case sendmail
    case smtp
    case webhook(WebhookSettings.Format)
    case exec

    static let allCases: [ChannelType] =
        [.sendmail, .smtp] + WebhookSettings.Format.allCases.map(ChannelType.webhook) + [.exec]

    static func named(_ name: String) -> ChannelType? { allCases.first { $0.name == name } }

    var name: String {
        switch self {
        case .sendmail: "sendmail"
        case .smtp: "smtp"
        case .webhook(let format): format.rawValue
        case .exec: "exec"
        }
    }

    /// Whether a person reads what it is sent.
    var isForPeople: Bool {
        switch self {
        case .sendmail, .smtp: true
        case .webhook(let format): format.isChat
        case .exec: false
        }
    }

    var block: SettingsBlock {
        SettingsBlock(
            "channels[] of type \(name)",
            Self.first + own + (hasWords ? Self.language : []) + Self.last)
    }

    /// Whether what it is sent has words of ours; `webhook` and `exec` get the same in every language.
    var hasWords: Bool {
        switch self {
        case .exec, .webhook(.standard): false
        case .sendmail, .smtp, .webhook: true
        }
    }

    private static let language = [SettingsKey("language", "the language of our words")]

    private static let first = [
        SettingsKey("id", "the name in commands and references"),
        SettingsKey("type", "what it is"),
    ]

    private static let last = [
        SettingsKey("timeout", "time allowed for an attempt"),
        SettingsKey("quiet_hours", "when it is left alone"),
        SettingsKey("quiet_lets_through", "what it is told in quiet hours too"),
        SettingsKey("hourly_limit", "how many letters it gets in an hour at most"),
    ]

    private static let url = [
        SettingsKey("url", "where alerts are posted"),
        SettingsKey("url_file", "a file that holds the address"),
        SettingsKey("url_credential", "a systemd credential that holds the address"),
        SettingsKey("headers", "request headers"),
    ]
    private static let signing = [
        SettingsKey("secret_file", "files that hold signing secrets"),
        SettingsKey("secret_credential", "systemd credentials that hold signing secrets"),
    ]
    private static let token = [
        SettingsKey("token_file", "a file that holds the access token"),
        SettingsKey("token_credential", "a systemd credential that holds the access token"),
    ]
    private static let templates = [SettingsKey("templates", "your words instead of ours")]

    private var own: [SettingsKey] {
        switch self {
        case .sendmail: Self.mail + Self.program + Self.templates
        case .smtp: Self.mail + Self.server + Self.templates
        case .exec: [SettingsKey("command", "the program and its arguments")]
        case .webhook(let format): Self.url + Self.keys(of: format)
        }
    }

    private static let mail = [
        SettingsKey("from", "the address that mails come from"),
        SettingsKey("from_name", "the name in front of it"),
        SettingsKey("envelope_from", "where bounces go"),
        SettingsKey("to", "the addresses that mails go to"),
    ]
    private static let program = [SettingsKey("command", "the program and its arguments")]
    private static let server = [
        SettingsKey("url", "the mail server, `smtp://` or `smtps://`"),
        SettingsKey("user", "who logs in"),
        SettingsKey("password_file", "a file that holds the password"),
        SettingsKey("password_credential", "a systemd credential that holds the password"),
        SettingsKey("tls", "whether the conversation is encrypted: required or none"),
        SettingsKey("allow_plaintext", "whether `tls: none` may leave this machine"),
        SettingsKey("ca_file", "the certificate authorities to trust"),
        SettingsKey("hello", "the name that this machine gives to the server"),
    ]

    private static func keys(of format: WebhookSettings.Format) -> [SettingsKey] {
        switch format {
        case .standard: signing
        case .slack, .discord, .teams, .mattermost, .googleChat: templates
        case .matrix:
            token + [SettingsKey("room", "the id of the room, which begins with `!`")] + templates
        case .telegram:
            token
                + [
                    SettingsKey("chat", "the number of the chat, or the name of a channel"),
                    SettingsKey("thread", "the number of a topic in a group"),
                ] + templates
        case .ntfy:
            token
                + [
                    SettingsKey("topic", "the topic that is published to"),
                    SettingsKey("topic_file", "a file that holds the topic"),
                    SettingsKey("topic_credential", "a systemd credential that holds the topic"),
                ] + templates
        case .gotify: token + templates
        case .pagerDuty:
            [
                SettingsKey("routing_key_file", "a file that holds the integration key"),
                SettingsKey(
                    "routing_key_credential", "a systemd credential that holds the integration key"
                ),
            ] + templates
        case .template:
            signing + [SettingsKey("content_type", "what the body is: json, form, text, html, xml")]
                + templates
        }
    }
}
