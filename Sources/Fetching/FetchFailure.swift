import CurlTransport
import FoundationEssentials
import Model
import TextProcessing

extension PollFailure {
    /// The failure that `error` is for a source.
    init(_ error: TransportError) {
        self.init(reason: Reason(error.reason), detail: error.detail)
    }

    /// The failure that an HTTP status other than 200 and 304 is; a 403 may be a rate limit.
    init(status: Int, url: String, retryAfter: TimeInterval?, isRateLimited: Bool = false) {
        let (reason, advice) = Self.meaning(of: isRateLimited ? 429 : status)
        self.init(
            reason: reason,
            detail: "\(MaskedURL.masked(url)) answered with status \(status): \(advice).",
            httpStatus: status, retryAfter: retryAfter)
    }

    /// The failure of an answer without content.
    init(emptyBodyFrom url: String, status: Int) {
        self.init(
            reason: .empty,
            detail:
                "\(MaskedURL.masked(url)) answered with an empty document; check the address in a "
                + "browser.", httpStatus: status)
    }

    private static func meaning(of status: Int) -> (Reason, String) {
        switch status {
        case 204, 205: (.empty, "it has no content; check that this is a feed's address")
        case 206: (.malformed, "only a part of the document came, though all of it was asked for")
        case 304: (.malformed, "it says that nothing changed, though nothing was compared")
        case 300..<400:
            (.malformed, "a redirect that leads nowhere; check the address in a browser")
        case 401: (.unauthorized, "it wants a user or token; check the source's headers")
        case 403:
            (
                .unauthorized,
                "it refuses access; check the source's headers, and whether the site turns away "
                    + "automated readers"
            )
        case 404: (.notFound, "there is nothing at this address; check it in a browser")
        case 408: (.timeout, "the server gave up waiting; it is tried again")
        case 410: (.gone, "the feed is gone for good; remove the source or find its new address")
        case 429: (.rateLimited, "it is asked too often; raise the source's interval")
        case 400..<500:
            (.clientError, "it does not accept the request; check the address and headers")
        case 503: (.serverError, "the service is down or busy for now; it is tried again")
        case 500..<600: (.serverError, "the server has a fault; it is tried again")
        default: (.malformed, "this is not an answer to a request for a document")
        }
    }
}

extension PollFailure.Reason {
    /// What a failed exchange is for a source.
    init(_ reason: TransportError.Reason) {
        self =
            switch reason {
            case .badURL, .unsupportedProtocol: .badURL
            case .blockedAddress: .blockedAddress
            case .dns: .dns
            case .connect: .connect
            case .tls: .tls
            case .timeout: .timeout
            case .interrupted, .cancelled, .closed, .outOfResources: .interrupted
            case .badResponse: .malformed
            case .tooLarge: .tooLarge
            case .tooManyRedirects: .tooManyRedirects
            }
    }
}
