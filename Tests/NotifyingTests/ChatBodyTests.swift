import Foundation
import Model
import Testing

@testable import Notifying

private typealias Format = WebhookSettings.Format

struct `The body for a chat or pager` {
    @Test(arguments: ChannelSample.chats)
    func `is as in the golden file`(format: WebhookSettings.Format) throws {
        let names =
            ["complaint", "hostile", "source", "recovered", "reminders", "surge", "drop"]
            + ["digest", "channel", "channel-off", "test", "gathered"]
        let parts = try names.map { name in
            let bytes = ChannelSample.message(try ChannelSample.letter(name), format).body
            return "== \(name)\n\(try ChannelSample.pretty(bytes))\n"
        }
        try Golden.expect(parts.joined(), is: "chats/\(format.rawValue).txt")
    }

    @Test(arguments: ChannelSample.chats)
    func `is one JSON object without control characters, whatever the letter`(
        format: WebhookSettings.Format
    ) throws {
        for letter in try ChannelSample.names.map(ChannelSample.letter) + [ChannelSample.flood()] {
            let object = try ChannelSample.object(ChannelSample.message(letter, format).body)
            for (key, text) in ChannelSample.strings(object) {
                let isClean = text.unicodeScalars.allSatisfy { scalar in
                    scalar == "\n" || scalar == "\u{200B}" || !OneLine.isBreaking(scalar)
                        || scalar.properties.isWhitespace && scalar.value > 0x1F
                            && scalar.value != 0x85 && scalar.value != 0x2028
                }
                #expect(isClean, "\(key): \(text.debugDescription)")
            }
        }
    }

    @Test(arguments: ChannelSample.chats)
    func `calls nobody and links nowhere but to the review`(
        format: WebhookSettings.Format
    ) throws {
        for letter in [try ChannelSample.hostile(), try ChannelSample.flood()] {
            let object = try ChannelSample.object(ChannelSample.message(letter, format).body)
            for (key, text) in ChannelSample.strings(object) {
                let links = ["url", "href", "click", "title_link"]
                if links.contains(key) {
                    #expect(text.hasPrefix("https://reviews.example.org/"))
                    continue
                }
                #expect(Self.calls(in: text, format, key).isEmpty, "\(key): \(text)")
            }
        }
    }

    /// What would call or link in `text`, by the rules of the service.
    private static func calls(in text: String, _ format: WebhookSettings.Format, _ key: String)
        -> [String]
    {
        let words: [String] =
            switch format {
            case .slack: ["<!", "<@", "<b>", "<users"]
            case .discord: key == "text" ? [] : ["@everyone", "@here", "](j", "https://evil"]
            case .mattermost: ["@here", "@all", "@channel", "@everyone", "://evil", "www.evil"]
            case .telegram: ["@here", "@all", "<users", "<!", "://evil", "www.evil", "<b> &"]
            case .matrix: key == "formatted_body" ? ["<users", "<!", "<b> "] : []
            case .googleChat:
                key == "title" ? [] : ["<users", "<!", "<b> &", "://evil"]
            case .teams, .ntfy, .gotify, .pagerDuty, .standard, .template: []
            }
        return words.filter(text.contains)
    }

    @Test(arguments: ChannelSample.chats)
    func `tells what happened, why, what to do and where to read it`(
        format: WebhookSettings.Format
    ) throws {
        let body = String(
            decoding: ChannelSample.message(try Sample.letter(), format).body, as: UTF8.self)
        let plain = body.replacing("\\\\", with: "")
        for words in [
            "★☆☆☆☆ on Town Maps", "1 of 5 stars", "answer where it stands",
            "https://reviews.example.org/place/17?lang=en&", "Waited 40 minutes",
        ] {
            let isTold = plain.contains(words) || body.contains(words)
            #expect(isTold || format == .ntfy && words.isEmpty, "\(words) in \(body)")
        }
    }

    @Test(arguments: ChannelSample.chats)
    func `says how much of a long review is left out`(format: WebhookSettings.Format) throws {
        let body = String(
            decoding: ChannelSample.message(try ChannelSample.hostile(), format).body,
            as: UTF8.self)
        #expect(body.contains("more characters: repute show 42"))
        #expect(body.contains("…"))
    }

    @Test(arguments: ChannelSample.chats)
    func `of several alerts tells each in a line, the worst first`(
        format: WebhookSettings.Format
    ) throws {
        let letter = try KindSample.letter("gathered")
        let body = String(decoding: ChannelSample.message(letter, format).body, as: UTF8.self)
        #expect(body.contains("\(letter.alerts.count) alerts"))
    }

    @Test func `keeps Slack's limits`() throws {
        for name in ChannelSample.names {
            let object = try body(name, .slack)
            let blocks = try #require(object["blocks"] as? [[String: Any]])
            #expect(blocks.count <= 50)
            for block in blocks {
                let limit = block["type"] as? String == "header" ? 150 : 3000
                for (_, text) in ChannelSample.strings(block) { #expect(text.utf16.count <= limit) }
            }
        }
    }

    @Test func `keeps Discord's limits and lets nobody be called`() throws {
        for name in ChannelSample.names {
            let object = try body(name, .discord)
            let mentions = try #require(object["allowed_mentions"] as? [String: [String]])
            #expect(mentions == ["parse": []])
            let embeds = try #require(object["embeds"] as? [[String: Any]])
            #expect(embeds.count <= 10)
            var total = 0
            for embed in embeds {
                let title = (embed["title"] as? String ?? "").utf16.count
                let text = (embed["description"] as? String ?? "").utf16.count
                let footer = (embed["footer"] as? [String: String])?["text"] ?? ""
                #expect(title <= 256 && text <= 4096)
                total += title + text + footer.utf16.count
            }
            #expect(total <= 6000)
        }
    }

    @Test func `keeps the limits of the other services`() throws {
        for letter in try ChannelSample.names.map(ChannelSample.letter) + [ChannelSample.flood()] {
            #expect(ChannelSample.message(letter, .teams).body.count <= 28_000)
            #expect(ChannelSample.message(letter, .matrix).body.count <= 60_000)
            #expect(ChannelSample.message(letter, .googleChat).body.count <= 32_000)
            #expect(ChannelSample.message(letter, .mattermost).body.count <= 16_383)
            #expect(ChannelSample.message(letter, .pagerDuty).body.count <= 512 * 1024)
            let telegram = try ChannelSample.object(ChannelSample.message(letter, .telegram).body)
            #expect(Self.parsed(telegram["text"] as? String ?? "").utf16.count <= 4096)
            let ntfy = try ChannelSample.object(ChannelSample.message(letter, .ntfy).body)
            #expect((ntfy["message"] as? String ?? "").utf8.count <= 4096)
        }
    }

    @Test func `of a title that is one endless character is cut all the same`() throws {
        var letter = try Sample.letter(business: "x" + String(repeating: "\u{301}", count: 50_000))
        letter.mentions[0].entry.text = "y" + String(repeating: "\u{302}", count: 50_000)
        for format in ChannelSample.chats {
            #expect(ChannelSample.message(letter, format).body.count < 16_000)
        }
    }

    private func body(_ name: String, _ format: WebhookSettings.Format) throws -> [String: Any] {
        try ChannelSample.object(
            ChannelSample.message(try ChannelSample.letter(name), format).body)
    }

    /// Telegram's text without tags and with its entities resolved, as its limit counts it.
    private static func parsed(_ html: String) -> String {
        var text = ""
        var isTag = false
        for character in html {
            if character == "<" { isTag = true }
            if !isTag { text.append(character) }
            if character == ">" { isTag = false }
        }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
}

struct `A PagerDuty event` {
    private func key(_ name: String) throws -> String {
        PagerDutyEvent.dedupKey(try ChannelSample.letter(name))
    }

    @Test func `has one key for what is one incident`() throws {
        #expect(try key("source") == "repute-source-maps-reviews")
        #expect(try key("recovered") == "repute-source-maps-reviews")
        #expect(try key("complaint") == "repute-alert-7")
        #expect(try key("channel") == key("channel-back"))
        var letter = try Sample.letter()
        letter.mentions[0].incident = 12
        #expect(PagerDutyEvent.dedupKey(letter) == "repute-story-12")
        letter.mentions.append(Sample.complaint(id: 43))
        #expect(PagerDutyEvent.dedupKey(letter) == "repute-alert-7")
    }

    @Test(arguments: [("source", "trigger"), ("recovered", "resolve"), ("channel-back", "resolve")])
    func `is resolved when things are well again`(name: String, action: String) throws {
        let letter = try ChannelSample.letter(name)
        let object = try ChannelSample.object(ChannelSample.message(letter, .pagerDuty).body)
        #expect(object["event_action"] as? String == action)
        #expect(object["routing_key"] as? String == "t0ken")
    }
}
