import CurlTransport
import FoundationEssentials
import HTTPTypes
import Model
import TextProcessing

/// Makes an outcome of an HTTP response.
struct ResponseReading {
    let memory: FetchMemory
    let requestedURL: String
    let now: Date

    func outcome(of response: TransportResponse) -> FetchOutcome {
        switch response.status {
        case 200, 203:
            return body(of: response)
        case 304 where memory.validators != SourceState.Validators():
            return .unchanged(notes(of: response, validators: merged(with: response.headers)))
        default:
            return .failed(failure(of: response))
        }
    }

    /// A 403 that says when to come back, or that no request is left, is GitHub's way to say 429.
    private func failure(of response: TransportResponse) -> PollFailure {
        let headers = response.headers
        let limit = RateLimit(headers, now: now)
        var wait = headers[.retryAfter].flatMap { RetryAfter.seconds($0, now: now) }
        let isLimited =
            response.status == 429
            || response.status == 403 && (wait != nil || limit?.remaining == 0)
        if isLimited { wait = wait ?? limit?.resetAfter }
        return PollFailure(
            status: response.status, url: response.url,
            retryAfter: response.status >= 400 ? wait : nil, isRateLimited: isLimited)
    }

    private func body(of response: TransportResponse) -> FetchOutcome {
        guard !response.body.allSatisfy({ Self.isBlank($0) }) else {
            return .failed(PollFailure(emptyBodyFrom: response.url, status: response.status))
        }
        let headers = response.headers
        let notes = notes(
            of: response,
            validators: .init(etag: headers[.eTag], lastModified: headers[.lastModified]))
        let digest = BodyDigest.of(response.body)
        guard digest != memory.bodyDigest else { return .unchanged(notes) }
        let type = ContentType(headers[.contentType])
        let finalURL = Self.withoutUser(response.url)
        return .body(
            FetchedBody(
                bytes: response.body, digest: digest, mediaType: type.mediaType,
                charset: type.charset, finalURL: finalURL,
                nextLink: NextLink.address(in: headers, of: finalURL), notes: notes))
    }

    private func notes(
        of response: TransportResponse, validators: SourceState.Validators
    ) -> FetchNotes {
        var notes = FetchNotes(
            validators: validators, movedTo: movedTo(response),
            freshFor: Freshness.seconds(response.headers, now: now),
            rateLimit: RateLimit(response.headers, now: now), status: response.status)
        notes.answer = AnswerSentence(response: response, notes: notes).text
        return notes
    }

    /// A 304 may bring new validators; those that it doesn't bring stay (RFC 9111, section 3.2).
    private func merged(with headers: HTTPFields) -> SourceState.Validators {
        .init(
            etag: headers[.eTag] ?? memory.validators.etag,
            lastModified: headers[.lastModified] ?? memory.validators.lastModified)
    }

    /// A redirect from `https` to `http` is followed but not remembered: it would give up TLS for good
    /// on the word of one answer.
    private func movedTo(_ response: TransportResponse) -> Secret? {
        guard let target = response.permanentURL,
            !(requestedURL.lowercased().hasPrefix("https:")
                && !target.lowercased().hasPrefix("https:"))
        else { return memory.movedTo }
        return Secret(target)
    }

    /// White space, NUL and the bytes of a byte-order mark.
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0xEF || byte == 0xBB || byte == 0xBF || byte == 0xFE || byte == 0xFF
    }

    private static func withoutUser(_ url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        let rest = url[scheme.upperBound...]
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let at = host.lastIndex(of: "@") else { return url }
        return String(url[..<scheme.upperBound] + rest[rest.index(after: at)...])
    }
}
