import HTTPTypes
import Model

/// The header fields of a request for a feed.
enum ConditionalRequest {
    /// A failure that is known before anything is sent.
    struct Refusal: Error {
        var failure: PollFailure
    }

    private static let accept =
        "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, "
        + "application/json;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5"

    /// What we ask for, the validators of the last answer (RFC 9110, section 13.1) and the source's own
    /// fields, which win over ours.
    static func headers(
        for source: Source, memory: FetchMemory, settings: FetchSettings
    ) -> Result<HTTPFields, Refusal> {
        var fields: HTTPFields = [.accept: accept, .userAgent: settings.userAgent]
        fields[.ifNoneMatch] = memory.validators.etag
        fields[.ifModifiedSince] = memory.validators.lastModified
        for header in source.headers {
            guard let name = HTTPField.Name(header.name),
                HTTPField.isValidValue(header.value.reveal())
            else {
                return .failure(
                    Refusal(
                        failure: PollFailure(
                            reason: .badURL,
                            detail: "The header \(header.name) of this source can't be sent; check "
                                + "its name and that its value is one line of text.")))
            }
            fields[name] = header.value.reveal()
        }
        return .success(fields)
    }
}
