import CurlTransport
import Foundation
import Model
import TestSupport
import Testing

@testable import Notifying

/// What a service answers, and what it means.
struct ServiceCase: Sendable, CustomStringConvertible {
    var format: WebhookSettings.Format
    var status: Int
    var body: String
    /// Nil: delivered.
    var reason: DeliveryError.Reason?
    var wait: Double?

    init(
        _ format: WebhookSettings.Format, _ status: Int, _ body: String,
        _ reason: DeliveryError.Reason?, wait: Double? = nil
    ) {
        self.format = format
        self.status = status
        self.body = body
        self.reason = reason
        self.wait = wait
    }

    var description: String { "\(format.rawValue) \(status) \(body)" }

    static let all: [ServiceCase] = [
        ServiceCase(.slack, 200, "ok", nil),
        ServiceCase(.slack, 200, #"{"ok":false,"error":"invalid_blocks"}"#, .rejected),
        ServiceCase(.slack, 400, "invalid_payload", .rejected),
        ServiceCase(.slack, 403, "action_prohibited", .unauthorized),
        ServiceCase(.slack, 404, "no_service", .gone),
        ServiceCase(.slack, 404, "channel_not_found", .gone),
        ServiceCase(.slack, 404, "something else", .notFound),
        ServiceCase(.slack, 410, "channel_is_archived", .gone),
        ServiceCase(.slack, 200, #"{"ok":false,"error":"channel_not_found"}"#, .gone),
        ServiceCase(.slack, 429, "", .rateLimited),
        ServiceCase(.slack, 500, "rollup_error", .serverError),
        ServiceCase(.discord, 200, #"{"id":"1"}"#, nil),
        ServiceCase(.discord, 204, "", nil),
        ServiceCase(
            .discord, 429, #"{"message":"You are being rate limited.","retry_after":64.57}"#,
            .rateLimited, wait: 64.57),
        ServiceCase(.discord, 404, #"{"message":"Unknown Webhook","code":10015}"#, .gone),
        ServiceCase(.discord, 404, #"{"message":"Unknown Channel","code":10003}"#, .notFound),
        ServiceCase(.discord, 400, #"{"code":50035,"message":"Invalid Form Body"}"#, .rejected),
        ServiceCase(.teams, 202, "", nil),
        ServiceCase(.teams, 200, "1", nil),
        ServiceCase(
            .teams, 200,
            "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429",
            .rateLimited),
        ServiceCase(.teams, 200, "Webhook message delivery failed with error: X", .rejected),
        ServiceCase(.mattermost, 200, "ok", nil),
        ServiceCase(.mattermost, 400, #"{"message":"Unable to parse"}"#, .rejected),
        ServiceCase(.matrix, 200, #"{"event_id":"$1"}"#, nil),
        ServiceCase(
            .matrix, 429, #"{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":2500}"#, .rateLimited,
            wait: 2.5),
        ServiceCase(.matrix, 401, #"{"errcode":"M_UNKNOWN_TOKEN","error":"x"}"#, .unauthorized),
        ServiceCase(.matrix, 403, #"{"errcode":"M_FORBIDDEN","error":"x"}"#, .unauthorized),
        ServiceCase(.telegram, 200, #"{"ok":true,"result":{}}"#, nil),
        ServiceCase(.telegram, 200, #"{"ok":false,"description":"nope"}"#, .rejected),
        ServiceCase(
            .telegram, 429,
            #"{"ok":false,"description":"Too Many Requests","parameters":{"retry_after":35}}"#,
            .rateLimited, wait: 35),
        ServiceCase(
            .telegram, 403, #"{"ok":false,"description":"Forbidden: bot was blocked by the user"}"#,
            .gone),
        ServiceCase(
            .telegram, 403,
            #"{"ok":false,"description":"Forbidden: bot was kicked from the group chat"}"#, .gone),
        ServiceCase(
            .telegram, 400, #"{"ok":false,"description":"Bad Request: chat not found"}"#, .notFound),
        ServiceCase(
            .telegram, 400,
            #"{"ok":false,"description":"upgraded","parameters":{"migrate_to_chat_id":-100987}}"#,
            .rejected),
        ServiceCase(.telegram, 404, #"{"ok":false,"description":"Not Found"}"#, .unauthorized),
        ServiceCase(.ntfy, 200, #"{"id":"x"}"#, nil),
        ServiceCase(.ntfy, 429, #"{"code":42901,"error":"limit reached"}"#, .rateLimited),
        ServiceCase(.pagerDuty, 202, #"{"status":"success","dedup_key":"x"}"#, nil),
        ServiceCase(.pagerDuty, 400, #"{"status":"invalid event"}"#, .rejected),
        ServiceCase(.pagerDuty, 429, "", .rateLimited),
        ServiceCase(.gotify, 200, #"{"id":1}"#, nil),
        ServiceCase(.gotify, 401, #"{"error":"Unauthorized"}"#, .unauthorized),
        ServiceCase(.googleChat, 200, "{}", nil),
        ServiceCase(
            .googleChat, 429, #"{"error":{"code":429,"status":"RESOURCE_EXHAUSTED"}}"#,
            .rateLimited),
        ServiceCase(.template, 410, "", .gone),
        ServiceCase(.standard, 200, #"{"ok":false}"#, nil),
    ]
}

@Suite(.timeLimit(.minutes(5)))
struct `A service's answer` {
    private static func channel(_ settings: WebhookSettings) throws -> WebhookChannel {
        let loopback = try #require(AllowedNetwork("127.0.0.0/8"))
        let transport = CurlTransport(
            settings: TransportSettings(allowPrivateNetworks: [loopback]))
        return WebhookChannel(
            id: ChannelID(trusted: "chat"), settings: settings, transport: transport,
            clock: { Sample.time })
    }

    @Test(arguments: ServiceCase.all)
    func `means what its documentation says`(answer: ServiceCase) async throws {
        let server = try LoopbackServer.start { _ in
            .status(answer.status, body: Array(answer.body.utf8))
        }
        defer { server.stop() }
        let channel = try Self.channel(
            ChannelSample.settings(answer.format, url: server.url("/T0PSECRET")))
        let letter = try Sample.letter()
        var failure: DeliveryError?
        do throws(DeliveryError) {
            try await channel.deliver(letter)
        } catch {
            failure = error
        }
        #expect(failure?.reason == answer.reason)
        #expect(failure?.retryAfter == answer.wait)
        #expect(failure?.isTransient != (answer.reason == .gone) || answer.reason == nil)
        let text = failure?.description ?? ""
        #expect(!text.contains("T0PSECRET") && !text.contains("t0ken"))
        #expect(server.requests.count == 1)
    }

    @Test func `that a group has moved names its new number`() async throws {
        let server = try LoopbackServer.start { _ in
            .status(
                400,
                body: Array(
                    #"{"ok":false,"parameters":{"migrate_to_chat_id":-100987}}"#.utf8))
        }
        defer { server.stop() }
        let channel = try Self.channel(
            ChannelSample.settings(.telegram, url: server.url("")))
        let letter = try Sample.letter()
        let error = await #expect(throws: DeliveryError.self) { try await channel.deliver(letter) }
        #expect(error?.detail.contains("set channels.chat.chat to -100987") == true)
    }

    @Test(arguments: [
        (WebhookSettings.Format.matrix, "PUT", "Authorization", "Bearer t0ken"),
        (.gotify, "POST", "X-Gotify-Key", "t0ken"),
        (.ntfy, "POST", "Authorization", "Bearer t0ken"),
    ])
    func `is to a request with its token`(
        format: WebhookSettings.Format, method: String, header: String, value: String
    ) async throws {
        let server = try LoopbackServer.start { _ in .ok("{}") }
        defer { server.stop() }
        try await Self.channel(ChannelSample.settings(format, url: server.url("")))
            .deliver(Sample.letter())
        let request = try #require(server.requests.first)
        #expect(request.method == method)
        #expect(request.header(header) == value)
        #expect(request.header("webhook-id") == nil)
    }
}
