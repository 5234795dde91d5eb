import Foundation
import HTTPTypes
import Model
import Testing

@testable import Notifying

struct `A webhook message` {
    private func message(
        _ format: WebhookSettings.Format, url: String
    ) throws -> WebhookMessage {
        WebhookMessage(try Sample.letter(), ChannelSample.settings(format, url: url))
    }

    @Test func `goes to the room of Matrix under the letter's id, so that a repetition is one`()
        throws
    {
        let message = try message(.matrix, url: "https://matrix.example/")
        #expect(message.method == .put)
        #expect(
            message.url
                == "https://matrix.example/_matrix/client/v3/rooms/%21room%3Aexample.org/send/"
                + "m.room.message/d7-q3VZ")
        #expect(message.authorization?.name == "Authorization")
        #expect(message.authorization?.value == "Bearer t0ken")
    }

    @Test func `carries Telegram's token in the address only`() throws {
        let message = try message(.telegram, url: "https://api.telegram.example")
        #expect(message.url == "https://api.telegram.example/bott0ken/sendMessage")
        #expect(message.authorization == nil)
        let object = try ChannelSample.object(message.body)
        #expect(object["chat_id"] as? Int == -100_123)
        #expect(object["parse_mode"] as? String == "HTML")
    }

    @Test func `carries the tokens of Gotify and ntfy in headers`() throws {
        let gotify = try message(.gotify, url: "https://push.example/gotify/")
        #expect(gotify.url == "https://push.example/gotify/message")
        #expect(gotify.authorization?.name == "X-Gotify-Key")
        let ntfy = try message(.ntfy, url: "https://ntfy.example")
        #expect(ntfy.url == "https://ntfy.example")
        #expect(ntfy.authorization?.value == "Bearer t0ken")
        #expect(try ChannelSample.object(ntfy.body)["topic"] as? String == "repute-topic")
    }

    @Test(arguments: [
        ("https://d.example/api/webhooks/1/x", "https://d.example/api/webhooks/1/x?wait=true"),
        ("https://d.example/w?thread_id=3", "https://d.example/w?thread_id=3&wait=true"),
        ("https://d.example/w?wait=false", "https://d.example/w?wait=false"),
    ])
    func `asks Discord to answer when the message is kept`(url: String, expected: String) throws {
        #expect(try message(.discord, url: url).url == expected)
    }

    @Test(arguments: WebhookSettings.Format.allCases)
    func `is signed where the owner's machine reads it`(format: WebhookSettings.Format) throws {
        let message = try message(format, url: "https://x.example")
        #expect(message.isSigned == [.standard, .template].contains(format))
        #expect(message.contentType == "application/json")
    }

    @Test func `is the owner's template in its own content type`() throws {
        let template = try LetterTemplate(
            parsing: "<a>{{business}}</a>", use: .body(.xml))
        var settings = ChannelSettingsOf.template(template)
        let message = WebhookMessage(try Sample.letter(business: "A & B"), settings)
        #expect(String(decoding: message.body, as: UTF8.self) == "<a>A &amp; B</a>")
        #expect(message.contentType == "application/xml; charset=utf-8")
        settings.template = nil
        #expect(
            WebhookMessage(try Sample.letter(), settings).body
                == WebhookPayload(try Sample.letter()).bytes)
    }

    @Test(arguments: ChannelSample.chats)
    func `of a chat says the owner's words where there are some`(
        format: WebhookSettings.Format
    ) throws {
        let template = try LetterTemplate(
            parsing: "Look: {{#mentions}}{{text}}{{/mentions}}", use: .chat(format))
        let settings = ChannelSample.settings(format, template: template)
        let body = String(
            decoding: WebhookMessage(try Sample.letter(), settings).body, as: UTF8.self)
        #expect(body.contains("Look: Waited 40 minutes"))
        // Too long for a chat, so told in our words.
        let long = WebhookMessage(try ChannelSample.flood(), settings).body
        if format.textLimit < 10_000, format != .pagerDuty {
            #expect(!String(decoding: long, as: UTF8.self).contains("Look: "))
        }
    }
}

private enum ChannelSettingsOf {
    static func template(_ template: LetterTemplate) -> WebhookSettings {
        WebhookSettings(
            format: .template, url: Secret("https://x.example"), template: template)
    }
}
