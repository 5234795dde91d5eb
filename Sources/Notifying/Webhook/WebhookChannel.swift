public import CurlTransport
public import FoundationEssentials
import HTTPTypes
public import Model

/// The channel that posts letters over HTTP: signed by the Standard Webhooks specification, or in the
/// shape that a chat or a pager expects.
public struct WebhookChannel: Channel {
    /// How many bytes of an answer are read before it counts as broken.
    private static let answerLimit = 1024 * 1024

    /// The name of the channel in the configuration.
    public let id: ChannelID
    private let settings: WebhookSettings
    private let transport: CurlTransport
    private let clock: @Sendable () -> Date

    /// A channel named `id` that posts as `settings` say, over `transport`, which also decides which
    /// addresses may be reached; `clock` gives the time that an attempt is signed with.
    public init(
        id: ChannelID, settings: WebhookSettings, transport: CurlTransport,
        clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.id = id
        self.settings = settings
        self.transport = transport
        self.clock = clock
    }

    /// Posts the letter once.
    ///
    /// An answer of 2xx is success, unless a service says in it that it failed. A redirect is a failure
    /// and never followed, since it would take the letter to somebody whom the owner did not name. 410,
    /// and a service's word that the place is no more, are final (`gone`). All else is worth another
    /// attempt; how long the receiver asks to wait comes with the error. The start of the answer stands in the
    /// detail, the URL never does.
    public func deliver(_ letter: Letter) async throws(DeliveryError) {
        let request = try request(for: letter)
        let response: TransportResponse
        do {
            response = try await transport.send(request)
        } catch {
            throw WebhookAnswer.error(for: error)
        }
        if let error = WebhookAnswer(response, to: settings.format, from: id, now: clock()).error {
            throw error
        }
    }

    private func request(for letter: Letter) throws(DeliveryError) -> TransportRequest {
        let message = WebhookMessage(letter, settings)
        var fields: HTTPFields = [.contentType: message.contentType, .accept: "*/*"]
        if let header = message.authorization, let name = HTTPField.Name(header.name) {
            fields[name] = header.value
        }
        for header in settings.headers {
            guard let name = HTTPField.Name(header.name) else {
                throw DeliveryError(
                    reason: .configuration,
                    detail: "“\(header.name)” is not a header name; see channels.\(id).headers")
            }
            fields[name] = header.value.reveal()
        }
        if message.isSigned {
            try sign(message.body, as: letter.delivery.messageID, in: &fields)
        }
        let limits = TransferLimits(
            totalTimeout: .milliseconds(Int(min(max(settings.timeLimit, 0.001), 86_400) * 1000)),
            lowSpeedLimit: 0, maxBodySize: Self.answerLimit)
        return TransportRequest(
            method: message.method, url: message.url, headers: fields, body: message.body,
            limits: limits, maxRedirects: 0)
    }

    private func sign(
        _ body: [UInt8], as messageID: String, in fields: inout HTTPFields
    ) throws(DeliveryError) {
        let timestamp = Int(clock().timeIntervalSince1970.rounded(.down))
        fields[WebhookHeader.id] = messageID
        fields[WebhookHeader.timestamp] = String(timestamp)
        var signatures: [String] = []
        for secret in settings.signingSecrets {
            let key = try WebhookSigningKey(secret)
            signatures.append(key.signature(id: messageID, timestamp: timestamp, body: body))
        }
        if !signatures.isEmpty {
            fields[WebhookHeader.signature] = signatures.joined(separator: " ")
        }
    }
}

/// The header fields of Standard Webhooks.
private enum WebhookHeader {
    static let id = name("webhook-id")
    static let timestamp = name("webhook-timestamp")
    static let signature = name("webhook-signature")

    private static func name(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("not a token: \(text)") }
        return name
    }
}
