import FoundationEssentials
import Model
import Notifying
import TextProcessing

extension ChannelSettings {
    private enum TypeName: String, CaseIterable {
        case sendmail
        case webhook
    }

    /// Reads an item of `channels`; nil if there is none to be had, with the reasons recorded.
    static func read(_ node: YAMLNode, _ context: ReadingContext) -> Placed<ChannelSettings>? {
        guard let type = typeName(node, context) else { return nil }
        let block: SettingsBlock = type == .sendmail ? .sendmail : .webhook
        guard let section = Section(node, block, context, name: "channels") else { return nil }
        section.require("id", "give it a name such as `owner-mail`", of: "this channel")
        let id: Placed<ChannelID>? = section.identifier("id")
        let kind: Kind? =
            switch type {
            case .sendmail: sendmail(section).map(Kind.sendmail)
            case .webhook: webhook(section).map(Kind.webhook)
            }
        guard let id, let kind else { return nil }
        return Placed(value: ChannelSettings(id: id.value, kind: kind), place: id.place)
    }

    private static func typeName(_ node: YAMLNode, _ context: ReadingContext) -> TypeName? {
        let names = "`sendmail` or `webhook`"
        guard case .map(let entries) = node.content else {
            context.problems.error(
                node.place, "`channels` needs maps as items, found \(node.kindName)")
            return nil
        }
        guard let entry = entries.first(where: { $0.key == "type" }) else {
            context.problems.error(node.place, "this channel has no `type`", "give it \(names)")
            return nil
        }
        guard case .scalar(let text, _) = entry.value.content, !entry.value.isNull else {
            context.problems.error(
                entry.value.place, "`type` needs \(names), found \(entry.value.kindName)")
            return nil
        }
        if let type = TypeName(rawValue: text) { return type }
        context.problems.error(
            entry.value.place, "`type` needs \(names), found `\(shown(text))`",
            NearestName.question(text, among: TypeName.allCases.map(\.rawValue)))
        return nil
    }

    private static func sendmail(_ section: Section) -> SendmailSettings? {
        section.require("from", "give the address that mails come from", of: "this channel")
        section.require("to", "give one or more addresses", of: "this channel")
        let sender = section.emailAddress("from")
        let recipients = section.emailAddresses("to")
        let command = section.command("command")
        let name = section.string("from_name")
        let bounce = section.emailAddress("envelope_from")
        let limit = section.duration("timeout", in: 1...600)
        guard let sender, !recipients.isEmpty else { return nil }
        var settings = SendmailSettings(sender: sender.value, recipients: recipients)
        if let command { settings.command = command }
        if let name { settings.senderName = name.value }
        if let bounce { settings.envelopeSender = bounce.value }
        if let limit { settings.timeLimit = limit.value }
        return settings
    }

    private static func webhook(_ section: Section) -> WebhookSettings? {
        let url = section.address()
        let secrets = section.secrets("secret")
        let headers = section.headers("headers")
        let limit = section.duration("timeout", in: 1...600)
        if url == nil, !section.has("url"), !section.has("url_file"), !section.has("url_credential")
        {
            section.problems.error(
                section.place, "this channel has no address",
                "give `url`, `url_file` or `url_credential`")
        }
        let signing = secrets.filter { section.isSigningSecret($0) }.map(\.value)
        guard let url else { return nil }
        var settings = WebhookSettings(url: url.value, signingSecrets: signing, headers: headers)
        if let limit { settings.timeLimit = limit.value }
        return settings
    }
}

extension Section {
    /// Whether messages can be signed with the secret.
    fileprivate func isSigningSecret(_ secret: Placed<Secret>) -> Bool {
        do {
            _ = try WebhookSigningKey(secret.value)
            return true
        } catch {
            problems.error(secret.place, error.detail)
            return false
        }
    }

    /// A program and its arguments, one item each.
    fileprivate func command(_ key: String) -> [String]? {
        guard let node = node(key) else { return nil }
        let needs = "a list of the program and its arguments, such as `[/usr/bin/msmtp, -t]`"
        guard case .list = node.content else {
            problems.error(node.place, "`\(key)` needs \(needs), found \(node.kindName)")
            return nil
        }
        let words = strings(key, needs: "one argument").map { item in
            item.value.hasPrefix("./") || item.value.hasPrefix("../")
                ? context.resolved(item.value) : item.value
        }
        guard !words.isEmpty else {
            problems.error(node.place, "`\(key)` needs \(needs), found an empty list")
            return nil
        }
        return words
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
