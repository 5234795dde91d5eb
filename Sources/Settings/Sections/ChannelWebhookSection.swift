import FoundationEssentials
import Model
import Notifying
import TextProcessing

extension Section {
    /// The settings of a channel that posts over HTTP; nil if there are none to be had.
    func webhook(
        _ format: WebhookSettings.Format, _ language: LetterLanguage
    ) -> WebhookSettings? {
        let url = address() ?? standardAddress(of: format)
        if url == nil, !has("url"), !has("url_file"), !has("url_credential") {
            problems.error(
                place, "this channel has no address",
                "give `url`, `url_file` or `url_credential`")
        }
        let headers = headers("headers")
        let limit = duration("timeout", in: 1...600)
        let token = token(format)
        let target = target(format)
        let template = template(format)
        let secrets =
            block.knows("secret_file")
            ? secrets("secret").filter { isSigningSecret($0) }.map(\.value) : []
        guard let url, !token.isMissing, !target.isMissing, !template.isMissing else { return nil }
        var settings = WebhookSettings(
            format: format, url: url.value, token: token.value, target: target.value,
            template: template.value, signingSecrets: secrets, headers: headers)
        settings.language = language
        if format == .telegram { settings.thread = int("thread", in: 1...Int.max).map(Int64.init) }
        if let limit { settings.timeLimit = limit.value }
        return settings
    }

    /// The address of a service that has only one.
    private func standardAddress(of format: WebhookSettings.Format) -> Placed<Secret>? {
        guard !has("url"), !has("url_file"), !has("url_credential") else { return nil }
        let text: String? =
            switch format {
            case .telegram: "https://api.telegram.org"
            case .ntfy: "https://ntfy.sh"
            case .pagerDuty: "https://events.pagerduty.com/v2/enqueue"
            default: nil
            }
        return text.map { Placed(value: Secret($0), place: place) }
    }

    /// A value that a channel may need: what was read, and whether it can't do without.
    private struct Needed<Value> {
        var value: Value?
        var isMissing = false
    }

    private func token(_ format: WebhookSettings.Format) -> Needed<Secret> {
        let key = format == .pagerDuty ? "routing_key" : "token"
        guard block.knows(key + "_file") else { return Needed() }
        let secret = secret(key)
        if secret != nil || format == .ntfy { return Needed(value: secret?.value) }
        if !has(key + "_file"), !has(key + "_credential") {
            problems.error(
                place, "this channel has no `\(key)_file`",
                "write the \(key.replacing("_", with: " ")) into a file and give `\(key)_file: PATH`, "
                    + "or `\(key)_credential: NAME`")
        }
        return Needed(isMissing: true)
    }

    private func target(_ format: WebhookSettings.Format) -> Needed<Secret> {
        switch format {
        case .matrix:
            return target(
                "room", "the id of a room, such as `!abc123:example.org`",
                hint: "an alias (#…) is not enough; the id stands in the room's advanced settings"
            ) { $0.hasPrefix("!") && $0.utf8.count <= 255 }
        case .telegram:
            return target(
                "chat", "the number of a chat, such as `-1001234567890`, or `@channelname`",
                hint: "write to the bot, then ask its `getUpdates` for the number"
            ) { Int64($0) != nil || $0.hasPrefix("@") && $0.count > 1 }
        case .ntfy: return topic()
        default: return Needed()
        }
    }

    private func target(
        _ key: String, _ needs: String, hint: String, isValid: (String) -> Bool
    ) -> Needed<Secret> {
        require(key, "give \(needs)", of: "this channel")
        guard let text = string(key, needs: needs) else { return Needed(isMissing: true) }
        guard isValid(text.value) else {
            problems.error(
                text.place, "`\(key)` needs \(needs), found `\(shown(text.value))`", hint)
            return Needed(isMissing: true)
        }
        return Needed(value: Secret(text.value))
    }

    /// A topic is a password where nobody has to sign in, so it may stand in a file of its own.
    private func topic() -> Needed<Secret> {
        let isInFile = has("topic_file") || has("topic_credential")
        if isInFile, has("topic") {
            problems.error(
                place(of: "topic"), "`topic` and a file with it both stand here",
                "keep one of them")
            return Needed(isMissing: true)
        }
        let needs = "1 to 64 letters, digits, `-` and `_`"
        let topic =
            isInFile
            ? secret("topic")
            : string("topic", needs: needs).map { Placed(value: Secret($0.value), place: $0.place) }
        if !isInFile { require("topic", "give the topic, \(needs)", of: "this channel") }
        guard let topic else { return Needed(isMissing: true) }
        let bytes = topic.value.reveal().utf8
        let isTopic =
            (1...64).contains(bytes.count)
            && bytes.allSatisfy { byte in
                HeaderName.isTokenCharacter(byte) && !"!#$%&'*+.^`|~".utf8.contains(byte)
            }
        guard isTopic else {
            problems.error(topic.place, "`topic` needs \(needs)")
            return Needed(isMissing: true)
        }
        return Needed(value: topic.value)
    }

    private func template(_ format: WebhookSettings.Format) -> Needed<LetterTemplate> {
        guard block.knows("templates") else { return Needed() }
        guard format == .template else {
            let read = templates(.chatTemplates, uses: ["text": .chat(format)])
            return Needed(value: read["text"])
        }
        let type: Placed<LetterTemplate.BodyType>? = choice("content_type")
        let read = templates(.bodyTemplates, uses: ["body": .body(type?.value ?? .json)])
        if !has("templates") {
            problems.error(
                place, "this channel has no `templates`",
                "give `templates: {body: PATH}`, or use type webhook")
        } else if read["body"] == nil, !problems.hasErrors {
            problems.error(
                place(of: "templates"), "`templates` has no `body`", "give `body: PATH`")
        }
        return Needed(value: read["body"], isMissing: read["body"] == nil)
    }

    /// Whether messages can be signed with the secret.
    private func isSigningSecret(_ secret: Placed<Secret>) -> Bool {
        do {
            _ = try WebhookSigningKey(secret.value)
            return true
        } catch {
            problems.error(secret.place, error.detail)
            return false
        }
    }

    /// The `http` or `https` address in `url`, `url_file` or `url_credential`; nil where none stands
    /// or it can't be taken.
    func address(schemes: [String] = ["https", "http"]) -> Placed<Secret>? {
        let keys = ["url", "url_file", "url_credential"].filter(has)
        if keys.count > 1 {
            problems.error(
                place(of: keys[1]), "`\(keys[0])` and `\(keys[1])` both stand here",
                "keep one of them")
            return nil
        }
        let url: Placed<Secret>?
        if let text = scalar("url", needs: "an address") {
            url = Placed(value: Secret(text.value), place: text.place)
            if URLText.holdsPassword(text.value) {
                problems.error(
                    text.place,
                    "the address holds a password, which does not belong into this file",
                    "write the address into a file of its own and give `url_file: PATH`")
                return nil
            }
            if MaskedURL.masked(text.value) != text.value {
                problems.warning(
                    text.place, "the address seems to hold a secret",
                    "write it into a file of its own and give `url_file: PATH`")
            }
        } else {
            url = secret("url")
        }
        guard let url else { return nil }
        if let fault = URLText.fault(in: url.value.reveal(), schemes: schemes) {
            problems.error(url.place, "`\(keys[0])` needs an address: \(fault)")
            return nil
        }
        return url
    }
}
