import CurlTransport
import FoundationEssentials
import HTTPTypes
import Model

/// What the answer to a posted letter means.
struct WebhookAnswer {
    /// The error that the answer stands for; nil where the letter was taken.
    let error: DeliveryError?

    init(
        _ response: TransportResponse, to format: WebhookSettings.Format, from channel: ChannelID,
        now: Date
    ) {
        let text = String(decoding: response.body.prefix(2000), as: UTF8.self)
        let said = ServiceAnswer(response.body)
        let isTaken = (200...299).contains(response.status)
        guard !isTaken || format.isRefusal(text, said) else {
            error = nil
            return
        }
        var (reason, words) = Self.meaning(of: response.status, for: channel)
        if isTaken { (reason, words) = (.rejected, "but says that it failed") }
        if let own = format.meaning(of: response.status, text, said, for: channel) {
            (reason, words) = own
        }
        let field = response.headers[.retryAfter].flatMap { RetryAfter.seconds($0, now: now) }
        let line = OneLine.text(said?.sentence ?? text, limit: 200)
        error = DeliveryError(
            reason: reason,
            detail: "the receiver answered \(response.status) (\(words))"
                + (line.isEmpty ? "" : ": “\(line)”"),
            retryAfter: said?.retryAfter(format) ?? field)
    }

    /// The error that stands for an exchange without an answer.
    static func error(for error: TransportError) -> DeliveryError {
        let reason: DeliveryError.Reason =
            switch error.reason {
            case .badURL, .unsupportedProtocol: .badURL
            case .blockedAddress: .blockedAddress
            case .tls: .tls
            case .timeout: .timeout
            case .cancelled, .closed: .interrupted
            case .tooManyRedirects: .redirected
            case .dns, .connect, .interrupted, .badResponse, .tooLarge, .outOfResources: .network
            }
        return DeliveryError(reason: reason, detail: error.detail)
    }

    private static func meaning(
        of status: Int, for channel: ChannelID
    ) -> (reason: DeliveryError.Reason, text: String) {
        let settings = "channels.\(channel)"
        return switch status {
        case 300...399:
            (
                .redirected,
                "a redirect, which is not followed; set \(settings).url to the final address"
            )
        case 401, 403:
            (.unauthorized, "not allowed; check the secret and the headers of \(settings)")
        case 404: (.notFound, "not found; check \(settings).url")
        case 408: (.timeout, "it waited too long for the request")
        case 410: (.gone, "gone for good: it wants no more messages; remove or change \(settings)")
        case 425, 429: (.rateLimited, "too many messages; slowing down")
        case 400...499: (.rejected, "it refuses the message; check that it expects this payload")
        case 500...599: (.serverError, "it failed itself")
        default: (.serverError, "no known answer")
        }
    }
}
