public import FoundationEssentials

/// Why an attempt to deliver a letter failed.
public struct DeliveryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The closed list of reasons; stored, shown and counted by these names.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        // a command: how it could not be run, or the exit code by its name in sysexits.h
        case missing
        case notStarted = "not-started"
        case usage
        case dataError = "data-error"
        case noInput = "no-input"
        case noUser = "no-user"
        case noHost = "no-host"
        case unavailable
        case software
        case osError = "os-error"
        case osFile = "os-file"
        case cannotCreate = "cannot-create"
        case inputOutput = "io-error"
        case temporaryFailure = "temporary-failure"
        case protocolError = "protocol-error"
        case noPermission = "no-permission"
        case configuration
        case exitCode = "exit-code"
        case killed

        // a webhook: what the network or the receiver answered
        case network
        case tls
        case blockedAddress = "blocked-address"
        case badURL = "bad-url"
        case badSecret = "bad-secret"
        case redirected
        case unauthorized
        case notFound = "not-found"
        case gone
        case rejected
        case rateLimited = "rate-limited"
        case serverError = "server-error"

        /// A mail server that will never take this letter; the next one it may.
        case refused

        // any of them
        case timeout
        case interrupted
    }

    /// What kind of failure it is.
    public var reason: Reason
    /// For the owner: what happened, and what to check.
    ///
    /// No secret in it, one line of at most 1,000 characters, and nothing that a terminal would obey.
    public var detail: String
    /// How long the receiver asked to wait, in seconds, 0 to 86,400; nil if it did not ask.
    public var retryAfter: TimeInterval?
    /// Whether some recipients have the letter, so that the channel itself works.
    public var isPartial = false

    /// An error; `detail` is made safe to print on one line.
    public init(reason: Reason, detail: String, retryAfter: TimeInterval? = nil) {
        self.reason = reason
        self.detail = OneLine.text(detail, limit: 1000)
        self.retryAfter = retryAfter.map { min(max($0, 0), 86_400) }
    }

    /// Whether another attempt, after a pause, can succeed.
    ///
    /// Final are `gone`, from a receiver that wants no more messages (410), and `refused`, from a mail
    /// server that will never take this one (5xx). Everything else is worth trying for hours, also what looks like a mistake in the configuration: the owner mends
    /// it, and no exit code is a safe sign of a lasting failure (postfix gives 75 for a wrong option,
    /// msmtp 69 for a greylisting server).
    public var isTransient: Bool { reason != .gone && reason != .refused }

    /// Whether the receiver wants no other letter either, until a person says otherwise.
    public var closesChannel: Bool { reason == .gone }

    /// The detail with the reason in front, for logs.
    public var description: String { "\(reason.rawValue): \(detail)" }
}
