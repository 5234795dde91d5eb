import Crypto
import CurlTransport
import Foundation
import Model
import TestSupport
import Testing

@testable import Notifying

@Suite(.timeLimit(.minutes(5)))
struct `The webhook channel` {
    private static let secretText = "whsec_" + Data(repeating: 9, count: 32).base64EncodedString()

    private static func channel(
        _ url: String, secrets: [String] = [secretText], headers: [Source.Header] = [],
        timeLimit: TimeInterval = 20, at time: Date = Sample.time
    ) throws -> WebhookChannel {
        let loopback = try #require(AllowedNetwork("127.0.0.0/8"))
        let transport = CurlTransport(
            settings: TransportSettings(allowPrivateNetworks: [loopback]))
        return WebhookChannel(
            id: ChannelID(trusted: "chat"),
            settings: WebhookSettings(
                url: Secret(url), signingSecrets: secrets.map(Secret.init), headers: headers,
                timeLimit: timeLimit),
            transport: transport, clock: { time })
    }

    private static func failure(
        path: String = "/hook", timeLimit: TimeInterval = 20,
        _ reply: @escaping @Sendable (LoopbackRequest) -> LoopbackReply
    ) async throws -> (error: DeliveryError?, requests: [LoopbackRequest]) {
        let server = try LoopbackServer.start(reply)
        defer { server.stop() }
        let channel = try channel(server.url(path), timeLimit: timeLimit)
        let letter = try Sample.letter()
        let error = await #expect(throws: DeliveryError.self) { try await channel.deliver(letter) }
        return (error, server.requests)
    }

    @Test(arguments: [200, 201, 202, 204])
    func `posts the signed payload and takes 2xx for delivered`(status: Int) async throws {
        let server = try LoopbackServer.start { _ in .status(status) }
        defer { server.stop() }
        let letter = try Sample.letter()
        let header = Source.Header(name: "Authorization", value: Secret("Bearer t0ken"))
        try await Self.channel(server.url("/hook?key=1"), headers: [header]).deliver(letter)
        let request = try #require(server.requests.first)
        #expect(server.requests.count == 1)
        #expect(request.method == "POST" && request.path == "/hook?key=1")
        #expect(request.body == WebhookPayload(letter).bytes)
        #expect(request.header("Content-Type") == "application/json")
        #expect(request.header("Authorization") == "Bearer t0ken")
        #expect(request.header("webhook-id") == "d7-q3VZ")
        #expect(request.header("webhook-timestamp") == "1795339800")
        // Computed apart from the channel, straight from the specification.
        let signed = Data("d7-q3VZ.1795339800.".utf8) + Data(request.body)
        let code = HMAC<SHA256>.authenticationCode(
            for: signed, using: SymmetricKey(data: Data(repeating: 9, count: 32)))
        #expect(
            request.header("webhook-signature") == "v1," + Data(code).base64EncodedString())
    }

    @Test func `has the same id and body at every attempt, and the time of each`() async throws {
        let server = try LoopbackServer.start { _ in .status(204) }
        defer { server.stop() }
        let letter = try Sample.letter()
        try await Self.channel(server.url("/")).deliver(letter)
        try await Self.channel(server.url("/"), at: Sample.time + 60).deliver(letter)
        let requests = server.requests
        #expect(Set(requests.map { $0.header("webhook-id") }).count == 1)
        #expect(Set(requests.map(\.body)).count == 1)
        #expect(
            requests.map { $0.header("webhook-timestamp") } == ["1795339800", "1795339860"])
    }

    @Test func `signs with every key during a change of keys, and without a key not at all`()
        async throws
    {
        let server = try LoopbackServer.start { _ in .status(204) }
        defer { server.stop() }
        let second = "whsec_" + Data(repeating: 5, count: 24).base64EncodedString()
        try await Self.channel(server.url("/"), secrets: [Self.secretText, second])
            .deliver(Sample.letter())
        try await Self.channel(server.url("/"), secrets: []).deliver(Sample.letter())
        let signatures = server.requests.map { $0.header("webhook-signature") }
        #expect(signatures.first??.split(separator: " ").count == 2)
        #expect(signatures.last == .some(nil))
    }

    @Test(arguments: [
        (400, DeliveryError.Reason.rejected), (401, .unauthorized), (403, .unauthorized),
        (404, .notFound), (408, .timeout), (410, .gone), (413, .rejected), (422, .rejected),
        (425, .rateLimited), (429, .rateLimited), (500, .serverError), (502, .serverError),
        (503, .serverError), (504, .serverError),
    ])
    func `tells what an answer means`(status: Int, reason: DeliveryError.Reason) async throws {
        let (error, requests) = try await Self.failure { _ in
            .status(status, body: Array("no\r\nway \u{1B}[2J".utf8))
        }
        #expect(error?.reason == reason)
        #expect(error?.isTransient == (status != 410))
        #expect(error?.detail.contains("answered \(status) ") == true)
        #expect(error?.detail.hasSuffix(": “no way [2J”") == true)
        #expect(requests.count == 1)
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func `never follows a redirect`(status: Int) async throws {
        let (error, requests) = try await Self.failure { _ in
            .redirect(to: "/elsewhere", status: status)
        }
        #expect(error?.reason == .redirected)
        #expect(error?.isTransient == true)
        #expect(requests.map(\.path) == ["/hook"])
    }

    @Test(arguments: [
        (429, "7", 7.0), (503, "Sun, 22 Nov 2026 09:32:00 GMT", 120), (429, "never", nil),
        (503, "99999999999", 86_400),
    ])
    func `passes a Retry-After on`(status: Int, field: String, wait: Double?) async throws {
        let (error, _) = try await Self.failure { _ in
            .status(status, headers: ["Retry-After": field])
        }
        #expect(error?.retryAfter == wait)
    }

    @Test func `ends when its time is over`() async throws {
        let (error, _) = try await Self.failure(timeLimit: 0.3) { _ in .hang }
        #expect(error?.reason == .timeout)
        #expect(error?.isTransient == true)
    }

    @Test func `takes a broken connection for a failure of the network`() async throws {
        let (error, _) = try await Self.failure { _ in .reset }
        #expect(error?.reason == .network)
    }

    @Test func `quotes little of a long answer`() async throws {
        let (error, _) = try await Self.failure { _ in
            .status(500, body: Array(repeating: UInt8(ascii: "x"), count: 500_000))
        }
        #expect((error?.detail.count ?? 0) < 400)
    }

    @Test func `never shows the address or the secret`() async throws {
        let path = "/T0PSECRET/hook"
        for reply in [LoopbackReply.status(404), .hang, .reset] {
            let (error, _) = try await Self.failure(path: path, timeLimit: 0.3) { _ in reply }
            let text = String(reflecting: error)
            #expect(!text.contains("T0PSECRET") && !text.contains(Self.secretText.dropFirst(6)))
        }
        let settings = WebhookSettings(
            url: Secret("https://x.example" + path), signingSecrets: [Secret(Self.secretText)])
        let dump = "\(settings) \(String(reflecting: settings))"
        #expect(!dump.contains("T0PSECRET") && !dump.contains(Self.secretText))
    }

    @Test(arguments: [
        ("http://10.0.0.1/T0PSECRET", DeliveryError.Reason.blockedAddress),
        ("ftp://example.org/T0PSECRET", .badURL), ("T0PSECRET", .badURL),
    ])
    func `refuses what the transport refuses`(
        url: String, reason: DeliveryError.Reason
    ) async throws {
        let channel = try Self.channel(url)
        let letter = try Sample.letter()
        let error = await #expect(throws: DeliveryError.self) { try await channel.deliver(letter) }
        #expect(error?.reason == reason)
        #expect(error?.detail.contains("T0PSECRET") == false)
    }

    @Test func `tells a malformed secret before anything is sent`() async throws {
        let server = try LoopbackServer.start { _ in .status(204) }
        defer { server.stop() }
        let channel = try Self.channel(server.url("/"), secrets: ["hunter2"])
        let letter = try Sample.letter()
        let error = await #expect(throws: DeliveryError.self) { try await channel.deliver(letter) }
        #expect(error?.reason == .badSecret)
        #expect(error?.detail.contains("hunter2") == false)
        #expect(server.requests.isEmpty)
    }
}
