/// How a source stands, as the owner is told.
///
/// A failure is told only when it has lasted for the grace time; until then the source keeps the state
/// that it had.
public enum SourceHealth: String, Sendable, Hashable, CaseIterable {
    /// Not polled so far.
    case waiting
    /// It answers, can be read, and brings news as often as it used to.
    case well
    /// Nothing comes from it: no name, no connection, no permission, or the server's own fault.
    case unreachable
    /// Something comes, but it is no feed, is damaged, or has lost a field that its entries always had.
    case unreadable
    /// It answers and can be read, but brought nothing new for longer than its cadence explains.
    case quiet
    /// The server says that it is gone for good (410); it is looked at once a day.
    case gone
}

extension PollFailure.Reason {
    /// What a source is called that has failed for this reason for longer than the grace time.
    public var health: SourceHealth {
        switch self {
        case .badURL, .blockedAddress, .dns, .connect, .tls, .timeout, .interrupted,
            .tooManyRedirects, .rateLimited, .unauthorized, .notFound, .clientError, .serverError,
            .file:
            .unreachable
        case .tooLarge, .empty, .notAFeed, .malformed: .unreadable
        case .gone: .gone
        }
    }
}
