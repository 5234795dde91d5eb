import Alerting
import Foundation
import Model
import Notifying
import Testing

@testable import Settings

private func channel(_ keys: String) -> String { "channels:\n  - {id: c, \(keys)}\n" }

/// A folder with every secret and template that the tests name.
private func folder(_ keys: String, files: [String: String] = [:]) throws -> ConfigurationFolder {
    let standing = [
        "url": "https://hooks.example/T0/abc\n", "token": "t0ken\n", "topic": "my-topic_1\n",
        "ok.mustache": "{{business}}: {{title}}", "bad.mustache": "Hello\n{{busines}}!",
        "open.mustache": "{{#mentions}}{{text}}", "list.mustache": #"{"a": [{{title}}]}"#,
    ]
    return try ConfigurationFolder(
        channel(keys), files: standing.merging(files) { _, new in new })
}

private func read(_ keys: String) throws -> ChannelSettings {
    let folder = try folder(keys)
    #expect(folder.problems().filter { $0.contains("error") } == [])
    return try #require(try folder.settings().channels.first)
}

/// What a minimal channel of each type looks like, and what comes of it.
struct MinimalChannel: Sendable, CustomStringConvertible {
    var type: String
    var keys: String
    var url: String?
    var token: String?
    var target: String?
    var gathers = true

    var description: String { type }

    static let all: [MinimalChannel] = [
        MinimalChannel(type: "slack", keys: "url_file: url", url: "https://hooks.example/T0/abc"),
        MinimalChannel(type: "discord", keys: "url_file: url", url: "https://hooks.example/T0/abc"),
        MinimalChannel(type: "teams", keys: "url_file: url", url: "https://hooks.example/T0/abc"),
        MinimalChannel(
            type: "mattermost", keys: "url_file: url", url: "https://hooks.example/T0/abc"),
        MinimalChannel(
            type: "google_chat", keys: "url_file: url", url: "https://hooks.example/T0/abc"),
        MinimalChannel(
            type: "webhook", keys: "url_file: url", url: "https://hooks.example/T0/abc",
            gathers: false),
        MinimalChannel(
            type: "matrix",
            keys: "url: 'https://m.example', token_file: token, room: '!a:m.example'",
            url: "https://m.example", token: "t0ken", target: "!a:m.example"),
        MinimalChannel(
            type: "telegram", keys: "token_file: token, chat: -1001234567890, thread: 7",
            url: "https://api.telegram.org", token: "t0ken", target: "-1001234567890"),
        MinimalChannel(
            type: "telegram", keys: "token_file: token, chat: '@bakery'",
            url: "https://api.telegram.org", token: "t0ken", target: "@bakery"),
        MinimalChannel(
            type: "ntfy", keys: "topic: my-topic", url: "https://ntfy.sh", target: "my-topic"),
        MinimalChannel(
            type: "ntfy", keys: "topic_file: topic, token_file: token, url: 'https://n.example'",
            url: "https://n.example", token: "t0ken", target: "my-topic_1"),
        MinimalChannel(
            type: "pagerduty", keys: "routing_key_file: token",
            url: "https://events.pagerduty.com/v2/enqueue", token: "t0ken", gathers: false),
        MinimalChannel(
            type: "gotify", keys: "url: 'https://g.example', token_file: token",
            url: "https://g.example", token: "t0ken"),
        MinimalChannel(
            type: "template",
            keys: "url: 'https://t.example', content_type: text, "
                + "templates: {body: ok.mustache}", url: "https://t.example", gathers: false),
    ]
}

struct `A channel` {
    @Test(arguments: MinimalChannel.all)
    func `is read by its type`(minimal: MinimalChannel) throws {
        let channel = try read("type: \(minimal.type), \(minimal.keys)")
        guard case .webhook(let hook) = channel.kind else {
            Issue.record("not over HTTP")
            return
        }
        #expect(channel.typeName == minimal.type)
        #expect(hook.format.rawValue == minimal.type)
        #expect(hook.url.reveal() == minimal.url)
        #expect(hook.token?.reveal() == minimal.token)
        #expect(hook.target?.reveal() == minimal.target)
        #expect(channel.policy.gathers == minimal.gathers)
        #expect(hook.timeLimit == 20)
        #expect((hook.template != nil) == (minimal.type == "template"))
    }

    @Test func `runs a command`() throws {
        let channel = try read("type: exec, command: [./tell, --now], timeout: 5s")
        guard case .exec(let exec) = channel.kind else {
            Issue.record("not a command")
            return
        }
        #expect(exec.command.count == 2 && exec.command[0].hasSuffix("/./tell"))
        #expect(exec.timeLimit == 5)
        #expect(!channel.policy.gathers)
    }

    @Test func `has the owner's templates`() throws {
        let mail = try read(
            "type: sendmail, from: a@x.example, to: b@x.example, "
                + "templates: {subject: ok.mustache, html: ok.mustache}")
        guard case .sendmail(let settings) = mail.kind else {
            Issue.record("not mail")
            return
        }
        #expect(settings.templates.subject?.use == .subject)
        #expect(settings.templates.text == nil)
        #expect(settings.templates.html?.source == "{{business}}: {{title}}")
        let chat = try read("type: discord, url_file: url, templates: {text: ok.mustache}")
        guard case .webhook(let hook) = chat.kind else {
            Issue.record("not a chat")
            return
        }
        #expect(hook.template?.use == .chat(.discord))
    }

    @Test func `may be left alone at hours, and told only so much`() throws {
        let quiet = try read(
            "type: slack, url_file: url, quiet_hours: [Mon-Fri 22:00-07:00, Sat 20:00-10:00], "
                + "quiet_lets_through: warning, hourly_limit: 6")
        let hours = quiet.policy.quietHours.map { "\($0)" } ?? ""
        #expect(hours.contains("Mon 22:00-24:00") && hours.contains("Sun 00:00-10:00"), "\(hours)")
        #expect(quiet.policy.letsThrough == .warning)
        #expect(quiet.policy.hourlyLimit == 6)
        let deaf = try read(
            "type: slack, url_file: url, quiet_hours: daily 22:00-07:00, quiet_lets_through: nothing"
        )
        #expect(deaf.policy.letsThrough == nil)
        #expect(try read("type: slack, url_file: url").policy == ChannelPolicy(gathers: true))
    }

    @Test func `has another digest for another address, and only then`() throws {
        let one = try read("type: ntfy, topic: a-topic")
        #expect(one.addressDigest.count == 16)
        #expect(
            one.addressDigest == (try read("type: ntfy, topic: a-topic, timeout: 9s")).addressDigest
        )
        let others = [
            "type: ntfy, topic: b-topic", "type: ntfy, topic: a-topic, token_file: token",
            "type: slack, url_file: url", "type: discord, url_file: url",
            "type: sendmail, from: a@x.example, to: b@x.example",
            "type: sendmail, from: a@x.example, to: c@x.example", "type: exec, command: [a]",
            "type: exec, command: [a, b]",
        ]
        let digests = try others.map { try read($0).addressDigest }
        #expect(Set(digests + [one.addressDigest]).count == others.count + 1)
    }

    @Test func `is never printed with its secrets`() throws {
        let text =
            "\(try read("type: gotify, url: 'https://g.example', token_file: token"))"
            + "\(try read("type: ntfy, topic_file: topic"))"
        #expect(!text.contains("t0ken") && !text.contains("my-topic_1"))
    }
}

struct `A problem of a channel` {
    @Test(arguments: [
        ("type: slak, url_file: url", "found `slak`, did you mean `slack`?"),
        ("type: slack", "this channel has no address, give `url`, `url_file` or `url_credential`"),
        (
            "type: slack, url_file: url, room: '!a:b'",
            "2:41: error: a channel of type slack has no `room`, only one of type matrix has it"
        ),
        (
            "type: slack, url_file: url, command: [a]",
            "a channel of type slack has no `command`, remove it"
        ),
        (
            "type: slack, url_file: url, templats: {}",
            "unknown key `templats`, did you mean `templates`?"
        ),
        (
            "type: gotify, url: 'https://g.example', token: abc",
            "`token` is a secret and does not belong into this file"
        ),
        ("type: gotify, url: 'https://g.example'", "this channel has no `token_file`"),
        ("type: pagerduty, routing_key: abc", "`routing_key` is a secret"),
        ("type: pagerduty", "write the routing key into a file"),
        ("type: matrix, url: 'https://m.example', token_file: token", "this channel has no `room`"),
        (
            "type: matrix, url: 'https://m.example', token_file: token, room: '#a:m.example'",
            "`room` needs the id of a room, such as `!abc123:example.org`, found `#a:m.example`, an alias"
        ),
        ("type: telegram, token_file: token", "this channel has no `chat`"),
        ("type: telegram, token_file: token, chat: bakery", "`chat` needs the number of a chat"),
        ("type: ntfy", "this channel has no `topic`"),
        ("type: ntfy, topic: 'two words'", "`topic` needs 1 to 64 letters, digits, `-` and `_`"),
        ("type: ntfy, topic: a, topic_file: topic", "`topic` and a file with it both stand here"),
        ("type: template, url: 'https://t.example'", "this channel has no `templates`"),
        ("type: template, url: 'https://t.example', templates: {}", "`templates` has no `body`"),
        (
            "type: template, url: 'https://t.example', templates: {text: ok.mustache}",
            "unknown key `text`"
        ),
        (
            "type: template, url: 'https://t.example', content_type: yaml, templates: {body: ok.mustache}",
            "`content_type` needs one of json, form, text, html, xml"
        ),
        ("type: exec", "this channel has no `command`"),
        (
            "type: exec, command: tell",
            "`command` needs a list of the program and its arguments, such as `[/usr/local/bin/tell-me, --now]`"
        ),
        ("type: slack, url_file: url, quiet_hours: at night", "`quiet_hours`:"),
        (
            "type: slack, url_file: url, quiet_hours: 'daily 00:00-24:00'",
            "these quiet hours never end"
        ),
        (
            "type: slack, url_file: url, quiet_hours: 'daily 22:00-07:00', quiet_lets_through: urgent",
            "`quiet_lets_through` needs one of info, warning, critical, nothing"
        ),
        (
            "type: slack, url_file: url, quiet_lets_through: info",
            "warning: `quiet_lets_through` means nothing without `quiet_hours`"
        ),
        (
            "type: slack, url_file: url, hourly_limit: 0",
            "`hourly_limit` needs a whole number from 1 to 1000"
        ),
        (
            "type: slack, url_file: url, templates: {text: nowhere.mustache}",
            "the template `nowhere.mustache` can't be read: there is no such file"
        ),
    ])
    func `is told with what to do`(keys: String, expected: String) throws {
        let found = try folder(keys).problems()
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test func `in a template is told at its place in the template's own file`() throws {
        let found = try folder("type: slack, url_file: url, templates: {text: bad.mustache}")
            .problems()
        #expect(
            found.contains(
                "bad.mustache:2:1: error: there is no `busines` here, did you mean `business`?\n"
                    + "{{busines}}!\n^^"), "\(found)")
        let open = try folder("type: slack, url_file: url, templates: {text: open.mustache}")
            .problems()
        #expect(
            open.contains {
                $0.hasPrefix("open.mustache:1:1: error: {{#mentions}} has no {{/mentions}}")
            })
        let json = try folder(
            "type: template, url: 'https://t.example', templates: {body: list.mustache}"
        ).problems()
        #expect(
            json.contains {
                $0.hasPrefix("list.mustache:1:1: error: the body for a mention is not JSON")
            })
    }
}

struct `The manual of channels` {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func manual(_ name: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent("docs/" + name), encoding: .utf8)
    }

    @Test(arguments: ChannelType.allCases)
    func `tells of every type and shows one that can be taken as it is`(type: ChannelType) throws {
        let text = try Self.manual("channels.md")
        #expect(text.contains("| `\(type.name)` |"))
        let section = try #require(
            text.components(separatedBy: "\n## \(type.name)\n").dropFirst().first)
        let yaml = try #require(
            section.components(separatedBy: "```yaml\n").dropFirst().first?
                .components(separatedBy: "```").first)
        let folder = try ConfigurationFolder(
            "channels:\n" + yaml,
            files: [
                "secrets/slack-url": "https://h.example/a",
                "secrets/discord-url": "https://h.example/a",
                "secrets/teams-url": "https://h.example/a",
                "secrets/mattermost-url": "https://h.example/a",
                "secrets/google-chat-url": "https://h.example/a", "secrets/matrix-token": "t",
                "secrets/telegram-token": "t", "secrets/ntfy-topic": "t",
                "secrets/pagerduty-key": "t",
                "secrets/gotify-token": "t", "secrets/ticket-token": "t",
                "secrets/smtp-password": "t",
                "secrets/signing-key": "whsec_" + String(repeating: "QUJD", count: 8),
                "ticket.mustache": #"{"a": "{{title}}"}"#,
            ])
        #expect(folder.problems() == [])
        #expect(try folder.settings().channels.map(\.typeName) == [type.name])
    }

    @Test func `names every key of every type, in one of its two pages`() throws {
        let text = try Self.manual("channels.md") + Self.manual("configuration.md")
        for block in SettingsBlock.channels {
            for key in block.keys {
                #expect(text.contains(key.name), "\(block.path).\(key.name)")
            }
        }
    }

    @Test func `of templates shows examples that are taken`() throws {
        let text = try Self.manual("templates.md")
        let json = try #require(
            text.components(separatedBy: "```json\n").dropFirst().first?
                .components(separatedBy: "\n```").first)
        _ = try LetterTemplate(parsing: json, use: .body(.json))
        let plain = try #require(
            text.components(separatedBy: "```\n{{sign}}").dropFirst().first?
                .components(separatedBy: "\n```").first)
        _ = try LetterTemplate(parsing: "{{sign}}" + plain, use: .text)
    }
}
