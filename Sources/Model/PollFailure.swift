public import FoundationEssentials

/// Why a poll brought nothing; data, not an error: it is stored, scheduled by and shown.
public struct PollFailure: Sendable, Hashable {
    /// The closed list of reasons; stored, shown and counted by these names.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case badURL = "bad-url"
        case blockedAddress = "blocked-address"
        case dns
        case connect
        case tls
        case timeout
        case interrupted
        case tooLarge = "too-large"
        case tooManyRedirects = "too-many-redirects"
        case rateLimited = "rate-limited"
        case unauthorized
        case notFound = "not-found"
        case gone
        case clientError = "client-error"
        case serverError = "server-error"
        case empty
        case notAFeed = "not-a-feed"
        case malformed
        case file
    }

    /// Which of the closed list it is.
    public var reason: Reason
    /// One sentence for the owner: what happened, and what to check.
    ///
    /// No secret in it.
    public var detail: String
    /// The status that the server answered with; nil if it did not answer, or not by HTTP.
    public var httpStatus: Int?
    /// How long the server asked to wait, in seconds; nil if it did not ask.
    public var retryAfter: TimeInterval?

    /// A failure.
    public init(
        reason: Reason, detail: String, httpStatus: Int? = nil, retryAfter: TimeInterval? = nil
    ) {
        self.reason = reason
        self.detail = detail
        self.httpStatus = httpStatus
        self.retryAfter = retryAfter
    }
}
