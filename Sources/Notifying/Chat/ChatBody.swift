import Model

/// The body that a chat or a pager is sent for a letter.
///
/// The owner's template takes the place of our words where there is one; what it makes too long for the
/// service, or leaves empty, is told in our words after all.
struct ChatBody {
    let bytes: [UInt8]

    init(_ letter: Letter, _ settings: WebhookSettings) {
        bytes = (Self.owners(letter, settings) ?? Self.ours(letter, settings)).bytes
    }

    private static func ours(_ letter: Letter, _ settings: WebhookSettings) -> JSONText {
        let target = settings.target?.reveal() ?? ""
        switch settings.format {
        case .slack: return shaped(letter, SlackMessage.body, SlackMessage.fits)
        case .discord: return shaped(letter, DiscordMessage.body, DiscordMessage.fits)
        case .teams: return ChatMessage.fitted(letter, TeamsCard.body, fits: TeamsCard.fits)
        case .mattermost:
            return ChatMessage.fitted(
                letter, MattermostMessage.body, fits: MattermostMessage.fits)
        case .matrix:
            return ChatMessage.fitted(letter, MatrixMessage.body, fits: MatrixMessage.fits)
        case .telegram:
            return shaped(
                letter, { TelegramMessage.body($0, chat: target, thread: settings.thread) },
                TelegramMessage.fits)
        case .ntfy:
            return shaped(letter, { NtfyMessage.body($0, topic: target) }, NtfyMessage.fits)
        case .gotify: return GotifyMessage.body(widest(letter))
        case .googleChat:
            let id = letter.delivery.messageID
            return ChatMessage.fitted(
                letter, { GoogleChatMessage.body($0, id: id) }, fits: GoogleChatMessage.fits)
        case .pagerDuty, .standard, .template:
            return PagerDutyEvent.body(
                widest(letter), letter, key: settings.token?.reveal() ?? "")
        }
    }

    private static func owners(_ letter: Letter, _ settings: WebhookSettings) -> JSONText? {
        guard let text = settings.template?.rendered(letter),
            text.utf16.count <= settings.format.textLimit
        else { return nil }
        let message = widest(letter)
        let target = settings.target?.reveal() ?? ""
        switch settings.format {
        case .slack: return SlackMessage.body(text: text, title: message.title)
        case .discord: return DiscordMessage.body(text: text)
        case .teams: return TeamsCard.body(text: text, title: message.title)
        case .mattermost: return MattermostMessage.body(text: text)
        case .matrix:
            return MatrixMessage.body(html: text, plain: ChatMarkup.plain.text(message))
        case .telegram:
            return TelegramMessage.body(
                html: text, chat: target, thread: settings.thread,
                isSilent: message.severity == .info)
        case .ntfy:
            guard text.utf8.count <= NtfyMessage.sizeLimit else { return nil }
            return NtfyMessage.body(text: text, message, topic: target)
        case .gotify: return GotifyMessage.body(text: text, message)
        case .googleChat: return GoogleChatMessage.body(text: text)
        case .pagerDuty:
            return PagerDutyEvent.body(
                message, letter, key: settings.token?.reveal() ?? "", summary: text)
        case .standard, .template: return nil
        }
    }

    private static func widest(_ letter: Letter) -> ChatMessage {
        ChatMessage(letter, ChatMessage.extents[0])
    }

    /// The layout of the widest message that `fits`.
    private static func shaped(
        _ letter: Letter, _ layout: (ChatMessage) -> JSONText, _ fits: (ChatMessage) -> Bool
    ) -> JSONText {
        layout(ChatMessage.fitted(letter, { $0 }, fits: fits))
    }
}

extension WebhookSettings.Format {
    /// How long a text of the owner's own may be, in UTF-16 units.
    var textLimit: Int {
        switch self {
        case .slack: SlackMessage.sectionLimit
        case .discord: DiscordMessage.contentLimit
        case .teams: 8000
        case .mattermost: MattermostMessage.textLimit
        case .matrix: MatrixMessage.textLimit
        case .telegram: TelegramMessage.textLimit
        case .ntfy: NtfyMessage.sizeLimit
        case .pagerDuty: PagerDutyEvent.summaryLimit
        case .gotify: GotifyMessage.textLimit
        case .googleChat: GoogleChatMessage.textLimit
        case .standard, .template: Int.max
        }
    }
}
