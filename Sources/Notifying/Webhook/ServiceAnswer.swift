import FoundationEssentials
import Model

/// What services say in the JSON of their answers; whatever has another type is taken for absent.
struct ServiceAnswer: Decodable {
    /// Telegram's and Slack's word whether it worked.
    var ok: Bool?
    /// Telegram's sentence.
    var description: String?
    /// Slack's and Matrix' sentence or name of an error.
    var error: String?
    /// Discord's sentence.
    var message: String?
    /// Matrix' name of an error.
    var errcode: String?
    /// Discord's number of an error.
    var code: Int?
    /// Discord's pause in seconds.
    var retryAfter: Double?
    /// Matrix' pause in milliseconds.
    var retryAfterMilliseconds: Double?
    /// Telegram's pause in seconds, and the number that a group has now.
    var parameters: Parameters?

    struct Parameters: Decodable {
        var retryAfter: Double?
        var migratedTo: Int64?

        enum CodingKeys: String, CodingKey {
            case retryAfter = "retry_after"
            case migratedTo = "migrate_to_chat_id"
        }
    }

    enum CodingKeys: String, CodingKey {
        case ok, description, error, message, errcode, code, parameters
        case retryAfter = "retry_after"
        case retryAfterMilliseconds = "retry_after_ms"
    }

    /// Reads an answer of at most 64 KiB; nil where it is no JSON object.
    init?(_ body: [UInt8]) {
        guard body.count <= 65_536, body.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"),
            let answer = try? JSONDecoder().decode(Self.self, from: Data(body))
        else { return nil }
        self = answer
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        ok = try? fields.decode(Bool.self, forKey: .ok)
        description = try? fields.decode(String.self, forKey: .description)
        error = try? fields.decode(String.self, forKey: .error)
        message = try? fields.decode(String.self, forKey: .message)
        errcode = try? fields.decode(String.self, forKey: .errcode)
        code = try? fields.decode(Int.self, forKey: .code)
        retryAfter = try? fields.decode(Double.self, forKey: .retryAfter)
        retryAfterMilliseconds = try? fields.decode(Double.self, forKey: .retryAfterMilliseconds)
        parameters = try? fields.decode(Parameters.self, forKey: .parameters)
    }

    /// What went wrong, in the service's words.
    var sentence: String? {
        let words = [errcode, description ?? error ?? message].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: ": ")
    }

    /// How long the service asks to wait in its own way, in seconds.
    func retryAfter(_ format: WebhookSettings.Format) -> Double? {
        switch format {
        case .discord: retryAfter
        case .matrix: retryAfterMilliseconds.map { $0 / 1000 }
        case .telegram: parameters?.retryAfter
        default: nil
        }
    }
}

extension WebhookSettings.Format {
    /// Whether an answer of 2xx is a refusal all the same.
    ///
    /// Telegram and Slack's methods say `"ok": false`; the connectors of Teams passed a failure on as a
    /// text with status 200.
    func isRefusal(_ text: String, _ said: ServiceAnswer?) -> Bool {
        switch self {
        case .telegram, .slack: said?.ok == false
        case .teams: text.contains("Webhook message delivery failed")
        default: false
        }
    }

    /// What this service means by an answer where it is not what the status says in general.
    ///
    /// `gone` is final, so only what no waiting can mend has it: a webhook, channel or user that was
    /// deleted, a bot that was thrown out. Slack's words are those of "Handling errors" for incoming
    /// webhooks, Discord's 10015 is "Unknown Webhook", Telegram's texts are its only sign.
    func meaning(
        of status: Int, _ text: String, _ said: ServiceAnswer?, for channel: ChannelID
    ) -> (DeliveryError.Reason, String)? {
        let settings = "channels.\(channel)"
        switch self {
        case .slack:
            let word = said?.error ?? OneLine.text(text, limit: 60)
            return Self.slackEnds.contains(word)
                ? (.gone, "gone for good: \(word); make a new webhook and change \(settings)") : nil
        case .discord where status == 404 && said?.code == 10_015:
            return (.gone, "the webhook was deleted; make a new one and change \(settings)")
        case .telegram: return telegramMeaning(of: status, said, settings)
        case .teams where text.contains("HTTP error 429"):
            return (.rateLimited, "too many messages; slowing down")
        case .matrix where said?.errcode == "M_LIMIT_EXCEEDED":
            return (.rateLimited, "too many messages; slowing down")
        default: return nil
        }
    }

    private static let slackEnds: Set<String> = [
        "channel_is_archived", "channel_not_found", "no_active_hooks", "no_service",
        "no_service_id", "no_team",
    ]

    private func telegramMeaning(
        of status: Int, _ said: ServiceAnswer?, _ settings: String
    ) -> (DeliveryError.Reason, String)? {
        if let chat = said?.parameters?.migratedTo {
            return (.rejected, "the group became a supergroup; set \(settings).chat to \(chat)")
        }
        let words = said?.description ?? ""
        let ends = [
            "bot was blocked", "bot was kicked", "user is deactivated", "group chat was deleted",
        ]
        if let end = ends.first(where: words.contains) {
            return (.gone, "the \(end); let the bot in again, then change or retry \(settings)")
        }
        if words.contains("chat not found") {
            return (.notFound, "check \(settings).chat, and that the chat has written to the bot")
        }
        return status == 404 ? (.unauthorized, "check the token of \(settings)") : nil
    }
}
