import Foundation
import Model

@testable import Notifying

/// Letters and settings for the tests of chats, pagers and webhooks.
enum ChannelSample {
    /// A letter of every kind, and one with a hostile review.
    static let names = ["complaint", "hostile", "source", "recovered"] + KindSample.kinds

    static let formats = WebhookSettings.Format.allCases.filter { $0 != .template }
    static let chats = formats.filter { $0 != .standard }

    static func letter(_ name: String) throws -> Letter {
        switch name {
        case "hostile": try hostile()
        case "source": try source(.unreachable)
        case "recovered": try source(.recovered)
        default: try KindSample.letter(name)
        }
    }

    static let calls =
        "@here <!channel> <!here> <@U123> @everyone @all @room <users/all> [x](javascript:alert(1)) "
        + "*b* _i_ ~s~ `c` <b> & \" ' \\ | {{text}} https://evil.example/?a=b www.evil.example #tag"

    /// A review that would be everything but a text, and is far too long.
    static func hostile() throws -> Letter {
        let text =
            calls
            + "\r\n\u{202E}desrever\u{202C} \u{2066}\u{1}\u{7}\u{1B}[31m\u{85}\u{2028}# h\n> q\n- l\n"
            + String(repeating: "e\u{301}\u{302}\u{303} ", count: 5_000)
        var mention = Sample.mention(
            entry: Sample.entry(
                title: calls, text: text, author: "@channel <!here> \u{202E}<users/all>",
                url: "https://reviews.example.org/r?a=1&b=<x>|y)\"'"))
        mention.sentiment = Sample.sentiment(.negative, -0.9)
        return try Sample.letter(
            [mention], business: "Bread & <b>\"Roses\"</b> @all", reason: "it says \(calls)",
            sourceTitles: [Sample.source: "Maps <!here> @everyone *x*"])
    }

    /// Many hostile mentions and alerts in one letter.
    static func flood() throws -> Letter {
        var letter = try hostile()
        letter.mentions = (1...60).map { id in
            var mention = letter.mentions[0]
            mention.id = MentionID(id)
            return mention
        }
        letter.further = (8...40).map { id in
            var alert = letter.alert
            alert.id = AlertID(id)
            alert.reason = String(repeating: "<&*@\"", count: 300)
            return alert
        }
        return letter
    }

    static func source(_ kind: SourceNotice.Kind) throws -> Letter {
        var letter = try Sample.letter([], reason: "Town Maps can't be reached", told: [])
        letter.alert.kind = .sources
        letter.alert.brand = nil
        letter.alert.rule = .sourceHealth
        letter.alert.notices = [
            SourceNotice(
                id: 3, source: Sample.source, kind: kind,
                detail: "Its server has not answered since 08:05. Look at its address.",
                at: Sample.time, since: Sample.time - 5400)
        ]
        return letter
    }

    static func settings(
        _ format: WebhookSettings.Format, url: String = "https://chat.example/hook",
        template: LetterTemplate? = nil
    ) -> WebhookSettings {
        let target: String? =
            switch format {
            case .matrix: "!room:example.org"
            case .telegram: "-100123"
            case .ntfy: "repute-topic"
            default: nil
            }
        let hasToken = [.matrix, .telegram, .ntfy, .gotify, .pagerDuty].contains(format)
        return WebhookSettings(
            format: format, url: Secret(url), token: hasToken ? Secret("t0ken") : nil,
            target: target.map(Secret.init), template: template)
    }

    static func message(_ letter: Letter, _ format: WebhookSettings.Format) -> WebhookMessage {
        WebhookMessage(letter, settings(format))
    }

    /// The body as Foundation reads it.
    static func object(_ bytes: [UInt8]) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(bytes))
        guard let object = value as? [String: Any] else { throw NotAnObject() }
        return object
    }

    struct NotAnObject: Error {}

    /// Every string in a JSON value, with the key that it stands behind.
    static func strings(_ value: Any, key: String = "") -> [(key: String, text: String)] {
        switch value {
        case let object as [String: Any]: object.flatMap { strings($0.value, key: $0.key) }
        case let list as [Any]: list.flatMap { strings($0, key: key) }
        case let text as String: [(key, text)]
        default: []
        }
    }

    /// The body with line breaks and sorted keys, for golden files.
    static func pretty(_ bytes: [UInt8]) throws -> String {
        let value = try JSONSerialization.jsonObject(with: Data(bytes))
        let text = try JSONSerialization.data(
            withJSONObject: value, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        return String(decoding: text, as: UTF8.self)
    }
}
