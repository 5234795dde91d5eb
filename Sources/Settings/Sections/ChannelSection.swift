import Alerting
import FoundationEssentials
import Model
import Notifying
import Scheduling
import TextProcessing

extension ChannelSettings {
    /// Reads an item of `channels`; nil if there is none to be had, with the reasons recorded.
    ///
    /// One that names no language gets `language`.
    static func read(
        _ node: YAMLNode, _ context: ReadingContext, language: LetterLanguage
    ) -> Placed<ChannelSettings>? {
        guard let type = type(node, context),
            let section = Section(
                node, type.block, context, name: "channels",
                refusal: { refusal(of: $0, in: type) })
        else { return nil }
        section.require("id", "give it a name such as `owner-mail`", of: "this channel")
        let id: Placed<ChannelID>? = section.identifier("id")
        let language = (type.hasWords ? section.letterLanguage("language") : nil) ?? language
        let kind: Kind? =
            switch type {
            case .sendmail: sendmail(section, language).map(Kind.sendmail)
            case .smtp: section.smtp(language).map(Kind.smtp)
            case .webhook(let format): section.webhook(format, language).map(Kind.webhook)
            case .exec: exec(section).map(Kind.exec)
            }
        let policy = section.channelPolicy(gathers: type.isForPeople)
        guard let id, let kind else { return nil }
        return Placed(
            value: ChannelSettings(id: id.value, kind: kind, policy: policy), place: id.place)
    }

    /// What to say of a key that another type of channel has.
    private static func refusal(of key: String, in type: ChannelType) -> KeyRefusal? {
        let isSecret = type.block.knows(key + "_file")
        let others = ChannelType.allCases.filter { $0.block.knows(key) }.map(\.name)
        guard !isSecret, let other = others.first else { return nil }
        return KeyRefusal(
            message: "a channel of type \(type.name) has no `\(key)`",
            cure: others.count == 1 ? "only one of type \(other) has it" : "remove it")
    }

    private static func type(_ node: YAMLNode, _ context: ReadingContext) -> ChannelType? {
        let all = ChannelType.allCases.map(\.name)
        let names = "one of \(all.joined(separator: ", "))"
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
        if let type = ChannelType.named(text) { return type }
        context.problems.error(
            entry.value.place, "`type` needs \(names), found `\(shown(text))`",
            NearestName.question(text, among: all))
        return nil
    }

    private static func sendmail(
        _ section: Section, _ language: LetterLanguage
    ) -> SendmailSettings? {
        let command = section.command("command", example: "[/usr/bin/msmtp, -t]")
        guard let head = section.mailHead(language) else { return nil }
        var settings = SendmailSettings(sender: head.sender, recipients: head.recipients)
        if let command { settings.command = command }
        if let name = head.senderName { settings.senderName = name }
        settings.envelopeSender = head.envelopeSender
        if let limit = head.timeLimit { settings.timeLimit = limit }
        settings.language = language
        settings.templates = head.templates
        return settings
    }

    private static func exec(_ section: Section) -> ExecSettings? {
        section.require("command", "give the program and its arguments", of: "this channel")
        let command = section.command("command", example: "[/usr/local/bin/tell-me, --now]")
        let limit = section.duration("timeout", in: 1...600)
        guard let command else { return nil }
        var settings = ExecSettings(command: command)
        if let limit { settings.timeLimit = limit.value }
        return settings
    }
}

extension Section {
    /// A program and its arguments, one item each.
    fileprivate func command(_ key: String, example: String) -> [String]? {
        guard let node = node(key) else { return nil }
        let needs = "a list of the program and its arguments, such as `\(example)`"
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

    private enum LetThrough: String, CaseIterable {
        case info
        case warning
        case critical
        case nothing
    }

    /// When the channel may be told something.
    fileprivate func channelPolicy(gathers: Bool) -> ChannelPolicy {
        var policy = ChannelPolicy(gathers: gathers)
        policy.quietHours = businessHours("quiet_hours")
        if let hours = policy.quietHours, hours.minutesUntilClosed(weekday: 1, minute: 0) == nil {
            problems.error(
                place(of: "quiet_hours"), "these quiet hours never end, so nothing would be told",
                "leave some hours out")
        }
        let through: Placed<LetThrough>? = choice("quiet_lets_through")
        if let through { policy.letsThrough = Alert.Severity(rawValue: through.value.rawValue) }
        if has("quiet_lets_through"), !has("quiet_hours") {
            problems.warning(
                place(of: "quiet_lets_through"),
                "`quiet_lets_through` means nothing without `quiet_hours`", "add them or remove it")
        }
        policy.hourlyLimit = int("hourly_limit", in: 1...1000)
        return policy
    }
}
