/// Why an exchange brought no whole response.
public struct TransportError: Error, Sendable, Hashable {
    /// The closed list of reasons.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case badURL = "bad-url"
        case unsupportedProtocol = "unsupported-protocol"
        /// The host has only addresses that the settings don't allow.
        case blockedAddress = "blocked-address"
        case dns
        case connect
        case tls
        case timeout
        /// The connection ended before the response was whole.
        case interrupted
        /// What came is not HTTP, or not in the coding that it claims.
        case badResponse = "bad-response"
        case tooLarge = "too-large"
        case tooManyRedirects = "too-many-redirects"
        case cancelled
        /// The transport was shut down.
        case closed
        case outOfResources = "out-of-resources"
    }

    /// What kind of failure it is.
    public var reason: Reason
    /// One sentence for the owner.
    ///
    /// Of the URL it names the scheme, host and port only.
    public var detail: String

    /// An error.
    public init(reason: Reason, detail: String) {
        self.reason = reason
        self.detail = detail
    }
}
